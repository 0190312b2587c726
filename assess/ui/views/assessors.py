"""Several people: opening rounds, how far they are, and what everybody answers."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.assessment import Assessor
from assess.dossier import agreed
from assess.explain import AgreementTelling
from assess.panel import Note, Panel
from assess.refusal import refusals
from assess.store import Standing, name_of
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import agreement as told
from assess.ui.parts import fields, prose, rounds, saving, which

PEOPLE = "assessors"


def page() -> None:
    """Shows the rounds; between and after them also what everybody answers."""
    words = state.current_words()
    panel = state.assessment().panel
    prose.title(words.gettext("Several people"), state.assessment().proposal.title)
    if panel is None:
        _nobody_yet(words)
    else:
        _round(panel, words)
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", words.gettext("Go to the task list"))
        site.link("brief", words.gettext("Go to the brief"))


def _nobody_yet(words: Words) -> None:
    _ = words.gettext
    prose.lead(
        _(
            "Several people judge the same proposal: first each alone, then they discuss where"
            " they differ, then each alone once more. Levels are never averaged, and every"
            " disagreement stays to be read."
        )
    )
    rounds.show(words)
    which.draft()
    _answers(words, None)
    prose.heading(_("Open the first round"))
    prose.text(
        _(
            "Describe the proposal and paste its text before: people should judge the same words."
            " You take part yourself, and answer as before."
        )
    )
    with st.container(key="people-form"):
        _own_name(words)
        _add(words, _("Open the first round"))


# --- a round -------------------------------------------------------------------------------------


def _round(panel: Panel, words: Words) -> None:
    prose.lead(rounds.meaning(words, panel.phase))
    rounds.show(words, panel.phase)
    which.draft()
    if panel.phase in ("discussion", "closed"):
        _answers(words, panel)
    _myself(panel, words)
    _people(panel, words)
    if panel.phase == "second":
        _answers(words, panel)


def _myself(panel: Panel, words: Words) -> None:
    """How far the reader is, and a way to say that it is enough."""
    _ = words.gettext
    if panel.phase == "closed":
        return
    prose.heading(_("Are you done?"))
    if panel.private:
        _finished(words)
    else:
        prose.text(
            _(
                "Say so when you have read the answers and written your notes. The person who"
                " opened the round then starts the second."
            )
        )
    if state.is_ready():
        prose.note(
            _(
                "You said that you are done. This goes on when everybody has said so, or when the"
                " person who opened the round ends it. Until then you can go back."
            ),
            "good",
        )
    with st.container(horizontal=True, key="ready"):
        if state.is_ready():
            _button(_("I am not done after all"), lambda: state.say_ready(panel.phase, False))
        else:
            ready = _("I am done")
            _button(ready, lambda: state.say_ready(panel.phase, True), primary=panel.private)
        _button(_("Look again"), _look_again)


def _look_again() -> str:
    state.read(state.token())
    return ""


def _finished(words: Words) -> None:
    progress = state.progress()
    done = sum(each.state == "done" for each in progress)
    prose.text(
        words.ngettext(
            "You have finished {done} of {all} question. You can change your answers until this"
            " round ends.",
            "You have finished {done} of {all} questions. You can change your answers until this"
            " round ends.",
            len(progress),
        ).format(done=done, all=len(progress))
    )


def _people(panel: Panel, words: Words) -> None:
    _ = words.gettext
    standing = state.standing()
    prose.heading(_("Who takes part"))
    rounds.people(words, state.assessment(), state.own(), standing, panel.phase)
    if state.role() == "owner":
        prose.heading(_("What only you can do"))
        if panel.phase == "first":
            _link(panel, words)
            _end(panel, standing, words)
        else:
            _end(panel, standing, words)
            _link(panel, words)
        _names(standing, words)


def _button(label: str, act: Callable[[], str], *, primary: bool = False) -> None:
    """A button that does something for everybody: the whole page shows what came of it."""
    if st.button(label, key=f"round.{label}", type="primary" if primary else "secondary"):
        trouble = act()
        if not trouble:
            st.rerun()
        prose.note(trouble, "error")


# --- what the owner does -------------------------------------------------------------------------


def _link(panel: Panel, words: Words) -> None:
    _ = words.gettext
    link = state.round_link()
    if link and panel.phase != "closed":
        prose.text(
            _(
                "Send the round link to everybody listed. Who opens it picks their name and gets"
                " an address of their own."
            )
        )
        rounds.address(words, link)
    if panel.phase == "first":
        with st.expander(_("Add people")):
            _add(words, _("Add them"))
    with st.expander(_("Make another link")):
        prose.text(
            _(
                "For when the link came into wrong hands. The old one then opens nothing; who has"
                " taken a name keeps it."
            )
        )
        _button(_("Make another link now"), state.new_round_link)


def _add(words: Words, label: str) -> None:
    _ = words.gettext
    added = len(state.assessment().assessors)  # the field is empty again once they are
    names = st.text_area(
        _("Names of the others, one on each line"), key=f"round.names.{added}", height=120
    )
    _button(label, lambda: state.open_round((names or "").splitlines()), primary=True)


def _end(panel: Panel, standing: tuple[Standing, ...], words: Words) -> None:
    """Ends a phase for everybody; a private round with a word on what that means."""
    _ = words.gettext
    if panel.phase == "closed":
        return
    if panel.phase == "discussion":
        prose.text(
            _(
                "When all is said, start the second round: everybody judges once more, and no more"
                " notes are written."
            )
        )
        _button(_("Start the second round"), lambda: state.next_phase(panel.phase), primary=True)
        return
    waiting = [each.id for each in standing if not each.ready]
    names = tuple(wording.assessor(words, state.assessment(), each) for each in waiting)
    with st.expander(_("End this round for everybody")):
        prose.text(
            *(
                [_("Not done yet: {names}.").format(names=wording.listed(words, names))]
                if names
                else []
            ),
            _(
                "What they have answered so far then counts. All answers are shown to all, and"
                " that cannot be taken back."
            ),
        )
        _button(_("End this round now"), lambda: state.next_phase(panel.phase))


@st.fragment
def _names(standing: tuple[Standing, ...], words: Words) -> None:
    _ = words.gettext
    with st.expander(_("Correct a name, or free it")):
        prose.text(
            _(
                "Free a name when its person has lost their address. The old address then opens"
                " nothing; who picks the name next finds the answers given so far."
            )
        )
        for place, person in enumerate(standing):
            with st.container(
                horizontal=True, vertical_alignment="bottom", key=f"name-{person.id}"
            ):
                label = _("Name of person {number}").format(number=place + 1)
                _name_of(person.id, label, person.name)
                if person.seated and person.id != state.own():
                    free = _("Free the name of person {number}")
                    _free(person, free.format(number=place + 1))
        saving.status(PEOPLE, words)


def _free(person: Standing, label: str) -> None:
    if st.button(label, key=f"free.{person.id}"):
        trouble = state.free_seat(person.id)
        if not trouble:
            st.rerun()
        prose.note(trouble, "error")


@st.fragment
def _own_name(words: Words) -> None:
    own = {each.id: each.name for each in state.assessment().assessors}
    _name_of(state.own(), words.gettext("Your name"), own.get(state.own(), ""))
    if state.trouble(PEOPLE) or state.was_saved(PEOPLE):
        saving.status(PEOPLE, words)


def _name_of(person: str, label: str, value: str) -> None:
    fields.line(PEOPLE, person, label, value, lambda: _rename(person))


def _rename(person: str) -> None:
    people = {each.id: each for each in state.assessment().assessors}
    try:
        named = Assessor(id=person, name=str(state.widget(PEOPLE, person, "")).strip())
    except ValidationError as error:
        said = refusals(error, Assessor, state.current_words())
        state.refuse(PEOPLE, " ".join(each.message for each in said))
    else:
        state.change(tuple({**people, person: named}.values()))


# --- what everybody answers ----------------------------------------------------------------------


def _answers(words: Words, panel: Panel | None) -> None:
    found = agreed(state.framework(), state.assessment(), state.draft())
    if found is None:
        return
    telling = AgreementTelling(state.framework(), found, words)
    remark = _remark if panel and panel.phase == "discussion" else None
    told.verdicts(telling)
    told.pooled(telling)
    told.dissents(telling, state.own(), remark)
    told.remarks(telling, state.own(), remark)
    told.changes(telling)
    told.measure(telling)


@st.fragment
def _remark(node: str) -> None:
    """The reader's own note on a node."""
    words = state.current_words()
    shown = _own_note(node)
    name = name_of(shown)
    fields.text(
        name,
        "text",
        words.gettext("Your note on this"),
        shown.text,
        lambda: _save_note(shown),
    )
    if state.trouble(name) or state.was_saved(name):
        saving.status(name, words)


def _own_note(node: str) -> Note:
    mine = Note(node=node, draft=state.draft(), assessor=state.own(), text="")
    kept = (each for each in state.assessment().notes if each.key == mine.key)
    return next(kept, mine)


def _save_note(shown: Note) -> None:
    name = name_of(shown)
    try:
        given = Note.model_validate({**dict(shown), "text": state.widget(name, "text", "")})
    except ValidationError as error:
        said = refusals(error, Note, state.current_words())
        state.refuse(name, " ".join(each.message for each in said))
    else:
        state.change(given)
