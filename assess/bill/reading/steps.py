"""A legal XML cut at its tags: nothing is opened, expanded or fetched.

A parser calls Python twice for each element, which takes more time than all that is done with what
it says. Here one search of the text finds every tag with the text behind it, and an element that
holds nothing but text as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import chain
from typing import NamedTuple
from xml.parsers import expat

from assess.bill.reading.limits import Refused
from assess.bill.reading.marked import as_bytes, damaged, refuse_entities
from assess.text import Words

_PIECE = 2**15  # characters cut at once: a long list of pieces would not fit the memory
STRUCK = "!"  # begins the tag of what a bill strikes out, and no other

_BEFORE = re.compile(
    r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+", re.DOTALL
)
_ROOT = re.compile(r"""<([^\s/>]++)((?:[^<>"']|"[^"]*"|'[^']*')*+)>""")
_LANGUAGE = re.compile(r"""\sxml:lang\s*=\s*["']([^"']*)""")
_ASIDE = re.compile(r"<(?:!--.*?(?:-->|\Z)|\?.*?(?:\?>|\Z)|!\[CDATA\[(.*?)(?:\]\]>|\Z))", re.DOTALL)
"""To the end where there is none, so that a thousand begun in vain are not a thousand searches."""
_TAG = re.compile(r"""<(/?[^\s/<>]++)((?:[^<>"']|"[^"]*"|'[^']*')*+)>|>""")
_STEP = re.compile(r"<(?:/([^>]*+)>|([^ \t\r\n/>]++)[^>]*+>(?:(?<=(/)>)|([^<]*+)</\2>|))")
_REFERENCE = re.compile(r"(&#?\w+;)")

Step = tuple[str | None, str, str | None, str | None, str]
"""The tag that is closed, or None and the one that is opened; "/" where it closes itself, or the
text of an element that holds nothing else; and the text behind."""


class Damaged(Exception):
    """A tag is not ended, or closes what is not open, or the text ends too soon."""


class Root(NamedTuple):
    """The name of the first element, the language it says, and it with all it holds.

    There its tag is one that no schema has: a root is no part of a law.
    """

    name: str
    language: str
    markup: str


def root(text: str, words: Words) -> Root:
    """The first element. Raises Refused where there is none, or where entities are declared."""
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    found = _ROOT.match(text, start)
    refuse_entities(text[: start if found else None], words)
    if not found:
        raise fault(text, words)
    inner = text[found.end() :]
    if "!" in inner or "?" in inner:
        inner = _ASIDE.sub(lambda aside: escape(aside[1] or "", quote=False), inner)
    end = inner.rfind("</")
    if not re.fullmatch(rf"</{re.escape(found[1])}\s*>\s*", inner[max(end, 0) :]):
        raise fault(text, words)
    language = _LANGUAGE.search(found[2])
    return Root(local(found[1]), language[1] if language else "", f"<:>{inner[:end]}</:>")


def steps(markup: str) -> Iterator[Step]:
    """The steps of a text where each ">" ends a tag; others see `tight`. Raises Damaged."""
    return chain.from_iterable(map(_cut, _pieces(markup)))


def _cut(piece: str) -> Iterator[Step]:
    found = iter(_STEP.split(piece))
    next(found)
    return zip(found, found, found, found, found, strict=True)


def _pieces(markup: str) -> Iterator[str]:
    """The text in pieces that begin with a tag: small ones take less time than all at once."""
    start = 0
    while start >= 0:
        end = markup.find("<", start + _PIECE)
        piece = markup[start : end if end >= 0 else None]
        if piece.rfind(">") < piece.rfind("<"):  # nor would it be looked for again and again
            raise Damaged
        yield piece
        start = end


def struck_marked(markup: str, struck: str) -> str:
    """The text with its struck tags marked: those with the attribute `struck`."""
    *parts, last = markup.split(struck)
    starts = (part.rfind("<") + 1 for part in parts)
    marked = (f"{part[:at]}{STRUCK}{part[at:]}" for part, at in zip(parts, starts, strict=True))
    return "".join((*marked, last))


def tight(markup: str) -> str:
    """The same with ">" only where a tag ends, neither in an attribute nor in the text."""
    return _TAG.sub(_tight, markup) if markup.count("<") != markup.count(">") else markup


def _tight(found: re.Match[str]) -> str:
    if not found[1]:
        return "&gt;"
    return f"<{found[1]}{found[2].replace('>', '&gt;')}>"


def local(tag: str) -> str:
    """The name of a tag without its prefix."""
    return tag.rpartition(":")[2]


class References(dict[str, str]):
    """What stands for a character ("&amp;"), and the character; those of HTML are known."""

    def __missing__(self, reference: str) -> str:
        character = self[reference] = unescape(reference)
        return character

    def opened(self, text: str) -> str:
        """The text with its characters."""
        parts = _REFERENCE.split(text)
        parts[1::2] = map(self.__getitem__, parts[1::2])
        return "".join(parts)


def fault(text: str, words: Words) -> Refused:
    """What is said of a damaged text, with the line where a parser stumbles."""
    try:
        expat.ParserCreate("utf-8").Parse(as_bytes(text), True)
    except expat.ExpatError as error:
        return damaged(error.lineno, words)
    return damaged(text.count("\n") + 1, words)
