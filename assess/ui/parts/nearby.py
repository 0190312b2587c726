"""Questions close to this one: what was answered there, to be taken over by a click."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assess import wording
from assess.assessment import Judgement
from assess.framework import JudgedNode
from assess.text import Words
from assess.topic import Near, near
from assess.ui import site, state
from assess.ui.parts import prose


def nearby(node: JudgedNode, words: Words, take: Callable[[Judgement], None] | None) -> None:
    """Lists what else is asked that lies close to a node, with the answers given there.

    take: keeps a copy of an answer for this node; None where nothing can be answered now.
    """
    close = near(state.framework(), node.id)
    if not close:
        return
    with st.expander(words.gettext("Close to other questions"), expanded=True):
        for each in close:
            _close(each, node, words, None if state.answers(node.id) else take)
        prose.block(
            "small",
            words.gettext("A copy is a start, not an answer: read it against this question."),
        )


def _close(
    each: Near, node: JudgedNode, words: Words, take: Callable[[Judgement], None] | None
) -> None:
    _ = words.gettext
    other = state.framework().node(each.node)
    named = _("{name}: {match}.").format(name=other.name, match=wording.match(words, each.match))
    prose.text(f"{named} {each.reason}")
    answers = state.answers(other.id)
    if not answers:
        if isinstance(other, JudgedNode):
            site.link("judge", _("Go to that question"), node=other.id)
        return
    said = wording.listed(words, tuple(wording.direction(words, one) for one in answers))
    prose.block("small", _("You answered there: {answer}.").format(answer=said))
    if take is not None:
        copy = answers[0].model_copy(update={"node": node.id, "part": 1, "copied_from": other.id})
        label = _("Start from that answer")
        if st.button(label, key=f"copy.{node.id}.{other.id}", on_click=take, args=(copy,)):
            state.show_anew()
            st.rerun()


def copied(judgement: Judgement, words: Words) -> str:
    """Where an answer was taken over from; empty where it was not."""
    framework = state.framework()
    if judgement.copied_from is None or not framework.has(judgement.copied_from):
        return ""
    name = framework.node(judgement.copied_from).name
    return words.gettext("Taken over from “{name}”.").format(name=name)
