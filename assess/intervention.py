"""Kinds of thing that laws do to networks, and what each typically leads to."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from assess.framework import Level, Version
from assess.value import Line, Slug, Text, Value

Direction = Literal["harmful", "beneficial", "mixed", "neutral"]
Seen = Literal["read", "excerpt", "own-knowledge"]


class TypicalEffect(Value):
    """What an intervention often does to one node: a prompt for the assessor, never an answer.

    `harm` and `benefit` both empty means: usually none.
    """

    node: Slug
    harm: Level | None = None
    benefit: Level | None = None
    reason: Text
    condition: Text = ""


class Intervention(Value):
    """One kind of intervention. `cues` are phrases in law texts that hint at it, not proof."""

    id: Slug
    name: Line
    family: Slug
    direction: Direction
    definition: Text
    cues: tuple[Line, ...]
    typical_effects: tuple[TypicalEffect, ...]
    reason: Text
    aggravating_factors: tuple[Line, ...]
    mitigations: tuple[Line, ...]
    alternatives: tuple[Line, ...]
    cases: tuple[Slug, ...] = ()
    other_examples: tuple[Line, ...] = ()
    sources: tuple[Line, ...] = ()
    seen: Seen
    confidence: Literal["high", "medium", "low"]
    note: Text = ""

    def effects_on(self, node_id: str) -> tuple[TypicalEffect, ...]:
        """Typical effects on one node."""
        return tuple(effect for effect in self.typical_effects if effect.node == node_id)


class Interventions(Value):
    """The kinds of intervention that come with one version of a framework."""

    framework: Slug
    version: Version
    notes: tuple[Text, ...] = ()
    interventions: tuple[Intervention, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [kind.id for kind in self.interventions]
        twice = sorted({kind for kind in ids if ids.count(kind) > 1})
        if twice:
            raise ValueError(f"intervention given twice: {', '.join(twice)}; keep one of each")
        return self

    def get(self, intervention_id: str) -> Intervention | None:
        """The intervention with this id, or None."""
        return next((kind for kind in self.interventions if kind.id == intervention_id), None)
