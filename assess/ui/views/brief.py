"""The paper: choose for whom, read it here, take it with you."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assess import wording
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import (
    advice_fields,
    own_template,
    prose,
    second_language,
    submission_fields,
    which,
)
from assess.ui.parts.preview import preview

if TYPE_CHECKING:
    from assess.report import Audience, Kind, Length, Report

KINDS = "paper-kinds"
LONGEST = 60  # letters of a file name, before what kind of paper it is


def page() -> None:
    """Asks for whom, previews that paper and offers it in every format."""
    from assess import report

    words = state.current_words()
    _ = words.gettext
    prose.title(_("The paper"), state.assessment().proposal.title)
    prose.lead(
        _(
            "Four papers from the same findings. Every file carries your answers inside, so that"
            " a reader can open it here and check each figure."
        )
    )
    audience = _audience(words)
    which.draft_and_assessor()
    if audience == "submission" and state.role() == "owner":
        submission_fields.show(words)
    if state.role() == "owner":
        second_language.show(audience, words)
    made = _made(audience, words)
    if made.length:
        _length(made.length, words)
    _downloads(made, words)
    prose.heading(_("Preview"))
    preview(report.write(made, "html"), _("Preview of the paper; the same as the HTML file above"))
    with st.container(horizontal=True, key="onward"):
        _onward(audience, words)


def _onward(audience: Audience, words: Words) -> None:
    """Ways from here; to what to recommend first, as long as nothing is."""
    _ = words.gettext
    ways = [("findings", _("Back to the findings")), ("advice", _("Choose what to recommend"))]
    for name, label in ways if advice_fields.here() else reversed(ways):
        site.link(name, label, **({"audience": audience} if name == "advice" else {}))
    site.link("check", _("Change an answer"))
    if state.role() == "owner":
        site.link("publish", _("Publish a page at an address that stays"))


def _audience(words: Words) -> Audience:
    """The paper the address names, or the brief; lets the reader choose another."""
    from assess.report import AUDIENCES

    asked = st.query_params.get("audience", "")
    now = next((each for each in AUDIENCES if each == asked), AUDIENCES[0])
    key = f"{KINDS}.{now}"
    names, told = _names(words), _told(words)
    with st.container(key=KINDS):
        st.radio(
            words.gettext("For whom is it?"),
            AUDIENCES,
            index=AUDIENCES.index(now),
            format_func=names.__getitem__,
            captions=[told[each] for each in AUDIENCES],
            key=key,
            on_change=lambda: state.look_at(audience=state.standing_in(key)),
        )
    return now


def _names(words: Words) -> Mapping[Audience, str]:
    _ = words.gettext
    return {
        "brief": _("Brief"),
        "one-page": _("One page"),
        "submission": _("Submission"),
        "annex": _("Technical annex"),
    }


def _told(words: Words) -> Mapping[Audience, str]:
    """For whom each is, how long it is, and what is in it."""
    _ = words.gettext
    return {
        "brief": _(
            "For publication. Ten to twenty pages in the sections of an Internet Impact Brief:"
            " context, effects with your reasons, recommendations, notes."
        ),
        "one-page": _(
            "For a minister. One page: both conclusions, the gravest effects, what to change, what"
            " is not known."
        ),
        "submission": _(
            "For a consultation. As long as it may be: addressed, paragraphs numbered, answers to"
            " the questions asked, within a limit of words."
        ),
        "annex": _(
            "For those who check. As long as it takes: every answer, every number with what it is"
            " made of, what would change the conclusions."
        ),
    }


def _made(audience: Audience, words: Words) -> Report:
    from assess import press

    return press.paper(
        state.library(),
        state.assessment(),
        (state.draft(), state.assessor()),
        words,
        datetime.datetime.now(datetime.UTC).date(),
        audience=audience,
        margin=state.margin(state.assessor()),
        second=second_language.chosen(words),
    )


def _length(length: Length, words: Words) -> None:
    """How long the paper is by now, and what keeps it within its limit or from it."""
    from assess.report import how_long

    _ = words.gettext
    told = [_("Length: {length}.").format(length=how_long(words, length))]
    if length.left_out:
        parts = wording.listed(words, length.left_out)
        told.append(_("To keep to the limit it leaves out {parts}.").format(parts=parts))
    if length.over:
        own = _(
            "{own} of the words are yours or the consultation's, and never left out. The others"
            " are the address, the headings and the conclusions."
        )
        told.append(own.format(own=words.number(length.own)))
    prose.block(f"box assess-box-{'warning' if length.over else 'note'}", *told)


def _downloads(made: Report, words: Words) -> None:
    from assess import bundle, report

    _ = words.gettext
    labels: dict[Kind, str] = {
        "docx": _("Word (DOCX)"),
        "pdf": _("PDF"),
        "html": _("Web page (HTML)"),
        "md": _("Plain text (Markdown)"),
    }
    name = file_name(state.assessment().proposal.title)
    ending = "" if made.audience == "brief" else f"-{made.audience}"
    with st.container(horizontal=True, key="downloads"):
        for kind, label in labels.items():
            st.download_button(
                label,
                partial(report.write, made, kind),
                f"{name}{ending}.{kind}",
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
    own_template.offer(made, f"{name}{ending}")


def file_name(title: str) -> str:
    """A file name from a title: letters and digits of any script, hyphens between."""
    name = re.sub(r"[^\w]+", "-", title.lower()).strip("-_")
    if len(name) > LONGEST:  # after a whole word, where there is one
        name = name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
    return name or "internet-impact-brief"
