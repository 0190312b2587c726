"""Finds the terms of a lexicon in a text: one pass of an automaton, then what stands close.

The automaton reports every literal, overlapping ones too; a literal counts where words begin and
end. Two sides of a term count where they are at most 90 characters apart in one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from assess.bill.screening.folding import fold
from assess.bill.screening.lexicon import Idea, Lexicon
from assess.bill.screening.term import Literal, Term

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

NEAR = 90

# A full stop ends a sentence after a long word, a bracket or a number, not after "Art." or "No.".
_ENDS = re.compile(r"(?:[^\W\d_]{4}|[\d)\]»”\"])\.\s+(?=[^\W\d_a-z])|[!?؟]\s|[。！？]")
_ARABIC_PREFIXES = "وفبكلاس"

Span = tuple[int, int]
Places = dict[int, list[Span]]


class Entry(NamedTuple):
    """A term of an idea; `sides` are numbers of literals."""

    idea: Idea
    term: Term
    sides: tuple[frozenset[int], ...]


class Found(NamedTuple):
    """A term that a text has, and the places of its words."""

    entry: Entry
    spans: tuple[Span, ...]


class Finder:
    """The terms of one lexicon, ready to be found in many texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.language = lexicon.language
        self._joined = self.language == "zh"  # written without spaces between words
        numbers: dict[Literal, int] = {}
        self.entries = tuple(
            Entry(idea, term, tuple(self._numbered(side, numbers) for side in term.sides))
            for idea, terms in lexicon.ideas
            for term in terms
        )
        self.literals = tuple(numbers)
        self._open = tuple(literal.stem or bool(literal.rest) for literal in self.literals)
        self._long = tuple(bool(literal.rest) for literal in self.literals)
        self._begun_by: list[list[Entry]] = [[] for _ in self.literals]
        for entry in self.entries:
            for number in entry.sides[0]:
                self._begun_by[number].append(entry)
        self.automaton = _automaton([literal.begin for literal in self.literals])

    def _numbered(self, side: tuple[Literal, ...], numbers: dict[Literal, int]) -> frozenset[int]:
        alike = (
            Literal(
                fold(each.begin, self.language),
                tuple(fold(part, self.language) for part in each.rest),
                each.stem,
            )
            for each in side
        )
        return frozenset(numbers.setdefault(literal, len(numbers)) for literal in alike)

    def folded(self, text: str) -> str:
        """The text as it is searched."""
        return fold(text, self.language)

    def places(self, folded: str) -> Places:
        """Where each literal stands as words of its own, by its number; places in order."""
        hits = self.automaton.find_matches_as_indexes(folded, True)
        found: Places = {}
        if self._joined:
            for number, start, end in hits:
                found.setdefault(number, []).append((start, end))
            return found
        closed, arabic = folded + " ", self.language == "ar"
        for number, start, end in hits:
            if closed[start - 1].isalnum() and (
                not arabic or (start := _word_start(folded, start)) < 0
            ):
                continue
            if closed[end].isalnum():
                if not self._open[number]:
                    continue
                end = _word_end(closed, end)
            if self._long[number] and (end := _phrase_end(closed, end, self.literals[number])) < 0:
                continue
            if number in found:
                found[number].append((start, end))
            else:
                found[number] = [(start, end)]
        return found

    def find(self, text: str, places: Places) -> Iterator[Found]:
        """The terms in a text, given the places of literals in it."""
        seen: set[int] = set()
        for number in places:
            for entry in self._begun_by[number]:
                if id(entry) in seen:
                    continue
                seen.add(id(entry))
                if len(entry.sides) > 1 and entry.sides[1].isdisjoint(places):
                    continue
                if spans := _spans(entry, text, places):
                    yield Found(entry, spans)


def _automaton(words: list[str]) -> AhoCorasick:
    # Loaded here: reading a lexicon file needs no automaton.
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(words, implementation=Implementation.DFA)


def _spans(entry: Entry, text: str, places: Mapping[int, list[Span]]) -> tuple[Span, ...]:
    sides = [sorted(s for n in side for s in places.get(n, ())) for side in entry.sides]
    if len(sides) == 1:
        return tuple(dict.fromkeys(sides[0]))
    pairs = (_close(one, sides[1], text) for one in sides[0])
    return tuple(sorted({span for pair in pairs for span in pair}))


def _close(one: Span, others: list[Span], text: str) -> tuple[Span, ...]:
    """The place and the nearest of the others to either side of it, where one is close enough."""
    start, end = one
    after = bisect_left(others, (end, 0))
    for other in others[after : after + 1]:
        if other[0] - end <= NEAR and not _ENDS.search(text, start, other[0] + 1):
            return (one, other)
    before = bisect_left(others, (start, 0)) - 1
    while before >= 0 and others[before][1] > start:
        before -= 1
    if before >= 0 and start - others[before][1] <= NEAR:  # noqa: SIM102
        if not _ENDS.search(text, others[before][0], start + 1):
            return (others[before], one)
    return ()


def _word_end(text: str, end: int) -> int:
    while text[end].isalnum():
        end += 1
    return end


def _phrase_end(text: str, end: int, literal: Literal) -> int:
    """Where a phrase ends whose first word ends here; -1 where it does not go on as it should."""
    for part in literal.rest:
        if not text.startswith(part, end):
            return -1
        last = end + len(part)
        end = _word_end(text, last)
    return end if literal.stem or end == last else -1


def _word_start(text: str, start: int) -> int:
    """Where an Arabic word begins whose article and particles are written together with it; -1."""
    first = start
    while first and text[first - 1] in _ARABIC_PREFIXES and start - first < 4:
        first -= 1
    return -1 if first and text[first - 1].isalnum() else first
