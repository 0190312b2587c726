"""Plain random draws, as many as wanted, in little memory: what the fixed draws are held against.

The same model as everywhere: a link carries or not, and the worst that arrives counts. Findings
use the fixed draws of `points`; these are for references whose own error must be small.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.propagation.network import Network
from assess.propagation.points import Planes, count, threshold
from assess.propagation.reach import steps

CHUNK: Final = 16_384
"""Draws worked out at once; few enough for the processor's cache."""

_NONE: Final = np.uint64(0)
_ALL: Final = ~_NONE
_BITS: Final = 32
_SHARED: Final = 12  # bits drawn for all draws; then one in 4,096 is still open
_REST: Final = _BITS - _SHARED


class Source(NamedTuple):
    """An effect that starts at `node` in `channel` (0 harm, 1 benefit).

    `chances` are those of level 1, 2, 3 or more.
    """

    node: int
    channel: int
    chances: tuple[float, float, float]


class Sampled(NamedTuple):
    """In how many draws level, or step of the verdict, 1, 2, 3 or more is reached.

    `nodes` is (nodes, 2 channels, 3), `verdict` (2 channels, 3).
    """

    nodes: NDArray[np.int64]
    verdict: NDArray[np.int64]


def sample(
    network: Network, sources: Sequence[Source], critical: tuple[int, ...], draws: int, seed: int
) -> Sampled:
    """Play so many independent draws; the same seed gives the same counts.

    Step 3 of the verdict takes a critical node at level 3. Chances and shares count to one part
    in 2**32. Memory does not grow with `draws`.
    """
    random = np.random.SFC64(seed)
    happening = _Events([source.chances for source in sources], 3)
    carrying = _Events([arc.shares[1:2] for arc in network.arcs], 1)
    nodes = np.zeros((len(network.nodes), 2, 3), np.int64)
    verdict = np.zeros((2, 3), np.int64)
    for first in range(0, draws, CHUNK):
        here = min(CHUNK, draws - first)
        words = -(-here // 64)
        state = np.zeros((len(network.nodes), 2, 3, words), np.uint64)
        own = happening.drawn(random, words) & _first(here, words)
        for source, drawn in zip(sources, own, strict=True):
            state[source.node, source.channel] |= drawn
        _sweep(network, state, carrying.drawn(random, words)[:, 0])
        nodes += count(state)
        verdict += count(steps(state, critical))
    return Sampled(nodes, verdict)


class _Events:
    """Things that happen with given chances; each has a row of `width` chances on one number.

    A random number is drawn bit by bit, most significant first, for 64 draws at once, and compared
    with the chance written in binary: the first bit that differs decides.
    """

    def __init__(self, chances: Sequence[Sequence[float]], width: int) -> None:
        bounds = np.array([[threshold(each) for each in row] for row in chances], np.uint64)
        self._bounds = bounds.reshape(len(chances), width)
        self._certain = self._planes(_BITS)
        self._bits = [self._planes(_BITS - 1 - place) for place in range(_SHARED)]

    def _planes(self, bit: int) -> Planes:
        """(events, chances, 1): all ones where a bound has this bit."""
        found: Planes = np.where(self._bounds >> np.uint64(bit) & np.uint64(1), _ALL, _NONE)
        return found[:, :, None]

    def drawn(self, random: np.random.SFC64, words: int) -> Planes:
        """(events, chances, words): the draws in which each happens."""
        below = np.repeat(self._certain, words, axis=2)
        equal = ~below
        for bits in self._bits:
            number = random.random_raw(len(below) * words).reshape(len(below), 1, words)
            differ = np.bitwise_xor(number, bits)
            differ &= equal
            equal ^= differ
            differ &= bits
            below |= differ
        self._finish(random, below, equal)
        return below

    def _finish(self, random: np.random.SFC64, below: Planes, equal: Planes) -> None:
        """Settle the few draws whose first bits are those of the bound: one number for each."""
        still = np.bitwise_or.reduce(equal, axis=1)
        events, words = np.nonzero(still)
        bits = np.unpackbits(still[events, words, None].view(np.uint8), axis=1, bitorder="little")
        which, places = np.nonzero(bits)
        events, words = events[which], words[which]
        numbers = random.random_raw(len(which)) >> np.uint64(64 - _REST)
        less = numbers[:, None] < self._bounds[events] & np.uint64((1 << _REST) - 1)
        found = less.astype(np.uint64) << places[:, None].astype(np.uint64)
        for k in range(below.shape[1]):
            at = (events, words)
            np.bitwise_or.at(below[:, k], at, found[:, k] & equal[:, k][at])


def _first(draws: int, words: int) -> Planes:
    """(words): the first so many draws, so that the last chunk may be a part of one."""
    found = np.full(words, _ALL)
    if draws % 64:
        found[-1] = _ALL >> np.uint64(64 - draws % 64)
    return found


def _sweep(network: Network, state: Planes, live: Planes) -> None:
    """Pass effects on, block by block; inside loops until nothing changes."""
    for block in network.blocks:
        nodes = list(block.nodes)
        while True:
            before = state[nodes] if block.loop else None
            for k in block.arcs:
                _pass_on(network, k, state, live[k])
            if before is None or np.array_equal(before, state[nodes]):
                break


def _pass_on(network: Network, k: int, state: Planes, live: Planes) -> None:
    arc = network.arcs[k]
    for channel, drop in enumerate(arc.drops):
        state[arc.target, channel, : 3 - drop] |= state[arc.origin, channel, drop:] & live
