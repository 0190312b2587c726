"""What settling one answer would be worth: how much surer the right verdict could be named.

Value of perfect information on one quantity under 0-1 loss (Strong and Oakley): the best guess at
the step of the verdict once the answer's true level is known, against the best guess now. A guess
made separately for each level is a little better by luck alone; what it is better by when the
draws are shuffled, so that the level tells nothing, is taken off.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assess.propagation import DRAWS, Planes, count
from assess.robustness.mixing import mixed
from assess.robustness.side import Side
from assess.robustness.sureness import Value

_LEAST: Final = 0.01
_SHUFFLES: Final = 4


def value(side: Side) -> tuple[Value, ...]:
    """One for each effect stated in this channel, largest gain first."""
    stated = [answer for answer in side.answers if answer.now]
    if not stated:
        return ()
    drawn = np.stack([answer.drawn[answer.now - 1] for answer in stated if answer.now])
    by_luck = sum(_named(drawn, _shuffled(side.verdict, k)) for k in range(_SHUFFLES))
    gains = np.maximum(_SHUFFLES * _named(drawn, side.verdict) - by_luck, 0) / _SHUFFLES / DRAWS
    reached = (DRAWS, *count(side.verdict).tolist(), 0)
    before = max(reached[step] - reached[step + 1] for step in range(4)) / DRAWS
    found = [
        Value(answer.node, answer.part, before, before + gain, gain >= _LEAST)
        for answer, gain in zip(stated, gains.tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda each: -each.after))


def _named(drawn: Planes, verdict: Planes) -> NDArray[np.int64]:
    """(answers,): in how many draws the likeliest step for the level drawn is the right one."""
    together = np.zeros((len(drawn), 5, 5), np.int64)
    together[:, 0, 0] = DRAWS
    together[:, 0, 1:4] = count(verdict)
    together[:, 1:4, 0] = count(drawn)
    for number, step in enumerate(verdict, start=1):
        together[:, 1:4, number] = count(drawn & step)
    exactly = np.diff(np.diff(together, axis=1), axis=2)
    named: NDArray[np.int64] = exactly.max(axis=2).sum(axis=1)
    return named


def _shuffled(verdict: Planes, number: int) -> Planes:
    """The same draws in another order, which goes with no answer."""
    bits = np.unpackbits(verdict.view(np.uint8), axis=-1, bitorder="little")
    return np.packbits(np.take(bits, _order(number), axis=1), axis=-1, bitorder="little").view(
        np.uint64
    )


@lru_cache(maxsize=_SHUFFLES)
def _order(number: int) -> NDArray[np.intp]:
    """An order of the draws, the same on every platform."""
    return np.argsort(mixed(number * DRAWS, DRAWS), kind="stable")
