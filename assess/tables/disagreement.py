"""Who states which level on which node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess import wording
from assess.explain import AgreementTelling
from assess.findings import Channel
from assess.framework import LEVELS
from assess.tables.table import FEW, Table, name
from assess.text import Words

if TYPE_CHECKING:
    from assess.agreement import Item


def disagreement(telling: AgreementTelling, channel: Channel) -> Table:
    """A row for each property and enabler somebody gave a level, a column for each person."""
    words, _ = telling.words, telling.words.gettext
    title = {"harm": _("Who states which harm"), "benefit": _("Who states which benefit")}
    people = [each.id for each in telling.agreement.assessors]
    return Table(
        title=title[channel],
        sentences=(_apart(telling, channel),),
        columns=(_("Property or enabler"), *(telling.person(each) for each in people)),
        rows=tuple(
            (
                name(telling.framework, item.node),
                *(_said(words, level, channel) for level in item.levels),
            )
            for item in furthest_apart_first(telling, channel)
        ),
    )


def furthest_apart_first(telling: AgreementTelling, channel: Channel) -> tuple[Item, ...]:
    """The items of a side that have a level above none, the widest spread first."""
    items = (each for each in telling.agreement.items if each.channel == channel)
    stated = (each for each in items if any(each.levels))
    return tuple(sorted(stated, key=lambda each: -each.spread))


def _said(words: Words, level: int | None, channel: Channel) -> str:
    _ = words.gettext
    if level is None:
        return _("no level stated")
    if level:
        return wording.level(words, LEVELS[level - 1], channel)
    return {"harm": _("no harm stated"), "benefit": _("no benefit stated")}[channel]


def _apart(telling: AgreementTelling, channel: Channel) -> str:
    _ = telling.words.gettext
    items = furthest_apart_first(telling, channel)
    if not items:
        return {
            "harm": _("Nobody states any harm."),
            "benefit": _("Nobody states any benefit."),
        }[channel]
    apart = tuple(telling.name(each.node) for each in items if each.spread > 1)
    if not apart:
        return _("Nowhere are two people more than one level apart.")
    if len(apart) <= FEW:
        return _("Two levels or more lie between people on {names}.").format(
            names=wording.listed(telling.words, apart)
        )
    return telling.words.ngettext(
        "Two levels or more lie between people on {count} of them, shown first.",
        "Two levels or more lie between people on {count} of them, shown first.",
        len(apart),
    ).format(count=len(apart))
