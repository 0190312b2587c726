"""Cases near to an assessment: Gower's distance over what both know, exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from assess.assessment import Judgement
from assess.precedents import UNKNOWN, Near, precedents, stated


def near(ours: list[int], *others: list[int], most: int = 10) -> list[Near]:
    nodes = [f"n{place}" for place in range(len(ours) // 2)]
    named = [(f"c{place}", np.array(each, np.int8)) for place, each in enumerate(others)]
    return list(precedents(nodes, named).nearest(np.array(ours, np.int8), most))


def plain(ours: list[int], theirs: list[int]) -> Fraction | None:
    """The definition, written out: the mean of the differences over three, where both are known."""
    both = [(x, y) for x, y in zip(ours, theirs, strict=True) if UNKNOWN not in (x, y)]
    if 2 * len(both) < len(ours):
        return None
    return Fraction(sum(abs(x - y) for x, y in both), 3 * len(both))


def test_the_same_is_at_distance_nought_and_the_opposite_at_one() -> None:
    found = near([3, 0, 0, 3], [3, 0, 0, 3], [0, 3, 3, 0])
    assert [(each.name, each.distance) for each in found] == [("c0", 0), ("c1", 1)]


def test_what_is_not_known_is_left_out_and_not_taken_for_no_effect() -> None:
    silent, mild = near([3, 0, UNKNOWN, UNKNOWN], [3, 0, 3, 3], [2, 0, 0, 0])
    assert (silent.distance, silent.common) == (0, 2)
    assert mild.distance == pytest.approx(1 / 6)


def test_two_that_share_less_than_half_are_not_compared() -> None:
    assert near([3, 0, 0, 0], [3, UNKNOWN, UNKNOWN, UNKNOWN]) == []
    assert len(near([3, 0, 0, 0], [3, 0, UNKNOWN, UNKNOWN])) == 1


def test_equal_ones_come_by_name_and_no_more_than_asked() -> None:
    found = near([1, 1], *([[1, 1]] * 12 + [[1, 2]] * 30), most=10)
    assert [each.name for each in found] == sorted(f"c{k}" for k in range(12))[:10]


def test_it_says_what_both_state_and_where_they_differ() -> None:
    ours = [3, 0, 0, 2, 1, 0, 0, 0, UNKNOWN, UNKNOWN]
    theirs = [1, 0, 2, 0, 0, 0, 0, 0, 3, 0]
    (found,) = near(ours, theirs)
    assert found.shared == ("n0",)
    assert found.apart == ("n1", "n2")


def test_it_is_the_definition_to_the_last_digit_for_any_number_of_entries() -> None:
    chance = np.random.default_rng(7)
    for nodes in (1, 2, 10, 11, 15, 22, 40):
        table = chance.integers(-1, 4, (60, 2 * nodes)).astype(np.int8)
        ours = table[0].tolist()
        wanted = {
            f"c{row}": distance
            for row, each in enumerate(table.tolist())
            if (distance := plain(ours, each)) is not None
        }
        found = {each.name: each.distance for each in near(ours, *table.tolist(), most=100)}
        assert found == {name: float(distance) for name, distance in wanted.items()}
        first = [each.name for each in near(ours, *table.tolist(), most=5)]
        assert first == sorted(wanted, key=lambda name: (wanted[name], name))[:5]


def test_without_any_case_nothing_is_near() -> None:
    assert near([1, 1]) == []


def test_of_several_effects_on_a_node_the_worst_counts_and_an_open_one_says_nothing() -> None:
    answers = [
        Judgement(node="privacy", answer="effect", harm="minor"),
        Judgement(node="privacy", part=2, answer="effect", harm="major", benefit="minor"),
        Judgement(node="integrity", answer="none"),
        Judgement(node="accountability", answer="effect"),
        Judgement(node="reach", answer="dont-know"),
    ]
    found = stated(["privacy", "integrity", "accountability", "reach", "silent"], answers)
    assert found.tolist() == [3, 1, 0, 0, -1, -1, -1, -1, -1, -1]
