"""The same model in the obvious ways: a loop over a networkx graph, and one that numba compiles."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import ModuleType

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from assess.findings.play import Stage
from assess.propagation import Arc, Sampled

Levels = dict[int, int]


def uncut(stage: Stage) -> list[Arc]:
    """The links that do not end in a node with an answer of its own, causes first."""
    network, answered = stage.ground.network, stage.answers.answered
    ordered = [network.arcs[k] for block in network.blocks for k in block.arcs]
    return [arc for arc in ordered if arc.target not in answered]


def by_networkx(stage: Stage, draws: int) -> Sampled:
    """One draw after another over a networkx graph: all nodes, both channels, and the verdict."""
    chance = random.Random(1)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(stage.ground.network.nodes)))
    for arc in uncut(stage):
        graph.add_edge(arc.origin, arc.target, share=arc.shares[1], drops=arc.drops)
    links = [link for _, _, link in graph.edges(data=True)]
    nodes = np.zeros((len(graph), 2, 3), int).tolist()
    verdict = np.zeros((2, 3), int).tolist()
    for _ in range(draws):
        for link in links:
            link["live"] = chance.random() < link["share"]
        for channel in (0, 1):
            levels = _worst(graph, _own(stage, channel, chance), channel)
            for node, level in levels.items():
                for reached in range(level):
                    nodes[node][channel][reached] += 1
            for reached in range(_step(levels, stage.ground.critical)):
                verdict[channel][reached] += 1
    return Sampled(np.array(nodes), np.array(verdict))


def _own(stage: Stage, channel: int, chance: random.Random) -> Levels:
    levels: Levels = {}
    for each in stage.answers.by_channel(channel):
        u = chance.random()
        levels[each.node] = max(levels.get(each.node, 0), sum(u < p for p in each.centre))
    return levels


def _worst(graph: nx.MultiDiGraph, levels: Levels, channel: int) -> Levels:
    """The level every node ends at in one draw: over live links until nothing gets worse."""
    waiting = list(levels)
    while waiting:
        node = waiting.pop()
        for _, target, link in graph.out_edges(node, data=True):
            level = levels[node] - link["drops"][channel]
            if link["live"] and level > levels.get(target, 0):
                levels[target] = level
                waiting.append(target)
    return levels


def _step(levels: Levels, critical: tuple[int, ...]) -> int:
    """Step 3 takes a critical property at level 3."""
    if any(levels.get(node, 0) == 3 for node in critical):
        return 3
    return min(2, max(levels.values(), default=0))


def by_numba(numba: ModuleType, stage: Stage) -> Callable[[int], Sampled]:
    """A loop over draws that numba compiles, one thread, numpy's fastest generator handed in."""
    arcs, stated = uncut(stage), stage.answers.stated
    ends = np.array([(arc.origin, arc.target, *arc.drops) for arc in arcs])
    shares = np.array([arc.shares[1] for arc in arcs])
    own = np.array([(each.node, each.channel) for each in stated])
    chances = np.array([each.centre for each in stated])
    critical = np.zeros(len(stage.ground.network.nodes), bool)
    critical[list(stage.ground.critical)] = True
    compiled = numba.njit(_draw_by_draw)

    def run(draws: int) -> Sampled:
        generator = np.random.Generator(np.random.SFC64(1))
        return Sampled(*compiled(generator, draws, ends, shares, own, chances, critical))

    return run


def _draw_by_draw(  # noqa: C901 - numba compiles its loops best in one place
    generator: np.random.Generator,
    draws: int,
    ends: NDArray[np.int64],
    shares: NDArray[np.float64],
    own: NDArray[np.int64],
    chances: NDArray[np.float64],
    critical: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Plain loops, as numba likes them."""
    nodes = np.zeros((len(critical), 2, 3), np.int64)
    verdict = np.zeros((2, 3), np.int64)
    live = np.zeros(len(shares), np.bool_)
    levels = np.zeros((2, len(critical)), np.int64)
    for _ in range(draws):
        levels[:] = 0
        for k in range(len(own)):
            u = generator.random()
            level = 0
            while level < 3 and u < chances[k, level]:
                level += 1
            node, channel = own[k]
            levels[channel, node] = max(levels[channel, node], level)
        for k in range(len(shares)):
            live[k] = generator.random() < shares[k]
        changed = True
        while changed:
            changed = False
            for k in range(len(shares)):
                if live[k]:
                    for channel in range(2):
                        level = levels[channel, ends[k, 0]] - ends[k, 2 + channel]
                        if level > levels[channel, ends[k, 1]]:
                            levels[channel, ends[k, 1]] = level
                            changed = True
        for channel in range(2):
            step = 0
            for node in range(len(critical)):
                level = levels[channel, node]
                for reached in range(level):
                    nodes[node, channel, reached] += 1
                step = max(step, level if critical[node] else min(level, 2))
            for reached in range(step):
                verdict[channel, reached] += 1
    return nodes, verdict
