"""What the Internet needs, as data: critical properties, enablers, goals and the links among them.

The shape follows the Internet Society's Internet Way of Networking: five critical properties
needed to exist, ten enablers needed to thrive, four goals the enablers serve.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assess.value import Line, Slug, Text, Value

Kind = Literal["critical-property", "enabler", "goal"]
Level = Literal["minor", "material", "major"]
Provenance = Literal["published", "argued"]
Relation = Literal["underpins", "supports", "contributes_to", "tension"]
Strength = Literal["weak", "material", "strong"]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]

LEVELS: tuple[Level, ...] = ("minor", "material", "major")


class Source(Value):
    """Where a claim comes from; `url` is the official address, `note` says what was really seen."""

    title: Line
    url: Line = ""
    note: Text = ""


class Question(Value):
    """A guiding question in our words; `provenance` says whether a source asks it."""

    text: Text
    provenance: Provenance
    sources: tuple[Slug, ...]
    note: Text = ""


class LevelWords(Value):
    """One sentence for each level of harm."""

    minor: Text
    material: Text
    major: Text


class Node(Value):
    """What every goal, enabler and critical property has. `code` is printed, never parsed."""

    id: Slug
    code: Line
    name: Line
    aliases: tuple[Line, ...] = ()
    summary: Text
    sources: tuple[Slug, ...] = Field(min_length=1)
    verified: bool
    note: Text = ""


class Goal(Node):
    """An aim the enablers serve; it is never judged directly."""


class Judged(Node):
    """A node that assessors are asked about."""

    questions: tuple[Question, ...] = Field(min_length=1)
    strengthens: tuple[Line, ...]
    weakens: tuple[Line, ...]
    levels: LevelWords


class CriticalProperty(Judged):
    """Something the Internet needs in order to exist."""

    descriptor: Line
    characteristics: tuple[Text, ...]
    benefit: Text


class Enabler(Judged):
    """Something the Internet needs in order to thrive; `goal` is the goal it is published under."""

    goal: Slug
    indicators: tuple[Line, ...]


class Link(Value):
    """One node bearing on another; `reason` says how, in our words unless `published`."""

    origin: Slug = Field(alias="from")
    target: Slug = Field(alias="to")
    relation: Relation
    strength: Strength
    reason: Text
    provenance: Provenance
    verified: bool
    sources: tuple[Slug, ...]
    note: Text = ""


class Example(Value):
    """A worked example of judging one node, restated from its source."""

    node: Slug
    situation: Text
    harm: Level | None = None
    benefit: Level | None = None
    people: Text
    sources: tuple[Slug, ...] = Field(min_length=1)


class ScreeningQuestion(Value):
    """A yes / no / unsure question asked before judging.

    `yes`, `no` and `unsure` restate the answer as a sentence; `settle` says who could settle
    "unsure"; `points_to` names the nodes a "yes" bears on.
    """

    id: Slug
    text: Text
    hint: Text = ""
    yes: Text
    no: Text
    unsure: Text
    settle: Text
    points_to: tuple[Slug, ...]
    provenance: Provenance
    sources: tuple[Slug, ...] = Field(min_length=1)


class Framework(Value):
    """One version of a framework; a published version never changes."""

    id: Slug
    version: Version
    title: Line
    summary: Text
    licence_note: Text
    sources: dict[Slug, Source]
    benefit_levels: LevelWords
    critical_properties: tuple[CriticalProperty, ...]
    enablers: tuple[Enabler, ...]
    goals: tuple[Goal, ...]
    links: tuple[Link, ...]
    examples: tuple[Example, ...] = ()
    screening: tuple[ScreeningQuestion, ...] = ()

    @cached_property
    def judged(self) -> tuple[CriticalProperty | Enabler, ...]:
        """The nodes assessors answer for, critical properties first."""
        return (*self.critical_properties, *self.enablers)

    @cached_property
    def nodes(self) -> tuple[CriticalProperty | Enabler | Goal, ...]:
        """All nodes: critical properties, enablers, goals, each in the order of the file."""
        return (*self.judged, *self.goals)

    @cached_property
    def _by_id(self) -> dict[str, CriticalProperty | Enabler | Goal]:
        return {node.id: node for node in self.nodes}

    def node(self, node_id: str) -> CriticalProperty | Enabler | Goal:
        """The node with this id. Raises KeyError where there is none."""
        return self._by_id[node_id]

    def has(self, node_id: str) -> bool:
        """Whether a node has this id."""
        return node_id in self._by_id

    def kind(self, node_id: str) -> Kind:
        """What kind of node this is. Raises KeyError where there is none."""
        node = self.node(node_id)
        if isinstance(node, CriticalProperty):
            return "critical-property"
        return "enabler" if isinstance(node, Enabler) else "goal"

    def examples_for(self, node_id: str) -> tuple[Example, ...]:
        """The worked examples on this node."""
        return tuple(example for example in self.examples if example.node == node_id)
