"""Equal split of a result, draw by draw, among what brought it: sums are exact."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.propagation.points import DRAWS, Planes

_BATCH: Final = 1 << 15  # words handled at once, few enough for the processor's cache


class Share(NamedTuple):
    """`split` is the mean of 1 / (number present) over draws; `alone` the share present alone."""

    split: float
    alone: float


def shares(present: Planes) -> tuple[tuple[Share, ...], ...]:
    """For each cell, each row's share of the draws in which any row is present.

    `present` is shaped (rows, cells, words). In every draw the rows present share it equally. For
    causes this is the Shapley value: a draw is the game "one of these suffices", whose value for
    each is one over their number.
    """
    rows, cells, words = present.shape
    stride = max(1, _BATCH // max(1, rows * words))
    parts = (_shares(present[:, first : first + stride]) for first in range(0, cells, stride))
    return tuple(chain.from_iterable(parts))


def _shares(present: Planes) -> list[tuple[Share, ...]]:
    together = _together(present)
    splits = np.zeros(together.shape[1:])
    for number, times in enumerate(together, start=1):
        splits += times / number
    alone = together[0] / DRAWS
    return [
        tuple(map(Share, *cell))
        for cell in zip((splits / DRAWS).T.tolist(), alone.T.tolist(), strict=True)
    ]


def shares_of_each(many: Sequence[Planes]) -> list[tuple[tuple[Share, ...], ...]]:
    """The shares in each of several: those with as many rows are worked out together."""
    alike: dict[int, list[int]] = {}
    for place, present in enumerate(many):
        alike.setdefault(len(present), []).append(place)
    found: dict[int, tuple[tuple[Share, ...], ...]] = {}
    for places in alike.values():
        cells = iter(shares(np.concatenate([many[place] for place in places], axis=1)))
        for place in places:
            found[place] = tuple(islice(cells, many[place].shape[1]))
    return [found[place] for place in range(len(many))]


def _together(present: Planes) -> NDArray[np.int64]:
    """(numbers, rows, cells): how often a row is present among exactly 1, 2, 3 ... rows."""
    numbers = _at_least(present)
    bits = np.empty((len(numbers), *present.shape), np.uint8)
    meeting = np.empty_like(present)
    for least, counted in zip(numbers, bits, strict=True):
        np.bitwise_count(np.bitwise_and(present, least, out=meeting), out=counted)
    among: NDArray[np.int64] = bits.sum(-1, dtype=np.int64)  # 1 or more, 2 or more ...
    among[:-1] -= among[1:]
    return among


def _at_least(present: Planes) -> Planes:
    """The draws in which at least 1, 2 ... rows are present, up to the most there ever are.

    Goes to 1 even where none ever is.
    """
    found = np.zeros((len(present) + 1, *present.shape[1:]), np.uint64)
    joined = np.empty_like(found)
    most = 0
    for row in present:
        found[1 : most + 1] |= np.bitwise_and(found[:most], row, out=joined[:most])
        found[0] |= row
        most += bool(found[most].any())
    return found[: max(most, 1)]
