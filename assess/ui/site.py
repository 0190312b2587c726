"""Ways from one page to another; the open assessment, its draft and the language come along."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from assess.ui import state


def query(**parameters: str) -> dict[str, str]:
    """The address's parameters for a page: the open assessment, the language, and these."""
    kept = {"lang": st.query_params.get("lang", "")}
    if state.is_open():
        kept |= {"a": state.token(), **_looked_at()}
    return {name: value for name, value in {**kept, **parameters}.items() if value}


def _looked_at() -> dict[str, str]:
    """The draft and the assessor, where they are not the ones shown without asking."""
    first = state.assessment().drafts[0].id
    draft, who = state.draft(), state.assessor()
    return {
        "draft": "" if draft == first else draft,
        "who": "" if who == state.own() else who,
    }


def link(name: str, label: str, **parameters: str) -> None:
    """A link to a page. `label` is one of our own sentences, never what a user wrote."""
    st.page_link(state.page(name), label=label, query_params=query(**parameters))


def full(path: str) -> str:
    """The whole address of a path, as this reader reaches the app."""
    return (st.context.url or "").rsplit("/", 1)[0] + path


def go(name: str, **parameters: str) -> NoReturn:
    """Leaves for another page."""
    st.switch_page(state.page(name), query_params=query(**parameters))
