"""The task list: what is to be judged, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assess import wording
from assess.assessment import NodeProgress, State
from assess.framework import JudgedNode
from assess.topic import by_topic
from assess.ui import site, state
from assess.ui.parts import prose, review, which
from assess.wording import migration

TONES = {"done": "", "in-progress": "started", "not-started": "open"}


def page() -> None:
    """Lists every property and enabler of this depth with its state."""
    words = state.current_words()
    _ = words.gettext
    progress = state.progress()
    done = sum(each.state == "done" for each in progress)
    prose.title(_("Task list"), state.assessment().proposal.title)
    which.draft()
    prose.lead(
        words.ngettext(
            "{done} of {all} question answered. Take them in any order; every answer is kept.",
            "{done} of {all} questions answered. Take them in any order; every answer is kept.",
            len(progress),
        ).format(done=done, all=len(progress))
    )
    review.notice(words)
    _before()
    _groups({each.node: each for each in progress})
    _onward(progress)


def _before() -> None:
    words = state.current_words()
    _ = words.gettext
    prose.heading(_("Before you judge"))
    with st.container(key="tasks-before"):
        site.link("proposal", _("Describe the proposal and its provisions"))
        site.link("provisions", _("Read what the law’s words point to"))
        site.link("screening", _("Answer the screening questions"))
        site.link("interventions", _("Pick what the law uses"))
        site.link("topics", _("Add questions on a topic"))
    depth = state.assessment().triage.depth
    prose.block(
        "small",
        _("This is a {depth} assessment: {meaning}.").format(
            depth=wording.depth(words, depth).lower(), meaning=wording.depth_meaning(words, depth)
        ),
    )
    site.link("reasons", _("Change how deep it goes"))


def _groups(progress: dict[str, NodeProgress]) -> None:
    framework, _ = state.framework(), state.current_words().gettext
    prose.heading(_("What the Internet needs to exist"))
    _rows(framework.critical_properties, progress)
    enablers = [each for each in framework.enablers if each.id in progress]
    if enablers:
        prose.heading(_("What the Internet needs to thrive"))
        for goal in framework.goals:
            prose.heading(goal.name, 3)
            _rows([each for each in enablers if each.goal == goal.id], progress)
    for topic, criteria in by_topic(framework):
        prose.heading(_("Topic: {title}").format(title=topic.title))
        _rows(criteria, progress)


def _rows(nodes: Sequence[JudgedNode], progress: dict[str, NodeProgress]) -> None:
    for node in nodes:
        if node.id not in progress:
            continue
        now = progress[node.id].state
        with st.container(
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            key=f"task-{node.id}",
        ):
            site.link("judge", node.name, node=node.id)
            st.html(prose.tag(_said(node.id, now), TONES[now]), width="content")


def _said(node: str, now: State) -> str:
    words = state.current_words()
    answers = state.answers(node)
    if review.waits(node):
        return f"? {migration.outcome(words, 'needs-review')}"
    if now == "done" and answers:
        said = wording.listed(words, tuple(wording.direction(words, each) for each in answers))
        return f"✓ {wording.opening(said)}"
    return wording.state(words, now)


def _onward(progress: Sequence[NodeProgress]) -> None:
    _ = state.current_words().gettext
    next_open = next((each.node for each in progress if each.state != "done"), None)
    with st.container(horizontal=True, key="onward"):
        if next_open:
            site.link("judge", _("Continue with the next open question"), node=next_open)
        site.link("check", _("Check your answers"))
        site.link("findings", _("See the findings so far"))
        if state.assessment().panel:
            site.link("assessors", _("Several people: say that you are done"))
    prose.block(
        "small",
        _(
            "To come back later, keep the address of this page: it is the key to your answers."
            " This browser remembers it too."
        ),
    )
    if state.role() == "owner":
        _delete()


def _delete() -> None:
    _ = state.current_words().gettext
    with st.expander(_("Delete this assessment")):
        prose.text(
            _(
                "This deletes the proposal and every answer for good, for everyone who has the"
                " address. Pages that you published of it are withdrawn with it. Download the"
                " brief first if you want to keep them."
            )
        )
        if st.button(_("Delete it for good")):
            trouble = state.forget()
            if not trouble:
                site.go("start")
            prose.note(trouble, "error")
