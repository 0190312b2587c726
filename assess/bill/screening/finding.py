"""Finds the terms of a lexicon in a text: one pass of an automaton, then what stands close.

The automaton reports every literal, overlapping ones too; a literal counts where words begin and
end. Two sides of a term count where they are at most 90 characters apart in one sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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
        terms = [(idea, term) for idea, known in lexicon.ideas for term in known]
        self.literals = _scanned_first(
            _folded(each, self.language)
            for _, term in terms
            for side in term.sides
            for each in side
        )
        numbers = {literal: number for number, literal in enumerate(self.literals)}
        self.entries = tuple(
            Entry(at, idea, term, tuple(self._numbered(side, numbers) for side in term.sides))
            for at, (idea, term) in enumerate(terms)
        )
        self._open = tuple(literal.stem or bool(literal.rest) for literal in self.literals)
        self._long = tuple(bool(literal.rest) for literal in self.literals)
        self._sides = [tuple(map(_mask, entry.sides)) for entry in self.entries]
        self._marks = self._marked()
        self._exact = {} if self._joined else _twins(self.literals)
        scanned = self.literals[: len(self.literals) - len(self._exact)]
        self.automaton = _automaton([literal.begin for literal in scanned])

    def _numbered(self, side: tuple[Literal, ...], numbers: dict[Literal, int]) -> frozenset[int]:
        return frozenset(numbers[_folded(each, self.language)] for each in side)

    def _marked(self) -> list[int]:
        """For each literal three rows of bits, in one number so that one step adds them up.

        The entries it begins, the entries it completes (one of a single side is complete by what
        begins it), and the literal itself.
        """
        count = len(self.entries)
        marks = [1 << (2 * count + number) for number in range(len(self.literals))]
        for entry in self.entries:
            for number in entry.sides[0]:
                marks[number] |= 1 << entry.number
            for number in entry.sides[-1]:
                marks[number] |= 1 << (count + entry.number)
        return marks

    def folded(self, text: str) -> str:
        """The text as it is searched."""
        return fold(text, self.language)

    def places(self, folded: str) -> Places:
        """Where each literal stands as words of its own, by its number; places in order."""
        if self._joined:
            return self._places_anywhere(folded)
        found: defaultdict[int, list[Hit]] = defaultdict(list)
        closed, is_open, is_long = folded + " ", self._open, self._long
        for hit in self.automaton.find_matches_as_indexes(folded, True):
            number, start, end = hit
            # Most neighbours are spaces; to compare is cheaper than to ask what kind they are.
            if (before := closed[start - 1]) != " " and before.isalnum():
                if (start := self._word_start(folded, start)) < 0:
                    continue
                hit = (number, start, end)
            if (after := closed[end]) != " " and after.isalnum() and not is_open[number]:
                continue
            if is_long[number]:
                end = _phrase_end(closed, _word_end(closed, end), self.literals[number])
                if end < 0:
                    continue
                hit = (number, start, end)
            found[number].append(hit)
        return self._with_exact(found, closed)

    def _places_anywhere(self, folded: str) -> Places:
        found: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in self.automaton.find_matches_as_indexes(folded, True):
            found[hit[0]].append(hit)
        return found

    def _with_exact(self, found: Places, closed: str) -> Places:
        """With the whole words that are looked for as stems, where a stem ends its word."""
        for stem in found.keys() & self._exact.keys():
            word = self._exact[stem]
            if exact := [(word, a, b) for _, a, b in found[stem] if not closed[b].isalnum()]:
                found[word] = exact
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
        marks = 0
        for number in places:
            marks |= self._marks[number]
        count = len(self.entries)
        present = marks >> 2 * count
        for number in _bits(marks & (marks >> count) & ((1 << count) - 1)):
            entry, sides = self.entries[number], self._sides[number]
            if len(sides) == 1:
                yield Found(entry, _merged(sides[0] & present, places))
            else:
                one, other = (_merged(side & present, places) for side in sides)
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


def _folded(literal: Literal, language: str) -> Literal:
    rest = tuple(fold(part, language) for part in literal.rest)
    return literal._replace(begin=fold(literal.begin, language), rest=rest)


def _scanned_first(literals: Iterable[Literal]) -> tuple[Literal, ...]:
    """Each once; last the words that need no search of their own, since they are stems too."""
    every = dict.fromkeys(literals)
    return tuple(sorted(every, key=lambda each: _as_stem(each) in every))


def _as_stem(literal: Literal) -> Literal | None:
    """The same as a stem; None for a stem, and for a phrase whose end is found by itself."""
    return None if literal.stem or literal.rest else literal._replace(stem=True)


def _twins(literals: Sequence[Literal]) -> dict[int, int]:
    """The numbers of stems that are whole words too, each with the number of the word."""
    numbers = {literal: number for number, literal in enumerate(literals)}
    stems = ((_as_stem(word), number) for word, number in numbers.items())
    return {numbers[stem]: number for stem, number in stems if stem in numbers}


def _automaton(words: list[str]) -> AhoCorasick:
    # Loaded here: reading a lexicon file needs no automaton.
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(words, implementation=Implementation.DFA)


def _mask(numbers: Iterable[int]) -> int:
    """A bit set for each number."""
    return sum(1 << number for number in numbers)


def _bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _merged(literals: int, places: Places) -> list[Hit]:
    """The places of any literal, each a bit, in the order of the text."""
    if not literals & (literals - 1):
        return places[literals.bit_length() - 1]
    return sorted(chain.from_iterable(map(places.__getitem__, _bits(literals))), key=_START)


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
