"""The simple ways by which effects reach a node, best first."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from itertools import count as numbered
from typing import Final, NamedTuple

from assess.propagation.network import Network

_NEVER: Final = (0.0, 0.0, 0.0)


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
    queue = [(-1.0, next(order), False, Way(node, (), 0), 1 << node)]
    while queue and len(found) < limit:
        chance, _, whole, way, seen = heapq.heappop(queue)
        if whole:
            found.append(way)
            continue
        origin, arcs, lost = way
        own = chances.get(origin, _NEVER)[level + lost - 1]
        if own > 0:
            heapq.heappush(queue, (chance * own, next(order), True, way, seen))
        if origin in cut:
            continue
        for k in network.into[origin]:
            _, source, _, drops, shares = network.arcs[k]
            drop = lost + drops[channel]
            if not seen >> source & 1 and level + drop <= 3:
                longer = Way(source, (k, *arcs), drop)
                entry = (chance * shares[1], next(order), False, longer, seen | 1 << source)
                heapq.heappush(queue, entry)
    return tuple(found)
