"""What stands beside the provisions of a law, in words: what words find, and what they miss."""

from __future__ import annotations

import datetime

import pytest

from assess.bill.match import Coverage, Measured
from assess.explain import provisions as told
from assess.margin import BASES, SHELVES
from assess.mark import DECISIONS, Mark
from assess.text import words

EN = words("en")
MEASURED = Measured(
    date=datetime.date(2026, 11, 22),
    laws=5,
    provisions=400,
    recall=0.51,
    recall_known=0.77,
    precision=0.4,
)


def known(**more: object) -> Coverage:
    fields = {
        "language": "en",
        "support": "supported",
        "version": "1.0.0+abc",
        "terms": 1846,
        "ideas": 98,
        "of": 99,
        "tested": "Five laws were labelled.",
        **more,
    }
    return Coverage(**fields)


def test_a_language_is_told_by_how_many_words_there_are() -> None:
    first, second, third = told.coverage(EN, known())
    assert first == (
        "In English it looks for 1,846 words and phrases, which tell 98 of 99 kinds of wording."
    )
    assert second == "English is supported."
    assert third == "Nobody has measured yet how much is found in English."


def test_an_experimental_language_is_called_so() -> None:
    said = told.coverage(EN, known(language="fr", support="experimental"))
    assert "French is experimental: expect that much is missed." in said


def test_what_was_measured_is_told_with_what_it_was_measured_on() -> None:
    said = told.coverage(EN, known(measured=MEASURED))[-1]
    assert said == (
        "Measured on 5 laws labelled by a reader: words that were not written for a law find 51%"
        " of what the reader found in it, and of what they find the reader found 40%."
    )


def test_the_grounds_name_tests_the_most_to_hope_for_and_other_languages() -> None:
    said = told.grounds(EN, known(measured=MEASURED, parity={"fr": 0.43}))
    assert said == (
        "Five laws were labelled.",
        "With all words, some of them written with these laws in view, 77% is found: that is the"
        " most to hope for. Measured on 22 November 2026.",
        "On laws that exist in both languages, 43% of what either finds is found in French too.",
        "Version of the words: 1.0.0+abc.",
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (None, "It could not be told which language this draft is in"),
        ("sw", "There are no words to look for in Swahili yet: every provision has to be read."),
    ],
)
def test_without_words_all_of_the_law_has_to_be_read(language: str | None, said: str) -> None:
    nothing = Coverage(language, "none", "", 0, 0, 0)
    assert told.coverage(EN, nothing)[0].startswith(said)
    assert told.grounds(EN, nothing) == ()


def test_every_list_reason_and_decision_has_a_name_of_its_own() -> None:
    for names in (
        [told.shelf(EN, each) for each in SHELVES],
        [told.shelf_meaning(EN, each) for each in SHELVES],
        [told.basis(EN, each) for each in BASES],
        [told.decision(EN, each) for each in (None, *DECISIONS)],
    ):
        assert len(set(names)) == len(names)
        assert not any("impact" in each.lower() for each in names)


def test_references_are_named() -> None:
    assert told.refers(EN, ()) == ""
    assert told.refers(EN, ("24",)) == "It refers to provision 24, which matched."
    assert told.refers(EN, ("1", "2", "3")) == (
        "It refers to provisions 1, 2 and 3, which matched."
    )


def test_an_earlier_decision_is_told_by_names() -> None:
    mark = Mark(provision="6", accepted=("a",), rejected=("b", "c"))
    assert told.earlier(EN, mark, {"a": "Alpha", "b": "Beta"}) == (
        "You decided on an earlier wording of this provision. That no longer counts."
        " You had accepted: Alpha. You had rejected: Beta and c."
    )
    assert "accepted" not in told.earlier(EN, Mark(provision="6", read=True), {})
