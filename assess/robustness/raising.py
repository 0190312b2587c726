"""Raising a verdict: the draws that higher answers add to its next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from assess.propagation import WORDS, Planes, count
from assess.robustness.search import Moves, Worth
from assess.robustness.side import Side


@dataclass(frozen=True, eq=False)
class Raising:
    """`gains` is (entries, 4, words): the draws that an entry adds raised by 0, 1, 2, 3 levels.

    An entry can rise by as many levels as `levels` says.
    """

    gains: Planes
    levels: tuple[int, ...]
    largest: int

    parts: ClassVar[int] = 1

    @property
    def most(self) -> int:
        """How many draws can be added at all."""
        return int(count(np.bitwise_or.reduce(self.gains.reshape(-1, WORDS), axis=0)))

    def worth(self, size: int) -> Worth:
        """How many draws each entry adds alone: a choice adds no more than all of it together."""
        told = count(self.gains).tolist()
        return [own[: level + 1] for own, level in zip(told, self.levels, strict=True)]

    def gained(self, batch: Sequence[Moves]) -> list[int]:
        """How many draws each choice adds."""
        places = np.zeros((len(batch), self.largest), np.intp)  # place 0 adds nothing
        for row, moves in zip(places, batch, strict=True):
            row[: len(moves)] = [4 * entry + by for entry, by in moves]
        chosen = self.gains.reshape(-1, WORDS)[places]
        counts: list[int] = count(np.bitwise_or.reduce(chosen, axis=1)).tolist()
        return counts


def raising(side: Side, movable: list[int], step: int, largest: int) -> Raising:
    """What moves of up to `largest` levels in all can add to a step (0 to 2) of the verdict."""
    gains = np.zeros((len(movable), 4, WORDS), np.uint64)
    for own, k in zip(gains, movable, strict=True):
        rising = side.step(side.answers[k], step)[side.answers[k].now :] & ~side.verdict[step]
        own[1 : 1 + len(rising)] = rising
    levels = tuple(3 - (side.answers[k].now or 0) for k in movable)
    return Raising(gains, levels, largest)
