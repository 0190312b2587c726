"""Where the answers on a node go when its framework gets another version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from assess.framework import Framework, FrameworkRef, JudgedNode
from assess.judgement import Asked, ReviewWhy
from assess.migration.changes import Change
from assess.overlay import Overlaid, Rewording
from assess.topic import Combined, topic_of

Why = Literal[
    "unchanged",
    "moved",
    "reworded-alike",
    "reworded",
    "rescaled",
    "split",
    "merged",
    "mechanism",
    "overlay",
    "overlay-gone",
    "removed",
    "topic-gone",
    "no-room",
    "asked-otherwise",
    "question-gone",
    "link-gone",
    "kind-gone",
    "tie-gone",
]


@dataclass(frozen=True)
class Way:
    """From one version of a framework, with its topics, to another, and what differs.

    `kinds` are the interventions that the new version knows; none: it has no list of them.
    `names` are those of the interventions of the old version, by their ids.
    """

    old: Framework
    new: Framework
    changes: tuple[Change, ...]
    kinds: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def knows(self, kind: str | None) -> bool:
        """Whether an intervention can be named in the new version."""
        return kind is None or not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Course:
    """Where the answers on one node go; nowhere where `to` is empty, which archives them.

    `review` says why they wait to be looked at again; empty where they go on as they are.
    """

    node: str
    to: tuple[str, ...]
    why: tuple[Why, ...]
    review: tuple[ReviewWhy, ...] = ()
    notes: tuple[str, ...] = ()


def courses(way: Way) -> dict[str, Course]:
    """The course of every node that the old version asks about."""
    return {node.id: _course(node.id, way) for node in way.old.judged}


def asked(framework: Framework, node_id: str) -> Asked:
    """What an assessor is asked about a node, in the words of this version."""
    node = framework.node(node_id)
    assert isinstance(node, JudgedNode)
    home = topic_of(framework, node_id) or framework
    return Asked(
        framework=FrameworkRef(id=home.id, version=home.version),
        node=node.id,
        name=node.name,
        summary=node.summary,
        questions=tuple(each.text for each in node.questions),
        levels=node.levels,
    )


def _course(node: str, way: Way) -> Course:
    told = [each for each in way.changes if node in each.origins]
    notes = tuple(each.note for each in told)
    targets = _targets(node, told)
    there = {each.id for each in way.new.judged}
    found = tuple(dict.fromkeys(_asked_at(way.new, each) for each in targets))
    to = tuple(each for each in found if each in there)
    if not to:
        return Course(node, (), (_why_gone(node, told, way.old),), (), notes)
    review = _review(told)
    if _words(way.old, node) != _words(way.new, node):
        review = (*review, "overlay")
    if found != targets:
        review = (*review, "merged")
    if review:
        return Course(node, to, review, review, notes)
    kinds = {each.kind for each in told}
    if "moved" in kinds:
        return Course(node, to, ("moved",), (), notes)
    return Course(node, to, ("reworded-alike" if kinds else "unchanged",), (), notes)


def _words(framework: Framework, node: str) -> Rewording | None:
    """What a chapter says in the place of a node's own words."""
    given = framework.overlay.reword if isinstance(framework, Overlaid) else ()
    return next((each for each in given if each.node == node), None)


def _targets(node: str, told: Iterable[Change]) -> tuple[str, ...]:
    for change in told:
        if change.kind in ("removed", "moved", "split", "merged"):
            return change.targets
    return (node,)


def _asked_at(framework: Framework, node: str) -> str:
    """The node at which a criterion is asked, where another asks the same already."""
    return framework.asked_as.get(node, node) if isinstance(framework, Combined) else node


def _why_gone(node: str, told: Iterable[Change], old: Framework) -> Why:
    if isinstance(old, Overlaid) and old.overlay.adds(node):
        return "overlay-gone"
    return "removed" if any(each.kind == "removed" for each in told) else "topic-gone"


def _review(told: Iterable[Change]) -> tuple[ReviewWhy, ...]:
    found: list[ReviewWhy] = []
    for change in told:
        if change.kind == "reworded" and change.meaning == "changed":
            found.append("reworded")
        elif change.kind in ("rescaled", "split", "merged"):
            found.append(change.kind)
    return tuple(found)
