"""The cross-check without any number: the strongest chain, as strong as its weakest link."""

from __future__ import annotations

import heapq
from itertools import count
from typing import TYPE_CHECKING, Final

import numpy as np

from assess.findings.answers import Answers
from assess.findings.effect import Chain
from assess.findings.ground import Ground
from assess.method import STRENGTHS
from assess.propagation import strongest

if TYPE_CHECKING:
    from assess.framework import Strength

_MATERIAL: Final = 2
_STRONG: Final = 3

_Strengths = list[list[int]]  # by node: of the strongest chain that brings level 1, 2, 3
_Routes = dict[tuple[int, int], tuple[int, tuple[int, ...]]]


def chains(ground: Ground, answers: Answers, channel: int) -> tuple[Chain, ...]:
    """The chain to every node; stated effects are taken as certain, direct answers cut."""
    starts = [(each.node, each.level) for each in answers.by_channel(channel)]
    words = np.array(ground.strengths, np.intp)
    found = strongest(ground.network, words, starts, answers.answered, channel).tolist()
    routes = _routes(ground, found, starts, channel)
    return tuple(_chain(ground, found[node], routes, node) for node in range(len(found)))


def _routes(
    ground: Ground, found: _Strengths, starts: list[tuple[int, int]], channel: int
) -> _Routes:
    """For every (node, level) reached by at least material links: origin and arcs of its chain.

    Among equally strong chains the shortest wins, then the one first in the framework.
    """
    routes: _Routes = {}
    order = count()
    queue: list[tuple[int, int, int, int, int, int, tuple[int, ...]]] = [
        (-_STRONG, 0, next(order), node, level, node, ()) for node, level in starts
    ]
    while queue:
        weakest, length, _, node, level, origin, arcs = heapq.heappop(queue)
        if (node, level) in routes:
            continue
        routes[node, level] = (origin, arcs)
        for k in ground.network.onward[node]:
            arc = ground.network.arcs[k]
            left = level - arc.drops[channel]
            strength = min(-weakest, ground.strengths[k])
            if left > 0 and strength == found[arc.target][left - 1] >= _MATERIAL:
                entry = (-strength, length + 1, next(order), arc.target, left, origin, (*arcs, k))
                heapq.heappush(queue, entry)
    return routes


def _chain(ground: Ground, strengths: list[int], routes: _Routes, node: int) -> Chain:
    for level in (3, 2, 1):
        if strengths[level - 1] >= _MATERIAL:
            origin, arcs = routes[node, level]
            steps = tuple(ground.steps[k] for k in arcs)
            words: list[Strength] = [step.strength for step in steps] or ["strong"]
            weakest = min(words, key=STRENGTHS.index)
            return Chain(level, ground.network.nodes[origin], weakest, steps)
    return Chain(0)
