"""The cross-check without any number: the strongest chain, as strong as its weakest link."""

from __future__ import annotations

import heapq
from itertools import count
from typing import TYPE_CHECKING, Final

from assess.findings.answers import Answers
from assess.findings.effect import Chain
from assess.findings.ground import Ground
from assess.method import STRENGTHS

if TYPE_CHECKING:
    from assess.framework import Strength

_MATERIAL: Final = 2
_STRONG: Final = 3

_Best = dict[tuple[int, int], tuple[int, int, tuple[int, ...]]]


def chains(ground: Ground, answers: Answers, channel: int) -> tuple[Chain, ...]:
    """The chain to every node; stated effects are taken as certain, direct answers cut."""
    best = _strongest(ground, answers, channel)
    return tuple(_chain(ground, best, node) for node in range(len(ground.network.nodes)))


def _strongest(ground: Ground, answers: Answers, channel: int) -> _Best:
    """For every (node, level): weakest link, origin and arcs of the strongest chain there.

    Among equally strong chains the shortest wins, then the one first in the framework.
    """
    best: _Best = {}
    order = count()
    queue: list[tuple[int, int, int, int, int, int, tuple[int, ...]]] = [
        (-_STRONG, 0, next(order), each.node, each.level, each.node, ())
        for each in answers.by_channel(channel)
    ]
    while queue:
        weakest, length, _, node, level, origin, arcs = heapq.heappop(queue)
        if (node, level) in best:
            continue
        best[node, level] = (-weakest, origin, arcs)
        for k, arc in enumerate(ground.network.arcs):
            left = level - arc.drops[channel]
            if arc.origin == node and left > 0 and arc.target not in answers.answered:
                entry = (max(weakest, -ground.strengths[k]), length + 1, next(order))
                heapq.heappush(queue, (*entry, arc.target, left, origin, (*arcs, k)))
    return best


def _chain(ground: Ground, best: _Best, node: int) -> Chain:
    for level in (3, 2, 1):
        strength, origin, arcs = best.get((node, level), (0, 0, ()))
        if strength >= _MATERIAL:
            steps = tuple(ground.steps[k] for k in arcs)
            words: list[Strength] = [step.strength for step in steps] or ["strong"]
            weakest = min(words, key=STRENGTHS.index)
            return Chain(level, ground.network.nodes[origin], weakest, steps)
    return Chain(0)
