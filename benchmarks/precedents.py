"""The ten nearest of 100,000 stored cases, exactly, against scikit-learn's nan_euclidean.

Run `python -m benchmarks.precedents`. Fifteen nodes in two channels, a quarter not known. The peer
computes another distance (squares, not differences) over the same missing values; what is compared
is the time for the same question.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from assess.precedents import UNKNOWN, Levels, precedents
from benchmarks import peers
from benchmarks.figure import Figure, in_turns, ratio, told

CASES, NODES, NEAREST = 100_000, 15, 10
ROUNDS = 15


def material(seed: int) -> NDArray[np.int8]:
    """(cases, entries) of levels, a quarter not known."""
    chance = np.random.default_rng(seed)
    table = chance.integers(0, 4, (CASES, 2 * NODES)).astype(np.int8)
    table[chance.random(table.shape) < 0.25] = UNKNOWN
    return table


def figures() -> list[Figure]:
    """How long each takes."""
    table = material(1)
    ours = table[0]
    stored = precedents(
        [f"n{k}" for k in range(NODES)], zip(map(str, range(CASES)), table, strict=True)
    )
    known = np.where(table == UNKNOWN, np.nan, table).astype(np.float64)
    peer = peers.load("sklearn.metrics.pairwise")

    def theirs() -> Levels:
        assert peer is not None
        far = peer.nan_euclidean_distances(known[:1], known)[0]
        return np.argpartition(far, NEAREST)[:NEAREST]

    taken = in_turns(
        ROUNDS, ours=lambda: stored.nearest(ours, NEAREST), peer=theirs if peer else None
    )
    return [
        Figure("10 nearest of 100,000, ours", 1e3 * taken["ours"], "ms"),
        Figure(
            "10 nearest, scikit-learn over ours", ratio(taken["peer"], taken["ours"]), "x", least=20
        ),
    ]


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
