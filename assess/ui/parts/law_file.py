"""A draft law in a file: read, split into its provisions, and taken over into a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.errors import FileProblems
from assess.proposal import Draft, Provision
from assess.ui import state
from assess.ui.parts import draft_fields, prose, table

if TYPE_CHECKING:
    from assess.bill.law import Law

FIRST = 8  # provisions shown before they are taken over
WORDS = 160  # characters of each


def offer(place: int, draft: Draft) -> None:
    """Lets the reader bring the law as a file."""
    _ = state.current_words().gettext
    with st.expander(_("Read the provisions from a file"), expanded=not draft.provisions):
        prose.block(
            "hint",
            _(
                "PDF, Word, OpenDocument, web page, plain text, Markdown or legal XML. The file is"
                " read on this computer, in a process of its own, and is not kept: only the"
                " provisions you take over are."
            ),
        )
        upload = st.file_uploader(_("The draft law"), key=state.widget_key("law", str(place)))
        if upload is None:
            state.forget_once(_place(place))
            return
        try:
            law = state.once(
                _place(place), upload.file_id, lambda: _read(upload.getvalue(), upload.name)
            )
        except FileProblems as error:
            prose.note(_("This file was not read. Nothing that is saved was touched."), "error")
            prose.show_items(str(problem) for problem in error.problems[:20])
            return
        _found(law)
        _take(place, draft, law)


def _place(place: int) -> str:
    """Where the law read for a draft is kept: another draft that has no file does not forget it."""
    return f"law-file.{place}"


def _read(data: bytes, name: str) -> Law:
    from assess import airlock

    return airlock.read_law_safely(data, name, state.current_words())


def _found(law: Law) -> None:
    """What was found, what may lack, and the first provisions, before anything is taken over."""
    words = state.current_words()
    _ = words.gettext
    prose.note(wording.opening(wording.numbering(words, law.chain, law.scheme)), "good")
    for warning in law.warnings:
        prose.note(warning, "warning")
    rows = [
        [table.cell(each.id), table.cell(each.heading), table.cell(opening(each.text))]
        for each in law.provisions[:FIRST]
    ]
    if rows:
        table.show(
            _("The first provisions, as they were read"),
            [_("Number"), _("Heading"), _("Text")],
            rows,
        )


def opening(text: str) -> str:
    """How a text begins, on one line."""
    return text if len(text) <= WORDS else f"{text[:WORDS].rstrip()} …"


def _take(place: int, draft: Draft, law: Law) -> None:
    words = state.current_words()
    if not law.provisions:
        return
    if draft.provisions:
        prose.block(
            "small",
            words.ngettext(
                "They take the place of the {count} provision this draft has now.",
                "They take the place of the {count} provisions this draft has now.",
                len(draft.provisions),
            ).format(count=words.number(len(draft.provisions))),
        )
    said = words.ngettext(
        "Use this {count} provision",
        "Use these {count} provisions",
        len(law.provisions),
    ).format(count=words.number(len(law.provisions)))
    st.button(
        said,
        key=f"law.take.{place}",
        type="primary",
        on_click=_taken,
        args=(place, law),
    )


def _taken(place: int, law: Law) -> None:
    if not draft_fields.saved():
        return
    try:
        draft_fields.replace(place, provisions=law.provisions, language=law.language or "")
    except ValidationError as error:
        draft_fields.refuse(error)
    else:
        state.forget_once(_place(place))
        state.show_anew()


def named(provision: Provision) -> str:
    """A provision in a list: its number and its heading, else how it begins."""
    about = provision.heading or opening(provision.text)
    return f"{provision.id} {about}".strip()
