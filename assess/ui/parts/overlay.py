"""A chapter's own questions: brought as a file, taken off again, and named where they are read."""

from __future__ import annotations

import streamlit as st

from assess import airlock
from assess.errors import FileProblems
from assess.overlay import Overlay
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose
from assess.ui.state import moving
from assess.wording import overlay as wording


def told(words: Words) -> None:
    """Above findings: who changed what is asked, where somebody did."""
    overlay = state.assessment().overlay
    if overlay:
        prose.note(wording.changed(words, overlay.ref))


def remark(node: str, words: Words) -> None:
    """Under the meaning of a node: whose words or whose question it is, where the chapter's."""
    overlay = state.assessment().overlay
    if overlay and overlay.rewords(node):
        prose.block("small", wording.worded(words, overlay.ref))
    elif overlay and overlay.adds(node):
        prose.block("small", wording.added(words, overlay.ref))


def own(words: Words) -> None:
    """Which overlay is on, and the way to bring or take off one."""
    _ = words.gettext
    prose.heading(_("Questions of your own chapter"))
    overlay = state.assessment().overlay
    told(words)
    if overlay:
        prose.show_items(_changes(overlay, words))
    if state.role() != "owner":
        return
    if moving.in_private():
        prose.text(_("While people answer in private, what is asked stays as it is."))
    elif overlay:
        _button(_("Take it off"), None)
    else:
        _bring(words)


def _changes(overlay: Overlay, words: Words) -> list[str]:
    """How much it changes, in a sentence each."""
    many = words.ngettext
    hidden, reworded, added = len(overlay.hide), len(overlay.reword), len(overlay.add.criteria)
    told = (
        (hidden, many("{n} question is left out.", "{n} questions are left out.", hidden)),
        (reworded, many("{n} is worded otherwise.", "{n} are worded otherwise.", reworded)),
        (added, many("{n} question is added.", "{n} questions are added.", added)),
    )
    return [text.format(n=number) for number, text in told if number]


def _bring(words: Words) -> None:
    _ = words.gettext
    prose.text(
        _(
            "A chapter can leave questions out, word them otherwise and add its own, in one file,"
            " an overlay. It travels with the assessment, and whatever is its own carries its name."
        )
    )
    upload = st.file_uploader(_("Bring an overlay (YAML)"), type=["yaml", "yml"], key="overlay")
    if upload is None:
        return
    try:
        overlay = airlock.open_overlay(upload.getvalue(), upload.name, words)
    except FileProblems as error:
        prose.note(_("This overlay was not used. Nothing that is saved was touched."), "error")
        prose.show_items(str(problem) for problem in error.problems[:20])
        return
    prose.note(_("“{title}” by {by}").format(title=overlay.title, by=overlay.by), "good")
    prose.show_items(_changes(overlay, words))
    prose.block(
        "small",
        _("Answers given to other words than stand there then wait until you confirm them."),
    )
    _button(_("Use these questions"), overlay)


def _button(label: str, overlay: Overlay | None) -> None:
    if st.button(label):
        trouble = moving.use_overlay(overlay)
        if not trouble:
            st.rerun()
        prose.note(trouble, "error")
