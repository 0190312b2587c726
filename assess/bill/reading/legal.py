"""Lawmakers' own XML: the text, and the provisions as the file marks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assess.bill.extract import Line, Piece
from assess.bill.reading.lines import tidy, within_limits
from assess.bill.reading.schemas import BY_ROOT, UNKNOWN, Schema
from assess.bill.reading.steps import Damaged, Root, fault, root, tight
from assess.bill.reading.walk import WORD, MarkedPiece, Walk
from assess.text import Words

_ALONE = re.compile(r"\w+")
_SIGNS = "§.:–—-"
_LANGUAGES = (
    re.compile(r"language(?:\s*=\s*[\"']|>\s*)([\w-]+)"),
    re.compile(r"LG\.DOC>\s*([\w-]+)"),
)
"""Where the metadata of a law names its language."""


class Marked(NamedTuple):
    """The lines of a legal XML, its pieces by their places in the text, schema and language."""

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    schema: Schema
    language: str | None


def read_legal(text: str, words: Words) -> Marked:
    """Reads an XML text. One of no known schema gives its text and no pieces. Raises Refused."""
    found = root(text, words)
    schema = BY_ROOT.get(found.name, UNKNOWN)
    walk = _walk(text, found, schema, words)
    lines = within_limits(walk.lines, words)
    language = found.language or _language(text)
    french = schema.word == "Section" and (language or "").startswith("fr")
    word = "Article" if french else schema.word
    pieces = tuple(_placed(piece, lines, word) for piece in walk.pieces)
    return Marked(lines, pieces, schema, language)


def _walk(text: str, found: Root, schema: Schema, words: Words) -> Walk:
    """The way through a text; with care for each ">" where it cannot be right without."""
    try:
        walk = Walk(schema, found.markup, words)
        if walk.tight:
            return walk
    except Damaged:
        walk = None
    again = tight(found.markup)
    if walk and again is found.markup:
        return walk
    try:
        return Walk(schema, again, words)
    except Damaged:
        raise fault(text, words) from None


def _placed(piece: MarkedPiece, lines: Sequence[Line], word: str) -> Piece:
    last = lines[piece.after - 1]
    return Piece(
        piece.kind,
        _bare(piece.number),
        _label(piece, word),
        piece.heading,
        lines[piece.first].start,
        last.start + len(last.text),
    )


def _label(piece: MarkedPiece, word: str) -> str:
    number = _unsigned(piece.number.strip(' “"«'))
    says_it = bool(WORD.match(number)) or "§" in piece.number
    if piece.kind != "provision" or not number or says_it:
        return tidy(piece.number if "§" in piece.number else number)
    return f"{word} {number}"


def _unsigned(number: str) -> str:
    """Without the signs at its end."""
    bare = number.rstrip(_SIGNS)
    return number if bare == number else bare.rstrip()


def _language(text: str) -> str | None:
    found = (pattern.search(text) for pattern in _LANGUAGES)
    return next((each[1] for each in found if each), None)


def _bare(number: str) -> str:
    """A number as readers cite it: "Article 6" is "6", "12a." is "12a", "1 §" is "1"."""
    word = WORD.match(number)
    bare = _unsigned((number[word.end() :] if word else number).strip()).rstrip("º°")
    inner = bare[1:-1]
    return tidy(inner if bare == f"({inner})" and _ALONE.fullmatch(inner) else bare)
