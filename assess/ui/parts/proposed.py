"""What is proposed, to be read by those who judge it in a round that somebody else opened."""

from __future__ import annotations

import streamlit as st

from assess import wording
from assess.proposal import Draft
from assess.ui import site, state
from assess.ui.parts import prose


def page() -> None:
    """Shows the proposal and the provisions of every draft."""
    words, assessment = state.current_words(), state.assessment()
    _ = words.gettext
    proposal = assessment.proposal
    prose.title(_("What is proposed"))
    prose.lead(_("Whoever opened the round keeps the proposal and its text; here you read them."))
    stage = wording.stage(words, proposal.stage) if proposal.stage else ""
    prose.summary(
        proposal.title or _("No title yet"),
        [
            (_("Jurisdiction"), proposal.jurisdiction),
            (_("Stage"), stage),
            (_("What it does"), proposal.summary),
            (_("What it wants"), proposal.purpose),
            (_("Who must be convinced"), proposal.audience),
        ],
    )
    for place, draft in enumerate(assessment.drafts):
        _draft(place, draft)
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Go to the task list"))


def _draft(place: int, draft: Draft) -> None:
    words = state.current_words()
    _ = words.gettext
    prose.heading(_("Its text"))
    prose.heading(wording.draft(words, place, draft), 3)
    if not draft.provisions:
        prose.text(_("No provisions were given."))
    for provision in draft.provisions:
        number = _("Provision {number}").format(number=provision.id)
        with st.expander(number):
            st.html(prose.written("\n\n".join(filter(None, (provision.heading, provision.text)))))
