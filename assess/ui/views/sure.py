"""How sure the conclusion is, what would change it, and where the reader disagrees."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from assess import explain, wording
from assess.explain import Statement, Telling
from assess.findings import CHANNELS, Channel
from assess.robustness import Factor, Robustness, sensitivity
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import chart, disagreement, prose, shown, table, which

_SMALLEST = 0.005  # indices that would print as 0.00


def page() -> None:
    """Shows how far the conclusion follows from the answers."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("How sure is this, and what would change it?"), state.assessment().proposal.title)
    which.draft_and_assessor()
    telling = shown.telling()
    if not any(telling.findings.verdict(channel).p[0] for channel in CHANNELS):
        _nothing_yet()
        return
    sure = shown.sure()
    for channel in CHANNELS:
        if telling.findings.verdict(channel).p[0]:
            _side(telling, sure, channel)
    _settle(telling, sure)
    _together(telling, sure)
    _experts(telling)
    disagreement.with_the_framework(telling)
    with st.container(horizontal=True, key="onward"):
        site.link("brief", _("Continue: the paper"))
        site.link("findings", _("Back to the findings"))


def _nothing_yet() -> None:
    _ = state.current_words().gettext
    prose.lead(
        _(
            "No effect is stated far enough to be counted, so there is no conclusion yet whose"
            " firmness could be told."
        )
    )
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Go to the task list"))


def _side(telling: Telling, sure: Robustness, channel: Channel) -> None:
    """The conclusion on one side, how firm it is, and the smallest changes that overturn it."""
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    prose.verdict(
        explain.verdict(telling, channel).text,
        [
            explain.firmness(telling, channel, sure.of(channel)).text,
            explain.bounds(telling, channel).text,
        ],
        f"{channel}-{found.level}",
    )
    heading = {
        "harm": _("What would change the conclusion on harm"),
        "benefit": _("What would change the conclusion on benefit"),
    }
    prose.heading(heading[channel])
    _say(explain.flips(telling, sure.of(channel)))
    chart.tipping(telling, sure.of(channel))


def _settle(telling: Telling, sure: Robustness) -> None:
    """The questions worth settling first, each with the way to it."""
    _ = telling.words.gettext
    prose.heading(_("Which question is worth settling first"))
    told = [each for channel in CHANNELS for each in explain.values(telling, sure.of(channel))]
    if not told:
        prose.text(
            _(
                "None stands out: settling any single answer would hardly raise the chance of"
                " naming the right conclusion."
            )
        )
        return
    with st.container(key="settle"):
        for place, statement in enumerate(told):
            with st.container(key=f"settle-{place}"):
                prose.text(statement.text)
                node = telling.framework.node(statement.nodes[0])
                label = _("Look at it again: {name}").format(name=node.name)
                site.link("judge", label, node=node.id)


def _together(telling: Telling, sure: Robustness) -> None:
    """What if the answers are wrong together rather than one by one."""
    _ = telling.words.gettext
    prose.heading(_("If your answers hang together"))
    prose.block(
        "small",
        _(
            "The answers are played as if each could be off by itself. Here they are off together,"
            " as they would be if one circumstance stood behind them all."
        ),
    )
    _say(
        explain.stress(telling, sure.of(channel))
        for channel in CHANNELS
        if telling.findings.verdict(channel).p[0]
    )


@st.fragment
def _experts(telling: Telling) -> None:
    """Sobol' indices of both sides, computed when they are asked for."""
    _ = telling.words.gettext
    label = _("For experts: what the conclusion varies with (Sobol' indices)")
    with st.expander(label, on_change="rerun") as opened:
        if not opened.open:
            return
        prose.block(
            "small",
            _(
                "The share of the spread of “the conclusion is reached” that goes with one answer"
                " or link: alone (first order) and together with all others (total), with 95%"
                " intervals. From 1,024 base points; Saltelli 2010 and Jansen 1999."
            ),
        )
        for channel in CHANNELS:
            if telling.findings.verdict(channel).p[0]:
                _indices(telling, channel)


def _indices(telling: Telling, channel: Channel) -> None:
    words = telling.words
    _ = words.gettext
    found = sensitivity(
        telling.framework,
        telling.assessment,
        channel,
        draft=telling.findings.draft,
        assessor=telling.findings.assessor,
    )
    rows = [
        [
            table.cell(_factor(telling, each)),
            table.cell(_within(words, each.first, each.first_within)),
            table.cell(_within(words, each.total, each.total_within)),
        ]
        for each in found.factors
        if each.total >= _SMALLEST
    ]
    table.show(
        wording.opening(wording.channel(words, channel)),
        [_("Answer or link"), _("First order"), _("Total")],
        rows,
    )


def _factor(telling: Telling, factor: Factor) -> str:
    if factor.link is None:
        return telling.cause(factor.node, factor.part)
    link = telling.framework.links[factor.link]
    names = telling.name(link.origin), telling.name(link.target)
    return wording.link(telling.words, link.relation, *names)


def _within(words: Words, share: float, within: float) -> str:
    return words.gettext("{share} ± {within}").format(
        share=words.decimal(share), within=words.decimal(within)
    )


def _say(statements: Iterable[Statement]) -> None:
    prose.show_items(statement.text for statement in statements)
