"""What a submission needs besides findings: to whom it goes, its limit, the questions asked."""

from __future__ import annotations

import datetime

import streamlit as st
from pydantic import ValidationError

from assess.drafting import asked
from assess.refusal import refusals
from assess.submission import ConsultationQuestion, Submission
from assess.text import Words
from assess.ui import state
from assess.ui.parts import fields, prose, saving, second_language

SUBMISSION = "submission"
FIELDS = ("addressee", "sender", "reference", "date", "deadline", "word_limit")
PASTED = "pasted"


def show(words: Words) -> None:
    """All fields, each kept as soon as it is given."""
    _ = words.gettext
    prose.heading(_("The submission"))
    given = state.assessment().submission
    left, right = st.columns(2, gap="large")
    with left:
        fields.text(SUBMISSION, "addressee", _("To"), given.addressee, _save, height=80)
        fields.text(SUBMISSION, "sender", _("From"), given.sender, _save, height=80)
        fields.line(SUBMISSION, "reference", _("Reference"), given.reference, _save)
    with right:
        fields.day(SUBMISSION, "date", _("Date on the paper"), given.date, _save)
        fields.day(SUBMISSION, "deadline", _("Deadline"), given.deadline, _save)
        if given.deadline:
            today = datetime.datetime.now(datetime.UTC).date()
            prose.block("small", _left((given.deadline - today).days, words))
        _limit(given, words)
    _questions(given, words)
    saving.status(SUBMISSION, words)


def _left(days: int, words: Words) -> str:
    """How much time there is."""
    if days < 0:
        return words.gettext("The deadline has passed.")
    text = words.ngettext(
        "{n} day is left until the deadline.", "{n} days are left until the deadline.", days
    )
    return text.format(n=words.number(days))


def _limit(given: Submission, words: Words) -> None:
    st.number_input(
        words.gettext("Word limit, if there is one"),
        min_value=50,
        max_value=100_000,
        value=given.word_limit,
        step=50,
        key=state.widget_key(SUBMISSION, "word_limit"),
        on_change=_save,
    )


def _questions(given: Submission, words: Words) -> None:
    _ = words.gettext
    st.text_area(
        _("Paste the consultation's questions, an empty line between two"),
        "\n\n".join(each.text for each in given.questions),
        height=120,
        key=state.widget_key(SUBMISSION, PASTED),
        on_change=_pasted,
    )
    for place, question in enumerate(given.questions):
        with st.container(border=True, key=f"question-{place}"):
            number = words.number(place + 1)
            prose.heading(_("Question {number}").format(number=number), 3)
            st.html(prose.written(question.text))
            st.text_area(
                _("Your answer to question {number}").format(number=number),
                question.answer,
                height=120,
                key=state.widget_key(SUBMISSION, f"answer.{place}"),
                on_change=_save,
            )


# --- keeping --------------------------------------------------------------------------------------


def _save() -> None:
    standing = _standing()
    if standing:
        state.change(standing)


def _pasted() -> None:
    """Makes questions of what was pasted; an answer stays with its question."""
    standing = _standing()
    if standing is None:
        return
    text = state.widget(SUBMISSION, PASTED) or ""
    try:
        changed = Submission(**{**dict(standing), "questions": asked(standing.questions, text)})
    except ValidationError as error:
        _refuse(error)
    else:
        state.change(changed)
        second_language.keep_up("question", standing.questions, changed.questions, SUBMISSION)
        state.show_anew()


def _standing() -> Submission | None:
    """What stands in the fields; None, and said, where it cannot be kept."""
    kept = state.assessment().submission
    try:
        given = {name: state.widget(SUBMISSION, name, getattr(kept, name)) for name in FIELDS}
        questions = tuple(_answered(*each) for each in enumerate(kept.questions))
        return Submission(**given, questions=questions)
    except ValidationError as error:
        _refuse(error)
        return None


def _answered(place: int, question: ConsultationQuestion) -> ConsultationQuestion:
    answer = state.widget(SUBMISSION, f"answer.{place}", question.answer)
    return ConsultationQuestion(**{**dict(question), "answer": answer})


def _refuse(error: ValidationError) -> None:
    said = refusals(error, Submission, state.current_words())
    state.refuse(SUBMISSION, " ".join(each.message for each in said))
