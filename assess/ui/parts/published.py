"""What was published of an assessment: addresses, what became of each page, withdrawal."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assess.store import Published
from assess.text import Words
from assess.ui import site
from assess.ui.parts import prose
from assess.ui.state import publishing


def show(there: Sequence[Published], words: Words) -> None:
    """Every page that stands, newest first; below, in a line each, those that were withdrawn."""
    _ = words.gettext
    prose.heading(_("What is published"))
    if not there:
        prose.text(_("Nothing is published. Only people with your address can read your answers."))
        return
    for each in there:
        if not each.withdrawn:
            _standing(each, words)
    gone = [_withdrawn(each, words) for each in there if each.withdrawn]
    prose.show_items(gone)


def found_by(words: Words, *, listed: bool) -> str:
    """Who finds a page, in a few words."""
    _ = words.gettext
    return _("listed, for everybody") if listed else _("by link only")


def named(found: Published, words: Words) -> str:
    """A published page by its number and day: several may be of one day."""
    told = words.gettext("Page {number}, of {date}")
    return told.format(number=found.number, date=words.date(found.made_on))


def _standing(found: Published, words: Words) -> None:
    _ = words.gettext
    address = publishing.address(found)
    with st.container(border=True, key=f"published-{found.number}"):
        prose.heading(named(found, words), 3)
        st.html(" ".join(_tags(found, words)))
        path = f"/s/{address}"
        prose.address(_("Its address"), site.full(path))
        st.link_button(_("Open the published page"), path)
        with st.expander(_("Withdraw this page")):
            _withdraw(found, address, words)


def _tags(found: Published, words: Words) -> list[str]:
    _ = words.gettext
    tags = [prose.tag(found_by(words, listed=found.listed))]
    if found.replaced:
        tags.append(prose.tag(_("a newer page took its place"), "started"))
    elif publishing.changed(found):
        tags.append(prose.tag(_("your answers have changed since"), "open"))
    return tags


def _withdraw(found: Published, address: str, words: Words) -> None:
    _ = words.gettext
    prose.text(
        _(
            "Its address then says that the page was withdrawn, and when. The page and its data"
            " are deleted here for good. Copies that people made elsewhere stay theirs."
        )
    )
    st.button(
        _("Withdraw it for good"),
        key=f"withdraw.{found.number}",
        on_click=publishing.withdraw,
        args=(address,),
    )


def _withdrawn(found: Published, words: Words) -> str:
    assert found.withdrawn
    told = words.gettext("{page}, was withdrawn on {date}.")
    return told.format(page=named(found, words), date=words.date(found.withdrawn))
