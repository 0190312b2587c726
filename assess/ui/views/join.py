"""What the round link opens: who one is, and what a private round means."""

from __future__ import annotations

import streamlit as st

from assess import wording
from assess.panel import Panel
from assess.store import Saved
from assess.ui import site, state
from assess.ui.parts import prose, rounds


def page() -> None:
    """Lets somebody who came by the round link take the seat that is theirs."""
    invitation = state.invitation()
    if invitation is None:
        _joined()
    else:
        _asked(invitation)


def _joined() -> None:
    """Where the address names a seat already, or the reader's own work."""
    _ = state.current_words().gettext
    prose.title(_("You have joined"), state.assessment().proposal.title)
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Go to the task list"))
        site.link("assessors", _("See how far the rounds are"))


def _asked(invitation: Saved) -> None:
    words = state.current_words()
    _ = words.gettext
    proposal = invitation.assessment.proposal
    panel = invitation.assessment.panel or Panel()
    prose.title(_("You are asked to judge with others"), proposal.title)
    prose.lead(rounds.meaning(words, panel.phase))
    rounds.show(words, panel.phase)
    free = _free(invitation)
    if free:
        _pick(invitation, free)
    else:
        prose.note(
            _(
                "Every name is taken. If one of them is yours, open the address you were given"
                " when you took it; if you lost it, ask the person who sent you this link."
            ),
            "warning",
        )


def _free(invitation: Saved) -> list[str]:
    """Those whose seat nobody has taken."""
    people = [each.id for each in invitation.assessment.assessors]
    return [each for each in people if each not in invitation.seated]


def _pick(invitation: Saved, free: list[str]) -> None:
    words, assessment = state.current_words(), invitation.assessment
    _ = words.gettext
    prose.heading(_("Who are you?"))
    name = st.radio(
        _("Your name"),
        free,
        index=None,
        format_func=lambda each: wording.assessor(words, assessment, each),
        key="join.name",
    )
    prose.block(
        "small",
        _("Names that others have taken are not listed."),
        _(
            "You then have an address of your own: the key to your answers. Keep it, and give it"
            " to nobody. This browser remembers it too."
        ),
    )
    if st.button(_("Go on under this name"), type="primary", disabled=name is None) and name:
        trouble = state.take_seat(name)
        if not trouble:
            site.go("tasks")
        prose.note(trouble, "error")
