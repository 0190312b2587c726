"""What the Internet needs, as data: critical properties, enablers, goals and the links among them.

The shape follows the Internet Society's Internet Way of Networking: five critical properties
needed to exist, ten enablers needed to thrive, four goals the enablers serve. A framework on one
topic (encryption, routing security ...) has criteria instead, which bear on the nodes of that one.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assess.value import Line, Slug, Text, Value

Kind = Literal["critical-property", "enabler", "goal", "criterion", "right"]
Level = Literal["minor", "material", "major"]
Provenance = Literal["published", "argued"]
Relation = Literal["underpins", "supports", "contributes_to", "tension"]
Strength = Literal["weak", "material", "strong"]
Sign = Literal["same", "opposite"]
Match = Literal["equal", "broader", "narrower", "related"]
Duty = Literal["compulsory", "recommended", "optional", "unclear"]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]

LEVELS: tuple[Level, ...] = ("minor", "material", "major")


class FrameworkRef(Value):
    """Which version of which framework."""

    id: Slug
    version: Version


class OverlayRef(Value):
    """Who changed what a framework asks, and under which title (`assess.overlay`)."""

    id: Slug
    title: Line
    by: Line


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


class Action(Value):
    """What a programme asks of those who take part in it, and whether it insists."""

    programme: Slug
    name: Line
    duty: Duty
    sources: tuple[Slug, ...] = Field(min_length=1)
    verified: bool
    note: Text = ""


class Criterion(Judged):
    """Something a topic asks about; `official` where the name is its publisher's own."""

    official: bool
    indicators: tuple[Line, ...] = ()
    actions: tuple[Action, ...] = ()


class Right(Node):
    """A human right that criteria serve; it is never judged directly."""


class Programme(Node):
    """A group that takes part in an initiative, such as the operators of networks in MANRS."""


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


class BearsOn(Value):
    """A criterion bearing on a node of the framework that its own one builds on.

    `sign` is "opposite" where more of the criterion can cost the node: asked about, not carried.
    """

    origin: Slug = Field(alias="from")
    target: Slug = Field(alias="to")
    sign: Sign
    strength: Strength
    reason: Text
    provenance: Provenance
    verified: bool
    sources: tuple[Slug, ...]
    note: Text = ""

    def link(self) -> Link:
        """The same as a link: what is opposite is a tension, the rest helps and is no more."""
        shared = {name: getattr(self, name) for name in Link.model_fields if name != "relation"}
        return Link(**shared, relation="supports" if self.sign == "same" else "tension")


class Mapping(Value):
    """How a criterion compares with a node of another framework.

    equal: one question, asked once. broader: the criterion covers more; narrower: less.
    """

    criterion: Slug
    framework: Slug
    node: Slug
    match: Match
    reason: Text


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


JudgedNode = CriticalProperty | Enabler | Criterion
AnyNode = JudgedNode | Goal | Right

_KINDS: dict[type[Node], Kind] = {
    CriticalProperty: "critical-property",
    Enabler: "enabler",
    Goal: "goal",
    Criterion: "criterion",
    Right: "right",
}


class Framework(Value):
    """One version of a framework; a published version never changes.

    One that `builds_on` another is about a topic: it has criteria and, where it names some, rights;
    `suggested_by` names the kinds of intervention for which its questions are offered.
    """

    id: Slug
    version: Version
    title: Line
    summary: Text
    licence_note: Text
    sources: dict[Slug, Source]
    builds_on: FrameworkRef | None = None
    suggested_by: tuple[Slug, ...] = ()
    benefit_levels: LevelWords
    critical_properties: tuple[CriticalProperty, ...] = ()
    enablers: tuple[Enabler, ...] = ()
    goals: tuple[Goal, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    rights: tuple[Right, ...] = ()
    programmes: tuple[Programme, ...] = ()
    links: tuple[Link, ...]
    bears_on: tuple[BearsOn, ...] = ()
    maps: tuple[Mapping, ...] = ()
    examples: tuple[Example, ...] = ()
    screening: tuple[ScreeningQuestion, ...] = ()

    @cached_property
    def judged(self) -> tuple[JudgedNode, ...]:
        """The nodes assessors answer for, critical properties first."""
        return (*self.core_judged, *self.criteria)

    @cached_property
    def core_judged(self) -> tuple[CriticalProperty | Enabler, ...]:
        """What is judged whatever the topics: what one assessment has in common with another."""
        return (*self.critical_properties, *self.enablers)

    @cached_property
    def nodes(self) -> tuple[AnyNode, ...]:
        """All nodes: those of the core, then criteria and rights, in the order of the file."""
        return (*self.core_judged, *self.goals, *self.criteria, *self.rights)

    @cached_property
    def _by_id(self) -> dict[str, AnyNode]:
        return {node.id: node for node in self.nodes}

    def node(self, node_id: str) -> AnyNode:
        """The node with this id. Raises KeyError where there is none."""
        return self._by_id[node_id]

    def has(self, node_id: str) -> bool:
        """Whether a node has this id."""
        return node_id in self._by_id

    def kind(self, node_id: str) -> Kind:
        """What kind of node this is. Raises KeyError where there is none."""
        return _KINDS[type(self.node(node_id))]

    @property
    def topic_refs(self) -> tuple[FrameworkRef, ...]:
        """Which versions of which topics stand beside this framework (`assess.topic`)."""
        return ()

    @property
    def overlay_ref(self) -> OverlayRef | None:
        """Who changed what it asks; None where it is as it was published."""
        return None

    def added_by(self, node: str) -> OverlayRef | None:
        """Who added a node to it; None where it was published with it."""
        return None

    def asked_by(self, node: str) -> OverlayRef | None:
        """Who wrote the questions on a node otherwise, or at all; None where its authors did."""
        return None

    def link_row(self, link: int) -> int:
        """The row of draws of a link, given by its place."""
        return link

    def answer_row(self, node: str, part: int, channel: int) -> int:
        """The row of draws of an answer: its part counts from 1, harm is channel 0, benefit 1."""
        return self.row(self.nodes.index(self.node(node)), part, channel)

    def row(self, place: int, part: int, channel: int) -> int:
        """The same by the node's place: links have the first rows, then comes part after part."""
        first = len(self.links) + len(self.bears_on)
        return first + 2 * ((part - 1) * len(self.nodes) + place) + channel

    def rows_end(self, parts: int) -> int:
        """The first row after all that links and answers of so many parts can use."""
        return self.row(0, parts + 1, 0)

    def examples_for(self, node_id: str) -> tuple[Example, ...]:
        """The worked examples on this node."""
        return tuple(example for example in self.examples if example.node == node_id)
