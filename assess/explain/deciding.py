"""Links whose strength decides, and what a reader's own changes to links come to."""

from __future__ import annotations

from assess import wording
from assess.explain.conclusion import named
from assess.explain.statement import Statement
from assess.explain.sureness import chance
from assess.explain.telling import Telling
from assess.findings import Channel, Findings
from assess.robustness import LinkRow, Moved
from assess.text import Words


def deciding(
    telling: Telling, channel: Channel, rows: tuple[LinkRow, ...]
) -> tuple[Statement, ...]:
    """One sentence for each rating of a link that changes something."""
    return tuple(_row(telling, channel, row) for row in rows)


def _row(telling: Telling, channel: Channel, row: LinkRow) -> Statement:
    _, words, step = telling.words.gettext, telling.words, row.step
    text = (
        _(
            "Were the link “{origin} {relation} {target}” to carry nothing, this would change: "
            "{all}."
        )
        if row.rating == "off"
        else _(
            "Were the link “{origin} {relation} {target}” {rating} instead of {strength}, this "
            "would change: {all}."
        )
    )
    return Statement(
        f"deciding.{channel}",
        text.format(
            origin=telling.name(step.origin),
            relation=wording.relation(words, step.relation),
            target=telling.name(step.target),
            rating="" if row.rating == "off" else wording.strength_word(words, row.rating),
            strength=wording.strength_word(words, step.strength),
            all=wording.series(words, _changes(telling, channel, row)),
        ),
        {"link": step.index, "rating": row.rating, "verdict": row.verdict},
        (step.origin, step.target, *(moved.node for moved in row.nodes)),
    )


def _changes(telling: Telling, channel: Channel, row: LinkRow) -> list[str]:
    _ = telling.words.gettext
    verdict = _("the conclusion, “{after}” instead of “{before}”").format(
        after=named(telling, row.verdict, channel),
        before=named(telling, telling.findings.verdict(channel).level, channel),
    )
    nodes = [_moved(telling, channel, moved) for moved in row.nodes]
    return [verdict, *nodes] if row.changes else nodes


def _moved(telling: Telling, channel: Channel, moved: Moved) -> str:
    _ = telling.words.gettext
    return _("{name}, {after} instead of {before}").format(
        name=telling.name(moved.node),
        after=likely(telling.words, moved.after, channel),
        before=likely(telling.words, moved.before, channel),
    )


def likely(words: Words, level: int, channel: Channel) -> str:
    """A computed level; 0 says that none is at least as likely as not, not that there is none."""
    _ = words.gettext
    if key := wording.level_of(level):
        return wording.level(words, key, channel)
    return {
        "harm": _("harm less likely than not"),
        "benefit": _("benefit less likely than not"),
    }[channel]


def varied(telling: Telling, own: Findings, channel: Channel) -> Statement:
    """Both conclusions: of the framework as published, and with the assessor's changes (`own`)."""
    _ = telling.words.gettext
    before, after = telling.findings.verdict(channel), own.verdict(channel)
    text = (
        {
            "harm": _(
                "The framework as published leads to the conclusion “{published}”, {before}, on "
                "harm. With the assessor's changes to its links it is “{own}”, {after}."
            ),
            "benefit": _(
                "The framework as published leads to the conclusion “{published}”, {before}, on "
                "benefit. With the assessor's changes to its links it is “{own}”, {after}."
            ),
        }
        if before.level != after.level
        else {
            "harm": _(
                "The conclusion on harm stays “{own}” with the assessor's changes to the "
                "framework's links: {before} as published, {after} with them."
            ),
            "benefit": _(
                "The conclusion on benefit stays “{own}” with the assessor's changes to the "
                "framework's links: {before} as published, {after} with them."
            ),
        }
    )
    other = Telling(telling.framework, telling.assessment, own, telling.words)
    return Statement(
        f"varied.{channel}",
        text[channel].format(
            published=named(telling, before.level, channel),
            before=chance(telling.words, before.level, before.p),
            own=named(other, after.level, channel),
            after=chance(telling.words, after.level, after.p),
        ),
        {"before": before.level, "after": after.level},
    )


def moved(telling: Telling, own: Findings, channel: Channel) -> tuple[Statement, ...]:
    """The nodes whose level is another with the assessor's changes (`own`) than as published."""
    _ = telling.words.gettext
    pairs = [
        (node.id, node.effect(channel).level, own.node(node.id).effect(channel).level)
        for node in telling.findings.nodes
    ]
    return tuple(
        Statement(
            f"varied.node.{channel}",
            _("{change}.").format(change=_moved(telling, channel, Moved(node, before, after))),
            {"before": before, "after": after},
            (node,),
        )
        for node, before, after in pairs
        if before != after
    )
