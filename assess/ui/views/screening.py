"""The short questionnaire before judging."""

from __future__ import annotations

import streamlit as st

from assess import wording
from assess.assessment import Triage, TriageAnswer
from assess.framework import ScreeningQuestion
from assess.ui import site, state
from assess.ui.parts import prose, saving
from assess.ui.parts.guidance import citations

TRIAGE = "triage"
ANSWERS: tuple[TriageAnswer, ...] = ("yes", "no", "unsure")


def page() -> None:
    """Asks yes, no or unsure, a few times."""
    _ = state.current_words().gettext
    prose.title(_("Screening"))
    prose.lead(
        _(
            "A few short questions show where to look first and how deep an assessment should go."
            " “Unsure” is an answer: the next page says who could settle it."
        )
    )
    _questions()
    with st.container(horizontal=True, key="onward"):
        site.link("reasons", _("Continue: what your answers say"))
        site.link("tasks", _("Go to the task list"))


@st.fragment
def _questions() -> None:
    words = state.current_words()
    for place, question in enumerate(state.framework().screening, start=1):
        with st.container(key=f"screening-{question.id}"):
            _question(place, question)
    saving.status(TRIAGE, words)


def _question(place: int, question: ScreeningQuestion) -> None:
    words = state.current_words()
    given = state.assessment().triage.answers.get(question.id)
    prose.heading(f"{place}. {question.text}")
    if question.hint:
        prose.block("hint", question.hint)
    st.radio(
        question.text,
        ANSWERS,
        index=ANSWERS.index(given) if given in ANSWERS else None,
        format_func=lambda key: wording.triage_answer(words, key),
        horizontal=True,
        label_visibility="collapsed",
        key=state.widget_key(TRIAGE, question.id),
        on_change=_save,
        args=(question.id,),
    )
    said = wording.provenance(words, question.provenance)
    st.html(
        f'<p class="assess-sources">{prose.tag(said, question.provenance)} '
        f"{citations(state.framework(), question.sources)}</p>"
    )


def _save(question: str) -> None:
    triage = state.assessment().triage
    answer = state.widget(TRIAGE, question)
    if answer in ANSWERS:
        answers = {**triage.answers, question: answer}
        state.change(
            Triage(answers=answers, depth=triage.depth, interventions=triage.interventions)
        )
