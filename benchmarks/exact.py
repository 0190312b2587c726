"""pyAgrum's exact noisy-OR network on the part of the shipped graph that it can hold.

Run `python -m benchmarks.exact`. Without the links that close a loop or lose a level, each level of
harm is such a network. `tests/oracles` compares more, drops included; here it is timed as well.
"""

from __future__ import annotations

import sys
from types import ModuleType

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from assess.findings.play import Stage
from assess.propagation import DRAWS, Arc, count, empty, network, planes, spread, threshold
from benchmarks import peers
from benchmarks.figure import Figure, in_turns, ratio, told
from benchmarks.loops import uncut
from benchmarks.material import stage

HARM = 0
ROUNDS = 7


def acyclic(given: Stage) -> tuple[Arc, ...]:
    """In the framework's order, the links without drop that close no loop."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(given.ground.network.nodes)))
    kept = []
    for arc in sorted(uncut(given)):
        if not arc.drops[HARM] and not nx.has_path(graph, arc.target, arc.origin):
            graph.add_edge(arc.origin, arc.target)
            kept.append(arc)
    return tuple(kept)


def by_pyagrum(gum: ModuleType, given: Stage, kept: tuple[Arc, ...]) -> NDArray[np.float64]:
    """(nodes, 3): the chance of level 1, 2, 3 or more, one network a level."""
    names = given.ground.network.nodes
    found = []
    for level in range(3):
        own = {each.node: each.centre[level] for each in given.answers.by_channel(HARM)}
        net = gum.BayesNet()
        for node, name in enumerate(names):
            net.addNoisyORNet(gum.LabelizedVariable(name, name, 2), own.get(node, 0.0))
        for arc in kept:
            net.addWeightedArc(names[arc.origin], names[arc.target], arc.shares[1])
        exact = gum.LazyPropagation(net)
        exact.makeInference()
        found.append([exact.posterior(name)[1] for name in names])
    return np.array(found).T


def by_draws(given: Stage, kept: tuple[Arc, ...]) -> NDArray[np.float64]:
    """The same from the fixed draws."""
    graph = network(given.ground.network.nodes, kept)
    live = np.stack([planes(arc.place, (threshold(arc.shares[1]),)) for arc in kept])
    state = empty(len(graph.nodes), 1)
    for each in given.answers.by_channel(HARM):
        state[each.node, 0] = planes(each.dimension, tuple(map(threshold, each.centre)))
    return count(spread(graph, state, live[:, None], HARM))[:, 0] / DRAWS


def figures() -> list[Figure]:
    """Worst difference and times."""
    given, gum = stage("quick", seed=1), peers.load("pyagrum")
    kept = acyclic(given)
    exact = by_pyagrum(gum, given, kept) if gum else None
    apart = None if exact is None else 100 * float(np.abs(exact - by_draws(given, kept)).max())
    taken = in_turns(
        ROUNDS,
        ours=lambda: by_draws(given, kept),
        pyagrum=(lambda: by_pyagrum(gum, given, kept)) if gum else None,
    )
    name = f"exact network ({len(kept)} links)"
    return [
        Figure(f"{name}, apart from the draws at worst", apart, "points", most=0.5),
        Figure(f"{name}, pyAgrum over our draws", ratio(taken["pyagrum"], taken["ours"]), "x"),
    ]


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
