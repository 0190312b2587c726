"""Drafts side by side on a page: what each leads to, what moved and why, and their order."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from assess import wording
from assess.compare import UNSAID, Extent, Move, Ranked, Removal, Step
from assess.explain import ComparisonTelling, Statement
from assess.explain import comparison as told
from assess.explain import step as moved
from assess.explain.conclusion import named
from assess.findings import CHANNELS, Channel
from assess.framework import LEVELS
from assess.ui.parts import amended, prose, table


def conclusions(telling: ComparisonTelling) -> None:
    """A draft a row: harm, benefit, and whether it meets its own aim, each by itself."""
    _ = telling.words.gettext
    table.show(
        _("What each draft leads to"),
        (_("Draft"), _("Harm"), _("Benefit"), _("The proposal's own aim")),
        [_conclusion(telling, each) for each in telling.comparison.options],
        "assess-stacked",
    )


def _conclusion(telling: ComparisonTelling, ranked: Ranked) -> list[str]:
    return [
        table.cell(telling.option(ranked.option.id)) + _gaps(telling, ranked),
        *(_verdict(telling, ranked, channel) for channel in CHANNELS),
        _aim(telling, ranked),
    ]


def _verdict(telling: ComparisonTelling, ranked: Ranked, channel: Channel) -> str:
    _ = telling.words.gettext
    found = ranked.findings.verdict(channel)
    said = named(telling.findings(ranked.option.id), found.level, channel)
    if found.p[0]:
        said = _("{verdict}: {chance}").format(
            verdict=said,
            chance=wording.chance(telling.words, found.p[max(found.level, 1) - 1]),
        )
    return table.marked(channel, found.level, said) + _range(telling, ranked, channel)


def _range(telling: ComparisonTelling, ranked: Ranked, channel: Channel) -> str:
    """From where to where the conclusion could move by what is missing."""
    _ = telling.words.gettext
    found = ranked.findings.verdict(channel)
    if not found.depends_on_gaps:
        return ""
    findings = telling.findings(ranked.option.id)
    text = _("Could be anything from “{low}” to “{high}”").format(
        low=named(findings, found.lower_level, channel),
        high=named(findings, found.upper_level, channel),
    )
    return table.aside(text)


def _gaps(telling: ComparisonTelling, ranked: Ranked) -> str:
    """How much is missing, and how far that could move the conclusion."""
    count = len(ranked.findings.gaps)
    if not count:
        return ""
    said = telling.words.ngettext(
        "{n} answer is missing or not known", "{n} answers are missing or not known", count
    )
    return table.aside(said.format(n=count))


def _aim(telling: ComparisonTelling, ranked: Ranked) -> str:
    draft = ranked.option.draft
    reason = table.aside(draft.purpose_reason) if draft.purpose_reason.strip() else ""
    return f"<span>{escape(wording.purpose(telling.words, draft.purpose))}</span>{reason}"


def everywhere(telling: ComparisonTelling, channel: Channel) -> None:
    """Every property, enabler and goal that a draft touches, with its level in each draft."""
    _ = telling.words.gettext
    options = telling.comparison.options
    nodes = [
        node.id
        for node in telling.framework.nodes
        if any(each.findings.node(node.id).effect(channel).p[0] for each in options)
    ]
    caption = {"harm": _("Harm in each draft"), "benefit": _("Benefit in each draft")}[channel]
    if nodes:
        table.show(
            caption,
            (_("Name"), *(telling.option(each.option.id) for each in options)),
            [
                [
                    table.cell(telling.name(node)),
                    *(_level(telling, each, node, channel) for each in options),
                ]
                for node in nodes
            ],
            "assess-stacked",
        )


def _level(telling: ComparisonTelling, ranked: Ranked, node: str, channel: Channel) -> str:
    _, words = telling.words.gettext, telling.words
    found = ranked.findings.node(node)
    effect = found.effect(channel)
    if effect.p[0]:
        level = max(effect.level, 1)
        said = _("{level}: {chance}").format(
            level=wording.opening(wording.at_least(words, LEVELS[level - 1], channel)),
            chance=wording.chance(words, effect.p[level - 1]),
        )
        return table.marked(channel, effect.level, said)
    if found.said in UNSAID:
        return table.cell(wording.said(words, found.said))
    if found.said is None and effect.upper[0]:
        return table.cell(_("Not known"))
    return table.cell(wording.opening(wording.none_of(words, found.said, channel)))


# --- what moved -----------------------------------------------------------------------------------


def removals(telling: ComparisonTelling, step: Step) -> None:
    """Which change of the text removes which harm: the words that differ, and what went."""
    inside = "".join(_removal(telling, each) for each in step.removals)
    st.html(f'<div class="assess-changes">{inside}</div>')


def _removal(telling: ComparisonTelling, removal: Removal) -> str:
    _ = telling.words.gettext
    rows = [_gone(telling, *each) for each in moved.shares(removal)]
    # the number tells two such tables apart, also for those who hear them
    named = removal.match.before or removal.match.after
    caption = _("Harm that came by answers which cite provision {number}").format(
        number=named.id if named else ""
    )
    columns = (_("Where"), _("The chance before"), _("Through this provision"), _("The chance now"))
    return amended.provision(
        removal.match, telling.words, table.html(caption, columns, rows, "assess-stacked")
    )


def _gone(telling: ComparisonTelling, move: Move, share: float) -> list[str]:
    """One harm: its chance before, how much of that came this way, its chance now."""
    _, words = telling.words.gettext, telling.words
    was, now = move.chances
    before = _("{level}: {chance}").format(
        level=wording.opening(wording.at_least(words, LEVELS[move.level - 1], "harm")),
        chance=wording.chance(words, was),
    )
    through = _("{share} of {total}").format(share=words.percent(share), total=words.percent(was))
    after = wording.opening(wording.chance(words, now))
    return [
        table.cell(telling.name(move.node)),
        table.marked("harm", move.before.level, before),
        table.cell(through),
        table.cell(after)
        + ("" if move.settled else table.aside(_("What is not known could make this otherwise."))),
    ]


def moves(telling: ComparisonTelling, step: Step, channel: Channel, *, falls: bool) -> None:
    """The nodes on which harm or benefit fell, or rose, each with its reasons folded away."""
    found = step.of(channel, falls=falls)
    inside = "".join(_move(telling, step, each) for each in found)
    st.html(f'<ul class="assess-moves">{inside}</ul>')


def _move(telling: ComparisonTelling, step: Step, move: Move) -> str:
    _ = telling.words.gettext
    level = max(move.before.level, move.after.level)
    mark = wording.symbol(move.channel, level)
    why = prose.items(each.text for each in moved.reasons(telling, step, move))
    return (
        f'<li class="assess-move"><span class="assess-mark-{move.channel}" aria-hidden="true">'
        f"{mark}</span><div><p>{escape(moved.move(telling, step, move).text)}</p>"
        f"<details><summary>{escape(_('Why'))}</summary>{why}</details></div></li>"
    )


# --- in which order -------------------------------------------------------------------------------


def order(telling: ComparisonTelling) -> None:
    """How often each comes first, who is nowhere worse than whom, and what that is made of."""
    _ = telling.words.gettext
    table.show(
        _("In how many draws"),
        (
            _("Draft"),
            _("It comes first"),
            _("Its worst critical property is a level or more worse than the best draft's"),
            _("Two levels or more"),
            _("Three levels"),
        ),
        [_place(telling, each) for each in telling.comparison.options],
        "assess-stacked",
    )
    say(told.dominances(telling))
    prose.block("small", *(each.text for each in told.how(telling)))


def _place(telling: ComparisonTelling, ranked: Ranked) -> list[str]:
    extents = (ranked.first, *ranked.regret)
    return [
        table.cell(telling.option(ranked.option.id)),
        *(table.cell(_extent(telling, each)) for each in extents),
    ]


def _extent(telling: ComparisonTelling, extent: Extent) -> str:
    if extent.vague:
        return telling.words.gettext("Not known: answers are missing")
    return telling.extent(extent)


def say(statements: Iterable[Statement]) -> None:
    """Sentences, one a line."""
    found = tuple(each.text for each in statements)
    if found:
        prose.show_items(found)
