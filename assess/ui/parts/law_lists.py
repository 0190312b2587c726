"""The lists of a law's provisions, always all of them, and what narrows the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess.bill.search import with_words
from assess.explain import provisions as told
from assess.margin import SHELVES, Margin, Shelf
from assess.proposal import Provision
from assess.ui import state
from assess.ui.parts import prose
from assess.ui.parts.law_card import LISTS

PAGE = "law.page"
AT_ONCE = 5  # provisions on a page


def chosen(asked: str) -> Shelf:
    """Draws the lists, each with how much is in it; the one the reader looks at.

    asked: the list named in the address, if one is.
    """
    return st.fragment(_lists, key=LISTS)(asked)


def _lists(asked: str) -> Shelf:
    words, margin = state.current_words(), state.margin()
    assert margin is not None
    filled = [name for name in SHELVES if margin.shelves[name]]
    first = next((name for name in SHELVES if name == asked), (filled or ["unread"])[0])
    with st.container(key="law-lists"):
        found = st.radio(
            words.gettext("Which list do you want to read?"),
            SHELVES,
            index=SHELVES.index(first),
            format_func=lambda name: told.shelf(words, name),
            captions=[told.held(margin, name, words) for name in SHELVES],
            key=f"law.shelf.{margin.draft.id}",
            on_change=_anew,
            persist_state="session",
        )
    shown: Shelf = found or first
    prose.block("small", told.shelf_meaning(words, shown), _progress(margin))
    return shown


def _progress(margin: Margin) -> str:
    words = state.current_words()
    count = len(margin.draft.provisions)
    read = sum(mark.read for mark in margin.marks.values())
    return words.ngettext(
        "You have read {read} of {count} provision. Every decision is saved as you take it.",
        "You have read {read} of {count} provisions. Every decision is saved as you take it.",
        count,
    ).format(read=words.number(read), count=words.number(count))


def _anew() -> None:
    """Another list is another page, from its beginning."""
    state.choose(PAGE, None)
    st.rerun()


def narrowed(margin: Margin, provisions: Sequence[Provision], node: str) -> list[Provision]:
    """Draws what narrows a list, and says what it leaves out; the provisions that are left.

    node: the one named in the address, if one is.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="law-narrow"):
        of_node = _by_node(margin, provisions, node)
        found = _by_words(of_node)
        return _by_role(found)


def _by_node(margin: Margin, provisions: Sequence[Provision], asked: str) -> list[Provision]:
    words, framework = state.current_words(), state.framework()
    names = {each.id: f"{each.code} {each.name}" for each in framework.judged}
    chosen = st.selectbox(
        words.gettext("Only what may touch"),
        list(names),
        index=list(names).index(asked) if asked in names else None,
        format_func=names.__getitem__,
        placeholder=words.gettext("Any property or enabler"),
        key=f"law.node.{asked}",
        on_change=_first_page,
    )
    if chosen is None:
        return list(provisions)
    there = {each.provision for each in margin.beside(chosen)}
    return [each for each in provisions if each.id in there]


def _by_words(provisions: Sequence[Provision]) -> tuple[Provision, ...]:
    sought = st.text_input(
        state.current_words().gettext("Only with these words"),
        key="law.sought",
        on_change=_first_page,
        persist_state="session",
    )
    return with_words(provisions, sought or "")


def _by_role(provisions: Sequence[Provision]) -> list[Provision]:
    words = state.current_words()
    hidden = st.checkbox(
        words.gettext("Hide definitions and penalties"),
        key="law.roles",
        on_change=_first_page,
        persist_state="session",
    )
    roles = {each.id: each.role for each in state.law().clauses}
    left = [each for each in provisions if roles.get(each.id) not in ("definitions", "penalties")]
    if not hidden:
        return list(provisions)
    count = len(provisions) - len(left)
    prose.block(
        "small",
        words.ngettext(
            "{count} provision of this list is hidden.",
            "{count} provisions of this list are hidden.",
            count,
        ).format(count=words.number(count)),
    )
    return left


def _first_page() -> None:
    state.choose(PAGE, None)


def page_of(provisions: Sequence[Provision]) -> list[Provision]:
    """Says which of the list are shown; those of them on the page the reader looks at."""
    words = state.current_words()
    count = len(provisions)
    last = max(0, (count - 1) // AT_ONCE)
    page = min(int(state.chosen(PAGE) or 0), last)
    first = page * AT_ONCE
    shown = list(provisions[first : first + AT_ONCE])
    said = words.gettext("Provisions {first} to {last} of {count}").format(
        first=words.number(first + 1),
        last=words.number(first + len(shown)),
        count=words.number(count),
    )
    if not shown:
        said = words.gettext("There is nothing here.")
    with st.container(key="law-range"):
        # page.js brings this into view when another page was asked for
        asked = "" if state.chosen(PAGE) is None else f"law-{page}"
        st.html(f'<h2 class="assess-range" data-assess-shown="{asked}">{escape(said)}</h2>')
    return shown


def pages(count: int) -> None:
    """The ways to the page before and the next one; nothing where all is on one."""
    _ = state.current_words().gettext
    last = max(0, (count - 1) // AT_ONCE)
    page = min(int(state.chosen(PAGE) or 0), last)
    with st.container(horizontal=True, key="law-pages"):
        if page:
            st.button(_("Before"), on_click=state.choose, args=(PAGE, str(page - 1)))
        if page < last:
            st.button(_("Next"), on_click=state.choose, args=(PAGE, str(page + 1)))
