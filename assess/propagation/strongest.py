"""The cross-check without any number: how strong the strongest chain to each node is.

A chain is as strong as its weakest link, and among chains the strongest counts. A node's state is
nine bits: for level 1, 2, 3 one bit each for "weak", "material", "strong" or stronger. Then the
weakest link is an "and", the strongest chain an "or", and a lost level a shift, for all links that
lie equally deep at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assess.propagation.network import Network

States = NDArray[np.uint16]
Places = NDArray[np.intp]

_WORDS: Final = 3
_PASSES: Final = np.array([0b000000000, 0b001001001, 0b011011011, 0b111111111], np.uint16)
"""What a link of strength 0 (cut) to 3 lets through."""


def strongest(
    network: Network,
    strengths: NDArray[np.intp],
    starts: Iterable[tuple[int, int]],
    cut: Collection[int],
    channel: int,
) -> NDArray[np.uint8]:
    """(nodes, 3): how strong the strongest chain is that brings level 1, 2, 3; 0 where none does.

    `strengths` go with the arcs, 1 weak to 3 strong. `starts` are nodes and the levels stated
    there, held to be strong themselves; links into the nodes in `cut` do not carry.
    """
    plan = _plan(network)
    state = np.zeros(len(network.nodes), np.uint16)
    for node, level in starts:
        state[node] |= 0b111 << _WORDS * (level - 1)
    passing = _PASSES[strengths[plan.arcs]]
    if cut:
        closed = np.zeros(len(network.nodes), np.bool_)
        closed[list(cut)] = True
        passing[closed[plan.targets]] = 0
    for step in plan.steps:
        _take(step, state, passing[step.span], plan.shifts[channel, step.span])
    words = state[:, None] >> _WORDS * np.arange(3, dtype=np.uint16) & np.uint16(0b111)
    found: NDArray[np.uint8] = np.bitwise_count(words)
    return found


@dataclass(frozen=True, eq=False)
class _Step:
    """Links that can be followed at once: `span` of the plan's arcs, which come by target.

    `origins` are the arcs' own; `targets` has each target once, and `first` where its arcs begin.
    """

    span: slice
    origins: Places
    targets: Places
    first: Places
    loop: bool


@dataclass(frozen=True, eq=False)
class _Plan:
    """All arcs step by step; `shifts` is (2 channels, arcs): the bits a lost level takes."""

    arcs: Places
    targets: Places
    shifts: States
    steps: tuple[_Step, ...]


def _take(step: _Step, state: States, passing: States, shifts: States) -> None:
    """Follow the links of a step once, and links on loops until nothing changes."""
    while True:
        brought = (state[step.origins] >> shifts) & passing
        before = state[step.targets]
        after = before | np.bitwise_or.reduceat(brought, step.first)
        state[step.targets] = after
        if not step.loop or np.array_equal(before, after):
            return


@lru_cache(maxsize=16)
def _plan(network: Network) -> _Plan:
    """Blocks lie as deep as the longest row of blocks before them; loops are followed last."""
    block = {node: k for k, each in enumerate(network.blocks) for node in each.nodes}
    depth = [0] * len(network.blocks)
    order: list[tuple[int, bool, int, int]] = []
    for place, each in enumerate(network.blocks):
        origins = (block[network.arcs[k].origin] for k in each.arcs)
        depth[place] = max((depth[origin] + 1 for origin in origins if origin != place), default=0)
        for k in each.arcs:
            arc = network.arcs[k]
            order.append((depth[place], block[arc.origin] == place, arc.target, k))
    order.sort()
    arcs = np.array([k for *_, k in order], np.intp)
    ends = np.array([(arc.origin, arc.target, *arc.drops) for arc in network.arcs], np.intp)
    origins, targets, *drops = ends.reshape(-1, 4)[arcs].T
    steps, first = [], 0
    for (_, loop), group in groupby(order, key=itemgetter(0, 1)):
        span = slice(first, first := first + sum(1 for _ in group))
        once, begins = np.unique(targets[span], return_index=True)
        steps.append(_Step(span, origins[span], once, begins, loop))
    return _Plan(arcs, targets, (_WORDS * np.array(drops)).astype(np.uint16), tuple(steps))
