"""What a mitigation would remove if it works fully, and what would stay because others bring it."""

from __future__ import annotations

import pytest

from assess.amendment import try_mitigation
from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.compare import relief, relief_of
from assess.errors import AssessError
from assess.intervention import Intervention
from assess.proposal import Draft
from tests.small import effect, framework

FRAME = framework(
    "a b",
    "c",
    "d",
    """
    a -> c strong underpins
    b -> d strong underpins
    c -> d strong contributes_to
    """,
)
FILTER = Intervention.model_validate(
    {
        "id": "filter",
        "name": "Filter",
        "family": "content",
        "direction": "harmful",
        "definition": "A filter.",
        "cues": [],
        "typical_effects": [],
        "reason": "",
        "aggravating_factors": [],
        "mitigations": ["Only by court order"],
        "alternatives": [],
        "seen": "read",
        "confidence": "high",
    }
)


def by(mechanism: str | None, judgement: Judgement) -> Judgement:
    fields = {name: getattr(judgement, name) for name in Judgement.model_fields}
    return Judgement(**{**fields, "mechanism": mechanism})


def given(*judgements: Judgement) -> Assessment:
    return Assessment(
        framework=FrameworkRef(id="small", version="1.0.0"),
        drafts=(Draft(id="d1"),),
        judgements=judgements,
    )


HARMS = given(by("filter", effect("a", harm="major", benefit="minor")), effect("b", harm="major"))


def levels(moves) -> dict[str, tuple[int, int]]:
    return {move.node: (move.before.level, move.after.level) for move in moves}


def test_it_removes_what_it_brings_alone_and_names_what_others_bring_too() -> None:
    found = relief_of(FRAME, HARMS, "d1", "filter")
    assert found.answers == (("a", 1),)
    assert levels(found.removed) == {"a": (3, 0), "c": (3, 0)}
    assert levels(found.remaining) == {"d": (3, 3)}
    left = found.after.explanation("d", "harm", 3).causes
    assert [cause.node for cause in left] == ["b"]


def test_benefits_that_would_go_too_are_named_apart() -> None:
    assert levels(relief_of(FRAME, HARMS, "d1", "filter").lost) == {"a": (1, 0)}


def test_once_tried_it_says_the_same_of_the_new_draft() -> None:
    tried = try_mitigation(HARMS, "d1", FILTER, "Only by court order")
    assert relief(FRAME, tried, "d2").answers == (("a", 1),)
    assert levels(relief(FRAME, tried, "d2").removed) == {"a": (3, 0), "c": (3, 0)}


def test_what_no_answer_rests_on_removes_nothing() -> None:
    found = relief_of(FRAME, HARMS, "d1", "something-else")
    assert (found.answers, found.removed, found.remaining, found.lost) == ((), (), (), ())


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: relief(FRAME, HARMS, "d1"), "draft d1 tries no mitigation; choose one to try"),
        (lambda: relief(FRAME, HARMS, "d7"), "there is no draft 'd7'; there is d1"),
        (lambda: relief_of(FRAME, HARMS, "d1", "filter", "a9"), "there is no assessor 'a9'"),
    ],
)
def test_what_cannot_be_computed_says_why(wrong, words: str) -> None:
    with pytest.raises(AssessError, match=words):
        wrong()
