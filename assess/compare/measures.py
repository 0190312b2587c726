"""Dominance, ranks and regret: shares of draws, never sums of levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.compare.draws import ENDS, Levels, Scene, alike

Keys = NDArray[np.int64]
"""One whole number a draw, shaped (options, draws); the smaller, the better."""


class Extent(NamedTuple):
    """A share (0 to 1) of draws, as low and as high as what is missing may make it."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether nothing that is missing bears on it."""
        return self.low == self.high

    @property
    def vague(self) -> bool:
        """Whether it may be anything, so that telling it would say nothing."""
        return self.low <= 0.005 and self.high >= 0.995


class Measures(NamedTuple):
    """What all options together say of one: see `Ranked`."""

    first: Extent
    ranks: tuple[Extent, ...]
    regret: tuple[Extent, Extent, Extent]


def dominance(one: Scene, other: Scene) -> Extent:
    """In which share of draws one option is on no critical property worse than the other."""
    if one is other:
        return Extent(1.0, 1.0)
    shared = alike((one, other))
    shares = [
        _nowhere_worse(one.levels(shared, end, mine), other.levels(shared, end, theirs))
        for end in ENDS
        for mine, theirs in (ENDS, tuple(reversed(ENDS)))
    ]
    return _extent(shares)


def _nowhere_worse(one: Levels, other: Levels) -> float:
    return _share(np.all(one <= other, axis=0))


def measures(scenes: Sequence[Scene]) -> tuple[Measures, ...]:
    """Ranks and regret of each option among all of them."""
    shared = alike(tuple(scenes))
    worlds = [
        (
            [s.levels(shared, e, "none") for s in scenes],
            [s.levels(shared, e, "major") for s in scenes],
        )
        for e in ENDS
    ]
    keys = [(_keys(low), _keys(high)) for low, high in worlds]
    worst = [(_worst(low), _worst(high)) for low, high in worlds]
    settled = all(set(scene.missing) <= shared for scene in scenes)
    return tuple(
        Measures(
            first=_ends(keys, k, _first),
            ranks=_ranks(keys, k) if settled else (),
            regret=_regret(worst, k),
        )
        for k in range(len(scenes))
    )


def _keys(levels: list[Levels]) -> Keys:
    """Leximin: the worst property first, then the next worst.

    That is the number of properties with major harm, then with material, then with minor harm.
    """
    stacked = np.stack(levels)
    base = stacked.shape[1] + 1
    major, material, minor = ((stacked == level).sum(axis=1) for level in (3, 2, 1))
    keys: Keys = (major * base + material) * base + minor
    return keys


def _worst(levels: list[Levels]) -> Keys:
    worst: Keys = np.stack(levels).max(axis=1, initial=0).astype(np.int64)
    return worst


def _ends(
    worlds: list[tuple[Keys, Keys]], k: int, measure: Callable[[Keys, Keys], float]
) -> Extent:
    """A measure that falls as the option's own key rises, or rises with it, at all ends."""
    shares = [
        measure(mine[k], np.delete(theirs, k, axis=0))
        for low, high in worlds
        for mine, theirs in ((low, high), (high, low))
    ]
    return _extent(shares)


def _first(own: Keys, others: Keys) -> float:
    return _at_rank(own, others, 0)


def _at_rank(own: Keys, others: Keys, rank: int) -> float:
    """In which share of draws the option has this rank (from 0); ties share their ranks equally."""
    better = (others < own).sum(axis=0)
    ties = (others == own).sum(axis=0)
    there = (better <= rank) & (rank <= better + ties)
    counts: list[int] = np.bincount(ties[there], minlength=1).tolist()
    return sum(times / (k + 1) for k, times in enumerate(counts)) / len(own)


def _ranks(worlds: list[tuple[Keys, Keys]], k: int) -> tuple[Extent, ...]:
    return tuple(
        _extent([_at_rank(low[k], np.delete(low, k, axis=0), rank) for low, _ in worlds])
        for rank in range(len(worlds[0][0]))
    )


def _regret(worlds: list[tuple[Keys, Keys]], k: int) -> tuple[Extent, Extent, Extent]:
    one, two, three = (_ends(worlds, k, partial(_behind, steps)) for steps in (1, 2, 3))
    return one, two, three


def _behind(steps: int, own: Keys, others: Keys) -> float:
    return _share(own - others.min(axis=0) >= steps)


def _share(there: NDArray[np.bool_]) -> float:
    return int(np.count_nonzero(there)) / len(there)


def _extent(shares: Iterable[float]) -> Extent:
    found = list(shares)
    return Extent(min(found), max(found))
