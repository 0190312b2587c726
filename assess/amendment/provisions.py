"""Provisions of two drafts brought together: the same, renumbered, changed, added, removed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from assess.proposal import Draft, Provision

Change = Literal["unchanged", "renumbered", "changed", "added", "removed"]
CHANGES: Final[tuple[Change, ...]] = ("unchanged", "renumbered", "changed", "added", "removed")

_ALIKE: Final = 0.5  # below this a provision with another number is another provision
_SAME_NUMBER: Final = 0.1  # so much less alike may be what keeps its number
_COMMON: Final = 20  # word pairs in more provisions than this tell none apart
_CANDIDATES: Final = 5
_COMPARED: Final = 4_000_000  # pairs of words above which a diff is not worth its time


class Span(NamedTuple):
    """Words in a row that stand in both texts, or in one of them."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True)
class Match:
    """One provision in both drafts, or in one of them.

    `similarity` is the share (0 to 1) of words the two have in common, order aside; 0 where one
    is missing.
    """

    change: Change
    before: Provision | None
    after: Provision | None
    similarity: float

    @property
    def stays(self) -> bool:
        """Whether it says the same, whatever its number."""
        return self.change in ("unchanged", "renumbered")

    @property
    def number(self) -> str:
        """Its number in the new draft, or in the old one where it is gone."""
        there = self.after or self.before
        return there.id if there else ""

    @cached_property
    def heading(self) -> tuple[Span, ...]:
        """The words of both headings in order."""
        return compared(*(each.heading if each else "" for each in (self.before, self.after)))

    @cached_property
    def text(self) -> tuple[Span, ...]:
        """The words of both texts in order."""
        return compared(*(each.text if each else "" for each in (self.before, self.after)))


def compared(before: str, after: str) -> tuple[Span, ...]:
    """The words of two texts in order; very long ones whole, one after the other."""
    old, new = before.split(), after.split()
    if len(old) * len(new) > _COMPARED:
        return _spans([("replace", old, new)])
    codes = SequenceMatcher(None, old, new).get_opcodes()
    return _spans((tag, old[a:b], new[c:d]) for tag, a, b, c, d in codes)


@dataclass(frozen=True)
class Amendment:
    """All provisions of two drafts, in the order of the new one; removed ones where they stood."""

    before: str
    after: str
    matches: tuple[Match, ...]

    def of(self, number: str) -> Match | None:
        """What became of the provision that had this number before; None where none had it."""
        return self._old.get(number)

    def only(self, *changes: Change) -> tuple[Match, ...]:
        """The provisions with which this happened."""
        return tuple(match for match in self.matches if match.change in changes)

    @cached_property
    def _old(self) -> dict[str, Match]:
        return {match.before.id: match for match in self.matches if match.before}


def matched(before: Draft, after: Draft) -> Amendment:
    """The provisions of two drafts, each with what became of it.

    The same words, white space aside, are the same provision: with its number first, else in
    order. What is left goes to the most similar text. A number that no text claims keeps its
    place, however much it was rewritten.
    """
    return Amendment(before.id, after.id, _matches(before.provisions, after.provisions))


@lru_cache(maxsize=16)
def _matches(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Match, ...]:
    pairs = _pairs(old, new)
    origin = {there: here for here, there in pairs.items()}
    anchored: dict[tuple[int, int, int], Match] = {}
    for place, provision in enumerate(new):
        here = origin.get(place)
        anchored[place, 0, 0] = _match(None if here is None else old[here], provision)
    last = -1
    for place, provision in enumerate(old):
        if place in pairs:
            last = pairs[place]
        else:
            anchored[last, 1, place] = _match(provision, None)
    return tuple(anchored[key] for key in sorted(anchored))


def _match(before: Provision | None, after: Provision | None) -> Match:
    if before is None or after is None:
        return Match("added" if before is None else "removed", before, after, 0.0)
    if _words(before) == _words(after):
        return Match("unchanged" if before.id == after.id else "renumbered", before, after, 1.0)
    alike = _similarity(Counter(_words(before)), Counter(_words(after)))
    return Match("changed", before, after, alike)


def _words(provision: Provision | None) -> list[str]:
    return f"{provision.heading} {provision.text}".split() if provision else []


def _pairs(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> dict[int, int]:
    """Places in the old draft and where they went in the new one."""
    found = _exact(old, new)
    taken = set(found.values())
    left = {k: each for k, each in enumerate(old) if k not in found}
    free = {k: each for k, each in enumerate(new) if k not in taken}
    for here, there in _by_likeness(left, free):
        if here in left and there in free:
            found[here] = there
            del left[here], free[there]
    numbers = {each.id: k for k, each in free.items()}
    rewritten = {k: numbers[each.id] for k, each in left.items() if each.id in numbers}
    return found | rewritten


def _exact(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> dict[int, int]:
    """The same words: under the same number, then in order. Without words, by number only."""
    numbered = {(each.id, *_words(each)): k for k, each in enumerate(new)}
    found = {
        k: numbered[key]
        for k, each in enumerate(old)
        if (key := (each.id, *_words(each))) in numbered
    }
    taken = set(found.values())
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k in reversed(range(len(new))):
        if k not in taken and _words(new[k]):
            waiting[tuple(_words(new[k]))].append(k)
    for k, each in enumerate(old):
        if k not in found and waiting.get(tuple(_words(each))):
            found[k] = waiting[tuple(_words(each))].pop()
    return found


def _by_likeness(
    left: dict[int, Provision], free: dict[int, Provision]
) -> Iterator[tuple[int, int]]:
    """Pairs alike enough to be one provision rewritten, the most alike first."""
    old = {k: Counter(_words(each)) for k, each in left.items()}
    new = {k: Counter(_words(each)) for k, each in free.items()}
    scored = []
    for here, there in _candidates(left, free):
        kept = left[here].id == free[there].id
        score = _similarity(old[here], new[there]) + (_SAME_NUMBER if kept else 0.0)
        if score >= _ALIKE:
            scored.append((-score, here, there))
    return ((here, there) for _, here, there in sorted(scored))


def _candidates(
    left: dict[int, Provision], free: dict[int, Provision]
) -> Iterator[tuple[int, int]]:
    """For each provision the few that share most of its word pairs, and the one of its number.

    Comparing all with all would take minutes for two drafts of 2,000 provisions.
    """
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, each in free.items():
        for pair in set(pairwise(_words(each))):
            holders[pair].append(k)
    numbers = {each.id: k for k, each in free.items()}
    for here, each in left.items():
        shared: Counter[int] = Counter()
        for pair in set(pairwise(_words(each))):
            if len(holders.get(pair, ())) <= _COMMON:
                shared.update(holders.get(pair, ()))
        near = {there for there, _ in shared.most_common(_CANDIDATES)}
        if each.id in numbers:
            near.add(numbers[each.id])
        yield from ((here, there) for there in near)


def _similarity(old: Counter[str], new: Counter[str]) -> float:
    """Words in common, twice, over all words of both (Dice)."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0


def _spans(codes: Iterable[tuple[str, list[str], list[str]]]) -> tuple[Span, ...]:
    found = []
    for tag, old, new in codes:
        if tag == "equal":
            found.append(Span("same", " ".join(new)))
            continue
        if old:
            found.append(Span("removed", " ".join(old)))
        if new:
            found.append(Span("added", " ".join(new)))
    return tuple(found)
