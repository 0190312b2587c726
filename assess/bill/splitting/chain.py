"""The best chain of numbers among the markers of one scheme, by dynamic programming.

A chain is worth what its candidates weigh, less a little for each number it lacks. Tables of
contents, cross-references at the start of a line and quoted articles weigh little or break the
order, and so fall out. The work is n log n, and n is capped where candidates are gathered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assess.bill.splitting.markers import Marker
from assess.bill.splitting.numbers import Key

LACKING = 0.15
"""What each number costs that a chain lacks; for whatever jump, at most JUMP."""
JUMP = 3.0
ANNEX = 1.0
"""What it costs to go on behind the heading of an annex: its own numbers begin anew."""
ANEW = 0.5
"""What it costs to begin anew in the next chapter."""

_NONE = float("-inf")


class Candidate(NamedTuple):
    """A marker at the start of a line, and how far it looks like the beginning of a provision.

    `annexes` counts headings of annexes before it. `within` are the divisions it stands in, the
    latest of each kind; `opened` those that open right before it, where counting may begin anew.
    """

    line: int
    marker: Marker
    place: Key
    weight: float = 1.0
    annexes: int = 0
    within: tuple[tuple[str, int], ...] = ()
    opened: tuple[tuple[str, int], ...] = ()

    @property
    def last(self) -> Key:
        """The place of the last number it stands for: of 8 in "5 to 8 [Repealed]"."""
        return self.marker.until or self.place


def spot(place: Key) -> float:
    """Where a number stands on a line: 6 at 6, 6a and 6b between 6 and 7."""
    first, second = place[0], place[1]
    if second == 0:
        return first
    return max(0.0, first + (0.5 if second > 0 else -0.5))


Best = tuple[float, int]
"""The worth of the best chain that ends at a candidate, and that candidate; -1 is none."""

_NOTHING: Best = (_NONE, -1)


class _Highest:
    """The highest worth among the keys below one: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree = [_NOTHING] * (size + 1)

    def put(self, rank: int, best: Best) -> None:
        """Note a worth at a rank, from 1."""
        tree, worth = self._tree, best[0]
        while rank < len(tree):
            if worth > tree[rank][0]:
                tree[rank] = best
            rank += rank & -rank

    def below(self, rank: int) -> Best:
        """The highest at ranks below this one."""
        tree, best = self._tree, _NOTHING
        rank -= 1
        while rank > 0:
            if tree[rank][0] > best[0]:
                best = tree[rank]
            rank -= rank & -rank
        return best


class _Search:
    """What is known of the candidates read so far."""

    def __init__(self, candidates: Sequence[Candidate], size: int) -> None:
        self._near, self._far = _Highest(size), _Highest(size)
        # Only the divisions that a later one can go on from are noted; most laws have none.
        self._divisions: dict[tuple[str, int], Best] = {
            (kind, number - 1): _NOTHING
            for candidate in candidates
            if candidate.place[0] <= 1
            for kind, number in candidate.opened
        }

    def before(self, candidate: Candidate, rank: int) -> Best:
        """The best chain this candidate can go on with; at -1 it begins one."""
        place = candidate.place
        annexes = ANNEX * candidate.annexes
        best: Best = (-min(JUMP, LACKING * max(0.0, beginning(place) - 1)), -1)
        near, at = self._near.below(rank)
        near -= LACKING * spot(place) + annexes
        if near > best[0]:
            best = (near, at)
        far, at = self._far.below(rank)
        far -= JUMP + annexes
        if far > best[0]:
            best = (far, at)
        if place[0] <= 1:
            for kind, number in candidate.opened:
                worth, at = self._divisions[kind, number - 1]
                if worth - ANEW > best[0]:
                    best = (worth - ANEW, at)
        return best

    def note(self, candidate: Candidate, rank: int, best: Best) -> None:
        """Keep the best chain that ends here for those that follow."""
        worth, at = best
        paid = worth + ANNEX * candidate.annexes
        self._near.put(rank, (paid + LACKING * spot(candidate.last), at))
        self._far.put(rank, (paid, at))
        if self._divisions:
            for division in candidate.within:
                if worth > self._divisions.get(division, (worth, -1))[0]:
                    self._divisions[division] = best


def beginning(place: Key) -> float:
    """Where numbering begins: the last part that is set, so that 521.001 begins like 1."""
    return next((part for part in reversed(place) if part > 0), 0)


def best_chain(candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], float]:
    """The candidates of the chain worth most, in order, and its worth. () and 0 where none is."""
    places = sorted({place for c in candidates for place in (c.place, c.last)})
    ranks = {place: rank for rank, place in enumerate(places, 1)}
    search = _Search(candidates, len(ranks))
    came_from: list[int] = []
    highest, last = 0.0, -1
    for at, candidate in enumerate(candidates):
        worth, earlier = search.before(candidate, ranks[candidate.place])
        worth += candidate.weight
        came_from.append(earlier)
        search.note(candidate, ranks[candidate.last], (worth, at))
        if worth > highest:
            highest, last = worth, at
    chain: list[Candidate] = []
    at = last
    while at >= 0:
        chain.append(candidates[at])
        at = came_from[at]
    return tuple(reversed(chain)), highest
