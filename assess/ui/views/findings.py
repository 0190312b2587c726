"""The findings: what follows from the answers, how sure, and what each number is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from assess import diagram, explain, wording
from assess.explain import Statement, Telling
from assess.findings import CHANNELS, Channel
from assess.framework import LEVELS
from assess.judgement import Judgement
from assess.ui import site, state
from assess.ui.parts import chart, disagreement, overlay, precedents, prose, shown, which
from assess.ui.parts.graph_view import graph_view
from assess.ui.parts.number_table import Cell, Detail, Row, number_table


def page() -> None:
    """Shows the findings of the open assessment."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Findings"), state.assessment().proposal.title)
    which.draft_and_assessor()
    if not any(judgement.counts for judgement in _judgements()):
        _nothing_yet()
        return
    overlay.told(words)
    telling = shown.telling()
    _conclusion(telling)
    _explorable()
    _two_sides(telling)
    _open_points(telling)
    precedents.near(telling.framework, words)
    with st.container(horizontal=True, key="onward"):
        site.link("brief", _("Continue: the paper"))
        site.link("check", _("Change an answer"))


def _judgements() -> list[Judgement]:
    place = (state.draft(), state.assessor())
    return [j for j in state.assessment().judgements if (j.draft, j.assessor) == place]


def _nothing_yet() -> None:
    _ = state.current_words().gettext
    prose.lead(
        _(
            "There are no findings yet: no question is answered far enough. An answer counts once"
            " it says whether there is an effect and, if so, how strong, how likely and how sure."
        )
    )
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Go to the task list"))


def _conclusion(telling: Telling) -> None:
    sure = shown.sure()
    for channel in CHANNELS:
        found = telling.findings.verdict(channel)
        told = [explain.bounds(telling, channel).text]
        if found.p[0]:
            told.insert(0, explain.firmness(telling, channel, sure.of(channel)).text)
        prose.verdict(explain.verdict(telling, channel).text, told, f"{channel}-{found.level}")
    prose.text(explain.sides(telling).text)
    prose.show_items(statement.text for statement in explain.flags(telling))
    disagreement.both(telling)
    site.link("sure", telling.words.gettext("How sure is this, and what would change it?"))


@st.fragment
def _explorable() -> None:
    words = state.current_words()
    _ = words.gettext
    telling = shown.telling()
    prose.heading(_("The framework, with what was found"))
    prose.block(
        "small",
        _(
            "Choose a box, with a click or the arrow keys, to see what bears on it and what its"
            " numbers are made of. The table below says the same."
        ),
    )
    with st.container(key="explorer"):
        left, right = st.columns([7, 3], gap="medium")
        with left:
            _picture(telling)
        with right:
            _node(telling, state.chosen("node"))
    _numbers(telling)


def _picture(telling: Telling) -> None:
    node = graph_view(
        diagram.draw(telling),
        telling.words,
        selected=state.chosen("node"),
        key="graph",
        narrow=diagram.draw(telling, narrow=True),
    )
    state.choose("node", node)


def _node(telling: Telling, node_id: str | None) -> None:
    _ = telling.words.gettext
    with st.container(border=True, key="chosen-node"):
        if node_id is None:
            prose.block("small", _("What bears on a box, and what its numbers are made of."))
            return
        st.html(
            f'<h3 class="assess-heading-3" data-assess-shown="{escape(node_id)}">'
            f"{escape(telling.name(node_id))}</h3>"
        )
        _say(explain.node(telling, node_id))
        for channel in CHANNELS:
            effect = telling.findings.node(node_id).effect(channel)
            if effect.p[0]:
                made_of = _made_of(telling, node_id, channel, max(effect.level, 1))
                for title, sentences in made_of.lists:
                    with st.expander(title):
                        prose.show_items(sentences)


def _numbers(telling: Telling) -> None:
    _ = telling.words.gettext
    prose.heading(_("All findings"))
    number_table(
        _("Choose a number to see what it is made of"),
        [_("Property, enabler or goal"), _("Harm"), _("Benefit")],
        [_row(telling, each.id) for each in telling.findings.nodes],
        lambda picked: _detail(telling, picked),
        key="numbers",
    )


def _detail(telling: Telling, picked: str) -> Detail:
    node, channel, level = picked.split("/")
    return _made_of(telling, node, "harm" if channel == "harm" else "benefit", int(level))


def _row(telling: Telling, node_id: str) -> Row:
    node = telling.framework.node(node_id)
    cells = tuple(_cell(telling, node_id, side) for side in CHANNELS)
    return Row(f"{node.code} {node.name}", cells)


def _cell(telling: Telling, node_id: str, channel: Channel) -> Cell:
    words, _ = telling.words, telling.words.gettext
    effect = telling.findings.node(node_id).effect(channel)
    level = max(effect.level, 1)
    share, low, high = effect.p[level - 1], effect.lower[level - 1], effect.upper[level - 1]
    more = _("between {range}").format(range=wording.span(words, low, high)) if low != high else ""
    if not share:
        said = telling.findings.node(node_id).said
        return Cell(wording.none_of(words, said, channel), more=more)
    return Cell(
        _("{level}: {chance}").format(
            level=wording.at_least(words, LEVELS[level - 1], channel),
            chance=wording.chance(words, share),
        ),
        key=f"{node_id}/{channel}/{level}",
        symbol=wording.symbol(channel, effect.level),
        tone=channel,
        more=more,
    )


def _made_of(telling: Telling, node_id: str, channel: Channel, level: int) -> Detail:
    """What the chance of a level or worse is made of: whose answers, and by which ways."""
    _ = telling.words.gettext
    explanation = telling.findings.explanation(node_id, channel, level)
    said = _("{level}, {chance}").format(
        level=wording.opening(wording.at_least(telling.words, LEVELS[level - 1], channel)),
        chance=wording.chance(telling.words, explanation.p),
    )
    return Detail(
        (
            (
                _("{result}: which answers it is made of").format(result=said),
                tuple(each.text for each in explain.causes(telling, explanation)),
            ),
            (
                _("{result}: by which ways it arrives").format(result=said),
                (
                    *(each.text for each in explain.ways(telling, explanation)),
                    explain.chain(telling, node_id, channel).text,
                ),
            ),
        )
    )


def _two_sides(telling: Telling) -> None:
    words = telling.words
    prose.heading(words.gettext("Harms and benefits, each by itself"))
    for channel in CHANNELS:
        if telling.findings.verdict(channel).p[0]:
            chart.levels(telling, channel)
        else:
            prose.text(wording.verdict(words, 0, channel))


def _open_points(telling: Telling) -> None:
    _ = telling.words.gettext
    prompts, gaps = explain.prompts(telling), explain.gaps(telling)
    prose.heading(_("Questions back to you"))
    if prompts:
        _prompted([each for each in prompts if each.key.startswith("prompt.expected")])
        _tensions([each for each in prompts if not each.key.startswith("prompt.expected")])
    else:
        prose.text(_("None: no answer differs from what the others would lead one to expect."))
    prose.heading(_("What is not known"))
    if gaps:
        _missing(gaps)
    else:
        prose.text(_("Every question of this depth is answered."))


def _missing(gaps: Iterable[Statement]) -> None:
    judged = {node.id for node in state.framework().judged}
    with st.container(key="gaps"):
        for gap in gaps:
            node = next((each for each in gap.nodes if each in judged), None)
            if node:
                site.link("judge", gap.text, node=node)
            else:
                prose.text(gap.text)


def _prompted(statements: Iterable[Statement]) -> None:
    _ = state.current_words().gettext
    judged = {node.id: node.name for node in state.framework().judged}
    for place, statement in enumerate(statements):
        with st.container(key=f"open-{statement.key}-{place}"):
            prose.text(statement.text)
            node = next((each for each in statement.nodes if each in judged), None)
            if node:
                site.link(
                    "judge", _("Look at it again: {name}").format(name=judged[node]), node=node
                )


def _tensions(statements: Sequence[Statement]) -> None:
    if statements:
        with st.expander(state.current_words().gettext("Tensions to think over")):
            prose.show_items(statement.text for statement in statements)


def _say(statements: Iterable[Statement]) -> None:
    prose.text(*(statement.text for statement in statements))
