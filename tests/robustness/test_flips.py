"""The smallest change of stated levels that changes the verdict, against trying them all."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest

from assess.findings import CHANNELS
from assess.method import DEFAULT, Weight
from assess.robustness import robustness
from assess.robustness.search import choices
from tests.robustness.changed import METHOD, WOVEN, all_kinds, at_level, verdict
from tests.shipped import LIBRARY
from tests.small import SMALL, any_effect, assessment, effect, framework, said

IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")


def few_answers(seed):
    """Four or five answers: small enough to try every level of all of them."""
    chance = random.Random(seed)
    places = [("a", 1), ("b", 1), ("c", 1), ("c", 2), ("e", 1)]
    judgements = [
        said(node, "none", part) if chance.random() < 0.2 else any_effect(node, part, chance)
        for node, part in chance.sample(places, 4)
    ]
    return assessment(WOVEN, *judgements, depth="standard")


def all_that_flip(given, channel, way, method=METHOD):
    """Every assignment of levels, all in one direction, that gives another verdict that way."""
    rows = robustness(WOVEN, given, method=method).of(channel).tipping
    stated = [row for row in rows if row.now is not None]
    found = verdict(WOVEN, given, channel, method)[0]
    steps = [range(row.now + 1) if way < 0 else range(4 - row.now) for row in stated]
    for moves in product(*steps):
        if 0 < sum(moves) <= 4:
            changed = given
            for row, by in zip(stated, moves, strict=True):
                if by:
                    changed = at_level(changed, row.node, row.part, channel, row.now + way * by)
            after = verdict(WOVEN, changed, channel, method)[0]
            if (after - found) * way > 0:
                named = tuple(
                    (row.node, row.part, row.now + way * by)
                    for row, by in zip(stated, moves, strict=True)
                    if by
                )
                yield sum(moves), named, after


def smallest(given, channel, way, method=METHOD):
    flipping = list(all_that_flip(given, channel, way, method))
    size = min((size for size, _, _ in flipping), default=None)
    return size, {(named, after) for cost, named, after in flipping if cost == size}


def told(flips):
    return flips.size, {
        (tuple((c.node, c.part, c.after) for c in flip.changes), flip.level) for flip in flips.sets
    }


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_smallest_sets_are_those_that_trying_everything_finds(seed, channel):
    given = few_answers(seed)
    sure = robustness(WOVEN, given, method=METHOD).of(channel)
    for way, flips in ((-1, sure.down), (1, sure.up)):
        size, sets = smallest(given, channel, way)
        assert flips.count == len(sets)
        assert told(flips) == (size, sets) or (flips.size == size and told(flips)[1] <= sets)
        assert len(flips.sets) == min(flips.count, 10)


def test_also_where_a_stated_level_has_so_little_weight_that_worse_says_less():
    method = replace(DEFAULT, confidences=(*DEFAULT.confidences[:2], Weight("low", 0.26)))
    for seed in (7, 9, 11, 12, 13):
        chance = random.Random(seed)
        given = assessment(
            WOVEN,
            *(
                effect(
                    node,
                    chance.choice(["material", "major", "major"]),
                    None,
                    chance.choice(["very likely", "likely", "about as likely as not"]),
                    chance.choice(["low", "low", "high", "medium"]),
                    part,
                )
                for node, part in (("a", 1), ("a", 2), ("b", 1), ("b", 2))
            ),
        )
        sure = robustness(WOVEN, given, method=method).harm
        for way, flips in ((-1, sure.down), (1, sure.up)):
            assert told(flips) == smallest(given, "harm", way, method)


@pytest.mark.parametrize("seed", [0, 3])
def test_on_the_shipped_framework_no_single_level_and_no_pair_is_missed(seed):
    given = all_kinds(IWN, seed, parts=1)
    sure = robustness(IWN, given).harm
    stated = [row for row in sure.tipping if row.now is not None]
    for way, flips in ((-1, sure.down), (1, sure.up)):
        for pair in combinations_with_replacement(stated, 2):
            if flips.size is not None and flips.size <= 2:
                break
            moves = {row: row.now + way * pair.count(row) for row in pair}
            if all(0 <= level <= 3 for level in moves.values()):
                changed = given
                for row, level in moves.items():
                    changed = at_level(changed, row.node, row.part, "harm", level)
                assert verdict(IWN, changed, "harm", DEFAULT)[0] == sure.level


@pytest.mark.parametrize("seed", range(6))
def test_every_set_listed_leads_where_it_says(seed):
    given = all_kinds(IWN, seed, parts=2)
    for channel in CHANNELS:
        sure = robustness(IWN, given, method=METHOD).of(channel)
        for flip in (*sure.down.sets[:2], *sure.up.sets[:2]):
            changed = given
            for change in flip.changes:
                changed = at_level(changed, change.node, change.part, channel, change.after)
            assert verdict(IWN, changed, channel)[0] == flip.level != sure.level
            cost = sum(abs(change.after - change.before) for change in flip.changes)
            assert cost == (sure.down.size if flip.level < sure.level else sure.up.size)


def test_one_level_less_on_the_one_answer_that_matters():
    given = assessment(SMALL, effect("a", "major"), said("b", "none"), said("c", "none"))
    sure = robustness(SMALL, given).harm
    (flip,) = sure.down.sets
    assert sure.down.size == sure.down.count == 1
    assert flip.changes == (("a", 1, 3, 2, False),)
    assert flip.level == 2
    assert (sure.up.size, sure.up.sets) == (None, ())


def test_two_answers_that_each_suffice_must_both_change():
    given = assessment(SMALL, effect("a", "major"), effect("b", "major"))
    sure = robustness(SMALL, given).harm
    assert sure.down.size == 2
    assert [len(flip.changes) for flip in sure.down.sets] == [2]


def test_no_effect_can_become_a_minor_one_for_certain():
    given = assessment(SMALL, said("a", "none"), said("b", "not-applicable"))
    sure = robustness(SMALL, given).harm
    assert (sure.up.size, sure.up.count) == (1, 2)
    assert sure.up.sets[0].changes == (("a", 1, 0, 1, True),)
    assert (sure.down.size, sure.down.count, sure.down.searched) == (None, 0, 4)


def test_gaps_are_no_stated_levels_and_do_not_change():
    given = assessment(SMALL, said("a", "dont-know"), said("b", "dont-know"))
    sure = robustness(SMALL, given).harm
    assert sure.up.sets == ()
    assert any(row.decides for row in sure.tipping)


def test_where_too_many_would_have_to_change_it_says_how_far_it_looked():
    frame = framework("a b e f g", "", "", "")
    given = assessment(frame, *(effect(node, "major") for node in "abefg"))
    down = robustness(frame, given).harm.down
    assert (down.size, down.count, down.sets, down.searched) == (None, 0, (), 4)


def test_all_are_counted_and_ten_listed():
    names = "a b c d e f g h i j k l"
    frame = framework(names, "", "", "")
    given = assessment(frame, *(said(node, "none") for node in names.split()))
    up = robustness(frame, given).harm.up
    assert (up.size, up.count, len(up.sets)) == (1, 12, 10)


@pytest.mark.parametrize("seed", range(20))
def test_the_search_passes_over_nothing_that_is_worth_enough(seed):
    chance = random.Random(seed)
    worth = [
        [0, *sorted(chance.randint(0, 9) for _ in range(chance.randint(0, 3)))] for _ in range(6)
    ]
    for size in (1, 2, 3, 4):
        every = [
            tuple((entry, by) for entry, by in enumerate(moves) if by)
            for moves in product(*(range(len(own)) for own in worth))
            if sum(moves) == size and sum(own[by] for own, by in zip(worth, moves, strict=True)) > 9
        ]
        found = list(choices(worth, size, 10))
        assert sorted(found) == sorted(every)
        assert len(set(found)) == len(found)
