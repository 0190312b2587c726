"""The cross-check without numbers, on graphs with loops: as strong as the weakest link."""

from __future__ import annotations

import random

import numpy as np
import pytest

from assess.findings import analyse
from assess.propagation import Arc, Network, network, strongest
from tests.small import assessment, effect, framework


def any_network(chance: random.Random) -> tuple[Network, list[int]]:
    """Up to nine nodes with loops, doubled links and drops of 0 to 2."""
    size = chance.randint(1, 9)
    ends = [(chance.randrange(size), chance.randrange(size)) for _ in range(chance.randint(0, 20))]
    arcs = tuple(
        Arc(k, *pair, (chance.choice([0, 0, 1, 2]), chance.choice([0, 1])), (0.5, 0.5, 0.5))
        for k, pair in enumerate(pair for pair in ends if pair[0] != pair[1])
    )
    strengths = [chance.randint(1, 3) for _ in arcs]
    return network(tuple(f"n{k}" for k in range(size)), arcs), strengths


def slowly(
    net: Network, strengths: list[int], starts: list[tuple[int, int]], cut: set[int], channel: int
) -> list[list[int]]:
    """Passed on link by link, level by level, until nothing changes."""
    best = [[0, 0, 0] for _ in net.nodes]
    for node, level in starts:
        best[node][level - 1] = 3
    while True:
        before = [list(row) for row in best]
        for arc, strength in zip(net.arcs, strengths, strict=True):
            for level in range(1, 4 - arc.drops[channel]):
                came = min(strength, best[arc.origin][level + arc.drops[channel] - 1])
                if arc.target not in cut:
                    best[arc.target][level - 1] = max(best[arc.target][level - 1], came)
        if best == before:
            return best


@pytest.mark.parametrize("seed", range(60))
def test_it_equals_the_plain_reading(seed):
    chance = random.Random(seed)
    net, strengths = any_network(chance)
    nodes = range(len(net.nodes))
    starts = [(chance.choice(nodes), chance.randint(1, 3)) for _ in range(chance.randint(0, 4))]
    cut = set(chance.sample(nodes, chance.randint(0, min(2, len(nodes)))))
    for channel in (0, 1):
        found = strongest(net, np.array(strengths, np.intp), starts, cut, channel)
        assert found.tolist() == slowly(net, strengths, starts, cut, channel)


def test_a_long_chain_is_followed_to_its_end_and_remembers_its_weakest_link():
    arcs = tuple(Arc(k, k, k + 1, (0, 0), (0.5, 0.5, 0.5)) for k in range(3000))
    strengths = np.full(3000, 3)
    strengths[1500] = 2
    net = network(tuple(f"n{k}" for k in range(3001)), arcs)
    found = strongest(net, strengths, [(0, 3)], (), 0)
    assert found[1500].tolist() == [0, 0, 3]
    assert found[3000].tolist() == [0, 0, 2]


ROUTES = [
    ("the stronger chain, though longer", "a -> b strong | b -> c strong | a -> c weak", "ab bc"),
    ("of equally strong ones the shorter", "a -> b strong | b -> c strong | a -> c strong", "ac"),
    ("then the one first in the framework", "a -> x strong | a -> b strong | b -> c strong "
     "| x -> c strong", "ax xc"),
    ("the stronger start among equally strong chains", "a -> b material | b -> c material "
     "| a -> x strong | x -> c material", "ax xc"),
]  # fmt: skip


@pytest.mark.parametrize(("which", "links", "route"), ROUTES, ids=[row[0] for row in ROUTES])
def test_the_chain_told_is(which, links, route):
    lines = "\n".join(f"{line.strip()} underpins" for line in links.split("|"))
    frame = framework("a", "b x c", "", lines)
    chain = analyse(frame, assessment(frame, effect("a", "major"))).node("c").harm.chain
    assert [step.origin + step.target for step in chain.steps] == route.split()
