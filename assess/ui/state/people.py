"""Several people: who answers in this browser, and the rounds they judge in.

Each verb gives an empty text where it was done, else why it was not, in the reader's words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assess.errors import AssessError
from assess.panel import Phase
from assess.store import Role, Saved, Standing
from assess.ui.state.opened import (
    assessment,
    current_words,
    draft,
    framework,
    own,
    read,
    saved,
    store,
    token,
)


def role() -> Role:
    """As whom this reader came: the owner, somebody with a seat, or by the round link."""
    return saved().role


def may_judge() -> bool:
    """Whether answers can be given now: always, but for a panel between or after its rounds."""
    panel = assessment().panel
    return panel is None or panel.private


def is_ready() -> bool:
    """Whether the reader said to be done in this phase."""
    panel = assessment().panel
    return panel is not None and own() in panel.ready


def invitation() -> Saved | None:
    """What somebody who came by the round link is shown before taking a seat; else nothing."""
    found: Saved | None = st.session_state.get("_saved")
    return found if found and found.role == "join" else None


def standing() -> tuple[Standing, ...]:
    """How far everybody is, asked from the store each time: numbers, no answers."""
    return store().standing(token(), framework(), draft())


def round_link() -> str:
    """The token of the round link; empty where there is no round."""
    return store().round_link(token())


def open_round(names: Sequence[str]) -> str:
    """Opens the first round for these people, or adds people to it."""
    return _done(lambda: store().open_round(token(), names))


def new_round_link() -> str:
    """Replaces the round link; the old one opens nothing any more."""
    return _done(lambda: store().new_round_link(token()))


def free_seat(assessor_id: str) -> str:
    """Gives a seat back to be taken again; its answers stay."""
    return _done(lambda: store().free_seat(token(), assessor_id))


def take_seat(assessor_id: str) -> str:
    """Takes a seat; from now on the address is this person's own."""

    def take() -> None:
        st.query_params["a"] = store().take_seat(token(), assessor_id)

    return _done(take)


def say_ready(phase: Phase, done: bool) -> str:
    """Says that the reader is done in this phase, or is not after all."""
    return _done(lambda: store().ready(token(), phase, done))


def next_phase(leaving: Phase) -> str:
    """Ends a phase for everybody."""
    return _done(lambda: store().next_phase(token(), leaving))


def _done(act: Callable[[], object]) -> str:
    try:
        act()
    except AssessError as error:
        return current_words().gettext(str(error))
    read(st.query_params.get("a") or token())
    return ""
