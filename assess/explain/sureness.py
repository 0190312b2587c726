"""How sure a conclusion is and what would change it, in sentences.

Nothing here says that only this would change a conclusion: what is told is the smallest change of
stated levels that was found, with everything else as stated.
"""

from __future__ import annotations

from assess import wording
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import Channel, Triple
from assess.robustness import Change, Flip, Flips, Robustness, Stress, Sureness, Tip, Value
from assess.text import Words


def sureness(telling: Telling, robustness: Robustness) -> tuple[Statement, ...]:
    """All there is to tell, on harm and then on benefit, where there is any."""
    return tuple(
        told
        for side in (robustness.harm, robustness.benefit)
        if side.p[0]
        for told in (*flips(telling, side), *values(telling, side), stress(telling, side))
    )


def conclusion(words: Words, level: int, p: Triple, channel: Channel) -> str:
    """The name of a conclusion; level 0 is "none found" only where no draw holds any effect."""
    if level or not p[0]:
        return wording.verdict(words, level, channel)
    return wording.opening(wording.possible(words, channel))


def judged(words: Words, level: int, channel: Channel) -> str:
    """A level as an answer states it: "no harm", "minor harm" ..."""
    _ = words.gettext
    if key := wording.level_of(level):
        return wording.level(words, key, channel)
    return {"harm": _("no harm"), "benefit": _("no benefit")}[channel]


def readings(words: Words, share: float) -> str:
    """In how many of a hundred draws: never 100 or 0 for what is only close to it."""
    _ = words.gettext
    if 0 < share <= 0.005:
        return _("fewer than 1 of 100 readings")
    if 0.995 <= share < 1:
        return _("more than 99 of 100 readings")
    return _("{n} of 100 readings").format(n=round(100 * share))


def changed(telling: Telling, sure: Sureness, flip: Flip) -> str:
    """The changes of a set as a clause after "if"."""
    return wording.listed(
        telling.words, tuple(_change(telling, change, sure.channel) for change in flip.changes)
    )


def _change(telling: Telling, change: Change, channel: Channel) -> str:
    _ = telling.words.gettext
    text = (
        _("“{name}” were judged to bring {after}, for certain, instead of {before}")
        if change.certain
        else _("“{name}” were judged to bring {after} instead of {before}")
    )
    return text.format(
        name=telling.cause(change.node, change.part),
        after=judged(telling.words, change.after, channel),
        before=judged(telling.words, change.before, channel),
    )


def smallest(sure: Sureness) -> Flips | None:
    """The smaller of what lowers the conclusion and what raises it; at a tie, what lowers it."""
    found = [flips for flips in (sure.down, sure.up) if flips.sets]
    return min(found, key=lambda flips: flips.size or 0, default=None)


def flips(telling: Telling, sure: Sureness) -> tuple[Statement, ...]:
    """The smallest changes that would lower the conclusion, and those that would raise it."""
    lower = _flips(telling, sure, sure.down, "down") if sure.level else ()
    higher = _flips(telling, sure, sure.up, "up") if sure.level < 3 else ()
    return (*lower, *higher)


def _flips(telling: Telling, sure: Sureness, found: Flips, way: str) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    key = f"flips.{way}.{sure.channel}"
    values = {"size": found.size, "count": found.count, "searched": found.searched}
    if not found.sets:
        return (Statement(key, _nothing(telling, sure, found, way), values),)
    told = [_flip(telling, sure, alike, way) for alike in _alike(found.sets)]
    left = found.count - len(found.sets)
    if left:
        text = telling.words.ngettext(
            "{n} more change of the same size does so too.",
            "{n} more changes of the same size do so too.",
            left,
        ).format(n=left)
        told.append(Statement(f"{key}.others", text, values))
    none = _("No smaller change of the stated levels was found that does so.")
    return (*told, Statement(f"{key}.smallest", none, values))


def _nothing(telling: Telling, sure: Sureness, found: Flips, way: str) -> str:
    """None was found among the changes tried; with very many answers only the smallest are."""
    _, many = telling.words.gettext, telling.words.ngettext
    n = found.searched
    if not n:
        return _("There are too many answers to say which change would alter the conclusion.")
    text = {
        ("down", "harm"): many(
            "No change by one level in the stated answers lowers the conclusion on harm.",
            "No change by up to {n} levels in the stated answers lowers the conclusion on harm.",
            n,
        ),
        ("up", "harm"): many(
            "No change by one level in the stated answers makes the conclusion on harm worse.",
            "No change by up to {n} levels in the stated answers makes the conclusion on harm "
            "worse.",
            n,
        ),
        ("down", "benefit"): many(
            "No change by one level in the stated answers lowers the conclusion on benefit.",
            "No change by up to {n} levels in the stated answers lowers the conclusion on benefit.",
            n,
        ),
        ("up", "benefit"): many(
            "No change by one level in the stated answers raises the conclusion on benefit.",
            "No change by up to {n} levels in the stated answers raises the conclusion on benefit.",
            n,
        ),
    }[way, sure.channel]
    return text.format(n=n)


def _alike(sets: tuple[Flip, ...]) -> list[tuple[Flip, ...]]:
    """Sets of one answer that change alike and lead to the same stand together."""
    found: dict[object, list[Flip]] = {}
    for flip in sets:
        change = flip.changes[0]
        alike = (change.before, change.after, change.certain, flip.level, bool(flip.p[0]))
        found.setdefault(flip if len(flip.changes) > 1 else alike, []).append(flip)
    return [tuple(each) for each in found.values()]


def _flip(telling: Telling, sure: Sureness, alike: tuple[Flip, ...], way: str) -> Statement:
    _ = telling.words.gettext
    text = {
        "harm": _("The conclusion on harm would be “{conclusion}” if {changes}."),
        "benefit": _("The conclusion on benefit would be “{conclusion}” if {changes}."),
    }[sure.channel]
    changes = [change for flip in alike for change in flip.changes]
    return Statement(
        f"flip.{way}.{sure.channel}",
        text.format(
            conclusion=conclusion(telling.words, alike[0].level, alike[0].p, sure.channel),
            changes=changed(telling, sure, alike[0])
            if len(alike) == 1
            else _any(telling, sure.channel, changes),
        ),
        {"level": alike[0].level, "size": sum(abs(c.after - c.before) for c in alike[0].changes)},
        tuple(dict.fromkeys(change.node for change in changes)),
        tuple((change.node, change.part) for change in changes),
    )


def _any(telling: Telling, channel: Channel, changes: list[Change]) -> str:
    """One of several answers, whichever, at another level."""
    _ = telling.words.gettext
    text = (
        _("one of these were judged to bring {after}, for certain, instead of {before}: {names}")
        if changes[0].certain
        else _("one of these were judged to bring {after} instead of {before}: {names}")
    )
    names = (_("“{name}”").format(name=telling.cause(each.node, each.part)) for each in changes)
    return text.format(
        after=judged(telling.words, changes[0].after, channel),
        before=judged(telling.words, changes[0].before, channel),
        names=wording.series(telling.words, names),
    )


def tips(telling: Telling, sure: Sureness) -> tuple[Statement, ...]:
    """The answers that would change the conclusion by themselves, at some level."""
    return tuple(tip(telling, sure, each) for each in sure.tipping if each.decides)


def tip(telling: Telling, sure: Sureness, row: Tip) -> Statement:
    """What each level of one answer would lead to, where that is another conclusion."""
    _ = telling.words.gettext
    name = telling.cause(row.node, row.part)
    told = [
        _level(telling, sure, row, level)
        for level, reached in enumerate(row.verdicts)
        if reached.level != sure.level
    ]
    text = (
        _("“{name}”: {outcomes}.").format(name=name, outcomes=wording.series(telling.words, told))
        if told
        else _("“{name}” could have any level: the conclusion stays the same.").format(name=name)
    )
    return Statement(
        f"tip.{sure.channel}",
        text,
        {"now": row.now, "levels": tuple(each.level for each in row.verdicts)},
        (row.node,),
        () if row.said == "not-answered" else ((row.node, row.part),),
    )


def _level(telling: Telling, sure: Sureness, row: Tip, level: int) -> str:
    _ = telling.words.gettext
    reached = row.verdicts[level]
    text = (
        _("with {level}, for certain, the conclusion would be “{conclusion}”, {chance}")
        if row.certain and level
        else _("with {level} the conclusion would be “{conclusion}”, {chance}")
    )
    return text.format(
        level=judged(telling.words, level, sure.channel),
        conclusion=conclusion(telling.words, *reached, sure.channel),
        chance=chance(telling.words, *reached),
    )


def chance(words: Words, level: int, p: Triple) -> str:
    """The chance of the step that a conclusion names, or of the first where it names none."""
    return wording.chance(words, p[max(level, 1) - 1])


def values(telling: Telling, sure: Sureness) -> tuple[Statement, ...]:
    """What settling an answer would be worth, where it is worth a point at least; most first."""
    return tuple(_value(telling, sure.channel, each) for each in sure.value if each.shown)


def _value(telling: Telling, channel: Channel, value: Value) -> Statement:
    _ = telling.words.gettext
    text = {
        "harm": _(
            "Settling “{name}” raises the chance of naming the right conclusion on harm from "
            "{before} to {after}."
        ),
        "benefit": _(
            "Settling “{name}” raises the chance of naming the right conclusion on benefit from "
            "{before} to {after}."
        ),
    }[channel]
    return Statement(
        f"value.{channel}",
        text.format(
            name=telling.cause(value.node, value.part),
            before=telling.words.percent(value.before),
            after=telling.words.percent(value.after),
        ),
        {"before": value.before, "after": value.after},
        (value.node,),
        ((value.node, value.part),),
    )


def stress(telling: Telling, sure: Sureness) -> Statement:
    """Whether the conclusion stands if answers err together; each is drawn by itself otherwise."""
    _ = telling.words.gettext
    key, moved = f"stress.{sure.channel}", [each for each in sure.stress if each.changes]
    levels = {str(each.rho): each.level for each in sure.stress}
    if moved:
        told = (_stressed(telling, sure.channel, each) for each in moved)
        return Statement(key, " ".join(told), levels)
    text = {
        "harm": _(
            "The conclusion on harm stays the same if the answers err together instead of each by "
            "itself."
        ),
        "benefit": _(
            "The conclusion on benefit stays the same if the answers err together instead of each "
            "by itself."
        ),
    }[sure.channel]
    return Statement(key, text, levels)


def _stressed(telling: Telling, channel: Channel, stress: Stress) -> str:
    _ = telling.words.gettext
    always, half = (
        {
            "harm": _(
                "If the answers always erred together, the conclusion on harm would be "
                "“{conclusion}”, {chance}."
            ),
            "benefit": _(
                "If the answers always erred together, the conclusion on benefit would be "
                "“{conclusion}”, {chance}."
            ),
        },
        {
            "harm": _(
                "If the answers erred together half of the time, the conclusion on harm would be "
                "“{conclusion}”, {chance}."
            ),
            "benefit": _(
                "If the answers erred together half of the time, the conclusion on benefit would "
                "be “{conclusion}”, {chance}."
            ),
        },
    )
    text = always if stress.rho == 1 else half
    return text[channel].format(
        conclusion=conclusion(telling.words, stress.level, stress.p, channel),
        chance=chance(telling.words, stress.level, stress.p),
    )
