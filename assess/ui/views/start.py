"""The first page: begin, go on, open a file, or look at what others found."""

from __future__ import annotations

import streamlit as st

from assess import airlock
from assess.assessment import Assessment
from assess.errors import AssessError, FileProblems, NotReadYet
from assess.text import Words
from assess.text import words as words_of
from assess.ui import site, state
from assess.ui.parts import prose
from assess.ui.views.about import kept
from assess.verify.verified import Verified


def page() -> None:
    """Offers the ways in."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("See what a proposed law would do to the Internet, before it is passed"))
    prose.lead(
        _(
            "Answer questions about what the Internet needs to exist and to thrive. Get findings"
            " you can defend line by line, and a brief you can send."
        )
    )
    with st.container(horizontal=True, key="ways-in"):
        if st.button(_("Start a new assessment"), type="primary"):
            _begin()
        _resume()
        site.link("cases", _("Look at cases"))
    _what_happens(words)
    _what_it_is(words)
    prose.heading(_("Where your answers are kept"))
    prose.text(*kept())
    prose.heading(_("Go on with earlier work"))
    _by_address(words)
    _by_file(words)


def _begin(assessment: Assessment | None = None) -> None:
    try:
        state.begin(assessment)
    except AssessError as error:
        prose.note(state.current_words().gettext(str(error)), "error")
    else:
        site.go("tasks" if assessment else "proposal")


def _resume() -> None:
    _ = state.current_words().gettext
    if state.is_open():
        site.link("tasks", _("Go on with the open assessment"))
    elif state.kept_token():
        site.link("tasks", _("Go on where you left off"), a=state.kept_token())


def _what_happens(words: Words) -> None:
    _ = words.gettext
    prose.heading(_("How it goes"))
    prose.steps(
        (
            (_("Describe"), _("Say what is proposed and paste the provisions that matter.")),
            (_("Screen"), _("A few yes, no or unsure questions show how deep to go.")),
            (_("Judge"), _("One property at a time, with guidance beside each question.")),
            (_("Read"), _("Findings with levels and chances, and what each is made of.")),
            (_("Send"), _("A brief as a web page, a Word file or plain text.")),
        )
    )


def _what_it_is(words: Words) -> None:
    _ = words.gettext
    left, right = st.columns(2, gap="large")
    with left:
        prose.heading(_("What this is"))
        prose.show_items(
            (
                _("A way to think through a proposal with the Internet Society's framework."),
                _("Every result names the answers it is made of and how sure it is."),
                _("A quick check takes five questions; a full one looks from four sides."),
            )
        )
    with right:
        prose.heading(_("What it is not"))
        prose.show_items(
            (
                _("No score, and no verdict on whether a law is good."),
                _("No legal advice, and no substitute for asking people who run networks."),
                _("Not a publication of the Internet Society."),
            )
        )


def _by_address(words: Words) -> None:
    _ = words.gettext
    address = st.text_input(
        _("Paste the address of your assessment, or the key at its end"), key="start.address"
    )
    if address:
        token = address.strip().split("a=")[-1].split("&")[0]
        try:
            state.store().load(token)
        except AssessError as error:
            prose.note(_(str(error)), "error")
        else:
            site.go("tasks", a=token)


def _by_file(words: Words) -> None:
    _ = words.gettext
    upload = st.file_uploader(
        _("Or open a file you downloaded here (PDF, Word, HTML, Markdown or JSON)"),
        type=["pdf", "docx", "html", "md", "json"],
        key="start.file",
    )
    if upload is None:
        return
    try:
        opened = airlock.open_file(upload.getvalue(), words)
    except FileProblems as error:
        prose.note(_("This file was not opened. Nothing that is saved was touched."), "error")
        prose.show_items(str(problem) for problem in error.problems[:20])
        return
    prose.note(_("“{title}” can be opened.").format(title=opened.proposal.title), "good")
    _by_figures(upload.getvalue(), words)
    if st.button(_("Open it as a new assessment"), type="primary"):
        _begin(opened)


def _by_figures(data: bytes, words: Words) -> None:
    """Says whether a file's figures follow from its answers, where it has any."""
    _ = words.gettext
    try:
        with st.spinner(_("The figures are being computed again …")):
            found = _verified(data, words.language)
    except NotReadYet:
        told = _(
            "The figures in this file have not been computed again yet, since many files are being"
            " read at this moment. Bring it again in a minute to see whether they follow from its"
            " answers."
        )
        prose.note(told, "warning")
        return
    if found:
        prose.note(" ".join(found.told), "good" if found.is_equal else "warning")


@st.cache_resource(max_entries=32, show_spinner=False)  # a page is run again at every click
def _verified(data: bytes, language: str) -> Verified | None:
    """Whether a report follows from the answers inside it; None where it carries no figures.

    Raises NotReadYet, which is not kept: at the next click it is tried anew.
    """
    try:
        return airlock.verify_file(data, words_of(language))
    except NotReadYet:
        raise
    except FileProblems:
        return None
