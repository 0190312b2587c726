"""Monte Carlo end to end: random numbers, judgements, links, every node and level, the verdict.

Run `python -m benchmarks.draws`. A quick assessment: five nodes answered, nearly every link at
work. Peers: the obvious loop over a networkx graph; the same as a loop compiled by numba; and the
time that drawing one number for every judgement and link takes by itself.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assess.findings.play import Stage
from assess.propagation import Sampled
from benchmarks import peers
from benchmarks.figure import Figure, in_turns, ratio, seconds, told
from benchmarks.loops import by_networkx, by_numba, uncut
from benchmarks.material import stage

SLOW = 1_000  # draws of the networkx loop in a round; each takes as long as the next
ROUNDS = 7
NUMBERS = 1 << 16  # handled at once, as many as stay in the cache
GENERATORS = ("SFC64", "PCG64", "PCG64DXSM", "Philox", "MT19937")
MANY = 1_000_000


def figures() -> list[Figure]:
    """Speed at 10,000 and 100,000 draws, and memory."""
    given = stage("quick", seed=1)
    numba = peers.load("numba")
    compiled = by_numba(numba, given) if numba else None
    rows = agreement(given, compiled)
    for draws in (10_000, 100_000):
        rows += at(given, draws, compiled)
    return [*rows, Figure(f"draws: extra memory at {MANY:,}", memory(given), "MiB", most=8)]


def at(given: Stage, draws: int, compiled: Callable[[int], Sampled] | None) -> list[Figure]:
    """One row for each peer, by draws a second."""
    taken = in_turns(
        ROUNDS,
        ours=lambda: given.sample(draws, seed=1),
        networkx=lambda: by_networkx(given, SLOW),
        numba=(lambda: compiled(draws)) if compiled else None,
        limit=lambda: uniforms(draws * needed(given)),
    )
    ours, name = taken["ours"] / draws, f"draws: {draws:,}"
    return [
        Figure(f"{name}, ours", 1e-6 / ours, "M/s"),
        Figure(f"{name}, over the networkx loop", taken["networkx"] / SLOW / ours, "x", least=500),
        Figure(f"{name}, over numba on one thread", ratio(taken["numba"], taken["ours"]), "x", 1.4),
        Figure(
            f"{name}, of the limit set by {needed(given)} random numbers a draw",
            100 * taken["limit"] / taken["ours"],
            "%",
            least=40,
        ),
    ]


def needed(given: Stage) -> int:
    """Random numbers in one draw: one for each effect stated and each link."""
    return len(given.answers.stated) + len(uncut(given))


def uniforms(numbers: int) -> None:
    """So many numbers from 0 to 1 by numpy's fastest generator, and nothing done with them."""
    generator = np.random.Generator(getattr(np.random, fastest())(1))
    room = np.empty(NUMBERS)
    for _ in range(numbers // NUMBERS):
        generator.random(out=room)
    generator.random(out=room[: numbers % NUMBERS])


def fastest() -> str:
    """The generator that fills room with numbers soonest, found once."""
    if not _fastest:
        room = np.empty(NUMBERS)
        made = {name: np.random.Generator(getattr(np.random, name)(1)) for name in GENERATORS}
        taken = {
            name: min(seconds(lambda g=g: g.random(out=room)) for _ in range(50))
            for name, g in made.items()
        }
        _fastest.append(min(taken, key=taken.__getitem__))
    return _fastest[0]


_fastest: list[str] = []


def memory(given: Stage) -> float:
    """Most held at once beyond what was held before, in MiB."""
    given.sample(1_000, seed=1)
    tracemalloc.start()
    given.sample(MANY, seed=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / (1 << 20)


def agreement(given: Stage, compiled: Callable[[int], Sampled] | None) -> list[Figure]:
    """All must count the same thing before their times say anything; what is left is chance."""
    ours, few = given.sample(MANY, seed=1).nodes / MANY, 20 * SLOW
    loop = off(ours, by_networkx(given, few), few)
    numba = off(ours, compiled(MANY), MANY) if compiled else None
    return [
        Figure(
            f"draws: networkx loop ({few:,} draws) apart from ours, worst", loop, "points", most=2
        ),
        Figure(f"draws: numba ({MANY:,} draws) apart from ours, worst", numba, "points", most=0.3),
    ]


def off(ours: NDArray[np.float64], theirs: Sampled, draws: int) -> float:
    """How far a chance is off at worst, in percentage points."""
    return 100 * float(np.abs(ours - theirs.nodes / draws).max())


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
