"""Krippendorff's alpha against worked examples and against another program."""

from __future__ import annotations

import random

import numpy as np
import pytest

from assess.agreement import alpha
from assess.agreement.measure import RESAMPLES, _alphas, _coincidences, _drawn, measure
from tests.agreement.people import TEN, agreed, by
from tests.small import effect, said

NONE = None

# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): four people, twelve units
PUBLISHED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)


def counted(table, values):
    """(items, values): how many people give each value."""
    return np.array(
        [[column.count(value) for value in values] for column in zip(*table, strict=True)]
    )


def test_the_published_example_gives_the_published_figure():
    assert alpha(counted(PUBLISHED, range(1, 6))) == pytest.approx(0.815, abs=0.0005)


BY_HAND = [
    # pairs 00, 01, 11: observed 1/3, expected 3/5
    ("two values", [(0, 0), (0, 1), (1, 1)], 4 / 9),
    # distances squared 6.25 (0, 1), 30.25 (0, 3), 9 (1, 3); observed 18/8, expected 600/56
    ("levels in order", [(0, 0), (1, 1), (3, 3), (1, 3)], 0.79),
    ("all agree", [(0, 0), (1, 1), (3, 3)], 1.0),
    # observed 1, expected 2/3: they agree less than chance would have them
    ("all disagree", [(0, 1), (1, 0)], -0.5),
]


@pytest.mark.parametrize(("items", "figure"), [b[1:] for b in BY_HAND], ids=[b[0] for b in BY_HAND])
def test_alpha_as_worked_out_by_hand(items, figure):
    assert alpha(counted(list(zip(*items, strict=True)), range(4))) == pytest.approx(
        figure, abs=1e-12
    )


def test_alpha_is_undefined_where_all_say_the_same():
    assert alpha(counted([(2, 2, 2), (2, 2, 2)], range(4))) is None
    assert alpha(counted([(2, NONE), (NONE, 1)], range(4))) is None


def test_an_item_that_one_person_answers_changes_nothing():
    table = [(0, 3, 1, 2, NONE), (0, 2, 1, 2, NONE)]
    alone = [(*table[0][:-1], 3), table[1]]
    assert alpha(counted(table, range(4))) == alpha(counted(alone, range(4)))


@pytest.mark.parametrize("seed", range(60))
def test_alpha_equals_that_of_the_package_named_after_it(seed):
    oracle = pytest.importorskip("krippendorff", reason="krippendorff is not installed")
    chance = random.Random(seed)
    people, items = chance.randint(2, 9), chance.randint(3, 40)
    missing = chance.choice([0.0, 0.2, 0.6])
    levels = [0, 1, 2, 3] if seed % 3 else [0, 0, 0, 1]
    table = [
        [NONE if chance.random() < missing else chance.choice(levels) for _ in range(items)]
        for _ in range(people)
    ]
    found = alpha(counted(table, range(4)))
    common = [
        v
        for column in zip(*table, strict=True)
        if sum(v is not NONE for v in column) > 1
        for v in column
    ]
    if len(set(common) - {NONE}) < 2:
        assert found is None
        return
    plain = [[np.nan if value is NONE else value for value in row] for row in table]
    theirs = oracle.alpha(plain, value_domain=[0, 1, 2, 3], level_of_measurement="ordinal")
    assert found == pytest.approx(theirs, abs=1e-12)


def test_many_resamples_at_once_equal_one_after_the_other():
    counts = counted([(0, 1, 2, 3, 0, 1, 1), (0, 2, 2, 3, 1, 1, 0)], range(4))
    drawn = _drawn(len(counts))
    together = _alphas(np.tensordot(drawn, _coincidences(counts), axes=1))
    for times, found in list(zip(drawn.astype(int), together, strict=True))[:50]:
        assert alpha(np.repeat(counts, times, axis=0)) == pytest.approx(found, abs=1e-12)


def test_every_resample_draws_as_many_items_as_there_are_and_the_same_on_every_platform():
    drawn = _drawn(12)
    assert drawn.shape == (RESAMPLES, 12)
    assert set(drawn.sum(axis=1)) == {12.0}
    assert drawn.mean(axis=0) == pytest.approx(np.ones(12), abs=0.15)
    assert drawn[0].astype(int).tolist() == [0, 1, 3, 1, 0, 1, 0, 2, 3, 1, 0, 0]


def test_the_interval_holds_alpha_and_narrows_with_more_items():
    few = [(0, 0), (1, 1), (2, 2), (3, 3), (0, 1), (1, 2), (2, 3), (3, 2), (0, 0), (2, 2)]
    one, many = measure(few, 2), measure(few * 6, 2)
    assert one.low < one.alpha < one.high
    assert many.low < many.alpha < many.high
    assert many.high - many.low < (one.high - one.low) / 2


def test_no_interval_where_most_resamples_have_no_variation():
    found = measure([(0, 0)] * 29 + [(1, 0)], 2)
    assert found.alpha == pytest.approx(0.0, abs=0.02)
    assert (found.low, found.high, found.reason) == (None, None, None)
    assert (found.pairs, found.equal, found.near) == (30, 29, 30)


def test_pairs_are_counted_within_items_only():
    found = measure([(0, 0, 3), (1, 2, NONE), (3, NONE, NONE)], 3)
    assert (found.items, found.pairs, found.equal, found.near) == (2, 4, 1, 2)


REASONS = [
    ("no answers", [()] * 12, 0, "no-answers"),
    ("one person", [(1,)] * 12, 1, "one-assessor"),
    ("nothing in common", [(1, NONE), (NONE, 2)] * 6, 2, "no-overlap"),
    ("nine items", [(1, 2)] * 9, 2, "few-items"),
    ("all the same", [(0, 0)] * 12, 2, "no-variation"),
]


@pytest.mark.parametrize(
    ("items", "people", "reason"), [r[1:] for r in REASONS], ids=[r[0] for r in REASONS]
)
def test_where_there_is_no_alpha_there_is_a_reason_and_no_number(items, people, reason):
    found = measure(items, people)
    assert (found.alpha, found.low, found.high, found.reason) == (None, None, None, reason)


def test_ten_common_items_are_enough():
    assert measure([(1, 2)] * 9 + [(0, 0)], 2).alpha is not None


LEVELS = [
    ("no effect", [said("a", "none")], 0, 0),
    ("harm only", [effect("a", harm="major")], 3, 0),
    ("benefit only", [effect("a", benefit="minor")], 0, 1),
    ("both", [effect("a", harm="material", benefit="minor")], 2, 1),
    ("two parts", [effect("a", "minor"), effect("a", "major", "minor", part=2)], 3, 1),
    ("an effect and nothing", [effect("a", "minor"), said("a", "none", part=2)], 1, 0),
    ("not applicable", [said("a", "not-applicable")], NONE, NONE),
    ("don't know", [said("a", "dont-know")], NONE, NONE),
    ("unfinished", [effect("a", "major", likelihood=None)], NONE, NONE),
    ("not answered", [], NONE, NONE),
]


@pytest.mark.parametrize(
    ("judgements", "harm", "benefit"), [case[1:] for case in LEVELS], ids=[c[0] for c in LEVELS]
)
def test_what_a_person_says_as_a_level(judgements, harm, benefit):
    found = agreed(by("a1", *judgements, said("b", "none")), frame=TEN)
    first, second = found.items[:2]
    assert [(i.node, i.channel) for i in (first, second)] == [("a", "harm"), ("a", "benefit")]
    assert (first.levels, second.levels) == ((harm,), (benefit,))
