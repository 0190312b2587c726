"""Krippendorff's alpha, ordinal, against the package krippendorff: the same, and as fast.

Run `python -m benchmarks.alpha`. Seven assessors, forty items, a quarter of the answers missing.
"""

from __future__ import annotations

import sys
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from assess.agreement.measure import LEVELS, alpha
from benchmarks import peers
from benchmarks.figure import Figure, in_turns, ratio, told

PEOPLE, ITEMS = 7, 40
TIMES = 100  # in one round; one takes microseconds
ROUNDS = 15


def answers(seed: int) -> NDArray[np.float64]:
    """(people, items) of levels; not a number where one is missing."""
    chance = np.random.default_rng(seed)
    found = chance.integers(0, LEVELS, (PEOPLE, ITEMS)).astype(float)
    found[chance.random(found.shape) < 0.25] = np.nan
    return found


def counted(table: NDArray[np.float64]) -> NDArray[np.int64]:
    """(items, values): how many people gave each value."""
    return np.stack([(table == level).sum(axis=0) for level in range(LEVELS)], axis=1)


def theirs(peer: ModuleType, table: NDArray[np.float64]) -> float:
    return float(peer.alpha(table, value_domain=range(LEVELS), level_of_measurement="ordinal"))


def figures() -> list[Figure]:
    """How far apart over many tables, and how long each takes."""
    peer = peers.load("krippendorff")
    tables = [answers(seed) for seed in range(TIMES)]
    taken = in_turns(
        ROUNDS,
        ours=lambda: [alpha(counted(each)) for each in tables],
        peer=(lambda: [theirs(peer, each) for each in tables]) if peer else None,
    )
    apart = max(abs(alpha(counted(e)) - theirs(peer, e)) for e in tables) if peer else None
    return [
        Figure("alpha of 7 people on 40 items, ours", 1e6 * taken["ours"] / TIMES, "us"),
        Figure("alpha, krippendorff over ours", ratio(taken["peer"], taken["ours"]), "x"),
        Figure(f"alpha, apart from krippendorff's on {TIMES} tables", apart, most=1e-12),
    ]


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
