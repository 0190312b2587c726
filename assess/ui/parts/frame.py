"""What stands around every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from html import escape

import streamlit as st

from assess.errors import FileProblems
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import languages, prose


def top(words: Words) -> None:
    """Above the page: what the browser script needs to know of the language."""
    st.html(
        f'<span hidden data-assess-language="{escape(words.language)}"'
        f' data-assess-direction="{words.direction}"></span>'
    )


def bottom(words: Words) -> None:
    """Below the page: whose work this is, where answers are kept, and the other languages."""
    _ = words.gettext
    prose.block(
        "footer",
        _(
            "Built on the Internet Society's Internet Way of Networking. The names are theirs;"
            " the wording, the links marked as argued and the findings are not, and the Internet"
            " Society has not endorsed them."
        ),
        _(
            "Answers stay on the computer this app runs on. No page asks any other site;"
            " measurements are fetched only where somebody presses for it."
        ),
    )
    languages.menu(words)


def needs_assessment(page: Callable[[], None]) -> Callable[[], None]:
    """The page where an assessment is open; else a plain word on how to open one.

    It says the same whether the token was mistyped, forgotten or never given.
    """

    @wraps(page)
    def guarded() -> None:
        if state.is_open():
            page()
        else:
            _nothing_open(state.current_words())

    return guarded


def broken(error: FileProblems, words: Words) -> None:
    """Instead of a page that needs a file which cannot be read: what is wrong with it, and where.

    Everything that does not need the file goes on working.
    """
    _ = words.gettext
    prose.title(_("A file this page needs cannot be used"))
    prose.lead(_("Nothing that is saved was touched. Whoever runs this app can mend the file:"))
    prose.show_items(str(problem) for problem in error.problems)
    site.link("start", _("Go to the first page"))


def _nothing_open(words: Words) -> None:
    _ = words.gettext
    if state.store_is_away():
        prose.title(_("The saved work cannot be reached"))
        prose.lead(_("Nothing is lost by this. Wait a moment, then reload the page."))
        return
    prose.title(_("No assessment is open here"))
    prose.lead(
        _(
            "The address of this page does not lead to saved work. Check that the link is"
            " complete, or start from the first page."
        )
    )
    if kept := state.kept_token():
        site.link("tasks", _("Go on where you left off"), a=kept)
    site.link("start", _("Go to the first page"))
