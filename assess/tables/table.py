"""What all the tables share."""

from __future__ import annotations

from dataclasses import dataclass

from assess import wording
from assess.explain import Telling
from assess.findings import Channel, NodeFindings
from assess.framework import LEVELS, Framework, Kind
from assess.text import Words

FEW = 4
"""Names a sentence holds; more are counted, as the table names them anyway."""


@dataclass(frozen=True)
class Table:
    """A picture in words. The first cell of a row is its heading; `sentences` come before it.

    Everything is plain text, names that people gave included: escape it where it becomes HTML.
    """

    title: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def name(framework: Framework, node_id: str) -> str:
    """A node's code and name."""
    node = framework.node(node_id)
    return f"{node.code} {node.name}"


def group(words: Words, kind: Kind) -> str:
    """What stands above the nodes of a kind."""
    _ = words.gettext
    return {
        "critical-property": _("Critical properties"),
        "enabler": _("Enablers"),
        "goal": _("Goals"),
        "criterion": _("Criteria of topics"),
        "right": _("Rights"),
    }[kind]


def stated(words: Words, level: int) -> str:
    """A level as an answer names it, 0 to 3."""
    _ = words.gettext
    return (_("None"), _("Minor"), _("Material"), _("Major"))[level]


def spoken(words: Words) -> tuple[str, str, str, str]:
    """The levels 0 to 3 within a picture, in a word each."""
    _ = words.gettext
    return _("none"), _("minor"), _("material"), _("major")


def chance(telling: Telling, node: NodeFindings, channel: Channel, level: int) -> str:
    """The chance of a level (1 to 3) or worse on a node, with its range; else why there is none."""
    effect = node.effect(channel)
    share, low, high = (each[level - 1] for each in (effect.p, effect.lower, effect.upper))
    if share:
        return telling.ranged(share, low, high)
    nothing = wording.none_of(telling.words, node.said, channel)
    if not high:
        return nothing
    return telling.words.gettext("{said} ({level}: {range})").format(
        said=nothing,
        level=wording.at_least(telling.words, LEVELS[level - 1], channel),
        range=wording.span(telling.words, low, high),
    )
