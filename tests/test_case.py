"""A case: what the source says and our reading kept apart, and the assessment inside it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assess.case import Case, CaseJudgement
from assess.explain.advice import from_case
from assess.submission import Recommendations
from assess.text import words

CASE = {
    "id": "2022-somewhere-gateway",
    "title": "Somewhere: gateway",
    "kind": "published-brief",
    "year": 2022,
    "subject": "Decree 1",
    "region": "asia-pacific",
    "sources": [
        {
            "id": "brief",
            "title": "Brief",
            "publisher": "Someone",
            "url": "https://example.org/",
            "date": "2022-02-18",
            "seen": "excerpt",
            "used_for": "All",
        }
    ],
    "framework": {"id": "small", "version": "1.0.0"},
    "proposal": {"title": "Decree 1", "stage": "adopted"},
    "drafts": [{"id": "d1", "label": "As issued"}],
    "triage": {"answers": {"joining": "yes"}, "interventions": ["mandatory-national-gateway"]},
    "judgements": [
        {
            "node": "privacy",
            "answer": "effect",
            "harm": "material",
            "likelihood": "likely",
            "confidence": "high",
            "rationale": "Because.",
            "stated_by": "source",
            "sources": ["brief"],
            "note": "The level is ours.",
        },
        {"node": "integrity", "answer": "none", "stated_by": "us"},
    ],
    "outcome": {
        "status": "postponed",
        "date": "2022-02",
        "text": "Postponed.",
        "sources": ["brief"],
        "seen": "excerpt",
    },
}


def case(**changes: Any) -> Case:
    return Case.model_validate({**CASE, **changes})


def test_a_case_gives_an_assessment_without_the_remarks_on_origin() -> None:
    somewhere = case()
    assessment = somewhere.assessment()
    assert assessment.framework == somewhere.framework
    assert assessment.proposal == somewhere.proposal
    assert assessment.drafts == somewhere.drafts
    assert assessment.triage == somewhere.triage
    assert [each.node for each in assessment.judgements] == ["integrity", "privacy"]
    assert not any(isinstance(each, CaseJudgement) for each in assessment.judgements)
    assert assessment.judgements[1].rationale == "Because."


ADVISED = {
    "recommendations": [
        {"text": "Allow several.", "stated_by": "source", "sources": ["brief"]},
        {"text": "Say who decides.", "stated_by": "us"},
    ],
    "drafts": [{"id": "first", "label": "As tabled"}, {"id": "d1", "label": "As issued"}],
}


def test_a_copy_to_go_on_from_has_what_the_case_recommends_and_says_from_where() -> None:
    somewhere = case(**ADVISED)
    copy = somewhere.own_copy()
    source, ours = copy.recommendations.items
    assert [(each.text, each.suggested) for each in (source, ours)] == [
        ("Allow several.", "Allow several."),
        ("Say who decides.", "Say who decides."),
    ]
    assert {each.draft for each in (source, ours)} == {"first"}
    assert [each.origin for each in (source, ours)] == ["case", "case"]
    title = "From the case “Somewhere: gateway”, where"
    assert from_case(words("en"), source) == f"{title} a source recommends it."
    assert from_case(words("en"), ours) == f"{title} this toolkit recommends it."
    assert copy.replace(recommendations=Recommendations()) == somewhere.assessment()


def test_the_case_itself_keeps_its_recommendations_apart_from_an_assessors() -> None:
    assert case(**ADVISED).assessment().recommendations == Recommendations()


def test_the_origin_of_a_judgement_is_found_by_node_and_part() -> None:
    somewhere = case()
    origin = somewhere.origin("privacy")
    assert origin
    assert (origin.stated_by, origin.sources) == ("source", ("brief",))
    assert somewhere.origin("privacy", part=2) is None
    assert somewhere.origin("accountability") is None


def test_a_judgement_without_an_origin_is_refused() -> None:
    with pytest.raises(ValidationError, match="stated_by"):
        case(judgements=[{"node": "privacy", "answer": "none"}])


def test_a_judgement_is_by_a_source_or_by_us() -> None:
    with pytest.raises(ValidationError, match="'source' or 'us'"):
        case(judgements=[{"node": "privacy", "answer": "none", "stated_by": "everyone"}])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"sources": []}, "at least 1 item"),
        ({"drafts": []}, "at least 1 item"),
        ({"year": 1492}, "greater than or equal to 1969"),
        ({"format": "assess-case/2"}, "assess-case/1"),
        ({"kind": "rumour"}, "published-brief"),
        ({"outcome": {**CASE["outcome"], "status": "unclear"}}, "postponed"),  # type: ignore[dict-item]
        ({"findings": []}, "findings"),
    ],
)
def test_a_wrong_case_cannot_be_built(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        case(**changes)


def test_a_node_judged_twice_is_refused_when_the_assessment_is_made() -> None:
    twice = [CASE["judgements"][1], CASE["judgements"][1]]  # type: ignore[index]
    with pytest.raises(ValidationError, match="integrity is judged twice"):
        case(judgements=twice).assessment()


def test_a_case_may_have_no_outcome_yet() -> None:
    assert case(outcome=None).outcome is None


AMENDED = {
    "drafts": [
        {"id": "d1", "provisions": [{"id": "1", "text": "A"}, {"id": "2", "text": "B"}]},
        {
            "id": "d2",
            "based_on": "d1",
            "provisions": [{"id": "1", "text": "A"}, {"id": "2", "text": "Else"}],
        },
    ],
    "judgements": [
        {"node": "privacy", "answer": "none", "provisions": ["1"], "stated_by": "us"},
        {"node": "integrity", "answer": "none", "provisions": ["2"], "stated_by": "us"},
        {
            "node": "integrity",
            "draft": "d2",
            "answer": "dont-know",
            "provisions": ["2"],
            "stated_by": "source",
            "sources": ["brief"],
        },
    ],
}


def test_a_second_draft_takes_over_what_its_text_leaves_alone() -> None:
    judged = {
        (each.draft, each.node): each.answer for each in case(**AMENDED).assessment().judgements
    }
    assert judged == {
        ("d1", "integrity"): "none",
        ("d1", "privacy"): "none",
        ("d2", "integrity"): "dont-know",
        ("d2", "privacy"): "none",
    }


def test_what_was_taken_over_has_the_origin_it_had() -> None:
    somewhere = case(**AMENDED)
    carried, own = (somewhere.origin(node, draft="d2") for node in ("privacy", "integrity"))
    assert carried == somewhere.origin("privacy", draft="d1")
    assert own
    assert own.stated_by == "source"
    assert somewhere.origin("accountability", draft="d2") is None
