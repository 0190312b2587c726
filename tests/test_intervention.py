"""Kinds of intervention: typical effects are prompts, ids are unique."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assess.intervention import Interventions

KIND = {
    "id": "dns-filtering",
    "name": "DNS filtering",
    "family": "content-blocking",
    "direction": "harmful",
    "definition": "Resolvers must answer falsely.",
    "cues": ["block the domain name"],
    "typical_effects": [
        {"node": "common-global-identifiers", "harm": "material", "reason": "Names differ."},
        {"node": "integrity", "harm": "minor", "reason": "Answers are forged."},
        {"node": "privacy", "reason": "Usually none."},
    ],
    "reason": "Content stays where it is.",
    "aggravating_factors": [],
    "mitigations": [],
    "alternatives": [],
    "seen": "excerpt",
    "confidence": "high",
}


def library(*kinds: dict[str, Any]) -> Interventions:
    return Interventions.model_validate(
        {"framework": "small", "version": "1.0.0", "interventions": list(kinds)}
    )


def test_a_kind_is_found_by_its_id() -> None:
    found = library(KIND).get("dns-filtering")
    assert found
    assert found.name == "DNS filtering"
    assert library(KIND).get("shutdown") is None


def test_effects_are_found_by_node() -> None:
    kind = library(KIND).interventions[0]
    assert [effect.harm for effect in kind.effects_on("integrity")] == ["minor"]
    assert kind.effects_on("accountability") == ()


def test_an_effect_with_neither_harm_nor_benefit_means_usually_none() -> None:
    (effect,) = library(KIND).interventions[0].effects_on("privacy")
    assert (effect.harm, effect.benefit, effect.condition) == (None, None, "")


def test_a_kind_given_twice_is_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="given twice: dns-filtering; keep one of each"):
        library(KIND, KIND)


def test_a_library_of_no_kinds_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        library()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"direction": "bad"}, "'harmful', 'beneficial', 'mixed' or 'neutral'"),
        ({"seen": "heard"}, "'read', 'excerpt' or 'own-knowledge'"),
        ({"confidence": "total"}, "'high', 'medium' or 'low'"),
        ({"text_cues": []}, "text_cues"),
    ],
)
def test_a_wrong_kind_cannot_be_built(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        library({**KIND, **changes})
