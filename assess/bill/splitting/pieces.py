"""A law whose format marks its provisions: no grammar is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assess.bill.clause import Chain, Clause, ClauseKind
from assess.bill.extract import Extract, Piece
from assess.bill.splitting.clauses import LABEL, body, unique
from assess.bill.splitting.headings import role
from assess.bill.splitting.numbers import cited, key

MOST = 5_000
"""Numbers in one range, or in one law, that are looked at for gaps."""
_RANGE = re.compile(r"(\d{1,5})\s?(?:to|and|à|et|bis|und|a|y|–)\s?(\d{1,5})")


def from_pieces(extract: Extract, text: str) -> tuple[Clause, ...]:
    """The clauses a format marks; what stands between them is preamble or division."""
    spans = list(_side_by_side(extract.pieces, text))
    names = unique(_id(piece, kind) for piece, kind, _, _ in spans)
    return tuple(
        _clause(text, piece, kind, name, start, end)
        for (piece, kind, start, end), name in zip(spans, names, strict=True)
    )


def _id(piece: Piece | None, kind: ClauseKind) -> str:
    if piece is None or kind in ("preamble", "division"):
        return kind
    number = cited(piece.number)[:LABEL] if kind != "annex" else ""
    if kind == "recital":
        return f"({number})" if number else "recital"
    named = (" ".join(text.split()) for text in (piece.label, piece.heading, kind))
    return number or next(filter(None, named))[:LABEL]


def _side_by_side(
    pieces: Sequence[Piece], text: str
) -> Iterator[tuple[Piece | None, ClauseKind, int, int]]:
    """The pieces in order, none over another, with what lies between; line breaks part them."""
    at, length = 0, len(text)
    for piece in sorted(pieces, key=lambda each: each.start):
        start, end = max(piece.start, at), min(piece.end, length)
        if start >= end:
            continue
        if text[at:start].strip():
            yield None, "preamble" if at == 0 else "division", at, _without_break(text, at, start)
        else:
            start = at
        yield piece, piece.kind, start, end
        at = end + 1 if text[end : end + 1] == "\n" else end
    if text[at:].strip():
        yield None, "division", at, length


def _without_break(text: str, start: int, end: int) -> int:
    return end - 1 if end - 1 > start and text[end - 1] == "\n" else end


def _clause(
    text: str, piece: Piece | None, kind: ClauseKind, name: str, start: int, end: int
) -> Clause:
    whole = text[start:end]
    label = piece.label if piece else ""
    title = piece.heading if piece else ""
    begins = body(whole[:600], label, title)
    is_provision = kind == "provision"
    told = role(title, begins) if is_provision else None
    return Clause(name, label[:LABEL], title, whole, start, end, kind, told)


def chain_of(provisions: Sequence[Clause]) -> Chain:
    """The numbers of marked provisions, with those that are lacking between them."""
    if not provisions:
        return Chain("", "", 0)
    known = {number for clause in provisions for number in _whole(clause.id.split(" [")[0])}
    low, high = (min(known), max(known)) if known else (0, 0)
    gaps = [str(n) for n in range(low, high) if n not in known] if high - low < MOST else []
    few = tuple(gaps) if len(gaps) <= len(known) else ()
    return Chain(provisions[0].id, provisions[-1].id, len(provisions), few)


def _whole(number: str) -> range:
    """The whole numbers that are meant: 6 by "6a", 77 to 129 by "77 to 129"."""
    if ends := _RANGE.fullmatch(number):
        first, last = int(ends[1]), int(ends[2])
        return range(first, min(last, first + MOST) + 1)
    place = key(number)
    return range(int(place[0]), int(place[0]) + 1) if place else range(0)
