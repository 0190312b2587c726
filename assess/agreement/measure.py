"""How far people agree: Krippendorff's alpha for ordered levels, and plain counts beside it.

Alpha as in Hayes and Krippendorff 2007, "Answering the call for a standard reliability measure for
coding data", Communication Methods and Measures 1(1): any number of people, answers may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Reason = Literal["no-answers", "one-assessor", "no-overlap", "few-items", "no-variation"]
Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST: Final = 10
"""Fewer items than this that two people or more have answered give no alpha."""
LEVELS: Final = 4
RESAMPLES: Final = 1_000
_SEED: Final = 2007
_SIDES: Final = (0.025, 0.975)
_ENOUGH: Final = 0.95


class Measure(NamedTuple):
    """How far the levels stated agree.

    `alpha` is 1 where all agree and about 0 where they agree no more than by chance (it can be
    negative); None where `reason` says why. `low` and `high` enclose it in 95 % of sets of items
    drawn anew, None where too many of those sets have no variation. `items` counts those with a
    level from two people or more. Of all `pairs` of answers to the same item `equal` state the
    same level and `near` the same or the next one.
    """

    alpha: float | None
    low: float | None
    high: float | None
    reason: Reason | None
    items: int
    pairs: int
    equal: int
    near: int


def measure(items: Sequence[Sequence[int | None]], people: int) -> Measure:
    """From the levels (0 to 3, None where missing) that people state on each item.

    `people` is how many of them have an answer that says anything.
    """
    counts = np.zeros((len(items), LEVELS), np.int64)
    for row, levels in zip(counts, items, strict=True):
        for level in levels:
            if level is not None:
                row[level] += 1
    common = counts[counts.sum(axis=1) >= 2]
    found = alpha(common) if len(common) >= LEAST else None
    low, high = _interval(common) if found is not None else (None, None)
    neighbours = int((common[:, 1:] * common[:, :-1]).sum())
    return Measure(
        alpha=found,
        low=low,
        high=high,
        reason=_reason(people, len(common)) if found is None else None,
        items=len(common),
        pairs=_pairs(common.sum(axis=1)),
        equal=_pairs(common),
        near=_pairs(common) + neighbours,
    )


def _reason(people: int, common: int) -> Reason:
    if people < 2:
        return "one-assessor" if people else "no-answers"
    if not common:
        return "no-overlap"
    return "few-items" if common < LEAST else "no-variation"


def _pairs(counts: Counts) -> int:
    """How many pairs can be made within each count, all together."""
    return int((counts * (counts - 1) // 2).sum())


def alpha(counts: Counts) -> float | None:
    """Krippendorff's alpha for ordered values; None where all answers are the same.

    `counts` is (items, values): how many people gave each value. Items with fewer than two
    answers play no part.
    """
    common = counts[counts.sum(axis=1) >= 2]
    found = float(_alphas(_coincidences(common).sum(axis=0)))
    return None if np.isnan(found) else found


def _coincidences(counts: Counts) -> Floats:
    """(items, values, values): ordered pairs of answers, each answer weighing the same."""
    own = counts[:, :, None] * np.eye(counts.shape[1], dtype=np.int64)
    pairs = counts[:, :, None] * counts[:, None, :] - own
    weighed: Floats = pairs / (counts.sum(axis=1) - 1)[:, None, None]
    return weighed


def _alphas(coincidences: Floats) -> Floats:
    """Alpha of each table in (..., values, values); not a number where there is no variation."""
    totals = coincidences.sum(axis=-1)
    # between two values lie the answers in between and half of those at either end
    middles = totals.cumsum(axis=-1) - totals / 2
    distances = (middles[..., :, None] - middles[..., None, :]) ** 2
    observed = (coincidences * distances).sum(axis=(-2, -1))
    chance = totals[..., :, None] * totals[..., None, :] * distances
    expected = chance.sum(axis=(-2, -1)) / np.maximum(totals.sum(axis=-1) - 1, 1)
    ratio = np.full_like(expected, np.nan)
    np.divide(observed, expected, out=ratio, where=expected > 0)
    found: Floats = 1 - ratio
    return found


def _interval(common: Counts) -> tuple[float | None, float | None]:
    """Between what alpha lies in 95 % of as many items drawn again and again from these."""
    pairs = _coincidences(common)
    drawn = _drawn(len(common)) @ pairs.reshape(len(common), -1)
    found = _alphas(drawn.reshape(RESAMPLES, *pairs.shape[1:]))
    found = found[~np.isnan(found)]
    if len(found) < _ENOUGH * RESAMPLES:
        return None, None
    low, high = np.quantile(found, _SIDES).tolist()
    return low, high


@lru_cache(maxsize=8)
def _drawn(items: int) -> Floats:
    """(resamples, items): how often each item is drawn, the same on every platform."""
    # the raw stream is fixed for good; what numpy makes of it may change between versions
    raw = np.random.PCG64(_SEED).random_raw(RESAMPLES * items) >> np.uint64(32)
    places = (raw * np.uint64(items) >> np.uint64(32)).astype(np.int64).reshape(RESAMPLES, items)
    cells = (places + items * np.arange(RESAMPLES)[:, None]).ravel()
    counted = np.bincount(cells, minlength=RESAMPLES * items)
    times: Floats = counted.reshape(RESAMPLES, items).astype(np.float64)
    times.flags.writeable = False
    return times
