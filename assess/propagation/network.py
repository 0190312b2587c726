"""The nodes and the links that carry, in an order in which effects can be passed on once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Arc(NamedTuple):
    """A link that carries. `place` is its place among all links and so its dimension.

    `origin` and `target` are places in `Network.nodes`; `drops` are the levels lost by channel
    (harm, benefit); `shares` how often it carries: low, centre, high.
    """

    place: int
    origin: int
    target: int
    drops: tuple[int, int]
    shares: tuple[float, float, float]


class Block(NamedTuple):
    """Nodes that lie on common loops, or one node alone, and the arcs that end in them."""

    nodes: tuple[int, ...]
    arcs: tuple[int, ...]
    loop: bool


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes, arcs and blocks; every arc comes from its own block or an earlier one.

    `into` and `onward` are, node by node, the arcs that end and that start there.
    Networks are the same only if they are one object; `network` gives one for the same arcs.
    """

    nodes: tuple[str, ...]
    arcs: tuple[Arc, ...]
    blocks: tuple[Block, ...]
    into: tuple[tuple[int, ...], ...]
    onward: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=64)
def network(nodes: tuple[str, ...], arcs: tuple[Arc, ...]) -> Network:
    """The network over these nodes, its loops found and ordered once."""
    into = _by_node(len(nodes), [arc.target for arc in arcs])
    onward = _by_node(len(nodes), [arc.origin for arc in arcs])
    blocks = tuple(_block(component, arcs, into) for component in components(len(nodes), arcs))
    return Network(nodes, arcs, blocks, into, onward)


def _by_node(size: int, ends: list[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in range(size)]
    for k, node in enumerate(ends):
        found[node].append(k)
    return tuple(map(tuple, found))


def _block(
    component: tuple[int, ...], arcs: tuple[Arc, ...], into: tuple[tuple[int, ...], ...]
) -> Block:
    ending = tuple(k for node in component for k in into[node])
    inside = frozenset(component)
    return Block(component, ending, any(arcs[k].origin in inside for k in ending))


def components(size: int, arcs: tuple[Arc, ...]) -> tuple[tuple[int, ...], ...]:
    """The strongly connected components, causes before consequences (Tarjan 1972)."""
    onward: list[list[int]] = [[] for _ in range(size)]
    for arc in arcs:
        onward[arc.origin].append(arc.target)
    search = _Search(onward)
    for node in range(size):
        if node not in search.found:
            search.visit(node)
    return tuple(reversed(search.closed))


class _Search:
    """One run of Tarjan's algorithm, without recursion so that long chains cannot overflow."""

    def __init__(self, onward: list[list[int]]) -> None:
        self.onward = onward
        self.found: dict[int, int] = {}
        self.lowest: dict[int, int] = {}
        self.open: list[int] = []
        self.closed: list[tuple[int, ...]] = []
        self.placed: set[int] = set()

    def visit(self, root: int) -> None:
        trail = [(root, 0)]
        while trail:
            node, step = trail.pop()
            if step == 0:
                self._enter(node)
            if step < len(self.onward[node]):
                trail.append((node, step + 1))
                self._look(node, self.onward[node][step], trail)
            else:
                self._leave(node, trail)

    def _enter(self, node: int) -> None:
        self.found[node] = self.lowest[node] = len(self.found)
        self.open.append(node)

    def _look(self, node: int, target: int, trail: list[tuple[int, int]]) -> None:
        if target not in self.found:
            trail.append((target, 0))
        elif target not in self.placed:
            self.lowest[node] = min(self.lowest[node], self.found[target])

    def _leave(self, node: int, trail: list[tuple[int, int]]) -> None:
        if self.lowest[node] == self.found[node]:
            start = self.open.index(node)
            self.closed.append(tuple(sorted(self.open[start:])))
            self.placed.update(self.open[start:])
            del self.open[start:]
        if trail:
            parent = trail[-1][0]
            self.lowest[parent] = min(self.lowest[parent], self.lowest[node])
