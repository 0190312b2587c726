"""Check your answers: everything said, with a way to change it; gaps stated, nothing blocked."""

from __future__ import annotations

import streamlit as st

from assess import wording
from assess.assessment import NodeProgress
from assess.framework import JudgedNode
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, said, which


def page() -> None:
    """Lists every answer."""
    words = state.current_words()
    _ = words.gettext
    progress = state.progress()
    prose.title(_("Check your answers"), state.assessment().proposal.title)
    which.draft()
    _gaps(progress, words)
    prose.heading(_("The proposal"))
    _proposal(words)
    prose.heading(_("Your judgements"))
    for now in progress:
        _node(now, words)
    with st.container(horizontal=True, key="onward"):
        site.link("findings", _("Continue: the findings"))
        site.link("tasks", _("Back to the task list"))


def _gaps(progress: tuple[NodeProgress, ...], words: Words) -> None:
    _ = words.gettext
    open_ = sum(each.state != "done" for each in progress)
    if not open_:
        prose.lead(_("Every question is answered. Read it through once more before you go on."))
        return
    prose.lead(
        words.ngettext(
            "{count} question is open. You can go on all the same: the findings say what"
            " that leaves uncertain.",
            "{count} questions are open. You can go on all the same: the findings say what"
            " that leaves uncertain.",
            open_,
        ).format(count=open_)
    )


def _proposal(words: Words) -> None:
    _ = words.gettext
    proposal = state.assessment().proposal
    stage = wording.stage(words, proposal.stage) if proposal.stage else ""
    prose.summary(
        proposal.title or _("No title yet"),
        [
            (_("Jurisdiction"), proposal.jurisdiction),
            (_("Stage"), stage),
            (_("What it does"), proposal.summary),
            (_("What it wants"), proposal.purpose),
        ],
    )
    site.link("proposal", _("Change the proposal"))


def _node(now: NodeProgress, words: Words) -> None:
    _ = words.gettext
    node = state.framework().node(now.node)
    assert isinstance(node, JudgedNode)
    answers = state.answers(node.id)
    depth = state.assessment().triage.depth
    with st.container(key=f"check-{node.id}"):
        if not answers:
            prose.summary(node.name, [(_("Answer"), _("Not answered"))])
        for answer in answers:
            prose.summary(node.name, said.rows(answer, node, depth, words))
        site.link("judge", _("Change: {name}").format(name=node.name), node=node.id)
