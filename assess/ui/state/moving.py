"""The open assessment moved to another version of its framework, and back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assess import migration
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.framework import FrameworkRef
from assess.migration import Plan, Since
from assess.overlay import Overlay, misfits
from assess.ui.state.opened import assessment, current_words, library, saved, store, token
from assess.ui.state.widgets import show_anew


def newer() -> FrameworkRef | None:
    """The version the open assessment can move to; None where there is none, and for a seat."""
    return migration.newer(assessment(), library()) if saved().role == "owner" else None


def in_private() -> bool:
    """Whether people answer in private now, so that nothing may be moved."""
    panel = assessment().panel
    return panel is not None and panel.private


def plan(target: FrameworkRef) -> Plan:
    """What moving to a version would do. Raises AssessError."""
    return migration.plan(assessment(), migration.way(assessment(), target.version, library()))


def before() -> Assessment | None:
    """The assessment as it was before its last move, where this reader may go back to it."""
    moved = assessment().moved
    return moved.before if moved and saved().role == "owner" else None


def since(earlier: Assessment) -> Since:
    """What was changed since the move from the earlier assessment."""
    now = assessment()
    way = migration.between(earlier, now.framework, now.topics, library())
    return migration.since(now, migration.plan(earlier, way))


def move(target: FrameworkRef) -> str:
    """Moves the open assessment; says why where that could not be done."""

    def moved(whole: Assessment) -> Assessment:
        way = migration.way(whole, target.version, library())
        return migration.move(whole, migration.plan(whole, way))

    return _turn(moved)


def go_back() -> str:
    """Goes back to the assessment before its last move; says why where that could not be done."""
    return _turn(migration.back)


def _turn(verb: Callable[[Assessment], Assessment]) -> str:
    try:
        st.session_state["_saved"] = store().turn(token(), verb, saved().revisions)
    except AssessError as error:
        return current_words().gettext(str(error))
    st.session_state["_troubles"] = {}
    st.session_state["_fresh"] = set()
    show_anew()
    return ""


def use_overlay(overlay: Overlay | None) -> str:
    """Puts an overlay on, or takes it off (None); says why where that could not be done."""
    if overlay:
        whole = library().whole(assessment().framework)
        words = current_words()
        made = library().combined(assessment().framework, assessment().topics.refs)
        told = [message for _, message in misfits(overlay, made, words, whole)]
        if told:
            return " ".join(told)

    def changed(whole: Assessment) -> Assessment:
        way = migration.with_overlay(whole, overlay, library())
        return migration.put_on(whole, migration.plan(whole, way))

    return _turn(changed)
