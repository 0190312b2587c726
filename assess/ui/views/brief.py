"""The brief: read it here, take it with you."""

from __future__ import annotations

import datetime
import re
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assess import __version__, diagram, picture
from assess.dossier import dossier
from assess.explain import Telling
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, which
from assess.ui.parts.preview import preview

if TYPE_CHECKING:
    from assess.report import Kind, Report


def page() -> None:
    """Previews the brief and offers it in every format."""
    from assess import report

    words = state.current_words()
    _ = words.gettext
    prose.title(_("The brief"), state.assessment().proposal.title)
    prose.lead(
        _(
            "It follows the sections of an Internet Impact Brief. Every file carries your answers"
            " inside, so that a reader can open it here and check each figure."
        )
    )
    which.draft_and_assessor()
    made = _made(words)
    _downloads(made, words)
    prose.heading(_("Preview"))
    preview(report.write(made, "html"), _("Preview of the brief; the same as the HTML file above"))
    with st.container(horizontal=True, key="onward"):
        site.link("findings", _("Back to the findings"))
        site.link("check", _("Change an answer"))
        if state.role() == "owner":
            site.link("publish", _("Publish a page at an address that stays"))


def _made(words: Words) -> Report:
    from assess import report

    framework, assessment = state.framework(), state.assessment()
    found = dossier(framework, assessment, state.draft(), state.assessor())
    telling = Telling(framework, assessment, found.findings, words)
    return report.build(
        framework,
        state.interventions(),
        assessment,
        found,
        words,
        margin=state.margin(state.assessor()),
        made_on=datetime.datetime.now(datetime.UTC).date(),
        version=__version__,
        picture_svg=picture.svg(diagram.draw(telling), words),
    )


def _downloads(made: Report, words: Words) -> None:
    from assess import bundle, report

    _ = words.gettext
    labels: dict[Kind, str] = {
        "docx": _("Word (DOCX)"),
        "html": _("Web page (HTML)"),
        "md": _("Plain text (Markdown)"),
    }
    name = file_name(state.assessment().proposal.title)
    with st.container(horizontal=True, key="downloads"):
        for kind, label in labels.items():
            st.download_button(
                label,
                partial(report.write, made, kind),
                f"{name}.{kind}",
                report.MEDIA_TYPES[kind],
                on_click="ignore",
                type="primary" if kind == "docx" else "secondary",
                key=f"download.{kind}",
            )
        st.download_button(
            _("Answers only (JSON)"),
            bundle.dumps(state.assessment()),
            f"{name}.json",
            "application/json",
            on_click="ignore",
            key="download.json",
        )


def file_name(title: str) -> str:
    """A file name from a title: letters and digits of any script, hyphens between."""
    return re.sub(r"[^\w]+", "-", title.lower()).strip("-_")[:60] or "internet-impact-brief"
