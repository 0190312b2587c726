"""What each tag of a legal XML is to us, by the table of its schema."""

from __future__ import annotations

from functools import cache

from assess.bill.extract import PieceKind
from assess.bill.reading.schemas import INLINE, Schema
from assess.bill.reading.steps import STRUCK, local

PLAIN, DIVISION, CELL, PIECE, NUMBER, HEADING, MARGIN, WORDS, BREAK, SKIPPED = range(10)
"""What a tag can be. From NUMBER on there is no structure in it, only words."""

_CELLS = frozenset(("td", "th", "entry", "CELL"))


class Roles(dict[str, int]):
    """The role of a tag as it stands in a document, with its prefix."""

    def __init__(self, schema: Schema, provisions: frozenset[str]) -> None:
        super().__init__()
        self._by_name = _by_name(schema, provisions)

    def __missing__(self, tag: str) -> int:
        role = SKIPPED if tag[0] == STRUCK else self._by_name.get(local(tag), PLAIN)
        self[tag] = role
        return role


@cache
def kinds(schema: Schema, provisions: frozenset[str]) -> dict[str, PieceKind]:
    """The tags of pieces, by name."""
    return {
        **dict.fromkeys(schema.preambles, "preamble"),
        **dict.fromkeys(schema.annexes, "annex"),
        **dict.fromkeys(schema.recitals, "recital"),
        **dict.fromkeys(provisions, "provision"),
    }


@cache
def _by_name(schema: Schema, provisions: frozenset[str]) -> dict[str, int]:
    return {
        **dict.fromkeys(schema.divisions, DIVISION),
        **dict.fromkeys(_CELLS, CELL),
        **dict.fromkeys(kinds(schema, provisions), PIECE),
        **dict.fromkeys(schema.margins, MARGIN),
        **dict.fromkeys(schema.headings, HEADING),
        **dict.fromkeys(schema.numbers, NUMBER),
        **dict.fromkeys(INLINE, WORDS),
        "br": BREAK,
        **dict.fromkeys(schema.skipped, SKIPPED),
    }
