"""What a framework on a topic stands beside: whether ids, mappings and links fit together there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.framework import Framework
from assess.graph import circles
from assess.library import Library
from assess.references import Dangling, beside, in_framework, in_topic
from assess.refusal import did_you_mean
from assess.topic import Combined, combine


def misfits(topic: Framework, library: Library) -> Iterator[Dangling]:
    """What is wrong with a topic beside the framework it builds on, and others in their newest.

    Nothing where it builds on a framework that cannot be used: then that is to be mended first.
    """
    ref = topic.builds_on
    if ref is None or ref not in library.frameworks():
        return
    refs = (ref if each.id == ref.id else each for each in library.newest())
    others = [library.framework(each.id, each.version) for each in refs]
    found = list(beside(topic, others))
    yield from found
    listed = library.interventions(ref.id, ref.version)
    yield from _unknown_kinds(topic, [kind.id for kind in listed.interventions] if listed else [])
    base = library.framework(ref.id, ref.version)
    if not (found or list(in_framework(topic)) or list(in_topic(topic, base))):
        named = {each.framework for each in topic.maps if each.match == "equal"}
        equal = [each for each in others if each.id in named and each.builds_on == ref]
        whole = combine(base, [topic, *equal])
        yield from _made_one(whole, base)
        yield from circular(topic, whole)


def circular(own: Framework, whole: Framework) -> Iterator[Dangling]:
    """Circles among what underpins in the whole, each at the first link of `own` that closes it.

    Beside others a criterion that is equal to a node stands in its place, with the links of both.
    """
    same = whole.asked_as if isinstance(whole, Combined) else {}
    for circle in circles(whole, "underpins"):
        steps = set(zip(circle, [*circle[1:], circle[0]], strict=True))
        for place, link in enumerate(own.links):
            ends = (same.get(link.origin, link.origin), same.get(link.target, link.target))
            if link.relation == "underpins" and ends in steps:
                told = " → ".join([*circle, circle[0]])
                hint = "what underpins cannot rest on itself; make one of these links supports"
                yield Dangling(("links", place), f"circle among underpins: {told}; {hint}")
                break


def _made_one(whole: Framework, base: Framework) -> Iterator[Dangling]:
    """Two questions of the base that mappings, taken together, would make one."""
    same = whole.asked_as if isinstance(whole, Combined) else {}
    for node, other in same.items():
        if base.has(node):
            told = f"together with other topics {node} and {other} become one question"
            hint = "make one of the mappings that say equal narrower or broader"
            yield Dangling(("maps",), f"{told}; {hint}")


def _unknown_kinds(topic: Framework, there: Sequence[str]) -> Iterator[Dangling]:
    for place, kind in enumerate(topic.suggested_by):
        if kind not in there:
            hint = did_you_mean(kind, there) if there else "the framework lists none"
            yield Dangling(("suggested_by", place), f"there is no intervention {kind}; {hint}")
