"""Ids in an assessment file that must lead somewhere, and what may stand in it only once."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from itertools import islice
from typing import Any, Protocol

from pydantic import ValidationError

from assess.assessment import FrameworkRef
from assess.errors import FileProblems, UnknownFramework
from assess.framework import Framework
from assess.intervention import Interventions
from assess.mark import DECISIONS
from assess.overlay import Overlay, misfits
from assess.refusal import Loc, Refusal, did_you_mean, path, shown
from assess.text import Words

LOOKED_AT = 5_000  # of each list, as in the model; what follows is not looked at one by one

Told = Iterator[Refusal]
Content = dict[str, Any]


class Frameworks(Protocol):
    """Where frameworks are looked up: assess.library.Library."""

    def combined(
        self,
        base: FrameworkRef,
        topics: tuple[FrameworkRef, ...],
        overlay: Overlay | None = None,
        /,
    ) -> Framework:
        """A version with topics beside it, as an overlay has it. UnknownFramework, FileProblems."""

    def whole(self, base: FrameworkRef, /) -> Framework:
        """A framework version with every topic that builds on it. Raises as `combined`."""

    def interventions(self, framework_id: str, version: str, /) -> Interventions | None:
        """The interventions that come with it, if any."""


def dangling(content: Content, library: Frameworks, words: Words) -> Told:
    """What in a document leads nowhere or stands in it twice; the content may be of any form.

    So is what it was before it moved to another version, since one may go back to that.
    """
    yield from _in_one(content, library, words)
    before = _group(content.get("moved")).get("before")
    if isinstance(before, dict):
        for loc, message in dangling(before, library, words):
            yield Refusal(("moved", "before", *loc), message)


def _in_one(content: Content, library: Frameworks, words: Words) -> Told:
    yield from _drafts(content, words)
    yield from _rounds(content, words)
    yield from _twice(content, words)
    ref = _framework_ref(content.get("framework"))
    if ref is None:
        return  # the model says what is wrong with it
    try:
        framework = library.combined(ref, _topics(content))
        overlay = _overlay(content.get("overlay"))
        whole = library.whole(ref) if overlay else None
        misfit = [*misfits(overlay, framework, words, whole)] if overlay else []
        yield from (Refusal(("overlay", *spot), message) for spot, message in misfit)
        if overlay and not misfit:
            framework = library.combined(ref, _topics(content), overlay)
        interventions = library.interventions(ref.id, ref.version)
    except UnknownFramework as error:
        yield Refusal(("framework",), str(error))
    except FileProblems:
        yield Refusal(("framework",), words.gettext("this framework is here, but it has mistakes"))
    else:
        yield from _unknown(content, _Known(framework, interventions), words)


def _framework_ref(written: object) -> FrameworkRef | None:
    try:
        return FrameworkRef.model_validate(written)
    except ValidationError:
        return None


def _overlay(written: object) -> Overlay | None:
    """The overlay named; what is none is told by the model."""
    try:
        return Overlay.model_validate_json(json.dumps(written), strict=True)
    except ValidationError:
        return None


def _topics(content: Content) -> tuple[FrameworkRef, ...]:
    """The topics named; what is no such name is told by the model."""
    found = (_framework_ref(each) for _, each in _items(content.get("topics")))
    return tuple(ref for ref in found if ref)


# --- within the file ----------------------------------------------------------------------------


def _drafts(content: Content, words: Words) -> Told:
    """Drafts with the same id, and whatever is on, or based on, a draft that is not there."""
    _ = words.gettext
    ids: set[str] = set()
    written = [
        (place, _group(draft)) for place, draft in _items(content.get("drafts", [{"id": "d1"}]))
    ]
    for place, draft in written:
        name = draft.get("id")
        if isinstance(name, str):
            if name in ids:
                message = _("two drafts have this id; give each its own")
                yield Refusal(("drafts", place, "id"), message)
            ids.add(name)
    named: list[tuple[Loc, object]] = [
        (("drafts", place, "based_on"), draft.get("based_on")) for place, draft in written
    ]
    for loc, each in (*_answers(content), *_notes(content), *_marks(content)):
        named.append(((*loc, "draft"), each.get("draft", "d1")))
    for loc, name in named:
        if isinstance(name, str) and name not in ids:
            message = _("there is no such draft in this file; {hint}")
            yield Refusal(loc, message.format(hint=did_you_mean(name, sorted(ids), words)))


def _rounds(content: Content, words: Words) -> Told:
    panel = _group(content.get("panel"))
    if panel.get("first") and panel.get("phase", "first") == "first":
        message = words.gettext(
            "the first round has not ended, so no answers are kept of it yet; "
            "remove them or correct the phase"
        )
        yield Refusal(("panel", "first"), message)


def _twice(content: Content, words: Words) -> Told:
    """Second answers to the same question, and second notes or marks on the same."""
    _ = words.gettext
    seen: dict[Hashable, Loc] = {}
    for loc, judgement in _answers(content):
        whole = ("answer", loc[:-1], _key(judgement), str(judgement.get("part", 1)))
        if whole in seen:
            message = _(
                "the same person judges the same node on the same draft twice, first in {first}; "
                "give this one another part number"
            )
            yield Refusal((*loc, "part"), message.format(first=path(seen[whole])))
        seen.setdefault(whole, loc)
    for loc, note in _notes(content):
        mark = ("note", _key(note))
        if mark in seen:
            message = _(
                "the same person has two notes on the same node of the same draft, first in "
                "{first}; put both into one"
            )
            yield Refusal(loc, message.format(first=path(seen[mark])))
        seen.setdefault(mark, loc)
    for loc, each in _marks(content):
        spot = ("mark", _key(each), str(each.get("provision")))
        if spot in seen:
            message = _(
                "the same person has two marks on the same provision of the same draft, first in "
                "{first}; put both into one"
            )
            yield Refusal(loc, message.format(first=path(seen[spot])))
        seen.setdefault(spot, loc)


def _key(said: Content) -> tuple[str, str, str]:
    return str(said.get("draft", "d1")), str(said.get("assessor", "a1")), str(said.get("node"))


# --- in the framework ---------------------------------------------------------------------------


class _Known:
    """The ids of a framework version that an assessment may name."""

    def __init__(self, framework: Framework, interventions: Interventions | None) -> None:
        self.goals = {aim.id for aim in (*framework.goals, *framework.rights)}
        self.judged = [node.id for node in framework.judged]
        self.nodes = [node.id for node in framework.nodes]
        self.links = {(link.origin, link.target, link.relation) for link in framework.links}
        self.questions = [question.id for question in framework.screening]
        self.interventions = (
            [kind.id for kind in interventions.interventions] if interventions else None
        )


def _unknown(content: Content, known: _Known, words: Words) -> Told:
    _ = words.gettext
    triage = _group(content.get("triage"))
    for name in _group(triage.get("answers")):
        if name not in known.questions:
            hint = did_you_mean(name, known.questions, words)
            message = _("there is no such screening question; {hint}").format(hint=hint)
            yield Refusal(("triage", "answers", name), message)
    for place, name in _items(triage.get("interventions")):
        yield from _unknown_intervention(("triage", "interventions", place), name, known, words)
    for loc, judgement in _answers(content):
        kind = judgement.get("mechanism")
        yield from _unknown_intervention((*loc, "mechanism"), kind, known, words)
        yield from _not_judged((*loc, "node"), judgement.get("node"), known, words)
    for loc, note in _notes(content):
        yield from _no_node((*loc, "node"), note.get("node"), known, words)
    yield from _unknown_in_marks(content, known, words)
    yield from _unknown_in_advice(content, known, words)
    links = _items(_group(content.get("variant")).get("links"))
    for place, change in links:
        yield from _unknown_link(("variant", "links", place), _group(change), known, words)


def _unknown_in_marks(content: Content, known: _Known, words: Words) -> Told:
    for loc, mark in _marks(content):
        for decision in DECISIONS:
            for place, kind in _items(mark.get(decision)):
                yield from _unknown_intervention((*loc, decision, place), kind, known, words)


def _unknown_in_advice(content: Content, known: _Known, words: Words) -> Told:
    for place, each in _items(_group(content.get("recommendations")).get("items")):
        loc, advice = ("recommendations", "items", place), _group(each)
        kind = advice.get("intervention")
        yield from _unknown_intervention((*loc, "intervention"), kind, known, words)
        for answer, name in _items(advice.get("answers")):
            yield from _not_judged((*loc, "answers", answer), name, known, words)


def _unknown_intervention(loc: Loc, name: object, known: _Known, words: Words) -> Told:
    if known.interventions and isinstance(name, str) and name not in known.interventions:
        message = words.gettext("there is no such intervention; {hint}")
        hint = did_you_mean(name, known.interventions, words)
        yield Refusal(loc, message.format(hint=hint))


def _not_judged(loc: Loc, name: object, known: _Known, words: Words) -> Told:
    if isinstance(name, str) and name in known.goals:
        message = words.gettext("{name} is not judged itself; judge what serves it instead")
        yield Refusal(loc, message.format(name=name))
    elif name not in known.judged:
        yield from _no_node(loc, name, known, words)


def _no_node(loc: Loc, name: object, known: _Known, words: Words) -> Told:
    if isinstance(name, str) and name not in known.nodes:
        message = words.gettext("there is no {name} in this framework; {hint}")
        hint = did_you_mean(name, known.judged, words)
        yield Refusal(loc, message.format(name=shown(name), hint=hint))


def _unknown_link(loc: Loc, change: Content, known: _Known, words: Words) -> Told:
    ends = [change.get("origin"), change.get("target")]
    told = list(_no_node((*loc, "origin"), ends[0], known, words))
    told += _no_node((*loc, "target"), ends[1], known, words)
    yield from told
    link = (*map(str, ends), str(change.get("relation")))
    if not told and all(ends) and link not in known.links:
        message = words.gettext(
            "this framework has no such link; correct origin, target and relation, or remove it"
        )
        yield Refusal(loc, message)


# --- what a document of any form holds ------------------------------------------------------------


def _answers(content: Content) -> Iterator[tuple[Loc, Content]]:
    """Judgements as they stand, then those of the first round."""
    for place, each in _items(content.get("judgements")):
        yield ("judgements", place), _group(each)
    for place, each in _items(_group(content.get("panel")).get("first")):
        yield ("panel", "first", place), _group(each)


def _notes(content: Content) -> Iterator[tuple[Loc, Content]]:
    return ((("notes", place), _group(each)) for place, each in _items(content.get("notes")))


def _marks(content: Content) -> Iterator[tuple[Loc, Content]]:
    return ((("marks", place), _group(each)) for place, each in _items(content.get("marks")))


def _group(value: object) -> Content:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> Iterator[tuple[int, Any]]:
    return islice(enumerate(value if isinstance(value, list) else ()), LOOKED_AT)
