"""Equal split of a result, draw by draw, among what brought it: sums are exact."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from assess.propagation.points import DRAWS, Planes, count


class Share(NamedTuple):
    """`split` is the mean of 1 / (number present) over draws; `alone` the share present alone."""

    split: float
    alone: float


def shares(present: Planes) -> tuple[Share, ...]:
    """Each row's share of the draws in which any row is present.

    In every draw the rows present share it equally. For causes this is the Shapley value: a draw
    is the game "one of these suffices", whose value for each is one over their number.
    """
    if not len(present):
        return ()
    if len(present) == 1:
        whole = int(count(present)[0]) / DRAWS
        return (Share(whole, whole),)
    table = _together(present)
    numbers = np.arange(1, table.shape[1] + 1)
    splits = [sum((n / m for n, m in zip(row, numbers, strict=True)), 0.0) for row in table]
    return tuple(
        Share(float(split) / DRAWS, int(row[0]) / DRAWS)
        for split, row in zip(splits, table, strict=True)
    )


def _together(present: Planes) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """How often each row is present among exactly 1, 2, 3 ... rows."""
    tally = _tally(present)
    columns = []
    left = np.bitwise_or.reduce(tally)
    number = 0
    while left.any():
        number += 1
        exactly = _equals(tally, number)
        left = left & ~exactly
        columns.append(count(present & exactly))
    return np.stack(columns, axis=1) if columns else np.zeros((len(present), 1), np.int64)


def _tally(present: Planes) -> Planes:
    """The number of rows present in each draw, in binary, one plane a digit."""
    tally = np.zeros((len(present).bit_length(), present.shape[1]), np.uint64)
    for added, row in enumerate(present, start=1):
        carry = row
        for digit in range(added.bit_length()):
            tally[digit], carry = tally[digit] ^ carry, tally[digit] & carry
    return tally


def _equals(tally: Planes, number: int) -> Planes:
    same = np.full(tally.shape[1], ~np.uint64(0))
    for digit, plane in enumerate(tally):
        same &= plane if number >> digit & 1 else ~plane
    return same
