"""A framework: its nodes in order, looked up by id, and what cannot be built."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assess.framework import Enabler, Framework, Link, Question

WORDS = {"minor": "A little.", "material": "Much.", "major": "All."}
QUESTION = {"text": "Is it so?", "provenance": "argued", "sources": ["s"]}
JUDGED = {
    "summary": "It means this.",
    "sources": ["s"],
    "verified": True,
    "questions": [QUESTION],
    "strengthens": ["This"],
    "weakens": ["That"],
    "levels": WORDS,
}
PROPERTY = {
    **JUDGED,
    "id": "p",
    "code": "CP1",
    "name": "P",
    "descriptor": "d",
    "characteristics": ["c"],
    "benefit": "b",
}
ENABLER = {**JUDGED, "id": "e", "code": "E1", "name": "E", "goal": "g", "indicators": []}
GOAL = {"id": "g", "code": "G1", "name": "G", "summary": "Aim.", "sources": ["s"], "verified": True}
LINK = {
    "from": "p",
    "to": "e",
    "relation": "underpins",
    "strength": "strong",
    "reason": "Because.",
    "provenance": "argued",
    "verified": False,
    "sources": ["s"],
}
EXAMPLE = {"node": "e", "situation": "S.", "harm": "major", "people": "P.", "sources": ["s"]}


def framework(**changes: Any) -> Framework:
    parts = {
        "id": "small",
        "version": "1.0.0",
        "title": "Small",
        "summary": "S",
        "licence_note": "L",
        "sources": {"s": {"title": "Source", "url": "https://example.org/"}},
        "benefit_levels": WORDS,
        "critical_properties": [PROPERTY],
        "enablers": [ENABLER],
        "goals": [GOAL],
        "links": [LINK],
        "examples": [EXAMPLE],
    }
    return Framework.model_validate({**parts, **changes})


def test_judged_nodes_come_properties_first_and_goals_are_not_judged() -> None:
    small = framework()
    assert [node.id for node in small.judged] == ["p", "e"]
    assert [node.id for node in small.nodes] == ["p", "e", "g"]


@pytest.mark.parametrize(
    ("node", "kind"), [("p", "critical-property"), ("e", "enabler"), ("g", "goal")]
)
def test_a_node_knows_its_kind(node: str, kind: str) -> None:
    small = framework()
    assert small.has(node)
    assert small.node(node).id == node
    assert small.kind(node) == kind


def test_an_unknown_node_is_a_key_error() -> None:
    small = framework()
    assert not small.has("x")
    with pytest.raises(KeyError, match="x"):
        small.node("x")
    with pytest.raises(KeyError, match="x"):
        small.kind("x")


def test_examples_are_found_by_node() -> None:
    small = framework()
    assert [example.situation for example in small.examples_for("e")] == ["S."]
    assert small.examples_for("p") == ()


def test_a_link_is_written_from_and_to() -> None:
    link = Link.model_validate(LINK)
    assert (link.origin, link.target) == ("p", "e")
    assert link.model_dump(by_alias=True)["from"] == "p"


def test_a_framework_survives_being_written_and_read() -> None:
    small = framework()
    assert Framework.model_validate(small.model_dump(by_alias=True, mode="json")) == small


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"version": "1.0"}, "String should match pattern"),
        ({"id": "Not A Slug"}, "String should match pattern"),
        ({"links": [{**LINK, "strength": "fierce"}]}, "'weak', 'material' or 'strong'"),
        ({"links": [{**LINK, "relation": "causes"}]}, "'underpins', 'supports'"),
        ({"links": [{**LINK, "strenth": "weak"}]}, "strenth"),
        ({"goals": [{**GOAL, "sources": []}]}, "at least 1 item"),
        ({"enablers": [{**ENABLER, "questions": []}]}, "at least 1 item"),
        ({"enablers": [{**ENABLER, "levels": {"minor": "A."}}]}, "levels.material"),
        ({"examples": [{**EXAMPLE, "harm": "huge"}]}, "'minor', 'material' or 'major'"),
        ({"surplus": 1}, "surplus"),
    ],
)
def test_a_wrong_framework_cannot_be_built(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        framework(**changes)


def test_a_goal_has_no_levels_and_an_enabler_no_descriptor() -> None:
    with pytest.raises(ValidationError, match="levels"):
        framework(goals=[{**GOAL, "levels": WORDS}])
    with pytest.raises(ValidationError, match="descriptor"):
        Enabler.model_validate({**ENABLER, "descriptor": "d"})


def test_a_question_says_whether_it_is_published() -> None:
    with pytest.raises(ValidationError, match="'published' or 'argued'"):
        Question.model_validate({**QUESTION, "provenance": "rumour"})
