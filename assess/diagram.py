"""Findings drawn on the framework: which box is harmed or gains, and what bears on it."""

from __future__ import annotations

from textwrap import wrap
from typing import NamedTuple

from assess import graph, wording
from assess.explain import Telling
from assess.findings import CHANNELS, Channel, NodeFindings
from assess.framework import LEVELS, Framework
from assess.picture import GraphPicture, LinkLine, Mark, NodeBox, Tone
from assess.text import Words
from assess.topic import base_of


class Look(NamedTuple):
    """How a picture is laid out, and how many letters fit on a line of its boxes."""

    shape: graph.Shape
    size: graph.Size
    letters: int


WIDE = Look("wide", graph.Size(width=204, height=106, space=8, between=64, rim=30), 26)
SLIM = Look("wide", graph.Size(width=164, height=124, space=8, between=44, rim=26), 21)
NARROW = Look("narrow", graph.Size(width=164, height=124, space=10, between=64, rim=24, row=2), 21)
UNKNOWN = frozenset({"dont-know", "unfinished", "not-answered", "not-asked"})


def draw(telling: Telling, *, narrow: bool = False, topics: bool = True) -> GraphPicture:
    """The framework as a layered picture with what was found on each node.

    narrow: for a phone, the layers one below the other. topics: their criteria and rights, too;
    a page of paper has no room for them.
    """
    _ = telling.words.gettext
    framework = telling.framework if topics else base_of(telling.framework)
    look = _look(framework, narrow)
    plan = graph.layout(framework, look.shape, look.size)
    return GraphPicture(
        nodes=tuple(_box(telling, each, look) for each in plan.boxes),
        links=tuple(
            _line(framework, each, _tone(telling.findings.node(each.origin))) for each in plan.lines
        ),
        width=plan.width,
        height=plan.height,
        title=_("The framework with what was found on each part"),
        description=_description(telling),
    )


def plain(framework: Framework, words: Words, *, narrow: bool = False) -> GraphPicture:
    """The framework alone: its parts and what bears on what."""
    _ = words.gettext
    look = _look(framework, narrow)
    plan = graph.layout(framework, look.shape, look.size)
    return GraphPicture(
        nodes=tuple(_plain_box(framework, each, words, look) for each in plan.boxes),
        links=tuple(_line(framework, each, "none") for each in plan.lines),
        width=plan.width,
        height=plan.height,
        title=_("{framework}: its parts and the links between them").format(
            framework=framework.title
        ),
        description=_("The tables below give every part and every link in words."),
        bare=True,
    )


def _plain_box(framework: Framework, place: graph.NodeBox, words: Words, look: Look) -> NodeBox:
    kind = wording.kind(words, framework.kind(place.id))
    return _placed(framework, place, look, (Mark("", kind),), "none", "")


def _placed(
    framework: Framework,
    place: graph.NodeBox,
    look: Look,
    marks: tuple[Mark, ...],
    tone: Tone,
    aria: str,
) -> NodeBox:
    """A box where the layout has it, with the words of its node and what is marked on it."""
    node = framework.node(place.id)
    return NodeBox(
        id=node.id,
        code=node.code,
        label_lines=tuple(wrap(node.name, look.letters)),
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        layer=place.layer,
        marks=marks,
        tone=tone,
        aria=aria,
    )


def _look(framework: Framework, narrow: bool) -> Look:
    """Layers that topics add make the boxes slimmer, so that all stand side by side."""
    if narrow:
        return NARROW
    return SLIM if framework.criteria or framework.rights else WIDE


def _description(telling: Telling) -> str:
    _ = telling.words.gettext
    found = (
        _("{name}: {found}").format(
            name=telling.name(each.id),
            found=wording.listed(telling.words, tuple(mark.word for mark in _marks(telling, each))),
        )
        for each in telling.findings.nodes
        if each.harm.level or each.benefit.level
    )
    said = wording.series(telling.words, found)
    return said or _("No harm and no benefit was found in the answers given.")


def _box(telling: Telling, place: graph.NodeBox, look: Look) -> NodeBox:
    found = telling.findings.node(place.id)
    said = (_marks(telling, found), _tone(found), _spoken(telling, found))
    return _placed(telling.framework, place, look, *said)


def _marks(telling: Telling, found: NodeFindings) -> tuple[Mark, ...]:
    """A line for each side on which something was found; else why there is none."""
    sides = [side for side in CHANNELS if found.effect(side).level]
    if sides:
        return tuple(_mark(telling, found, side) for side in sides)
    possible = [side for side in CHANNELS if found.effect(side).p[0]]
    if possible:
        return tuple(Mark("", wording.possible(telling.words, side)) for side in possible)
    return (Mark("", wording.nothing(telling.words, found.said)),)


def _mark(telling: Telling, found: NodeFindings, side: Channel) -> Mark:
    level = found.effect(side).level
    return Mark(wording.symbol(side, level), wording.found(telling.words, level, side))


def _tone(found: NodeFindings) -> Tone:
    if found.harm.level and found.benefit.level:
        return "mixed"
    harms: tuple[Tone, ...] = ("none", "harm-1", "harm-2", "harm-3")
    benefits: tuple[Tone, ...] = ("none", "benefit-1", "benefit-2", "benefit-3")
    if found.harm.level:
        return harms[found.harm.level]
    if found.benefit.level:
        return benefits[found.benefit.level]
    return "unknown" if found.said in UNKNOWN else "none"


def _spoken(telling: Telling, found: NodeFindings) -> str:
    said = [_chance(telling, found, side) for side in CHANNELS if found.effect(side).p[0]]
    return wording.series(telling.words, said)


def _chance(telling: Telling, found: NodeFindings, side: Channel) -> str:
    effect = found.effect(side)
    step = max(effect.level, 1) - 1
    return telling.words.gettext("{level}: {chance}").format(
        level=wording.at_least(telling.words, LEVELS[step], side),
        chance=wording.chance(telling.words, effect.p[step]),
    )


def _line(framework: Framework, place: graph.LinkLine, tone: Tone) -> LinkLine:
    link = framework.links[place.index]
    return LinkLine(
        source=link.origin,
        target=link.target,
        points=place.points,
        strength=link.strength,
        tone=tone,
        published=link.provenance == "published",
    )
