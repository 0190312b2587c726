"""The case library: what was judged before, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import wording
from assess.case import Case
from assess.casebook import Row, began, matching, nearest
from assess.explain.precedents import nearness
from assess.findings import CHANNELS
from assess.framework import Framework
from assess.judgement import Judgement
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import case_search, chart, languages, prose, table

SHOWS = ("list", "map", "timeline", "beside")


def page() -> None:
    """The cases that are asked for, as a list or all at once, and two side by side."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Cases"))
    prose.lead(
        _(
            "Real laws and proposals read against the framework. What a source states and what is"
            " this toolkit's reading are kept apart in each."
        )
    )
    languages.only_english(words)
    cases = state.library().cases()
    framework = _framework()
    kinds = state.library().interventions(framework.id, framework.version)
    found = matching(cases, case_search.wish(cases, framework, kinds, words))
    prose.block(
        "small",
        words.ngettext("{found} of {count} case.", "{found} of {count} cases.", len(cases)).format(
            found=words.number(len(found)), count=words.number(len(cases))
        ),
    )
    if found:
        _show(_chosen_show(words), found, framework, words)
    elif cases:
        prose.note(_("No case is like that. Take away a word or a choice."))
    if state.is_open() and state.role() == "owner":
        site.link("contribute", _("Contribute your assessment as a case"))
    _problems(words)


def _framework() -> Framework:
    """The newest version: what the map is drawn of and what can be searched for."""
    ref = state.latest()
    return state.library().framework(ref.id, ref.version)


def _chosen_show(words: Words) -> str:
    _ = words.gettext
    named = {
        "list": _("List"),
        "map": _("Map of effects"),
        "timeline": _("Timeline"),
        "beside": _("Two side by side"),
    }
    asked = st.query_params.get("show")
    now = asked if asked in SHOWS else SHOWS[0]
    key = f"cases.show.{now}"
    st.radio(
        _("Show as"),
        SHOWS,
        index=SHOWS.index(now),
        format_func=named.__getitem__,
        horizontal=True,
        key=key,
        on_change=lambda: state.look_at(show=state.standing_in(key)),
    )
    return now


def _show(how: str, found: Sequence[Case], framework: Framework, words: Words) -> None:
    if how == "map":
        _map(found, framework, words)
    elif how == "timeline":
        chart.timeline(found, words)
    elif how == "beside":
        _beside(found, framework, words)
    else:
        with st.container(key="case-list"):
            for case in found:
                _case(case, words)


def _case(case: Case, words: Words) -> None:
    _ = words.gettext
    came = wording.outcome(words, case.outcome.status) if case.outcome else _("Outcome not known")
    kind = wording.case_kind(words, case.kind)
    tone = "argued" if case.kind == "own-reading" else "published"
    with st.container(key=f"case-card-{case.id}", gap=None):
        st.html(
            f'<p class="assess-kicker">{escape(case.proposal.jurisdiction)} · {began(case)}</p>'
        )
        site.link("case", _("Read: {case}").format(case=case.title), id=case.id)
        st.html(
            f'<p dir="auto">{escape(case.subject)}</p>'
            f"<p>{prose.tag(kind, tone)} {prose.tag(came)}</p>"
        )


def _rows(found: Sequence[Case], framework: Framework) -> list[Row]:
    """What these cases state, in their order."""
    place = {case.id: at for at, case in enumerate(found)}
    there = [row for row in state.case_rows(framework) if row.case.id in place]
    return sorted(there, key=lambda row: place[row.case.id])


def _map(found: Sequence[Case], framework: Framework, words: Words) -> None:
    _ = words.gettext
    there = _rows(found, framework)
    prose.text(_("A click on a row opens the case below; the table has the same for the keyboard."))
    picked = [chart.cases(framework, there, words, channel) for channel in CHANNELS]
    for case in (case for case in found if case.id in picked):
        prose.heading(case.title, 3)
        _case(case, words)


def _beside(found: Sequence[Case], framework: Framework, words: Words) -> None:
    """Two cases, or two drafts of one, answer by answer."""
    _ = words.gettext
    nodes = [node.id for node in framework.judged]
    there = {row.key: row for row in _rows(found, framework)}
    if len(there) < 2:
        prose.note(_("Two cases are needed. Take away a word or a choice."))
        return
    keys = list(there)
    with st.container(horizontal=True, key="cases-beside"):
        first = _one(_("One case"), keys, there, "one", 0)
        second = _one(_("Another case"), keys, there, "other", 1)
    one, other = there[first], there[second]
    near = nearest([other], nodes, one.levels)
    if near:
        prose.text(*nearness(words, framework, near[0][1]))
    else:
        prose.text(_("They share less than half of the answers and cannot be compared."))
    answers = [_answers(row) for row in (one, other)]
    table.show(
        _("What both state"),
        [_("Property or enabler"), one.name, other.name],
        [
            [
                escape(f"{node.code} {node.name}"),
                *(_said(each, node.id, words) for each in answers),
            ]
            for node in framework.judged
        ],
    )
    for row in (one, other):
        site.link("case", _("Read: {case}").format(case=row.case.title), id=row.case.id)


def _one(label: str, keys: list[str], there: dict[str, Row], parameter: str, otherwise: int) -> str:
    asked = st.query_params.get(parameter, "")
    now = asked if asked in there else keys[otherwise]
    key = f"cases.{parameter}.{now}"
    st.selectbox(
        label,
        keys,
        index=keys.index(now),
        format_func=lambda name: there[name].name,
        placeholder=state.current_words().gettext("Choose a case"),
        key=key,
        on_change=lambda: state.look_at(**{parameter: state.standing_in(key)}),
    )
    return now


def _answers(row: Row) -> list[Judgement]:
    draft = row.draft.id if row.draft else row.case.drafts[0].id
    return [each for each in row.case.assessment().judgements if each.draft == draft]


def _said(answers: Sequence[Judgement], node: str, words: Words) -> str:
    """What one draft states of a node, each effect with its reason."""
    return "".join(
        f"<strong>{escape(wording.opening(wording.direction(words, each)))}</strong>"
        f"{table.aside(each.rationale) if each.rationale else ''}"
        for each in answers
        if each.node == node
    )


def _problems(words: Words) -> None:
    problems = state.library().problems()
    if problems:
        prose.note(
            words.ngettext(
                "{count} problem was found in the files of the library; what it touches is not"
                " shown.",
                "{count} problems were found in the files of the library; what they touch is not"
                " shown.",
                len(problems),
            ).format(count=len(problems)),
            "warning",
        )
        prose.show_items(str(problem) for problem in problems[:20])
