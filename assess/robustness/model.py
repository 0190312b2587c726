"""The propagation as a function of many numbers between 0 and 1, for indices of sensitivity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings.answers import Stated
from assess.findings.play import Stage
from assess.propagation import Planes, numbers, spread, threshold

Output = Literal["verdict", "goal"]

POINTS: Final = 1_024
"""Base points; as many runs are made for each factor, and twice as many to begin with."""

_STEPS: Final = 256  # dimensions before 1,024 points of a lattice repeat themselves


class Input(NamedTuple):
    """A factor: an effect stated (its place among them), or a link (its place among the arcs)."""

    kind: Literal["judgement", "link"]
    place: int
    chances: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """One channel of a staged assessment.

    `output` is 1 in a run in which the verdict reaches step `level` (1 to 3), or in which a goal
    is affected to a major degree.
    """

    stage: Stage
    channel: int
    output: Output
    level: int
    goals: tuple[int, ...]

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """The effects stated in this channel."""
        return self.stage.answers.by_channel(self.channel)

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """The factors: effects stated, then links that carry and are not cut."""
        arcs, cut = self.stage.ground.network.arcs, self.stage.answers.answered
        return (
            *(Input("judgement", k, each.centre) for k, each in enumerate(self.stated)),
            *(
                Input("link", k, arc.shares[1:2])
                for k, arc in enumerate(arcs)
                if arc.target not in cut
            ),
        )

    @property
    def size(self) -> int:
        """How many factors there are."""
        return len(self.inputs)

    def evaluate(self, x: NDArray[np.float64]) -> NDArray[np.uint8]:
        """(rows,): the output for each row of `x`, shaped (rows, size) with numbers from 0 to 1.

        Rows come in whole words: a multiple of 64.
        """
        drawn = [
            _packed(np.stack([column < chance for chance in each.chances]))
            for column, each in zip(np.ascontiguousarray(x.T), self.inputs, strict=True)
        ]
        return _unpacked(self._run([planes[:, None] for planes in drawn])[0])

    def runs(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
        """The output on two sets of points, (POINTS,) each, and on the first with each factor
        taken from the second, (POINTS, size).

        Points that two sets share are not drawn twice: a factor is swapped by swapping its planes.
        """
        first, second = (self._drawn(start) for start in (0, self.size))
        cases = []
        for k, (one, other) in enumerate(zip(first, second, strict=True)):
            each = np.repeat(one[:, None], self.size + 2, axis=1)
            each[:, [1, k + 2]] = other[:, None]
            cases.append(each)
        found = _unpacked(self._run(cases))
        return found[0], found[1], found[2:].T

    def _drawn(self, start: int) -> list[Planes]:
        """Each factor's planes, on rows of numbers of its own."""
        return [
            _packed(np.stack([_row(start + k) < threshold(chance) for chance in each.chances]))
            for k, each in enumerate(self.inputs)
        ]

    def _run(self, drawn: list[Planes]) -> Planes:
        """(cases, words): where the output is 1; `drawn` is (chances, cases, words) by factor."""
        network = self.stage.ground.network
        cases, words = drawn[0].shape[1:] if drawn else (1, 1)
        state = np.zeros((len(network.nodes), cases, 3, words), np.uint64)
        live = np.zeros((len(network.arcs), cases, 1, words), np.uint64)
        for each, planes in zip(self.inputs, drawn, strict=True):
            if each.kind == "link":
                live[each.place] = planes.swapaxes(0, 1)
            else:
                state[self.stated[each.place].node] |= planes.swapaxes(0, 1)
        return self._output(spread(network, state, live, self.channel))

    def _output(self, state: Planes) -> Planes:
        nodes = list(range(len(state)))
        if self.output == "goal":
            nodes = list(self.goals)
        elif self.level == 3:
            nodes = list(self.stage.ground.critical)
        level = 3 if self.output == "goal" else self.level
        found: Planes = np.bitwise_or.reduce(state[nodes, :, level - 1], axis=0)
        return found


def _row(number: int) -> NDArray[np.uint32]:
    """Every second point of the first lattice, which is a lattice itself."""
    turn, power = divmod(number, _STEPS)
    return numbers(2 * _STEPS * turn + power)[: 2 * POINTS : 2]


def _packed(below: NDArray[np.bool_]) -> Planes:
    return np.packbits(below, axis=-1, bitorder="little").view(np.uint64)


def _unpacked(planes: Planes) -> NDArray[np.uint8]:
    return np.unpackbits(planes.view(np.uint8), axis=-1, bitorder="little")
