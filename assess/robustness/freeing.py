"""Lowering a verdict: what it takes to free each draw of all the answers that bring its step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from assess.propagation import DRAWS
from assess.robustness.answers import Answer
from assess.robustness.search import Moves, Worth
from assess.robustness.side import Side

Depths = NDArray[np.uint8]
"""(entries, draws): by how many levels an answer must fall before it no longer brings the step."""


@dataclass(frozen=True, eq=False)
class Freeing:
    """The draws that up to `largest` moves can free; `depths` has only those.

    An entry can move by as many levels as `levels` says.
    """

    depths: Depths
    levels: tuple[int, ...]
    largest: int

    parts: ClassVar[int] = 12
    """Worth is counted in parts of a draw, so that it splits evenly among up to four moves."""

    @property
    def most(self) -> int:
        """How many draws can be freed at all."""
        return int(self.depths.shape[1])

    def worth(self, size: int) -> Worth:
        """The most that moving each entry can count for in a choice of this size.

        A draw is shared evenly by the moves it takes, and a choice frees it with all of them or
        not at all; so no choice frees more than its moves are worth.
        """
        codes, draws = self._alike
        digits = np.stack([codes // self._base**k % self._base for k in range(self.largest)])
        times = np.stack([(digits[: k + 1] == digits[k]).sum(axis=0) for k in range(self.largest)])
        moves = (digits > 0).sum(axis=0)
        share = np.where(moves <= size, self.parts * draws // moves, 0)
        worth = np.zeros((self._base, self.largest + 1), np.int64)
        np.add.at(worth, (digits, times), share)
        told = worth[1:].cumsum(axis=1).tolist()
        return [own[: level + 1] for own, level in zip(told, self.levels, strict=True)]

    def gained(self, batch: Sequence[Moves]) -> list[int]:
        """How many draws each choice frees; all choices of a batch have one size."""
        rows = [[entry + 1 for entry, times in moves for _ in range(times)] for moves in batch]
        moved = np.array(rows).T
        again = moved[1:] == moved[:-1]
        total = np.zeros(len(batch), np.int64)
        for some in _some(len(moved)):
            code, new = np.zeros_like(total), np.ones(len(batch), np.bool_)
            for place in some:
                code = code * self._base + moved[place]
                if place and place - 1 not in some:
                    new &= ~again[place - 1]  # the same entries were counted by an earlier choice
            total += np.where(new, self._draws(code), 0)
        counts: list[int] = total.tolist()
        return counts

    @property
    def _base(self) -> int:
        return len(self.levels) + 1

    @cached_property
    def _alike(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The entries that must move to free a draw, as a code, and how many draws have it.

        A code has one digit, from 1 on, for each level that an entry must move.
        """
        codes = np.zeros(self.most, np.int64)
        for entry, depth in enumerate(self.depths, start=1):
            for time in range(1, self.levels[entry - 1] + 1):
                codes = np.where(depth >= time, codes * self._base + entry, codes)
        return np.unique(codes, return_counts=True)

    def _draws(self, wanted: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many draws have each of these codes."""
        codes, draws = self._alike
        places = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
        return np.where(codes[places] == wanted, draws[places], 0)


def _some(size: int) -> Iterator[tuple[int, ...]]:
    """Every way to choose some of so many places."""
    for number in range(1, size + 1):
        yield from combinations(range(size), number)


def freeing(side: Side, movable: list[int], step: int, largest: int) -> Freeing:
    """What moves of up to `largest` levels in all can free of a step (0 to 2) of the verdict."""
    depths = np.empty((len(movable), DRAWS), np.uint8)
    for row, k in zip(depths, movable, strict=True):
        row[:] = _depth(side, side.answers[k], step)
    cost = depths.sum(axis=0)
    levels = tuple(side.answers[k].now or 0 for k in movable)
    return Freeing(depths[:, (cost > 0) & (cost <= largest)], levels, largest)


def _depth(side: Side, answer: Answer, step: int) -> Depths:
    planes = side.step(answer, step)[: answer.now][::-1]
    falling = np.bitwise_and.accumulate(planes, axis=0)
    bits = np.unpackbits(falling.view(np.uint8), axis=-1, bitorder="little")
    depth: Depths = bits.sum(axis=0, dtype=np.uint8)
    return depth
