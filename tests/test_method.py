"""The numbers of the method: what is printed is what is used."""

from __future__ import annotations

import typing

import pytest

from assess.assessment import CONFIDENCES, LIKELIHOODS
from assess.framework import LEVELS as FRAMEWORK_LEVELS
from assess.framework import Relation, Strength
from assess.method import DEFAULT, LEVELS, STRENGTHS, Method


def test_every_word_an_assessor_can_choose_has_numbers():
    assert tuple(word.word for word in DEFAULT.likelihoods) == LIKELIHOODS
    assert tuple(word.word for word in DEFAULT.confidences) == CONFIDENCES
    assert ("none", *FRAMEWORK_LEVELS) == LEVELS


def test_every_strength_and_relation_of_a_link_has_numbers():
    assert set(STRENGTHS) == set(typing.get_args(Strength))
    assert {drop.relation for drop in DEFAULT.drops} | {"tension"} == set(typing.get_args(Relation))
    assert DEFAULT.drop("tension") is None


def test_the_likelihood_words_cover_all_chances_and_do_not_overlap():
    for word, next_word in zip(DEFAULT.likelihoods, DEFAULT.likelihoods[1:], strict=False):
        assert word.low == next_word.high
    assert (DEFAULT.likelihoods[-1].low, DEFAULT.likelihoods[0].high) == (0.0, 1.0)


@pytest.mark.parametrize("word", [*DEFAULT.strengths, *DEFAULT.likelihoods])
def test_a_word_s_centre_lies_between_its_ends(word):
    assert 0 <= word.low < word.centre <= word.high <= 1
    assert word.centre == pytest.approx((word.low + word.high) / 2)


@pytest.mark.parametrize("level", range(4))
@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_the_stated_level_gets_the_confidence_and_nearer_ones_more_than_farther(level, confidence):
    kernel = DEFAULT.kernel(level, confidence)
    assert sum(kernel) == pytest.approx(1, abs=1e-15)
    assert kernel[level] == {"high": 0.8, "medium": 0.6, "low": 0.4}[confidence]
    others = sorted(set(range(4)) - {level}, key=lambda true: abs(true - level))
    chances = [kernel[true] for true in others]
    assert chances == sorted(chances, reverse=True)


def test_a_report_prints_every_number():
    rows = {(row.group, row.name): row for row in DEFAULT.rows()}
    assert rows["strength", "strong"].high == 1.0
    assert rows["likelihood", "likely"].value == 0.78
    assert rows["harm drop", "supports"].value == 1
    assert rows["benefit drop", "underpins"].value == 1
    assert rows["flag", "broken"].value == 0.66
    assert rows["flag", "at-risk"].value == 0.33
    assert rows["draws", "draws"].value == 16_384
    assert len(rows) == len(DEFAULT.rows()), "two rows of one name"


def test_an_unknown_word_is_refused():
    with pytest.raises(KeyError, match="probably"):
        DEFAULT.likelihood("probably")
    with pytest.raises(KeyError, match="overwhelming"):
        DEFAULT.strength("overwhelming")


def test_a_method_is_a_value():
    assert Method() == DEFAULT
    assert hash(Method()) == hash(DEFAULT)
    assert Method(broken=0.5) != DEFAULT
