"""Plain random draws: right by enumeration, small in memory, and the measure of the fixed ones."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from assess.findings import staged
from assess.findings.play import Play
from assess.propagation import DRAWS, Arc, Network, Source, count, network, sample
from tests.enumeration import Link, Worlds
from tests.shipped import LIBRARY
from tests.small import any_answers

MANY = 1_000_000
NAMES = ("a", "b", "c", "d")
LINKS = (
    Link("a", "b", 0.5),
    Link("b", "a", 0.25, drop=1),
    Link("a", "c", 0.9),
    Link("b", "c", 0.2, drop=1),
    Link("c", "d", 1.0),
)
OWN = (("a", (0.7, 0.5, 0.05)), ("b", (0.3, 0.3, 0.3)), ("b", (0.9, 0.1, 0.0)))


def small(links: tuple[Link, ...] = LINKS) -> Network:
    """A loop, drops and a link that always carries; a benefit never loses a level."""
    arcs = tuple(
        Arc(
            k,
            NAMES.index(each.origin),
            NAMES.index(each.target),
            (each.drop, 0),
            (0.0, each.share, 1.0),
        )
        for k, each in enumerate(links)
    )
    return network(NAMES, arcs)


def sources(channel: int = 0) -> list[Source]:
    return [Source(NAMES.index(node), channel, chances) for node, chances in OWN]


def test_it_agrees_with_an_enumeration_of_all_worlds():
    found = sample(small(), sources(), (2,), MANY, seed=1)
    exact = Worlds(OWN, LINKS)
    for place, node in enumerate(NAMES):
        for level in (1, 2, 3):
            p = exact.p(node, level)
            assert found.nodes[place, 0, level - 1] / MANY == pytest.approx(p, abs=0.002), node
    worst = {
        1: exact.chance(lambda arrived: max(arrived.values()) >= 1),
        2: exact.chance(lambda arrived: max(arrived.values()) >= 2),
        3: exact.p("c", 3),
    }
    for step, p in worst.items():
        assert found.verdict[0, step - 1] / MANY == pytest.approx(p, abs=0.002), step


def test_the_channels_share_the_links_and_nothing_else():
    both = sample(small(), [*sources(0), *sources(1)], (2,), MANY, seed=1)
    benefit = Worlds(OWN, tuple(Link(e.origin, e.target, e.share) for e in LINKS))
    for place, node in enumerate(NAMES):
        for level in (1, 2, 3):
            p = benefit.p(node, level)
            assert both.nodes[place, 1, level - 1] / MANY == pytest.approx(p, abs=0.002), node
    only = sample(small(), sources(1), (2,), 1000, seed=1)
    assert not only.nodes[:, 0].any()
    assert not only.verdict[0].any()


@pytest.mark.parametrize("draws", [1, 63, 64, 65, 16_384, 16_385, 40_000])
def test_just_so_many_draws_are_played(draws):
    certain = [Source(0, 0, (1.0, 1.0, 0.0))]
    found = sample(small((Link("a", "c", 1.0),)), certain, (0,), draws, seed=3)
    assert found.nodes[:, 0].tolist() == [[draws, draws, 0], [0] * 3, [draws, draws, 0], [0] * 3]
    assert found.verdict.tolist() == [[draws, draws, 0], [0, 0, 0]]


def test_the_same_seed_gives_the_same_counts_and_another_gives_others():
    first, again, other = (sample(small(), sources(), (2,), 5_000, seed) for seed in (7, 7, 8))
    assert np.array_equal(first.nodes, again.nodes)
    assert not np.array_equal(first.nodes, other.nodes)


def test_nothing_comes_from_nothing():
    assert not sample(small(), [], (2,), 1000, seed=1).nodes.any()
    alone = sample(small(()), sources(), (2,), 1000, seed=1)
    assert alone.nodes[1].any()
    assert not alone.nodes[2:].any()


@pytest.mark.parametrize("share", [2**-32, 0.001, 0.2, 0.5, 0.756, 0.9999, 1.0])
def test_a_chance_is_met_to_the_last_of_its_bits(share):
    source = [Source(0, 0, (share, share / 2, 0.0))]
    found = sample(small(()), source, (0,), MANY, seed=5).nodes[0, 0] / MANY
    error = 4 * np.sqrt(share * (1 - share) / MANY)
    assert found[0] == pytest.approx(share, abs=error)
    assert found[1] == pytest.approx(share / 2, abs=error + 0.002)


def test_memory_does_not_grow_with_the_draws():
    def most(draws: int) -> int:
        tracemalloc.start()
        sample(small(), sources(), (2,), draws, seed=1)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    once, often = most(40_000), most(400_000)
    assert often < 1.1 * once
    assert often < 8 << 20


@pytest.mark.parametrize("seed", [7, 8, 12, 13])
def test_the_fixed_draws_are_close_to_many_plain_ones(seed):
    iwn = LIBRARY.framework("internet-way-of-networking", "1.0.0")
    stage = staged(iwn, any_answers(iwn, seed), "d1", "a1")
    reference, off = stage.sample(2 * MANY, seed=11), []
    for channel in (0, 1):
        play = Play(stage, channel)
        ours = [*play.counts[:, 0], count(play.verdict)[0]]
        theirs = np.vstack([reference.nodes[:, channel], reference.verdict[channel]])
        off.append((np.array(ours) / DRAWS - theirs / (2 * MANY))[theirs > 0])
    points = 100 * np.concatenate(off)
    assert len(points) > 50
    assert np.sqrt(np.mean(points**2)) <= 0.15
    assert np.abs(points).max() <= 1.0
