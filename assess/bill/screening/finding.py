"""Finds the terms of a lexicon in a text: one pass of an automaton, then what stands close.

The automaton reports every literal, overlapping ones too; a literal counts where words begin and
end. Two sides of a term count where they are at most 90 characters apart in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from assess.bill.screening.folding import fold
from assess.bill.screening.lexicon import Idea, Lexicon
from assess.bill.screening.term import Literal, Term

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

NEAR = 90

# A full stop before a capital letter ends a sentence, but not after a single letter or one of a
# few abbreviations. The pattern begins with the signs, so that the search leaps from sign to sign.
_SHORT = "".join(
    rf"(?<!\b{word}\.)" for word in ("[^\\W\\d_]", "[Aa]rt", "[Nn]o", "[Nn]r", "[Aa]bs")
)
_ENDS = re.compile(rf"[.!?؟。！？](?:(?<=[。！？])|(?<=[!?؟])\s|(?<=\.){_SHORT}\s+(?=[^\W\d_a-z]))")
_WORD_END = re.compile(r"[^\W_]*")
_ARABIC_PREFIXES = "وفبكلاس"

Span = tuple[int, int]
Hit = tuple[int, int, int]
"""The number of a literal, where it starts and where it ends."""

Places = dict[int, list[Hit]]
_START = itemgetter(1)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[1], -hit[2]


class Entry(NamedTuple):
    """A term of an idea; `sides` are numbers of literals."""

    number: int
    idea: Idea
    term: Term
    sides: tuple[frozenset[int], ...]


class Found(NamedTuple):
    """A term that a text has, and the places where its literals were found."""

    entry: Entry
    hits: Collection[Hit]


class Finder:
    """The terms of one lexicon, ready to be found in many texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.language = lexicon.language
        self._joined = self.language == "zh"  # written without spaces between words
        numbers: dict[Literal, int] = {}
        terms = ((idea, term) for idea, known in lexicon.ideas for term in known)
        self.entries = tuple(
            Entry(at, idea, term, tuple(self._numbered(side, numbers) for side in term.sides))
            for at, (idea, term) in enumerate(terms)
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
        found: Places = {}
        if self._joined:
            for hit in self.automaton.find_matches_as_indexes(folded, True):
                found.setdefault(hit[0], []).append(hit)
            return found
        closed, is_open, is_long = folded + " ", self._open, self._long
        for hit in self.automaton.find_matches_as_indexes(folded, True):
            number, start, end = hit
            # Most neighbours are spaces; to compare is cheaper than to ask what kind they are.
            before, after = closed[start - 1], closed[end]
            if before != " " and before.isalnum():
                if (start := self._word_start(folded, start)) < 0:
                    continue
                hit = (number, start, end)
            if after != " " and after.isalnum() and not is_open[number]:
                continue
            if is_long[number]:
                end = _phrase_end(closed, _word_end(closed, end), self.literals[number])
                if end < 0:
                    continue
                hit = (number, start, end)
            if number in found:
                found[number].append(hit)
            else:
                found[number] = [hit]
        return found

    def _word_start(self, text: str, start: int) -> int:
        """Where an Arabic word begins whose article and particles are written with it; else -1."""
        if self.language != "ar":
            return -1
        first = start
        while first and text[first - 1] in _ARABIC_PREFIXES and start - first < 4:
            first -= 1
        return -1 if first and text[first - 1].isalnum() else first

    def find(self, text: str, places: Places) -> Iterator[Found]:
        """The terms in a text, given the places of literals in it."""
        begun = {entry.number: entry for number in places for entry in self._begun_by[number]}
        there = frozenset(places)
        for entry in begun.values():
            if len(entry.sides) == 1:
                yield Found(entry, _merged(entry.sides[0], places))
            elif not entry.sides[1].isdisjoint(there):
                one, other = (_merged(side, places) for side in entry.sides)
                if near := _near(one, other, text):
                    yield Found(entry, near)

    def spans(self, found: Found, text: str) -> tuple[Span, ...]:
        """The places of whole words of a term, in order, those inside others left out."""
        spans = list[Span]()
        for number, start, end in sorted(found.hits, key=_longest_first):
            last = end if self._joined or not self._open[number] else _word_end(text, end)
            if not spans or last > spans[-1][1]:
                spans.append((start, last))
        return tuple(spans)


def _automaton(words: list[str]) -> AhoCorasick:
    # Loaded here: reading a lexicon file needs no automaton.
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(words, implementation=Implementation.DFA)


def _merged(side: frozenset[int], places: Places) -> list[Hit]:
    """The places of any literal of a side, in the order of the text."""
    numbers = [number for number in side if number in places]
    if len(numbers) == 1:
        return places[numbers[0]]
    return sorted(chain.from_iterable(map(places.__getitem__, numbers)), key=_START)


def _near(ones: list[Hit], others: list[Hit], text: str) -> set[Hit]:
    """All places that have one of the other side near and in the same sentence."""
    found: set[Hit] = set()
    first, count = 0, len(others)
    reach = NEAR + max(end - start for _, start, end in others)
    for one in ones:
        _, start, end = one
        while first < count and others[first][1] < start - reach:
            first += 1
        for place in range(first, count):
            other = others[place]
            if other[1] > end + NEAR:
                break
            if other[1] >= end:
                between = (start, other[1] + 1)
            elif start - NEAR <= other[2] <= start:
                between = (other[1], start + 1)
            else:
                continue
            if other in found and one in found:
                continue
            if not _ENDS.search(text, *between):
                found.add(one)
                found.add(other)
    return found


def _word_end(text: str, end: int) -> int:
    return _WORD_END.match(text, end).end()  # type: ignore[union-attr]  # it may be empty


def _phrase_end(text: str, end: int, literal: Literal) -> int:
    """Where a phrase ends whose first word ends here; -1 where it does not go on as it should."""
    for part in literal.rest:
        if not text.startswith(part, end):
            return -1
        last = end + len(part)
        end = _word_end(text, last)
    return end if literal.stem or end == last else -1
