"""Would the verdict stand if answers erred together? They are drawn each by itself otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from assess.propagation import Planes, planes, threshold
from assess.robustness.answers import Answer
from assess.robustness.side import Side, reached
from assess.robustness.sureness import Stress

if TYPE_CHECKING:
    from assess.framework import Framework

_RHOS: Final = (0.5, 1.0)
_PARTS: Final = 20  # the most a node can have


def stress(side: Side, framework: Framework) -> tuple[Stress, ...]:
    """The verdict where each answer uses one shared number, half of the time and always.

    With chance rho an answer uses the shared number instead of its own; for each answer that is
    drawn separately. The rows of numbers for it come after all that answers can use.
    """
    shared = framework.rows_end(_PARTS)
    return tuple(_stress(side, shared, rho) for rho in _RHOS)


def _stress(side: Side, shared: int, rho: float) -> Stress:
    verdict = np.zeros_like(side.verdict)
    for answer in side.answers:
        if answer.now:
            drawn = _drawn(answer, answer.now, shared, rho)
            verdict[:2] |= drawn[:2]
            verdict[2] |= drawn[2] & side.reach[answer.place, 0]
    level, p = reached(verdict)
    return Stress(rho, level, p, level != side.reached.level)


def _drawn(answer: Answer, level: int, shared: int, rho: float) -> Planes:
    together = planes(shared + 1 + answer.dimension, (threshold(rho),))
    alike, alone = answer.drawn_by(shared)[level - 1], answer.drawn[level - 1]
    mixed: Planes = alike & together | alone & ~together
    return mixed
