"""Another version of the framework: what would become of each answer, the move, the way back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assess import tables, wording
from assess.assessment import Archived, Assessment, TriageAnswer
from assess.bundle import dumps
from assess.errors import AssessError
from assess.framework import FrameworkRef
from assess.migration import OUTCOMES
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, table
from assess.ui.state import moving
from assess.ui.views.brief import file_name
from assess.wording import migration


def page() -> None:
    """Shows what a move would do, moves, shows what it left behind, and goes back."""
    words = state.current_words()
    _ = words.gettext
    ref = state.assessment().framework
    site.link("tasks", _("← Task list"))
    prose.title(_("Version of the framework"), state.assessment().proposal.title)
    prose.lead(
        _("Your answers are given to version {version} of {title}.").format(
            version=ref.version, title=state.framework().title
        )
    )
    target = moving.newer()
    if target:
        _forward(target, words)
    elif not state.assessment().moved:
        prose.text(_("There is no newer version here. Nothing is to be done."))
    _archived(words)
    earlier = moving.before()
    if earlier:
        _backward(earlier, words)


def _forward(target: FrameworkRef, words: Words) -> None:
    _ = words.gettext
    try:
        plan = moving.plan(target)
    except AssessError as error:
        prose.note(_(str(error)), "error")
        return
    prose.heading(
        _("What would become of your answers in {version}").format(version=target.version)
    )
    told = tables.fates(plan, words)
    prose.show_items(told.sentences)
    meanings = ((each, migration.outcome_meaning(words, each)) for each in OUTCOMES)
    st.html(
        prose.facts(
            (f"{migration.outcome_mark(each)} {migration.outcome(words, each)}", said)
            for each, said in meanings
        )
    )
    rows = [[table.cell(cell) for cell in row] for row in told.rows]
    table.show(told.title, told.columns, rows, "assess-stacked")
    prose.text(
        _(
            "Nothing has been changed yet. After the move you can go back at any time: the answers"
            " as they are now are kept inside the assessment."
        )
    )
    _press(
        _("Move to {version}").format(version=target.version), lambda: moving.move(target), words
    )


def _press(label: str, do: Callable[[], str], words: Words, *, ready: bool = True) -> None:
    """A button for what changes everything at once; not while people answer in private."""
    if moving.in_private():
        prose.note(
            words.gettext(
                "People are answering in private now. Wait until this round has ended; then the"
                " person who opened it can do this."
            )
        )
        return
    if st.button(label, type="primary", disabled=not ready):
        trouble = do()
        if not trouble:
            st.rerun()
        prose.note(trouble, "error")


def _archived(words: Words) -> None:
    _ = words.gettext
    left = state.assessment().archived
    if not left:
        return
    prose.heading(_("What is archived"))
    prose.text(
        _("This was said to earlier versions. It is kept and shown; no finding rests on it.")
    )
    for each in left:
        prose.summary(each.name, list(_said(each, words)))


def _said(left: Archived, words: Words) -> list[tuple[str, str]]:
    _ = words.gettext
    asked, answer, note, link = left.asked, left.judgement, left.note, left.link
    rows = [(_("What it is"), migration.what(words, left.what))]
    if asked:
        rows += [
            (_("Version"), asked.framework.version),
            (_("Questions"), "\n".join(asked.questions)),
        ]
    if answer:
        rows += [
            (_("Answer"), wording.direction(words, answer)),
            (_("Rationale"), answer.rationale),
            (_("Effect on people"), answer.people),
        ]
    said = note.text if note else link.reason if link else _given(left, words)
    return [*rows, (_("What was said"), said), (_("Why"), " ".join(left.notes))]


def _given(left: Archived, words: Words) -> str:
    """A screening answer in words; of other things the text itself."""
    answers: tuple[TriageAnswer, ...] = ("yes", "no", "unsure")
    known: dict[str, str] = {key: wording.triage_answer(words, key) for key in answers}
    return known.get(left.text, left.text) if left.what == "screening" else left.text


def _backward(earlier: Assessment, words: Words) -> None:
    _ = words.gettext
    version = earlier.framework.version
    prose.heading(_("Going back to {version}").format(version=version))
    told = migration.since(words, moving.since(earlier))
    ready = True
    if not told:
        prose.text(_("Nothing was changed since the move, so going back sets nothing aside."))
    else:
        prose.note(
            _("Going back sets aside what was said since. Keep it as a file first."), "warning"
        )
        prose.show_items(told)
        st.download_button(
            _("Download the answers as they are now (JSON)"),
            dumps(state.assessment()),
            f"{file_name(state.assessment().proposal.title)}.json",
            "application/json",
            on_click="ignore",
            key="version.file",
        )
        ready = st.checkbox(_("I have the file, or need none"), key="version.kept")
    _press(_("Go back to {version}").format(version=version), moving.go_back, words, ready=ready)
