"""The script Streamlit runs for every reader and every click: frame and navigation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assess.errors import FileProblems
from assess.text import Words
from assess.ui import state
from assess.ui.parts import frame, proposed
from assess.ui.views import (
    about,
    advice,
    assessors,
    brief,
    case,
    cases,
    check,
    contribute,
    country,
    drafts,
    findings,
    framework,
    interventions,
    join,
    judge,
    method,
    proposal,
    provisions,
    publish,
    reasons,
    screening,
    start,
    sure,
    tasks,
    topics,
    version,
)

ALWAYS = {
    "start": start,
    "cases": cases,
    "case": case,
    "framework": framework,
    "country": country,
    "method": method,
    "about": about,
}
WITH_ASSESSMENT = {
    "proposal": proposal,
    "provisions": provisions,
    "screening": screening,
    "reasons": reasons,
    "interventions": interventions,
    "topics": topics,
    "tasks": tasks,
    "judge": judge,
    "version": version,
    "check": check,
    "assessors": assessors,
    "join": join,
    "findings": findings,
    "sure": sure,
    "drafts": drafts,
    "advice": advice,
    "brief": brief,
    "publish": publish,
    "contribute": contribute,
}
WIDE = (
    "version",
    *("provisions", "judge", "assessors", "findings", "sure", "drafts", "brief"),
    *("publish", "contribute", "cases", "framework", "country"),
)
OWNERS = ("proposal", "screening", "reasons", "interventions", "topics")
# What the menu lists, and under which heading; what is not listed is reached from these.
MENU = (
    ("start", ("start",)),
    ("answers", ("proposal", "provisions", "screening", "tasks", "check", "assessors")),
    ("findings", ("findings", "sure", "drafts", "advice", "brief", "publish")),
    ("library", ("cases", "framework", "country", "method", "about")),
)


def titles(words: Words) -> dict[str, str]:
    """The name of each page in the reader's language."""
    _ = words.gettext
    return {
        "start": _("Start"),
        "proposal": _("Proposal"),
        "provisions": _("Provisions"),
        "screening": _("Screening"),
        "reasons": _("What your answers say"),
        "interventions": _("What the law uses"),
        "topics": _("Topics"),
        "tasks": _("Task list"),
        "judge": _("Judge"),
        "version": _("Version"),
        "check": _("Check your answers"),
        "assessors": _("Several people"),
        "join": _("Join a round"),
        "findings": _("Findings"),
        "sure": _("How sure"),
        "drafts": _("Drafts"),
        "advice": _("Recommendations"),
        "brief": _("Paper"),
        "publish": _("Publish"),
        "contribute": _("Contribute as a case"),
        "cases": _("Cases"),
        "case": _("Case"),
        "framework": _("Frameworks"),
        "country": _("Measurements"),
        "method": _("Method"),
        "about": _("About"),
    }


def headings(words: Words) -> dict[str, str]:
    """What stands over each part of the menu."""
    _ = words.gettext
    return {
        "start": "",
        "answers": _("Answers"),
        "findings": _("Findings"),
        "library": _("Library"),
    }


def pages(words: Words) -> dict[str, st.Page]:
    """Every page under its name; those that need an open assessment say so when there is none."""
    named = titles(words)
    listed = _listed()
    return {
        name: st.Page(
            view.page if name in ALWAYS else _for_reader(name, view.page),
            title=named[name],
            url_path="" if name == "start" else name,
            default=name == "start",
            visibility="visible" if name in listed else "hidden",
        )
        for name, view in {**ALWAYS, **WITH_ASSESSMENT}.items()
    }


def menu(words: Words, known: Mapping[str, st.Page]) -> dict[str, list[st.Page]]:
    """The pages under their headings; without an open assessment only those that need none."""
    said, listed = headings(words), _listed()
    found = {said[part]: [known[name] for name in names if name in listed] for part, names in MENU}
    found[""] += [known[name] for name in known if name not in listed]
    return {heading: pages for heading, pages in found.items() if pages}


def _for_reader(name: str, page: Callable[[], None]) -> Callable[[], None]:
    """The page; who came by a round link picks a name first, who has a seat reads the proposal."""
    if state.invitation() is not None:
        return join.page
    seated = state.is_open() and state.role() == "seat"
    return frame.needs_assessment(proposed.page if seated and name in OWNERS else page)


def _listed() -> set[str]:
    named = {name for _, names in MENU for name in names}
    if not state.is_open():
        return named & set(ALWAYS)
    return named - {"screening", "publish"} if state.role() == "seat" else named


def main() -> None:
    """One run."""
    words = state.current_words()
    asked = {name: value for name, value in st.query_params.items() if name not in ("a", "lang")}
    state.arrive(f"{st.context.url}{sorted(asked.items())}")
    known = pages(words)
    state.know_pages(known)
    current = st.navigation(menu(words, known), position="top")
    state.show_address(current.url_path)
    tool = words.gettext("Internet impact assessment")
    st.set_page_config(
        page_title=f"{current.title} – {tool}",
        layout="wide" if current.url_path in WIDE else "centered",
    )
    frame.top(words)
    try:
        current.run()
    except FileProblems as error:
        frame.broken(error, words)
    frame.bottom(words)


main()
