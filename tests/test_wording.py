"""Levels, likelihoods, verdicts and flags in words."""

from __future__ import annotations

from typing import get_args

import pytest

from assess import wording
from assess.assessment import (
    ANSWERS,
    CONFIDENCES,
    DEPTHS,
    DONT_KNOW_REASONS,
    EVIDENCES,
    LACKS,
    LIKELIHOODS,
    Judgement,
    State,
    TriageAnswer,
)
from assess.case import CaseKind, OutcomeStatus, Seen
from assess.choices import Band, Choices
from assess.findings import CHANNELS, Firmness, Flag, Said
from assess.framework import LEVELS, Kind, Provenance, Relation, Strength
from assess.method import DEFAULT
from assess.proposal import Stage
from assess.text import words

ENGLISH = words("en")

KEYS = {
    wording.answer: ANSWERS,
    wording.said: get_args(Said),
    wording.case_kind: get_args(CaseKind),
    wording.channel: CHANNELS,
    wording.confidence: CONFIDENCES,
    wording.confidence_meaning: CONFIDENCES,
    wording.depth: DEPTHS,
    wording.depth_meaning: DEPTHS,
    wording.dont_know_reason: DONT_KNOW_REASONS,
    wording.evidence: EVIDENCES,
    wording.outcome: get_args(OutcomeStatus),
    wording.seen: get_args(Seen),
    wording.stated_by: ("source", "us"),
    wording.firmness: get_args(Firmness),
    wording.flag: get_args(Flag),
    wording.flag_meaning: get_args(Flag),
    wording.kind: get_args(Kind),
    wording.lack: LACKS,
    wording.likelihood: LIKELIHOODS,
    wording.likelihood_word: LIKELIHOODS,
    wording.provenance: get_args(Provenance),
    wording.relation: get_args(Relation),
    wording.stage: get_args(Stage),
    wording.state: get_args(State),
    wording.strength: get_args(Strength),
    wording.triage_answer: get_args(TriageAnswer),
}


@pytest.mark.parametrize("word", KEYS, ids=lambda word: word.__name__)
def test_every_key_has_its_own_words(word):
    said = [word(ENGLISH, key) for key in KEYS[word]]
    assert said
    assert all(said)
    assert len(set(said)) == len(said)
    assert not any("{" in text for text in said)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("virtually certain", "virtually certain (99–100%)"),
        ("very likely", "very likely (90–99%)"),
        ("likely", "likely (66–90%)"),
        ("about as likely as not", "about as likely as not (33–66%)"),
        ("unlikely", "unlikely (10–33%)"),
        ("very unlikely", "very unlikely (1–10%)"),
        ("exceptionally unlikely", "exceptionally unlikely (0–1%)"),
    ],
)
def test_a_likelihood_is_said_with_its_numbers(key, said):
    assert wording.likelihood(ENGLISH, key) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "virtually certain (100%)"),
        (0.998, "virtually certain (> 99%)"),
        (0.95, "very likely (95%)"),
        (0.71, "likely (71%)"),
        (0.5, "about as likely as not (50%)"),
        (0.2, "unlikely (20%)"),
        (0.05, "very unlikely (5%)"),
        (0.002, "exceptionally unlikely (< 1%)"),
        (0.0, "nothing found (0%)"),
    ],
)
def test_a_computed_chance_is_said_with_its_word(share, said):
    assert wording.chance(ENGLISH, share) == said


def test_the_bins_leave_no_share_without_a_word():
    for share in range(1001):
        key = wording.likelihood_of(share / 1000)
        band = DEFAULT.likelihood(key)
        assert band.low <= share / 1000 <= band.high


def test_a_level_of_nothing_is_said_as_nothing_found():
    for side in CHANNELS:
        assert "found" in wording.found(ENGLISH, 0, side)
        assert "found" in wording.verdict(ENGLISH, 0, side)
        assert "no impact" not in wording.verdict(ENGLISH, 0, side)


def test_levels_name_their_side_and_verdicts_differ_at_each_step():
    for side in CHANNELS:
        assert all(side in wording.level(ENGLISH, key, side) for key in LEVELS)
        assert all(side in wording.at_least(ENGLISH, key, side) for key in LEVELS)
        assert [wording.found(ENGLISH, n, side) for n in (1, 2, 3)] == [
            wording.level(ENGLISH, key, side) for key in LEVELS
        ]
        assert len({wording.verdict(ENGLISH, number, side) for number in range(4)}) == 4


def test_symbols_tell_side_and_level_apart_without_colour():
    marks = [wording.symbol(side, number) for side in CHANNELS for number in (1, 2, 3)]
    assert len(set(marks)) == 6
    assert [len(mark) for mark in marks] == [1, 2, 3, 1, 2, 3]
    assert wording.symbol("harm", 0) not in marks


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Not answered"),
        ({"answer": "none"}, "No effect"),
        ({"answer": "dont-know"}, "Don't know"),
        ({"answer": "effect"}, "an effect, how strong is not said"),
        ({"answer": "effect", "harm": "major"}, "major harm"),
        (
            {"answer": "effect", "harm": "minor", "benefit": "material"},
            "minor harm and material benefit",
        ),
    ],
)
def test_a_judgement_in_short(fields, said):
    assert wording.direction(ENGLISH, Judgement(node="privacy", **fields)) == said


def test_flags_print_their_cut_offs():
    assert "66%" in wording.flag_meaning(ENGLISH, "broken")
    assert "33%" in wording.flag_meaning(ENGLISH, "at-risk")


def test_a_range_of_one_number_is_one_number():
    assert wording.span(ENGLISH, 0.641, 0.79) == "64–79%"
    assert wording.span(ENGLISH, 0.641, 0.638) == "64%"


def test_numbers_in_words_are_those_of_the_method_in_use() -> None:
    choices = Choices(
        strengths={"strong": Band(low=0.7, centre=0.8, high=0.95)},
        broken=0.505,
        confidences={"high": 0.75},
    )
    method = choices.method()
    assert "70–95%" in wording.strength(ENGLISH, "strong", method)
    assert "50.5% or more" in wording.flag_meaning(ENGLISH, "broken", method)
    assert wording.confidence_meaning(ENGLISH, "high").endswith("right 8 times in ten")
    assert wording.confidence_meaning(ENGLISH, "high", method).endswith("right in 75% of cases")


def test_longer_texts_stand_in_a_series() -> None:
    assert wording.series(words(), []) == ""
    assert wording.series(words(), ["one"]) == "one"
    assert wording.series(words(), ["one", "two {x}", "three"]) == "one; two {x}; three"
    assert wording.series(words("fr"), ["un", "deux"]) == "un\u202f; deux"
