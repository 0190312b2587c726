"""Where effects arrive: links carry or not, and the worst that arrives counts.

Arrays hold one channel, shaped (nodes, slots, 3 levels, words): slots are cases played side by
side on the same draws (readings of the words, or causes one by one).
"""

from __future__ import annotations

import numpy as np

from assess.propagation.network import Block, Network
from assess.propagation.points import WORDS, Planes


def empty(nodes: int, slots: int) -> Planes:
    """Nothing happens anywhere."""
    return np.zeros((nodes, slots, 3, WORDS), np.uint64)


def spread(network: Network, state: Planes, live: Planes, channel: int) -> Planes:
    """Fill `state` up to the least one closed under the live links, and give it back.

    `live` is shaped (arcs, slots or 1, 1, words): the draws in which each arc carries; an arc
    that is cut never does. An effect loses the arc's drop for the channel (0 harm, 1 benefit).
    """
    carrying = np.any(live, axis=(1, 2, 3)).tolist()
    for block in network.blocks:
        arcs = tuple(k for k in block.arcs if carrying[k])
        if arcs:
            _settle(network, block._replace(arcs=arcs), state, live, channel)
    return state


def carry(target: Planes, origin: Planes, live: Planes, drop: int) -> None:
    """Add to `target` what one link brings; both end in (3 levels, words)."""
    target[..., : 3 - drop, :] |= origin[..., drop:, :] & live


def steps(state: Planes, critical: tuple[int, ...]) -> Planes:
    """Step 1, 2, 3 or more of the verdict: the worst on any node; for step 3 on a critical one.

    `state` is (nodes, anything, 3 levels, words) and what comes back has no nodes.
    """
    found: Planes = np.bitwise_or.reduce(state, axis=0)
    found[..., 2, :] = np.bitwise_or.reduce(state[list(critical), ..., 2, :], axis=0)
    return found


def _settle(network: Network, block: Block, state: Planes, live: Planes, channel: int) -> None:
    """One round, and inside loops as many as it takes until nothing changes."""
    nodes = list(block.nodes)
    while True:
        before = state[nodes] if block.loop else None
        for k in block.arcs:
            arc = network.arcs[k]
            carry(state[arc.target], state[arc.origin], live[k], arc.drops[channel])
        if before is None or np.array_equal(before, state[nodes]):
            return
