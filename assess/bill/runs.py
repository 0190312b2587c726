"""The text of a provision in runs, so that the words that matched can be shown in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from assess.bill.match import Match
from assess.bill.splitting import stretches
from assess.proposal import Provision

Field = Literal["heading", "text"]
Kind = Literal["plain", "strong", "weak", "cut"]

AROUND = 220
"""Characters shown before and after a word where a text is cut."""
_APART = 80  # less than this is not worth leaving out
_WORD_START = re.compile(r"\s\S")

Span = tuple[int, int]
Told = tuple[int, int, Kind]


class Run(NamedTuple):
    """Characters in a row: words of a strong or a weak match, plain text, or a cut.

    A cut ("…") stands where text was left out. All other runs together are the text, in order.
    """

    text: str
    kind: Kind


def runs(
    provision: Provision,
    matches: Iterable[Match],
    field: Field = "text",
    room: int | None = None,
) -> tuple[Run, ...]:
    """A provision's heading or text with the words of these matches told apart.

    A word of a strong match is strong even where it belongs to a weak one too. `room` is about how
    many characters are wanted: of a longer text the beginning is kept and what stands around the
    words; None keeps all of it.
    """
    text = provision.heading if field == "heading" else provision.text
    told = list(_told(provision, matches, field))
    kept = [(0, len(text))] if room is None or len(text) <= room else _windows(text, told, room)
    return tuple(_runs(text, told, kept))


def _told(provision: Provision, matches: Iterable[Match], field: Field) -> Iterator[Told]:
    """Where words of matches stand in the field, in order, none over another."""
    steps: dict[int, list[int]] = {}
    for match in matches:
        for word in match.words:
            for stretch in stretches(provision, word.start, word.end):
                if stretch.field == field:
                    steps.setdefault(stretch.start, [0, 0])[match.strong] += 1
                    steps.setdefault(stretch.end, [0, 0])[match.strong] -= 1
    weak = strong = 0
    begun: tuple[int, Kind] = (0, "plain")
    for place in sorted(steps):
        weak, strong = weak + steps[place][0], strong + steps[place][1]
        now: Kind = "strong" if strong else "weak" if weak else "plain"
        if now != begun[1]:
            if begun[1] != "plain":
                yield begun[0], place, begun[1]
            begun = (place, now)


def _windows(text: str, told: list[Told], room: int) -> list[Span]:
    """The parts of a long text that are kept: its beginning, and around words, until it is full."""
    kept = [(0, _word_end(text, room // 3))]
    for start, end, _ in told:
        begin, stop = _word_start(text, start - AROUND), _word_end(text, end + AROUND)
        first, last = kept[-1]
        if begin <= last + _APART:
            kept[-1] = (first, max(last, stop))
        else:
            kept.append((begin, stop))
        if sum(after - before for before, after in kept) >= room:
            break
    return kept


def _word_start(text: str, place: int) -> int:
    """The beginning of a word near this place; the place itself where words are not spaced."""
    found = _WORD_START.search(text, max(place, 0), max(place, 0) + 40) if place > 0 else None
    return found.start() + 1 if found else max(place, 0)


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", max(place - 40, 0), place)
    return space if space > 0 else place


def _runs(text: str, told: list[Told], kept: list[Span]) -> Iterator[Run]:
    last = 0
    for begin, stop in kept:
        if begin > last:
            yield Run("…", "cut")
        at = begin
        for start, end, kind in told:
            start, end = max(start, begin), min(end, stop)
            if start >= end:
                continue
            if start > at:
                yield Run(text[at:start], "plain")
            yield Run(text[start:end], kind)
            at = end
        if stop > at:
            yield Run(text[at:stop], "plain")
        last = stop
    if last < len(text):
        yield Run("…", "cut")
