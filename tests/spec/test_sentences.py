"""The method in sentences, on the framework as published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.spec.answers import NOTHING, Answers
from tests.spec.drafts import Drafts
from tests.spec.people import People
from tests.spec.specs import ANSWERS, DRAFTS, PEOPLE, SECTIONS, SURE

SPECS = [spec for section in SECTIONS.values() for spec in section]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title)
def test_what_the_manual_says_follows(spec: Answers | Drafts | People) -> None:
    spec.check()


def test_every_sentence_has_a_title_of_its_own() -> None:
    assert len(SPECS) > 15
    assert len({spec.title for spec in SPECS}) == len({spec.told() for spec in SPECS}) == len(SPECS)


IDENTIFIERS, REACHABILITY = "common-global-identifiers", "unrestricted-reachability"


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ANSWERS[0], concludes=NOTHING),
        replace(ANSWERS[0], prompts=("easy-unrestricted-access",)),
        replace(ANSWERS[0], spares=(REACHABILITY,)),
        replace(SURE[0], at_worst=NOTHING),
        replace(SURE[1], firmness="open"),
        replace(SURE[1], smallest=1),
        replace(SURE[1], together=True),
        replace(SURE[4], flags={IDENTIFIERS: "broken"}),
        replace(DRAFTS[0], first="the present situation"),
        replace(DRAFTS[0], first=None),
        replace(DRAFTS[1], first="the draft", stays_open=False),
        replace(PEOPLE[0], dissent=()),
        replace(PEOPLE[1], major=(IDENTIFIERS, 50)),
        replace(PEOPLE[0], votes={NOTHING: 3}),
    ],
    ids=lambda spec: spec.told()[:60],
)
def test_a_wrong_sentence_is_noticed(wrong: Answers | Drafts | People) -> None:
    with pytest.raises(AssertionError):
        wrong.check()
