"""What stands in the widgets of the page, and what the reader looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

Made = TypeVar("Made")


def generation() -> int:
    """Goes up when the page must show saved values anew instead of what stands on it."""
    return int(st.session_state.get("_generation", 0))


def widget_key(name: str, field: str) -> str:
    """The key of the widget for one field of an entry."""
    return f"{name}.{field}.{generation()}"


def widget(name: str, field: str, otherwise: Any = None) -> Any:
    """What stands in the widget for one field of an entry."""
    return st.session_state.get(widget_key(name, field), otherwise)


def put(name: str, field: str, value: Any) -> None:
    """Lets a value stand in the widget for one field of an entry, if that widget is there."""
    key = widget_key(name, field)
    if key in st.session_state:
        st.session_state[key] = value


def stands(name: str, field: str) -> bool:
    """Whether a value stands in the widget for one field of an entry."""
    return widget_key(name, field) in st.session_state


def standing_in(key: str) -> str:
    """What stands in the widget of this key."""
    return str(st.session_state[key])


def once(name: str, key: str, make: Callable[[], Made]) -> Made:
    """What was made for this key under this name before, else made now; only the last is kept."""
    kept = st.session_state.get(f"_once_{name}")
    if kept is None or kept[0] != key:
        kept = (key, make())
        st.session_state[f"_once_{name}"] = kept
    found: Made = kept[1]
    return found


def forget_once(name: str) -> None:
    """Lets go of what was made under this name."""
    st.session_state.pop(f"_once_{name}", None)


def show_anew() -> None:
    """Lets every widget show its saved value again."""
    st.session_state["_generation"] = generation() + 1


def picked(component: str) -> str:
    """What was picked last in a component of ours; empty where nothing was."""
    kept = st.session_state.get(component) or {}
    return str(kept.get("picked") or "")


def picked_row(chart: str) -> str:
    """The key of the row that was clicked last in a chart; empty where none was."""
    event = st.session_state.get(chart) or {}
    rows = event.get("selection", {}).get("picked") or [{}]
    return str(rows[0].get("key", ""))


def choose(name: str, value: str | None) -> None:
    """Remembers what the reader looks at (a node of the graph, a number)."""
    st.session_state[f"_chosen_{name}"] = value


def chosen(name: str) -> str | None:
    """What the reader looks at."""
    found: str | None = st.session_state.get(f"_chosen_{name}")
    return found


def know_pages(pages: Mapping[str, Any]) -> None:
    """Remembers the pages of this run, by name."""
    st.session_state["_pages"] = pages


def page(name: str) -> Any:
    """The page of this name."""
    return st.session_state["_pages"][name]
