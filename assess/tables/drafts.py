"""How likely harm or benefit is in each of several drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess import wording
from assess.explain import Telling
from assess.findings import Channel
from assess.framework import LEVELS, Framework, Kind
from assess.tables.table import FEW, Table, chance, name
from assess.text import Words

if TYPE_CHECKING:
    from assess.compare import Comparison, Ranked

KINDS: tuple[Kind, ...] = ("critical-property", "goal")


def drafts(framework: Framework, comparison: Comparison, words: Words, channel: Channel) -> Table:
    """A row for each critical property and goal that any draft touches, a column for each draft."""
    _ = words.gettext
    title = {
        "harm": _("The chance of harm in each draft"),
        "benefit": _("The chance of benefit in each draft"),
    }
    tellings = [telling(framework, ranked, words) for ranked in comparison.options]
    rows = [each for kind in KINDS for each in touched(framework, comparison, channel, kind)]
    return Table(
        title=title[channel],
        sentences=(
            *_untouched(framework, comparison, words, channel),
            *((_how(words),) if rows else ()),
        ),
        columns=(
            _("Critical property or goal"),
            _("Chance of"),
            *labels(comparison, words),
        ),
        rows=tuple(
            (
                name(framework, node),
                wording.at_least(words, LEVELS[level - 1], channel),
                *(chance(each, each.findings.node(node), channel, level) for each in tellings),
            )
            for node in rows
            for level in (compared(comparison, node, channel),)
        ),
    )


def labels(comparison: Comparison, words: Words) -> tuple[str, ...]:
    """What the drafts are called, with their file where they come from several."""
    options = [ranked.option for ranked in comparison.options]
    return tuple(
        " · ".join(filter(None, (each.file, wording.draft(words, place, each.draft))))
        for each in options
        for place in (each.assessment.drafts.index(each.draft),)
    )


def telling(framework: Framework, ranked: Ranked, words: Words) -> Telling:
    """One draft's findings, to be told."""
    return Telling(framework, ranked.option.assessment, ranked.findings, words)


def compared(comparison: Comparison, node: str, channel: Channel) -> int:
    """The level (1 to 3) whose chance is compared on a node: the highest found in any draft."""
    found = (each.findings.node(node).effect(channel).level for each in comparison.options)
    return max(1, *found)


def touched(
    framework: Framework, comparison: Comparison, channel: Channel, kind: Kind
) -> tuple[str, ...]:
    """The nodes of a kind that a draft may touch, those that differ most among drafts first."""

    def apart(node: str) -> float:
        step = compared(comparison, node, channel) - 1
        chances = [each.findings.node(node).effect(channel).p[step] for each in comparison.options]
        return max(chances) - min(chances)

    nodes = [
        each.id
        for each in framework.nodes
        if framework.kind(each.id) == kind and _may_touch(comparison, each.id, channel)
    ]
    return tuple(sorted(nodes, key=apart, reverse=True))


def _may_touch(comparison: Comparison, node: str, channel: Channel) -> bool:
    return any(each.findings.node(node).effect(channel).upper[0] for each in comparison.options)


def _untouched(
    framework: Framework, comparison: Comparison, words: Words, channel: Channel
) -> tuple[str, ...]:
    _, many = words.gettext, words.ngettext
    names = tuple(
        each.name
        for each in framework.nodes
        if framework.kind(each.id) in KINDS and not _may_touch(comparison, each.id, channel)
    )
    if not names:
        return ()
    if len(names) <= FEW:
        named = {
            "harm": _("No harm is found in any draft on {names}."),
            "benefit": _("No benefit is found in any draft on {names}."),
        }
        return (named[channel].format(names=wording.listed(words, names)),)
    counted = {
        "harm": many(
            "No harm is found in any draft on {count} critical property or goal.",
            "No harm is found in any draft on {count} critical properties and goals.",
            len(names),
        ),
        "benefit": many(
            "No benefit is found in any draft on {count} critical property or goal.",
            "No benefit is found in any draft on {count} critical properties and goals.",
            len(names),
        ),
    }
    return (counted[channel].format(count=len(names)),)


def _how(words: Words) -> str:
    return words.gettext(
        "Each dot is the chance in one draft; a thin line is its range, however the words are read"
        " and whatever is missing."
    )
