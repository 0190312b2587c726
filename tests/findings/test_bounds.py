"""What is not known moves a result only within its bounds."""

from __future__ import annotations

import random

import pytest

from assess.findings import analyse
from assess.method import DEFAULT
from tests.shipped import LIBRARY
from tests.small import (
    any_answers,
    any_effect,
    effect,
    said,
    without_word_ranges,
)
from tests.small import found_on_small as small


@pytest.fixture(scope="module")
def iwn():
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def test_bounds_hold_whatever_the_missing_answers_turn_out_to_be(iwn):
    chance = random.Random(11)
    given = any_answers(iwn, seed=5, most=6)
    before = analyse(iwn, given, method=without_word_ranges(DEFAULT))
    missing = [gap.node for gap in before.gaps]
    for _ in range(4):
        full = given
        for node in missing:
            kind = chance.choice(["none", "worst", "some"])
            worst = effect(node, "major", "major", "virtually certain")
            some = any_effect(node, 1, chance)
            full = full.record({"none": said(node, "none"), "worst": worst, "some": some}[kind])
        after = analyse(iwn, full, method=without_word_ranges(DEFAULT))
        for old, new in zip(before.nodes, after.nodes, strict=True):
            for channel in ("harm", "benefit"):
                range_, p = old.effect(channel), new.effect(channel).p
                assert all(
                    low <= x <= high
                    for low, x, high in zip(range_.lower, p, range_.upper, strict=True)
                ), (old.id, channel)
        assert before.harm.lower_level <= after.harm.level <= before.harm.upper_level


@pytest.mark.parametrize("seed", range(5))
def test_what_is_found_lies_within_its_bounds(iwn, seed):
    found = analyse(iwn, any_answers(iwn, seed, depth=["quick", "standard"][seed % 2]))
    for each in (*(n.harm for n in found.nodes), *(n.benefit for n in found.nodes), found.harm):
        assert all(a <= b <= c for a, b, c in zip(each.lower, each.p, each.upper, strict=True))
        assert each.lower_level <= each.level <= each.upper_level
        assert bool(each.doubts) == (each.lower_level != each.upper_level)


def test_words_alone_can_be_what_moves_a_level():
    likely = effect("a", "major", likelihood="likely", confidence="medium")
    assert small(likely, said("b", "none"), depth="quick").node("a").harm.doubts == ("words",)


def test_gaps_alone_can_be_what_moves_a_level():
    found = small(said("a", "none"), said("c", "none"))
    assert found.node("b").harm.doubts == ("gaps",)
    assert found.node("b").harm.upper == (1.0, 1.0, 1.0)
    assert found.harm.depends_on_gaps


def test_what_was_not_asked_moves_the_verdict_but_not_the_nodes():
    found = small(said("a", "none"), said("b", "none"), depth="quick")
    assert (found.harm.lower_level, found.harm.upper_level) == (0, 2)
    assert found.harm.doubts == ("depth",)
    assert found.node("c").harm.upper == (0.0, 0.0, 0.0)


def test_a_broken_property_does_not_depend_on_what_was_not_asked():
    sure = effect("a", "major", likelihood="virtually certain")
    verdict = small(sure, said("b", "none"), depth="quick").harm
    assert (verdict.lower_level, verdict.upper_level, verdict.doubts) == (3, 3, ())
    assert not verdict.depends_on_gaps
