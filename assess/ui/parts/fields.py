"""Single fields of the proposal and its drafts, each kept as soon as it is given."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from assess.ui import state

Option = TypeVar("Option", bound=str)
Save = Callable[[], None]


def line(name: str, field: str, label: str, value: str, save: Save, hint: str = "") -> None:
    """A line of text (at most 300 characters)."""
    _hint(hint)
    st.text_input(label, value, key=state.widget_key(name, field), on_change=save)


def text(
    name: str, field: str, label: str, value: str, save: Save, *, hint: str = "", height: int = 100
) -> None:
    """A text of several lines."""
    _hint(hint)
    st.text_area(label, value, height=height, key=state.widget_key(name, field), on_change=save)


def choice(
    name: str,
    field: str,
    label: str,
    options: Sequence[Option],
    say: Callable[[Option], str],
    value: Option | None,
    save: Save,
) -> None:
    """One of a few options, or none yet."""
    st.radio(
        label,
        options,
        index=options.index(value) if value in options else None,
        format_func=say,
        key=state.widget_key(name, field),
        on_change=save,
    )


def day(name: str, field: str, label: str, value: datetime.date | None, save: Save) -> None:
    """A date, or none."""
    st.date_input(
        label,
        value,
        min_value=datetime.date(1969, 1, 1),
        max_value=datetime.date(2100, 12, 31),
        format="YYYY-MM-DD",
        key=state.widget_key(name, field),
        on_change=save,
    )


def _hint(hint: str) -> None:
    if hint:
        st.caption(hint)
