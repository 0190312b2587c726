"""The simple ways by which effects reach a node, best first."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from itertools import count as numbered
from typing import NamedTuple

from assess.propagation.network import Network


class Way(NamedTuple):
    """Arcs from a judged node to the node asked about; empty where they are the same.

    `drop` is the number of levels lost on the way.
    """

    origin: int
    arcs: tuple[int, ...]
    drop: int


def ways(
    network: Network,
    node: int,
    channel: int,
    chances: Mapping[int, tuple[float, float, float]],
    cut: frozenset[int],
    level: int,
    limit: int,
) -> tuple[Way, ...]:
    """The likeliest `limit` ways that can bring `level` or more to `node`, likeliest first.

    `chances` holds, for each node with an effect of its own, the chance of level 1, 2, 3 or
    more there. Links into the nodes in `cut` do not carry.
    """
    found: list[Way] = []
    order = numbered()
    # largest chance first; the running number settles ties by the order of the framework
    queue = [(-1.0, next(order), False, Way(node, (), 0), frozenset([node]))]
    while queue and len(found) < limit:
        chance, _, whole, way, seen = heapq.heappop(queue)
        if whole:
            found.append(way)
            continue
        own = chances.get(way.origin, (0.0, 0.0, 0.0))[level + way.drop - 1]
        if own > 0:
            heapq.heappush(queue, (chance * own, next(order), True, way, seen))
        if way.origin in cut:
            continue
        for k in network.into[way.origin]:
            arc = network.arcs[k]
            drop = way.drop + arc.drops[channel]
            if arc.origin not in seen and level + drop <= 3:
                longer = Way(arc.origin, (k, *way.arcs), drop)
                entry = (chance * arc.shares[1], next(order), False, longer, seen | {arc.origin})
                heapq.heappush(queue, entry)
    return tuple(found)
