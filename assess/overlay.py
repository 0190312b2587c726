"""What a chapter adds to a framework, leaves out of it or words otherwise, without a fork of it.

An overlay travels inside the assessment that uses it, so that anybody can compute it again. It
never renames a node, never touches a link, and whatever it says carries its author's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Self

from pydantic import Field, model_validator

from assess.framework import (
    BearsOn,
    Criterion,
    Framework,
    FrameworkRef,
    JudgedNode,
    LevelWords,
    Link,
    OverlayRef,
    Question,
    Source,
)
from assess.refusal import ENGLISH, did_you_mean
from assess.text import Words
from assess.topic import Combined, combine
from assess.value import Line, Slug, Text, Value

MOST_HIDDEN: Final = 100
_GROUPS: Final = ("critical_properties", "enablers", "criteria")
_TEXTS: Final = ("summary", "strengthens", "weakens", "levels")
Spot = tuple[str | int, ...]


class Rewording(Value):
    """Other words on one node; what is left out stays as it is. Names are never changed."""

    node: Slug
    summary: Text | None = None
    questions: tuple[Text, ...] | None = Field(default=None, min_length=1, max_length=20)
    strengthens: tuple[Line, ...] | None = Field(default=None, max_length=50)
    weakens: tuple[Line, ...] | None = Field(default=None, max_length=50)
    levels: LevelWords | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(getattr(self, name) is None for name in ("questions", *_TEXTS)):
            raise ValueError("nothing is worded otherwise; give a text, or take this node out")
        return self


class Added(Value):
    """Criteria that are asked besides, and what they bear on: a small topic."""

    sources: dict[Slug, Source] = Field(default_factory=dict, max_length=200)
    criteria: tuple[Criterion, ...] = Field(default=(), max_length=50)
    links: tuple[Link, ...] = Field(default=(), max_length=500)
    bears_on: tuple[BearsOn, ...] = Field(default=(), max_length=500)


class Overlay(Value):
    """One chapter's changes to one version of a framework.

    `by` is who answers for them. What is in `hide` is not asked; the bounds count it as unknown.
    `standing` are paragraphs that a paper prints as the chapter's own.
    """

    id: Slug
    title: Line = Field(min_length=1, max_length=120)
    by: Line = Field(min_length=1, max_length=120)
    framework: FrameworkRef
    hide: tuple[Slug, ...] = Field(default=(), max_length=MOST_HIDDEN)
    reword: tuple[Rewording, ...] = Field(default=(), max_length=200)
    add: Added = Added()
    standing: tuple[Text, ...] = Field(default=(), max_length=20)

    @property
    def ref(self) -> OverlayRef:
        """What it is called and whose it is."""
        return OverlayRef(id=self.id, title=self.title, by=self.by)

    def hides(self, node: str) -> bool:
        """Whether a node is not to be asked about."""
        return node in self.hide

    def rewords(self, node: str) -> bool:
        """Whether somebody reads other words on a node than its framework has."""
        return any(each.node == node for each in self.reword)

    def adds(self, node: str) -> bool:
        """Whether a node is one of its own criteria."""
        return any(each.id == node for each in self.add.criteria)


class Overlaid(Combined):
    """A framework, with its topics, as a chapter has it; id, version and names are its own."""

    overlay: Overlay

    @property
    def topic_refs(self) -> tuple[FrameworkRef, ...]:
        """Which versions of which topics stand beside it; what the overlay adds is none."""
        return tuple(ref for ref in super().topic_refs if ref.id != self.overlay.id)

    @property
    def overlay_ref(self) -> OverlayRef | None:
        """Who changed what is asked, and under which title."""
        return self.overlay.ref

    def added_by(self, node: str) -> OverlayRef | None:
        """Who added a node."""
        return self.overlay.ref if self.overlay.adds(node) else None

    def asked_by(self, node: str) -> OverlayRef | None:
        """Who wrote the questions on a node; None where it is who wrote its framework."""
        written = (each.node for each in self.overlay.reword if each.questions is not None)
        return self.overlay.ref if node in written else self.added_by(node)

    def rows_end(self, parts: int) -> int:
        """The first row after all that links and answers can use; no other than without words."""
        return super().rows_end(parts) if self.topics else self.base.rows_end(parts)


def overlaid(base: Framework, topics: Sequence[Framework], overlay: Overlay) -> Framework:
    """The framework with topics beside it, as an overlay has it.

    Its ids must lead somewhere (`misfits`).
    """
    own = [_as_topic(overlay, base)] if overlay.add.criteria else []
    whole = combine(base, [*topics, *own])
    fields: dict[str, Any] = {name: getattr(whole, name) for name in type(whole).model_fields}
    if not isinstance(whole, Combined):
        alone = {"base": base, "topics": (), "rows": tuple(range(len(base.links)))}
        fields |= {**alone, "asked_as": {}}
    words = {each.node: each for each in overlay.reword}
    for group in _GROUPS:
        fields[group] = tuple(_worded(node, words.get(node.id)) for node in fields[group])
    return Overlaid(**fields, overlay=overlay)


def _as_topic(overlay: Overlay, base: Framework) -> Framework:
    """What an overlay adds, as a framework on a topic."""
    added = overlay.add
    return Framework(
        id=overlay.id,
        version=base.version,
        title=overlay.title,
        summary="",
        licence_note="",
        sources=added.sources,
        builds_on=overlay.framework,
        benefit_levels=base.benefit_levels,
        criteria=added.criteria,
        links=added.links,
        bears_on=added.bears_on,
    )


def _worded(node: JudgedNode, words: Rewording | None) -> JudgedNode:
    if words is None:
        return node
    said = {name: getattr(words, name) for name in _TEXTS}
    fields = {**dict(node), **{name: text for name, text in said.items() if text is not None}}
    if words.questions is not None:
        fields["questions"] = tuple(
            Question(text=each, provenance="argued", sources=()) for each in words.questions
        )
    return type(node)(**fields)


def misfits(
    overlay: Overlay,
    framework: Framework,
    words: Words = ENGLISH,
    beside: Framework | None = None,
) -> Iterator[tuple[Spot, str]]:
    """What in an overlay leads nowhere in the framework, with its topics, that it is put on.

    Each with the place where it stands and how to mend it. `beside` is the framework with topics
    that could be chosen: what is said of their criteria waits for them.
    """
    _ = words.gettext
    ref = overlay.framework
    if (ref.id, ref.version) != (framework.id, framework.version):
        told = _("this is made for {id} {version}; the assessment is on {other} {its}")
        named = {"id": ref.id, "version": ref.version}
        message = told.format(**named, other=framework.id, its=framework.version)
        yield ("framework",), message
        return
    judged = [node.id for each in (framework, beside) if each for node in each.judged]
    yield from _named(overlay, judged, words)
    if {node.id for node in framework.judged} <= {*overlay.hide} and not overlay.add.criteria:
        yield ("hide",), _("nothing would be left to ask about; take something out of this list")
    yield from _in_added(overlay, framework, words)


def _named(overlay: Overlay, judged: Sequence[str], words: Words) -> Iterator[tuple[Spot, str]]:
    """Nodes hidden or reworded that are not asked about, or named twice."""
    _ = words.gettext
    spots: list[tuple[Spot, str]] = [(("hide", n), each) for n, each in enumerate(overlay.hide)]
    spots += [(("reword", n, "node"), each.node) for n, each in enumerate(overlay.reword)]
    seen = set()
    for spot, node in spots:
        if node not in judged:
            hint = did_you_mean(node, judged, words)
            told = _("{node} is not asked about in this framework; {hint}")
            yield spot, told.format(node=node, hint=hint)
        elif (spot[0], node) in seen:
            yield spot, _("{node} is named twice; keep one of them").format(node=node)
        seen.add((spot[0], node))
    for number, each in enumerate(overlay.reword):
        if overlay.hides(each.node):
            told = _("{node} is hidden, so nobody reads this; take one of the two out")
            yield ("reword", number, "node"), told.format(node=each.node)


def _in_added(overlay: Overlay, framework: Framework, words: Words) -> Iterator[tuple[Spot, str]]:
    _, added = words.gettext, overlay.add
    own = [each.id for each in added.criteria]
    if added.criteria and overlay.id in (framework.id, *(r.id for r in framework.topic_refs)):
        yield ("id",), _("a framework has this id; give the overlay one of its own")
    for place, node in enumerate(own):
        if framework.has(node) or node in own[:place]:
            told = _("the id {node} is taken; give the criterion one of its own")
            yield ("add", "criteria", place, "id"), told.format(node=node)
    there = [node.id for node in framework.nodes]
    ends: list[tuple[Spot, str, list[str]]] = []
    for place, link in enumerate(added.links):
        ends.append((("add", "links", place, "from"), link.origin, own))
        ends.append((("add", "links", place, "to"), link.target, own))
    for place, bears in enumerate(added.bears_on):
        ends.append((("add", "bears_on", place, "from"), bears.origin, own))
        ends.append((("add", "bears_on", place, "to"), bears.target, there))
    ends += [(spot, name, list(added.sources)) for spot, name in _sources(added)]
    for spot, name, known in ends:
        if name not in known:
            hint = did_you_mean(name, known, words) if known else _("there are none; add one")
            yield spot, _("there is no {name}; {hint}").format(name=name, hint=hint)


def _sources(added: Added) -> Iterator[tuple[Spot, str]]:
    parts = (("criteria", added.criteria), ("links", added.links), ("bears_on", added.bears_on))
    for group, found in parts:
        for place, part in enumerate(found):
            spot: Spot = ("add", group, place, "sources")
            yield from (((*spot, n), name) for n, name in enumerate(getattr(part, "sources", ())))
            for number, question in enumerate(getattr(part, "questions", ())):
                asked: Spot = ("add", group, place, "questions", number, "sources")
                yield from (((*asked, n), name) for n, name in enumerate(question.sources))
