"""For experts: Sobol' indices, the share of a result's spread that each factor brings.

First-order indices by Saltelli (2010), total ones by Jansen (1999), with bootstrap intervals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings import CHANNELS, Channel, staged
from assess.findings.explanation import level_of, three
from assess.findings.play import Play
from assess.propagation import count
from assess.robustness.mixing import mixed
from assess.robustness.model import Model, Output

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.framework import Framework
    from assess.method import Method
    from assess.variant import Variant

__all__ = ["Factor", "Indices", "Model", "Sensitivity", "model", "sensitivity", "sobol_indices"]

_RESAMPLES: Final = 100
_WIDTH: Final = 1.959963984540054  # standard deviations to either side that hold 95 %


class Indices(NamedTuple):
    """(factors,) each: indices and the half-widths of their 95 % bootstrap intervals.

    `first` is what a factor brings alone, `total` what it brings with all others together.
    """

    first: NDArray[np.float64]
    total: NDArray[np.float64]
    first_within: NDArray[np.float64]
    total_within: NDArray[np.float64]


class Factor(NamedTuple):
    """One factor with its indices; a judgement has node and part, a link its place (`link`) among
    the framework's links, and the node it ends in.
    """

    kind: Literal["judgement", "link"]
    node: str
    part: int
    link: int | None
    first: float
    first_within: float
    total: float
    total_within: float


@dataclass(frozen=True)
class Sensitivity:
    """What a result varies with, from runs on points of their own; largest total first.

    `mean` is the share of runs in which the output is 1 (see `Model.output`).
    """

    channel: Channel
    output: Output
    level: int
    mean: float
    factors: tuple[Factor, ...]


def sobol_indices(
    a: NDArray[np.generic], b: NDArray[np.generic], ab: NDArray[np.generic]
) -> Indices:
    """The indices of outputs on two sets of points, (points,), and with one factor swapped.

    Column k of `ab`, shaped (points, factors), holds the output on the first set with factor k
    taken from the second. An output that never varies has no indices; they are given as 0.
    """
    first_set, second_set, swapped = (each.astype(np.float64) for each in (a, b, ab))
    # uncentred, the products of the first-order estimator cancel badly
    centre = np.mean(np.concatenate((first_set, second_set, swapped.ravel())))
    one, other, moved = first_set - centre, second_set - centre, swapped - centre
    change = moved - one[:, None]
    terms = (one, other, one * one, other * other, other[:, None] * change, 0.5 * change * change)
    table = np.column_stack(terms)
    first, total = _indices(table.mean(axis=0)[None])
    firsts, totals = _indices(_weights(len(table)) @ table)
    return Indices(first[0], total[0], _within(firsts), _within(totals))


def _indices(means: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """First-order and total indices, (sets, factors) each, from rows of means."""
    factors = (means.shape[1] - 4) // 2
    mean = (means[:, 0] + means[:, 1]) / 2
    variance = (means[:, 2] + means[:, 3]) / 2 - mean * mean
    varies = variance[:, None] > 0
    told = np.divide(
        means[:, 4:], variance[:, None], out=np.zeros(means[:, 4:].shape), where=varies
    )
    return told[:, :factors], told[:, factors:]


def _within(resampled: NDArray[np.float64]) -> NDArray[np.float64]:
    within: NDArray[np.float64] = _WIDTH * resampled.std(axis=0, ddof=1)
    return within


@lru_cache(maxsize=2)
def _weights(points: int) -> NDArray[np.float64]:
    """(resamples, points): how often each point is drawn, as a share; the same everywhere."""
    chosen = mixed(0, _RESAMPLES * points) % np.uint64(points)
    rows = chosen.astype(np.int64).reshape(_RESAMPLES, points)
    return np.stack([np.bincount(row, minlength=points) for row in rows]) / points


def sensitivity(
    framework: Framework,
    assessment: Assessment,
    channel: Channel,
    *,
    output: Output = "verdict",
    draft: str = "d1",
    assessor: str = "a1",
    method: Method | None = None,
    variant: Variant | None = None,
) -> Sensitivity:
    """Which answers and links the result varies with. Raises AssessError as `analyse` does."""
    made = model(
        framework,
        assessment,
        channel,
        output=output,
        draft=draft,
        assessor=assessor,
        method=method,
        variant=variant,
    )
    if not made.size:
        return Sensitivity(channel, output, made.level, 0.0, ())
    a, b, ab = made.runs()
    found = sobol_indices(a, b, ab)
    factors = [_factor(made, k, found) for k in range(made.size)]
    factors.sort(key=lambda factor: -factor.total)
    mean = float(np.concatenate((a, b)).mean())
    return Sensitivity(channel, output, made.level, mean, tuple(factors))


def model(
    framework: Framework,
    assessment: Assessment,
    channel: Channel,
    *,
    output: Output = "verdict",
    draft: str = "d1",
    assessor: str = "a1",
    method: Method | None = None,
    variant: Variant | None = None,
) -> Model:
    """The propagation as a function of its factors. Raises AssessError as `analyse` does.

    For a verdict that nothing is found, the output is the first step: it varies with the same.
    """
    stage = staged(framework, assessment, draft, assessor, method=method, variant=variant)
    number = CHANNELS.index(channel)
    level = level_of(three(count(Play(stage, number).verdict[0]))) if output == "verdict" else 3
    place = {node.id: k for k, node in enumerate(framework.nodes)}
    goals = tuple(place[goal.id] for goal in framework.goals)
    return Model(stage, number, output, max(level, 1), goals)


def _factor(made: Model, number: int, found: Indices) -> Factor:
    each, ground = made.inputs[number], made.stage.ground
    values = [float(index[number]) for index in found]
    first, total, first_within, total_within = values
    indices = (first, first_within, total, total_within)
    if each.kind == "link":
        step = ground.steps[each.place]
        return Factor("link", step.target, 0, step.index, *indices)
    stated = made.stated[each.place]
    return Factor("judgement", ground.network.nodes[stated.node], stated.part, None, *indices)
