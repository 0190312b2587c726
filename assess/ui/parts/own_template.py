"""The paper in a Word template that the reader brings; nothing of it is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assess.errors import FileProblems
from assess.ui import state
from assess.ui.parts import prose

if TYPE_CHECKING:
    from assess.report import Report

_NAME = "own-template"
_SHOWN = 20  # problems told of one file


def offer(made: Report, name: str) -> None:
    """Lets the reader bring a template and take this paper in it; `name` is the file's, bare."""
    from assess.report import MEDIA_TYPES
    from assess.report.template import starter

    words = state.current_words()
    _ = words.gettext
    with st.expander(_("In a Word template of your own")):
        prose.block(
            "hint",
            _(
                "A Word file with your logo and styles, in which fields such as {{ title }} and"
                " {{ everything }} stand where the paper is to go. It is looked at in a process of"
                " its own and used in this session only: it is stored nowhere."
            ),
        )
        st.download_button(
            _("A template to begin with; it lists the fields"),
            partial(starter, words),
            "template.docx",
            MEDIA_TYPES["docx"],
            on_click="ignore",
            key="template.starter",
        )
        template = _brought()
        if template is not None:
            _take(made, name, template)


def _brought() -> bytes | None:
    """The template the reader brought, if it is a good one; what is wrong with it is said."""
    _ = state.current_words().gettext
    upload = st.file_uploader(
        _("Your template (DOCX or DOTX)"), key=state.widget_key(_NAME, "file")
    )
    if upload is None:
        state.forget_once(_NAME)
        return None
    data = upload.getvalue()
    try:
        state.once(_NAME, upload.file_id, partial(_check, data, upload.name))
    except FileProblems as error:
        prose.note(_("This file is not used as a template."), "error")
        prose.show_items(str(problem) for problem in error.problems[:_SHOWN])
        return None
    return data


def _check(data: bytes, name: str) -> bool:
    from assess import airlock

    airlock.check_template(data, name, state.current_words())
    return True


def _take(made: Report, name: str, template: bytes) -> None:
    from assess.report import MEDIA_TYPES
    from assess.report.template import fill, left_out

    _ = state.current_words().gettext
    if missing := left_out(made, template):
        prose.note(
            _("Your template has no field for these parts, so they will not be in the paper:"),
            "warning",
        )
        prose.show_items(missing)
    st.download_button(
        _("Word (DOCX) in your template"),
        lambda: fill(made, template).data,
        f"{name}.docx",
        MEDIA_TYPES["docx"],
        on_click="ignore",
        key="template.filled",
    )
