"""Judging: five answers stay apart, records replace, progress says what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assess.assessment import Assessment, FrameworkRef, Judgement, Key, Sides, Triage
from assess.framework import Framework
from assess.proposal import Draft
from tests.shipped import LIBRARY

PROPERTY = "common-global-identifiers"
ENABLER = "privacy"
EFFECT: dict[str, Any] = {
    "node": ENABLER,
    "answer": "effect",
    "harm": "minor",
    "likelihood": "likely",
    "confidence": "high",
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def assessment(*judgements: Judgement, **changes: Any) -> Assessment:
    ref = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
    return Assessment(framework=ref, judgements=judgements, **changes)


@pytest.mark.parametrize("answer", ["none", "not-applicable", "dont-know", None])
@pytest.mark.parametrize("side", ["harm", "benefit"])
def test_only_an_effect_has_a_level(answer: str | None, side: str) -> None:
    with pytest.raises(ValidationError, match='need answer "effect"; remove them or change answer'):
        Judgement.model_validate({"node": ENABLER, "answer": answer, side: "minor"})


def test_an_effect_may_be_harm_and_benefit_at_once() -> None:
    both = Judgement(**{**EFFECT, "benefit": "major"})
    assert (both.harm, both.benefit) == ("minor", "major")


@pytest.mark.parametrize(
    ("judgement", "counts"),
    [
        ({"node": ENABLER}, False),
        ({"node": ENABLER, "answer": "none"}, True),
        ({"node": ENABLER, "answer": "not-applicable"}, True),
        ({"node": ENABLER, "answer": "dont-know"}, True),
        ({"node": ENABLER, "answer": "effect"}, False),
        ({**EFFECT, "likelihood": None}, False),
        ({**EFFECT, "confidence": None}, False),
        ({**EFFECT, "harm": None}, False),
        ({**EFFECT, "harm": None, "benefit": "minor"}, True),
        (EFFECT, True),
    ],
)
def test_findings_can_use_what_is_said_completely(judgement: dict[str, Any], counts: bool) -> None:
    assert Judgement(**judgement).counts is counts


@pytest.mark.parametrize(
    ("judgement", "missing"),
    [
        ({"node": ENABLER}, ("answer",)),
        ({"node": ENABLER, "answer": "effect"}, ("level", "likelihood", "confidence")),
        (EFFECT, ()),
        ({**EFFECT, "harm": "major"}, ("rationale",)),
        ({**EFFECT, "harm": "major", "rationale": "  \n"}, ("rationale",)),
        ({**EFFECT, "harm": "major", "rationale": "Because."}, ()),
        ({**EFFECT, "benefit": "major"}, ("rationale",)),
        ({"node": ENABLER, "answer": "none"}, ()),
        ({"node": PROPERTY, "answer": "none"}, ("rationale",)),
        ({"node": PROPERTY, "answer": "none", "rationale": "Not touched."}, ()),
        ({"node": PROPERTY, "answer": "not-applicable"}, ()),
        ({"node": ENABLER, "answer": "dont-know"}, ("reason",)),
        ({"node": ENABLER, "answer": "dont-know", "reason": "contested"}, ()),
    ],
)
def test_an_answer_says_what_it_still_lacks(
    framework: Framework, judgement: dict[str, Any], missing: tuple[str, ...]
) -> None:
    made = Judgement(**judgement)
    assert made.missing(framework.node(made.node), "standard") == missing


def test_a_full_assessment_asks_for_one_of_the_four_sides(framework: Framework) -> None:
    node = framework.node(ENABLER)
    assert Judgement(**EFFECT).missing(node, "full") == ("sides",)
    seen = Judgement(**EFFECT, sides=Sides(consumer="People pay more."))
    assert seen.missing(node, "full") == ()
    assert Judgement(node=ENABLER, answer="none").missing(node, "full") == ()


def test_recording_makes_a_new_assessment_and_leaves_the_old_one_alone() -> None:
    empty = assessment()
    first = empty.record(Judgement(node=ENABLER, answer="none"))
    assert empty.judgements == ()
    assert [each.answer for each in first.judgements] == ["none"]


def test_recording_again_puts_the_new_answer_in_the_place_of_the_old() -> None:
    twice = assessment().record(Judgement(node=ENABLER, answer="none")).record(Judgement(**EFFECT))
    assert [each.answer for each in twice.judgements] == ["effect"]


def test_parts_of_one_node_stand_side_by_side_in_order() -> None:
    parts = assessment()
    for part in (3, 1, 2):
        parts = parts.record(Judgement(**EFFECT, part=part))
    assert [each.part for each in parts.judgements_on(ENABLER)] == [1, 2, 3]


def test_the_order_of_recording_leaves_no_trace() -> None:
    a, b = Judgement(node=PROPERTY, answer="none"), Judgement(**EFFECT)
    assert assessment().record(a).record(b) == assessment().record(b).record(a)


def test_a_withdrawn_judgement_is_gone_and_others_stay() -> None:
    both = assessment(Judgement(node=PROPERTY), Judgement(**EFFECT))
    key = Key("d1", "a1", PROPERTY, 1)
    assert both.judgement(key)
    left = both.withdraw(key)
    assert [each.node for each in left.judgements] == [ENABLER]
    assert left.judgement(key) is None
    assert left.withdraw(key) == left


def test_judgements_are_told_apart_by_assessor_and_draft() -> None:
    drafts = (Draft(id="d1"), Draft(id="d2"))
    judged = assessment(
        Judgement(**EFFECT), Judgement(**EFFECT, assessor="a2"), drafts=drafts
    ).record(Judgement(**{**EFFECT, "harm": "material"}, draft="d2"))
    assert [each.harm for each in judged.judgements_on(ENABLER)] == ["minor"]
    assert [each.harm for each in judged.judgements_on(ENABLER, draft="d2")] == ["material"]
    assert len(judged.judgements_on(ENABLER, assessor="a2")) == 1
    assert judged.judgements_on(ENABLER, draft="d2", assessor="a2") == ()


def test_the_same_judgement_twice_is_refused_with_a_way_out() -> None:
    with pytest.raises(ValidationError, match="privacy is judged twice by a1 on draft d1; give"):
        assessment(Judgement(**EFFECT), Judgement(**EFFECT))


def test_a_judgement_on_an_unknown_draft_is_refused() -> None:
    with pytest.raises(ValidationError, match="judgement on unknown draft 'd9'"):
        assessment(Judgement(**EFFECT, draft="d9"))


def test_two_drafts_with_one_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="two drafts have the same id; give each its own"):
        assessment(drafts=(Draft(id="d1"), Draft(id="d1")))


def test_a_draft_is_found_by_its_id() -> None:
    assert assessment().draft("d1").id == "d1"
    with pytest.raises(KeyError, match="d2"):
        assessment().draft("d2")


def test_replacing_checks_like_building() -> None:
    judged = assessment(Judgement(**EFFECT))
    with pytest.raises(ValidationError, match="unknown draft"):
        judged.replace(drafts=(Draft(id="other"),))


@pytest.mark.parametrize(("depth", "nodes"), [("quick", 5), ("standard", 15), ("full", 15)])
def test_depth_decides_how_many_nodes_are_asked(
    framework: Framework, depth: str, nodes: int
) -> None:
    asked = assessment(triage=Triage.model_validate({"depth": depth}))
    assert len(asked.to_judge(framework)) == len(asked.progress(framework)) == nodes


def test_progress_says_how_far_each_node_is(framework: Framework) -> None:
    judged = assessment(
        Judgement(node=PROPERTY, answer="none"),
        Judgement(**EFFECT),
        Judgement(**{**EFFECT, "node": "integrity", "likelihood": None}, part=2),
        Judgement(**{**EFFECT, "node": "integrity", "harm": "major"}),
    )
    progress = {each.node: each for each in judged.progress(framework)}
    assert (progress[PROPERTY].state, progress[PROPERTY].missing) == ("in-progress", ("rationale",))
    assert (progress[ENABLER].state, progress[ENABLER].missing) == ("done", ())
    assert progress["integrity"].missing == ("likelihood", "rationale")
    assert (progress["available-capacity"].state, progress["available-capacity"].missing) == (
        "not-started",
        ("answer",),
    )


def test_the_file_format_is_the_promised_one() -> None:
    written = assessment(Judgement(**EFFECT)).model_dump(mode="json")
    assert written["format"] == "assess/1"
    assert written["judgements"][0]["benefit"] is None
    assert Assessment.model_validate(written) == assessment(Judgement(**EFFECT))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"likelihood": "certain"}, "'virtually certain'"),
        ({"part": 0}, "greater than or equal to 1"),
        ({"part": 21}, "less than or equal to 20"),
        ({"node": "Not A Slug"}, "String should match pattern"),
        ({"score": 3}, "score"),
        ({"rationale": "a\x07"}, "control character"),
    ],
)
def test_a_wrong_judgement_cannot_be_built(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Judgement.model_validate({**EFFECT, **change})
