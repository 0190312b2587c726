"""Equal split of a result, draw by draw, among what brought it: sums are exact."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.propagation.points import DRAWS, Planes, count

_BATCH: Final = 1 << 16  # words handled at once, small enough for the cache


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
    together = _together(present).tolist()
    return tuple(
        tuple(
            Share(
                sum(times / number for number, times in enumerate(row, start=1)) / DRAWS,
                row[0] / DRAWS,
            )
            for row in cell
        )
        for cell in together
    )


def _together(present: Planes) -> NDArray[np.int64]:
    """(cells, rows, numbers): how often a row is present among exactly 1, 2, 3 ... rows."""
    exactly = _exactly(present)[1:]
    stride = max(1, _BATCH // max(1, present.size))
    parts = [
        count(present[:, None] & exactly[None, first : first + stride])
        for first in range(0, len(exactly), stride)
    ]
    return np.concatenate(parts, axis=1).transpose(2, 0, 1)


def _exactly(present: Planes) -> Planes:
    """The draws in which exactly 0, 1, 2 ... rows are present, up to the most there ever are.

    Goes to 1 even where none ever is.
    """
    found = np.zeros((len(present) + 2, *present.shape[1:]), np.uint64)
    found[0] = ~np.uint64(0)
    most = 0
    for row in present:
        moved = found[: most + 1] & row
        found[: most + 1] ^= moved
        found[1 : most + 2] |= moved
        most += bool(found[most + 1].any())
    return found[: max(most, 1) + 1]
