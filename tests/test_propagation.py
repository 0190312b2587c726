"""How effects pass along links: what must hold on every graph, loops included."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.propagation import (
    DRAWS,
    Arc,
    Network,
    Planes,
    Share,
    carry,
    components,
    count,
    empty,
    network,
    numbers,
    planes,
    shares,
    spread,
    threshold,
    ways,
)

HARM = 0
OWN = 100  # the first dimension used for causes; links of the small graphs come before it
Cause = tuple[int, tuple[float, float, float]]

settings.register_profile("graphs", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("graphs")


@dataclass(frozen=True)
class Case:
    """A graph, with effects of their own on some nodes."""

    size: int
    arcs: tuple[Arc, ...]
    causes: tuple[Cause, ...]

    @property
    def network(self) -> Network:
        return network(tuple(f"n{k}" for k in range(self.size)), self.arcs)

    @property
    def live(self) -> Planes:
        rows = [planes(arc.place, (threshold(arc.shares[1]),)) for arc in self.arcs]
        return np.stack(rows)[:, None] if rows else np.zeros((0, 1, 1, DRAWS // 64), np.uint64)

    @property
    def start(self) -> Planes:
        """One slot for each cause; new at every call, since `spread` fills it."""
        start = empty(self.size, len(self.causes))
        for k, (node, chances) in enumerate(self.causes):
            start[node, k] = planes(OWN + k, tuple(threshold(chance) for chance in chances))
        return start

    @property
    def apart(self) -> Planes:
        """(nodes, causes, 3, words): each cause played alone."""
        return spread(self.network, self.start, self.live, HARM)

    @property
    def state(self) -> Planes:
        """(nodes, 3, words): all causes together."""
        start = np.bitwise_or.reduce(self.start, axis=1, keepdims=True)
        return spread(self.network, start, self.live, HARM)[:, 0]

    def adding(self, *arcs: Arc) -> Case:
        return replace(self, arcs=(*self.arcs, *arcs))


def arc(place: int, origin: int, target: int, share: float, drop: int = 0) -> Arc:
    return Arc(place, origin, target, (drop, 1 - min(drop, 1)), (share, share, share))


@st.composite
def triples(draw: st.DrawFn) -> tuple[float, float, float]:
    one, two, three = sorted(draw(st.tuples(*[st.sampled_from([0.0, 0.1, 0.4, 0.8, 1.0])] * 3)))
    return three, two, one


@st.composite
def cases(draw: st.DrawFn, causes: int = 4, size: int = 6) -> Case:
    nodes = draw(st.integers(2, size))
    node = st.integers(0, nodes - 1)
    ends = draw(st.lists(st.tuples(node, node).filter(lambda e: e[0] != e[1]), max_size=12))
    share, drop = st.sampled_from([0.2, 0.5, 0.9]), st.sampled_from([0, 0, 1])
    arcs = tuple(arc(k, *e, draw(share), draw(drop)) for k, e in enumerate(ends))
    own = draw(st.lists(st.tuples(node, triples()), min_size=1, max_size=causes))
    return Case(nodes, arcs, tuple(own))


def within(part: Planes, whole: Planes) -> bool:
    """Whether what happens in `part` happens in `whole` too, draw by draw."""
    return not (part & ~whole).any()


drawn = cache(numbers)


def slowly(case: Case, draw: int) -> list[int]:
    """The level every node ends at in one draw, worked out with plain numbers."""
    level = [0] * case.size
    for k, (node, chances) in enumerate(case.causes):
        u = int(drawn(OWN + k)[draw])
        level[node] = max(level[node], sum(u < threshold(chance) for chance in chances))
    for _ in range(3 * case.size):
        for each in case.arcs:
            if int(drawn(each.place)[draw]) < threshold(each.shares[1]):
                level[each.target] = max(level[each.target], level[each.origin] - each.drops[HARM])
    return level


def levels(state: Planes) -> np.ndarray:
    """(nodes, draws): levels read back from the planes."""
    bits = np.unpackbits(state.view(np.uint8), axis=-1, bitorder="little")
    return bits.sum(axis=1, dtype=np.int8)


# the order


@given(cases())
def test_loops_are_found_and_causes_come_before_consequences(case):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(case.size))
    graph.add_edges_from((a.origin, a.target) for a in case.arcs)
    found = components(case.size, case.arcs)
    assert {frozenset(c) for c in found} == {
        frozenset(c) for c in nx.strongly_connected_components(graph)
    }
    order = {node: k for k, component in enumerate(found) for node in component}
    assert all(order[a.origin] <= order[a.target] for a in case.arcs)


def test_a_chain_of_thousands_does_not_overflow():
    arcs = tuple(arc(k, k, k + 1, 0.5) for k in range(5000))
    assert len(components(5001, arcs)) == 5001


# the state


@given(cases(), st.integers(0, DRAWS - 33))
def test_it_equals_the_plain_reading_draw_by_draw(case, first):
    quick = levels(case.state)
    for draw in range(first, first + 32):
        assert quick[:, draw].tolist() == slowly(case, draw)


@given(cases())
def test_worse_includes_less_bad(case):
    state = case.state
    assert within(state[:, 1], state[:, 0])
    assert within(state[:, 2], state[:, 1])


@given(cases())
def test_nothing_comes_from_nothing(case):
    nothing = replace(case, causes=tuple((node, (0.0, 0.0, 0.0)) for node, _ in case.causes))
    assert not nothing.state.any()


@given(cases(), st.data())
def test_more_of_a_cause_is_never_less_of_an_effect(case, data):
    k = data.draw(st.integers(0, len(case.causes) - 1))
    node, chances = case.causes[k]
    worse = (node, tuple(min(1.0, chance + 0.15) for chance in chances))
    more = replace(case, causes=(*case.causes[:k], worse, *case.causes[k + 1 :]))
    assert within(case.state, more.state)


@given(cases().filter(lambda case: case.arcs), st.data())
def test_a_stronger_link_never_carries_less(case, data):
    k = data.draw(st.integers(0, len(case.arcs) - 1))
    old = case.arcs[k]
    stronger = arc(old.place, old.origin, old.target, 0.95, old.drops[HARM])
    more = replace(case, arcs=(*case.arcs[:k], stronger, *case.arcs[k + 1 :]))
    assert within(case.state, more.state)


@given(cases(causes=1))
def test_one_cause_is_never_amplified(case):
    state, (source, _) = case.state, case.causes[0]
    assert all(within(state[node], state[source]) for node in range(case.size))


@given(cases(causes=1))
def test_an_effect_behind_one_link_is_no_likelier_than_the_link(case):
    state, live = case.state, case.live
    for k, bottleneck in enumerate(case.arcs):
        without = replace(case, arcs=case.arcs[:k] + case.arcs[k + 1 :])
        reached = {case.causes[0][0]}
        for _ in range(case.size):
            reached |= {a.target for a in without.arcs if a.origin in reached}
        for node in set(range(case.size)) - reached:
            assert within(state[node], live[k, 0]), bottleneck


@given(cases(causes=1), st.data())
def test_a_link_back_to_the_only_cause_changes_nothing(case, data):
    source = case.causes[0][0]
    origin = data.draw(st.integers(0, case.size - 1).filter(lambda node: node != source))
    assert np.array_equal(case.state, case.adding(arc(50, origin, source, 0.9)).state)


@given(cases(), st.data())
def test_a_second_way_over_dead_links_changes_nothing(case, data):
    ends = data.draw(st.lists(st.integers(0, case.size - 1), min_size=2, max_size=2, unique=True))
    assert np.array_equal(case.state, case.adding(arc(50, *ends, 0.0)).state)


@given(cases())
def test_an_unrelated_part_changes_nothing_elsewhere(case):
    new = case.size
    more = Case(
        new + 2,
        (*case.arcs, arc(60, new, new + 1, 0.9), arc(61, 0, new, 0.5)),
        (*case.causes, (new, (1.0, 1.0, 1.0))),
    )
    assert np.array_equal(case.state, more.state[:new])


@given(st.sampled_from([0.2, 0.5, 0.9]), st.sampled_from([0.2, 0.5, 0.9]))
def test_two_links_in_a_row_are_one_link_of_their_product(first, second):
    causes = ((0, (1.0, 1.0, 1.0)),)
    two = Case(3, (arc(0, 0, 1, first), arc(1, 1, 2, second)), causes)
    one = Case(2, (arc(0, 0, 1, first * second),), causes)
    assert count(two.state[2, 2]) / DRAWS == pytest.approx(
        count(one.state[1, 2]) / DRAWS, abs=0.005
    )


@given(cases())
def test_what_links_bring_and_what_starts_there_is_all_there_is(case):
    state = case.state[:, None]
    start = np.bitwise_or.reduce(case.start, axis=1)
    for node in range(case.size):
        brought = np.zeros_like(start[node])
        for k in case.network.into[node]:
            each = case.arcs[k]
            carry(brought, state[each.origin, 0], case.live[k, 0], each.drops[HARM])
        assert np.array_equal(state[node, 0], start[node] | brought)


# the explanation


@given(cases())
def test_the_causes_one_by_one_make_up_the_whole(case):
    assert np.array_equal(np.bitwise_or.reduce(case.apart, axis=1), case.state)


@given(cases(causes=5))
def test_the_shares_of_causes_are_shapley_values_and_add_up(case):
    apart, whole = case.apart, count(case.state) / DRAWS
    for node in range(case.size):
        rows = apart[node, :, 0]
        found = shares(apart[node])[0]
        assert math.fsum(share.split for share in found) == pytest.approx(whole[node, 0], abs=1e-12)
        for k, share in enumerate(found):
            assert share.split == pytest.approx(shapley(rows, k), abs=1e-9)
            assert share.alone <= share.split + 1e-12


def shapley(rows: Planes, k: int) -> float:
    """By the definition: over all coalitions of the others, what joining adds."""
    others, total = [j for j in range(len(rows)) if j != k], 0.0
    for size in range(len(rows)):
        weight = 1 / (len(rows) * math.comb(len(rows) - 1, size))
        for chosen in combinations(others, size):
            there = np.bitwise_or.reduce(rows[list(chosen)], axis=0)
            total += weight * int(count(rows[k] & ~there)) / DRAWS
    return total


def test_nobody_present_has_no_share():
    assert shares(np.zeros((0, 2, 4), np.uint64)) == ((), ())
    assert shares(np.zeros((3, 1, 4), np.uint64)) == ((Share(0.0, 0.0),) * 3,)


@given(cases().filter(lambda case: len(dict(case.causes)) == len(case.causes)), st.data())
def test_an_effect_comes_by_simple_ways_and_by_nothing_else(case, data):
    level, node = data.draw(st.integers(1, 3)), data.draw(st.integers(0, case.size - 1))
    arrives = case.state[node, level - 1]
    found = ways(case.network, node, HARM, dict(case.causes), frozenset(), level, 10_000)
    carrying = [carries(case, way, level) for way in found]
    together = np.bitwise_or.reduce(np.stack([*carrying, np.zeros_like(arrives)]), axis=0)
    assert np.array_equal(together, arrives)
    single = [int(count(way)) for way in carrying]
    assert max(single, default=0) <= int(count(arrives)) <= min(DRAWS, sum(single))


def carries(case: Case, way, level: int) -> Planes:
    """The draws in which a way brings this level."""
    (cause,) = [k for k, (node, _) in enumerate(case.causes) if node == way.origin]
    bits = case.start[way.origin, cause, level + way.drop - 1].copy()
    for k in way.arcs:
        bits &= case.live[k, 0, 0]
    return bits


@given(cases())
def test_the_best_ways_come_first_and_no_more_than_asked_for(case):
    chances = dict(case.causes)
    every = ways(case.network, 0, HARM, chances, frozenset(), 1, 10_000)
    assert ways(case.network, 0, HARM, chances, frozenset(), 1, 3) == every[:3]
    likely = [
        chances[way.origin][way.drop] * math.prod(case.arcs[k].shares[1] for k in way.arcs)
        for way in every
    ]
    assert likely == pytest.approx(sorted(likely, reverse=True))
