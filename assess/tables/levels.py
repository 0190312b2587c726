"""How likely each level is on each node."""

from __future__ import annotations

from typing import get_args

from assess import wording
from assess.explain import Telling
from assess.findings import Channel, NodeFindings
from assess.framework import LEVELS, Kind
from assess.tables.table import FEW, Table, chance, name
from assess.text import Words

KINDS: tuple[Kind, ...] = get_args(Kind)
STRONGEST_FIRST = tuple(reversed(LEVELS))


def levels(telling: Telling, channel: Channel) -> Table:
    """The chance of each level on each node, and of the level found with its range."""
    words, _ = telling.words, telling.words.gettext
    title = {
        "harm": _("The chance of each level of harm"),
        "benefit": _("The chance of each level of benefit"),
    }
    named = [wording.level(words, each, channel) for each in STRONGEST_FIRST]
    return Table(
        title=title[channel],
        sentences=_sentences(telling, channel),
        columns=(
            _("Property, enabler or goal"),
            _("Found"),
            *(wording.opening(each) for each in (*named, wording.found(words, 0, channel))),
        ),
        rows=tuple(
            (
                name(telling.framework, each.id),
                finding(telling, each, channel),
                *_percents(words, each, channel),
            )
            for kind in KINDS
            for each in strongest_first(telling, channel, kind)
        ),
    )


def strongest_first(telling: Telling, channel: Channel, kind: Kind) -> tuple[NodeFindings, ...]:
    """The nodes of a kind, the most strongly touched first."""
    nodes = (each for each in telling.findings.nodes if each.kind == kind)
    return tuple(sorted(nodes, key=lambda each: _strength(each, channel), reverse=True))


def _strength(node: NodeFindings, channel: Channel) -> tuple[int, float]:
    effect = node.effect(channel)
    return effect.level, effect.p[max(effect.level, 1) - 1]


def shares(node: NodeFindings, channel: Channel) -> tuple[float, float, float, float]:
    """The chances (0 to 1) of exactly major, material, minor and nothing found."""
    minor, material, major = node.effect(channel).p
    return major, material - major, minor - material, 1 - minor


def touched(node: NodeFindings, channel: Channel) -> bool:
    """Whether anything is found on a node, or could be once the missing answers are there."""
    return node.effect(channel).upper[0] > 0


def unknown(node: NodeFindings, channel: Channel) -> bool:
    """Whether nothing is found on a node only because answers are missing."""
    return touched(node, channel) and not node.effect(channel).p[0]


def _percents(words: Words, node: NodeFindings, channel: Channel) -> tuple[str, ...]:
    if unknown(node, channel):
        return ("–",) * 4
    return tuple(words.percent(share) for share in shares(node, channel))


def finding(telling: Telling, node: NodeFindings, channel: Channel) -> str:
    """The level found on a node with its chance and range, or why there is none."""
    effect = node.effect(channel)
    level = max(effect.level, 1)
    said = chance(telling, node, channel, level)
    if not effect.p[0]:
        return said
    return telling.words.gettext("{level}: {chance}").format(
        level=wording.at_least(telling.words, LEVELS[level - 1], channel), chance=said
    )


def _sentences(telling: Telling, channel: Channel) -> tuple[str, ...]:
    _ = telling.words.gettext
    nodes = telling.findings.nodes
    left_out = [each.id for each in nodes if not touched(each, channel)]
    if len(left_out) == len(nodes):
        return (
            {
                "harm": _("No harm was found in the answers given."),
                "benefit": _("No benefit was found in the answers given."),
            }[channel],
        )
    half = _("The level found is the one that the bar shows at the 50% line.")
    return (
        _highest(telling, channel),
        *([half] if any(each.effect(channel).level for each in nodes) else []),
        _("A thin line is the range of the chance named, {however}.").format(
            however=telling.however()
        ),
        *_not_drawn(telling, channel, left_out),
    )


def _not_drawn(telling: Telling, channel: Channel, left_out: list[str]) -> tuple[str, ...]:
    """Where nothing is found: by name where these are few."""
    _, many, count = telling.words.gettext, telling.words.ngettext, len(left_out)
    if not left_out:
        return ()
    if count <= FEW:
        named = {
            "harm": _("No harm is found on {names}: no bar is drawn there."),
            "benefit": _("No benefit is found on {names}: no bar is drawn there."),
        }
        return (named[channel].format(names=telling.names(left_out)),)
    counted = {
        "harm": many(
            "No harm is found on {count} other: no bar is drawn there.",
            "No harm is found on {count} others: no bar is drawn there.",
            count,
        ),
        "benefit": many(
            "No benefit is found on {count} other: no bar is drawn there.",
            "No benefit is found on {count} others: no bar is drawn there.",
            count,
        ),
    }
    return (counted[channel].format(count=count),)


def _highest(telling: Telling, channel: Channel) -> str:
    """Where the highest level found is."""
    _ = telling.words.gettext
    nodes = telling.findings.nodes
    highest = max(each.effect(channel).level for each in nodes)
    if not highest:
        return {
            "harm": _("Nowhere is any level of harm as likely as not."),
            "benefit": _("Nowhere is any level of benefit as likely as not."),
        }[channel]
    return _("{level} is found on {names}.").format(
        level=wording.opening(wording.found(telling.words, highest, channel)),
        names=telling.names(each.id for each in nodes if each.effect(channel).level == highest),
    )
