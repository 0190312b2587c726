"""One case, read-only: what a source states, what is our reading, and what came of it."""

from __future__ import annotations

from html import escape

import streamlit as st

from assess import explain, wording
from assess.assessment import Assessment
from assess.case import Case, CaseJudgement, CaseSource
from assess.compare import compare, options
from assess.errors import AssessError, UnknownCase
from assess.explain import ComparisonTelling, Telling
from assess.explain import step as moved
from assess.findings import CHANNELS, analyse
from assess.framework import Framework
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import comparison as shown
from assess.ui.parts import languages, prose


def page() -> None:
    """Shows the case named in the address."""
    words = state.current_words()
    _ = words.gettext
    site.link("cases", _("← All cases"))
    try:
        case = state.library().case(st.query_params.get("id", ""))
    except UnknownCase:
        prose.title(_("There is no such case"))
        prose.lead(_("Choose one from the list of cases."))
        return
    prose.title(case.title, f"{case.proposal.jurisdiction} · {case.year}")
    languages.only_english(words)
    prose.lead(case.proposal.summary)
    _copy(case, words)
    _permanent(case, words)
    _findings(case, words)
    _judgements(case, words)
    _outcome(case, words)
    _recommendations(case, words)
    prose.heading(_("Sources"))
    for source in case.sources:
        _source(source, words)


def _copy(case: Case, words: Words) -> None:
    _ = words.gettext
    if st.button(_("Start from this case"), type="primary"):
        try:
            state.begin(case.own_copy())
        except AssessError as error:
            prose.note(_(str(error)), "error")
        else:
            site.go("tasks")
    prose.block(
        "small",
        _(
            "This makes a copy for you to change, with the answers and the recommendations. The"
            " case itself stays as it is; its sources and what came of it are not copied."
        ),
        wording.case_kind(words, case.kind),
        case.note,
    )


def _permanent(case: Case, words: Words) -> None:
    """The same case as a plain page, which needs no script and keeps its address."""
    said = words.gettext("This case as a plain page, to link to, print and cite")
    st.html(f'<p><a href="/cases/{escape(case.id)}" target="_self">{escape(said)}</a></p>')


def _findings(case: Case, words: Words) -> None:
    framework = state.library().framework_of(case)
    assessment = case.assessment()
    if len(case.drafts) > 1:
        _side_by_side(framework, assessment, words)
        return
    telling = Telling(framework, assessment, analyse(framework, assessment), words)
    prose.heading(words.gettext("What follows from the judgements below"))
    for channel in CHANNELS:
        found = telling.findings.verdict(channel)
        told = explain.verdict(telling, channel)
        prose.verdict(told.text, (), f"{channel}-{found.level}")
    prose.text(explain.sides(telling).text)


def _side_by_side(framework: Framework, assessment: Assessment, words: Words) -> None:
    """What each draft leads to, and which change of the text removes which harm."""
    _ = words.gettext
    telling = ComparisonTelling(framework, compare(framework, options(assessment)), words)
    prose.heading(_("What follows from the judgements below"))
    shown.conclusions(telling)
    for step in telling.comparison.steps:
        prose.text(*(each.text for each in moved.summary(telling, step)))
        if step.removals:
            prose.heading(_("Which change of the text removes or lessens which harm"), 3)
            shown.removals(telling, step)


def _judgements(case: Case, words: Words) -> None:
    _ = words.gettext
    framework = state.library().framework_of(case)
    prose.heading(_("How it was judged"))
    prose.text(
        _(
            "Levels, likelihoods and confidences are this toolkit's reading in every row, also"
            " where a source states the effect."
        )
    )
    for place, draft in enumerate(case.drafts):
        if len(case.drafts) > 1:
            prose.heading(wording.draft(words, place, draft), 3)
        if draft.based_on:
            prose.block(
                "small", _("What is not judged here is carried over: its text is the same.")
            )
        for judgement in case.judgements:
            if judgement.draft == draft.id:
                _judgement(judgement, case, framework, words)


def _judgement(judgement: CaseJudgement, case: Case, framework: Framework, words: Words) -> None:
    _ = words.gettext
    stated = judgement.stated_by == "source"
    origin = wording.stated_by(words, judgement.stated_by)
    named = {source.id: source.title for source in case.sources}
    likelihood = wording.likelihood(words, judgement.likelihood) if judgement.likelihood else ""
    prose.summary(
        framework.node(judgement.node).name,
        [
            (_("Whose claim"), origin),
            (_("Sources"), "; ".join(named.get(each, each) for each in judgement.sources)),
            (_("Answer"), wording.direction(words, judgement)),
            (_("Likelihood"), likelihood),
            (_("Rationale"), judgement.rationale),
            (_("Effect on people"), judgement.people),
            (_("Provisions"), ", ".join(judgement.provisions)),
            (_("Note"), judgement.note),
        ],
        "published" if stated else "argued",
    )


def _outcome(case: Case, words: Words) -> None:
    _ = words.gettext
    if case.outcome is None:
        return
    prose.heading(_("What came of it"))
    prose.summary(
        case.outcome.date,
        [
            (_("What happened"), case.outcome.text),
            (_("How we know"), wording.seen(words, case.outcome.seen)),
        ],
    )


def _recommendations(case: Case, words: Words) -> None:
    _ = words.gettext
    if not case.recommendations:
        return
    prose.heading(_("What is recommended"))
    said = "".join(
        f"<li>{escape(each.text)} "
        + prose.tag(
            _("stated by a source") if each.stated_by == "source" else _("our reading"),
            "published" if each.stated_by == "source" else "argued",
        )
        + "</li>"
        for each in case.recommendations
    )
    st.html(f'<ul class="assess-list">{said}</ul>')


def _source(source: CaseSource, words: Words) -> None:
    title = escape(source.title)
    named = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>' if source.url else title
    st.html(
        f'<p class="assess-source">{named}, {escape(source.publisher)}. '
        f"{escape(wording.seen(words, source.seen))}. {escape(source.used_for)} "
        f"{escape(source.note)}</p>"
    )
