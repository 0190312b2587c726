"""Which draft and whose answers a page shows, where there are several to choose from."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assess import wording
from assess.ui import state


def draft() -> None:
    """Lets the reader choose the draft, where there are several."""
    words = state.current_words()
    drafts = state.assessment().drafts
    if len(drafts) > 1:
        named = {each.id: wording.draft(words, place, each) for place, each in enumerate(drafts)}
        said = words.gettext("Choose a draft")
        _choice("draft", words.gettext("Draft"), named, state.draft(), said)


def draft_and_assessor() -> None:
    """Lets the reader choose the draft and, where several answered, whose answers."""
    with st.container(horizontal=True, key="which"):
        draft()
        assessor()


def assessor() -> None:
    """Lets the reader choose whose answers, where several answered and may be seen."""
    words, assessment = state.current_words(), state.assessment()
    people = {each: wording.assessor(words, assessment, each) for each in assessment.assessor_ids}
    hidden = assessment.panel is not None and assessment.panel.private
    if len(people) > 1 and not hidden:
        said = words.gettext("Choose an assessor")
        _choice("who", words.gettext("Whose answers"), people, state.assessor(), said)


def _choice(
    parameter: str, label: str, named: Mapping[str, str], now: str, placeholder: str
) -> None:
    ids = list(named)
    key = f"which.{parameter}.{now}"

    def pick() -> None:
        state.look_at(**{parameter: state.standing_in(key)})

    st.selectbox(
        label,
        ids,
        index=ids.index(now),
        format_func=named.__getitem__,
        placeholder=placeholder,
        key=key,
        on_change=pick,
        width=340,
    )
