"""The script Streamlit runs for every reader and every click: frame and navigation."""

from __future__ import annotations

import streamlit as st

from assess.errors import FileProblems
from assess.text import Words
from assess.ui import state
from assess.ui.parts import frame
from assess.ui.views import (
    about,
    brief,
    case,
    cases,
    check,
    findings,
    framework,
    interventions,
    judge,
    proposal,
    reasons,
    screening,
    start,
    tasks,
)

ALWAYS = {"start": start, "cases": cases, "case": case, "framework": framework, "about": about}
WITH_ASSESSMENT = {
    "proposal": proposal,
    "screening": screening,
    "reasons": reasons,
    "interventions": interventions,
    "tasks": tasks,
    "judge": judge,
    "check": check,
    "findings": findings,
    "brief": brief,
}
WIDE = ("judge", "findings", "brief", "framework")
LISTED = (
    "start",
    "proposal",
    "screening",
    "tasks",
    "check",
    "findings",
    "brief",
    "cases",
    "framework",
    "about",
)


def titles(words: Words) -> dict[str, str]:
    """The name of each page in the reader's language."""
    _ = words.gettext
    return {
        "start": _("Start"),
        "proposal": _("Proposal"),
        "screening": _("Screening"),
        "reasons": _("What your answers say"),
        "interventions": _("What the law uses"),
        "tasks": _("Task list"),
        "judge": _("Judge"),
        "check": _("Check your answers"),
        "findings": _("Findings"),
        "brief": _("Brief"),
        "cases": _("Cases"),
        "case": _("Case"),
        "framework": _("Framework"),
        "about": _("About"),
    }


def pages(words: Words) -> dict[str, st.Page]:
    """Every page under its name; those that need an open assessment say so when there is none."""
    named = titles(words)
    return {
        name: st.Page(
            view.page if name in ALWAYS else frame.needs_assessment(view.page),
            title=named[name],
            url_path="" if name == "start" else name,
            default=name == "start",
            visibility="visible" if _listed(name) else "hidden",
        )
        for name, view in {**ALWAYS, **WITH_ASSESSMENT}.items()
    }


def _listed(name: str) -> bool:
    return name in LISTED and (name in ALWAYS or state.is_open())


def main() -> None:
    """One run."""
    words = state.current_words()
    asked = {name: value for name, value in st.query_params.items() if name not in ("a", "lang")}
    state.arrive(f"{st.context.url}{sorted(asked.items())}")
    known = pages(words)
    state.know_pages(known)
    current = st.navigation([known[name] for name in _order()], position="top")
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


def _order() -> list[str]:
    return [*LISTED, *(n for n in (*ALWAYS, *WITH_ASSESSMENT) if n not in LISTED)]


main()
