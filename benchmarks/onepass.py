"""One pass of the cross-check without numbers over a large graph, against a networkx loop.

Run `python -m benchmarks.onepass`. The graph has layers, and each link leads from one layer into
the next. Both sides are given the graph ready made and work out, for every node and level, how
strong the strongest chain is; they must agree.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from assess.propagation import Arc, Network, network, strongest
from benchmarks.figure import Figure, in_turns, told

LAYERS = 50
SIZES = ((1_000, 2_667), (10_000, 26_670), (100_000, 267_000))
HARM = 0
ROUNDS = 5


@dataclass(frozen=True)
class Graph:
    """The same links for both sides; `starts` are nodes and the levels stated there."""

    network: Network
    strengths: NDArray[np.intp]
    starts: list[tuple[int, int]]

    @classmethod
    def layered(cls, nodes: int, links: int) -> Graph:
        """Random links from each layer into the next; one node in 50 has an effect of its own."""
        chance, wide = np.random.default_rng(1), nodes // LAYERS
        more = links + links // 4  # some come twice, and are then left out
        layers = chance.integers(0, LAYERS - 1, more)
        origins = layers * wide + chance.integers(0, wide, more)
        targets = (layers + 1) * wide + chance.integers(0, wide, more)
        ends = list(dict.fromkeys(zip(origins.tolist(), targets.tolist(), strict=True)))[:links]
        arcs = tuple(
            Arc(k, *pair, (drop, 0), (0.5, 0.5, 0.5))
            for k, (pair, drop) in enumerate(
                zip(ends, chance.choice([0, 0, 0, 1], links).tolist(), strict=True)
            )
        )
        own = zip(
            chance.integers(0, nodes, nodes // 50).tolist(),
            chance.integers(1, 4, nodes // 50).tolist(),
            strict=True,
        )
        made = network(tuple(map(str, range(nodes))), arcs)
        return cls(made, chance.integers(1, 4, len(arcs)), list(own))

    def ours(self) -> NDArray[np.uint8]:
        return strongest(self.network, self.strengths, self.starts, (), HARM)

    def for_networkx(self) -> tuple[nx.DiGraph, list[int]]:
        """The graph and an order in which causes come before consequences."""
        graph = nx.DiGraph()
        graph.add_nodes_from(range(len(self.network.nodes)))
        for arc, strength in zip(self.network.arcs, self.strengths.tolist(), strict=True):
            graph.add_edge(arc.origin, arc.target, strength=strength, drop=arc.drops[HARM])
        return graph, list(nx.topological_sort(graph))


def by_networkx(
    graph: nx.DiGraph, order: list[int], starts: list[tuple[int, int]]
) -> list[list[int]]:
    """Node by node, link by link, level by level."""
    best = [[0, 0, 0] for _ in order]
    for node, level in starts:
        best[node][level - 1] = 3
    for node in order:
        here = best[node]
        for origin, link in graph.pred[node].items():
            strength, drop, there = link["strength"], link["drop"], best[origin]
            for level in range(3 - drop):
                here[level] = max(here[level], min(strength, there[level + drop]))
    return best


def figures() -> list[Figure]:
    """One row for each size; the largest has the demand."""
    return [row for nodes, links in SIZES for row in at(nodes, links)]


def at(nodes: int, links: int) -> list[Figure]:
    """Times of one pass, and whether both found the same."""
    graph = Graph.layered(nodes, links)
    theirs, order = graph.for_networkx()
    same = graph.ours().tolist() == by_networkx(theirs, order, graph.starts)
    taken = in_turns(
        ROUNDS, ours=graph.ours, networkx=lambda: by_networkx(theirs, order, graph.starts)
    )
    name = f"one pass, {nodes:,} nodes and {len(graph.network.arcs):,} links"
    demand = 80 if nodes == SIZES[-1][0] else None
    over = taken["networkx"] / taken["ours"]
    return [
        Figure(f"{name}: answers that differ", int(not same), "", most=0),
        Figure(f"{name}, ours", 1e3 * taken["ours"], "ms"),
        Figure(f"{name}, over the networkx loop", over, "x", least=demand),
    ]


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
