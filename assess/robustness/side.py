"""One channel of an assessment, with the draws in which each answer alone brings the verdict.

The verdict takes the worst on any node and no link makes an effect worse, so its first two steps
are those drawn on the answers themselves. Its third is reached where a major effect gets to a
critical property: on it, or by links that lose no level. One sweep against the links finds those
draws for all nodes, and all that follows is ANDs and ORs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from assess.findings.explanation import level_of, three, triple
from assess.findings.play import Stage
from assess.propagation import WORDS, Arc, Planes, count, network, spread
from assess.robustness.answers import Answer
from assess.robustness.sureness import Reached

_ALL: Final = ~np.uint64(0)
_BATCH: Final = 16  # cases swept side by side, so that memory stays small


@dataclass(frozen=True, eq=False)
class Side:
    """One channel (0 harm, 1 benefit) with all its answers."""

    stage: Stage
    channel: int
    answers: tuple[Answer, ...]

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """The nodes (by place) with a gap and no direct answer: links bring what is found there."""
        return tuple(sorted(self.stage.answers.unknown - self.stage.answers.answered))

    @cached_property
    def reach(self) -> Planes:
        """(nodes, 1 + gaps, words): where a major effect on a node gets to a critical property.

        First as the answers stand, then were each of the gaps answered: a direct answer cuts the
        links into its node.
        """
        return reach(self.stage, self.channel, (None, *self.gaps))

    @cached_property
    def stated(self) -> Planes:
        """(answers, 3, words): what each answer alone brings to the verdict; gaps bring nothing."""
        found = np.zeros((len(self.answers), 3, WORDS), np.uint64)
        for row, answer in zip(found, self.answers, strict=True):
            if answer.now:
                row[:] = answer.drawn[answer.now - 1]
                row[2] &= self.reach[answer.place, 0]
        return found

    @cached_property
    def verdict(self) -> Planes:
        """(3, words): the draws that reach step 1, 2, 3 or worse."""
        found: Planes = np.bitwise_or.reduce(self.stated, axis=0)
        return found

    @cached_property
    def reached(self) -> Reached:
        """The verdict found."""
        return reached(self.verdict)

    def step(self, answer: Answer, number: int) -> Planes:
        """(3, words): where this answer alone brings a step, were it stated level 1, 2, 3.

        Steps are numbered from 0.
        """
        drawn = answer.drawn[:, number]
        return drawn & self.reach[answer.place, 0] if number == 2 else drawn


def reached(verdict: Planes) -> Reached:
    """The verdict that these draws make."""
    counts = three(count(verdict))
    return Reached(level_of(counts), triple(counts))


def reach(stage: Stage, channel: int, cut: Sequence[int | None]) -> Planes:
    """(nodes, cases, words): where a major effect on a node gets to a critical property.

    In each case the links into one more node are cut; None cuts only those into answered nodes.
    """
    firsts = range(0, len(cut), _BATCH)
    parts = [_reach(stage, channel, cut[first : first + _BATCH]) for first in firsts]
    return np.concatenate(parts, axis=1) if len(parts) > 1 else parts[0]


def _reach(stage: Stage, channel: int, cut: Sequence[int | None]) -> Planes:
    """Effects pass from the critical properties against the links that lose no level."""
    ground, answered = stage.ground, stage.answers.answered
    kept = [k for k, arc in enumerate(ground.network.arcs) if not arc.drops[channel]]
    back = network(ground.network.nodes, tuple(_turned(ground.network.arcs[k]) for k in kept))
    live = np.repeat(stage.links[kept, 1][:, None, None], len(cut), axis=1)
    for row, arc in zip(live, back.arcs, strict=True):
        row[[arc.origin in answered or arc.origin == node for node in cut]] = 0
    state = np.zeros((len(ground.network.nodes), len(cut), 1, WORDS), np.uint64)
    state[list(ground.critical)] = _ALL
    return spread(back, state, live, channel)[:, :, 0]


def _turned(arc: Arc) -> Arc:
    return arc._replace(origin=arc.target, target=arc.origin)
