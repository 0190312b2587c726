"""Says whether what stands on the page is saved, and lets the reader settle it when it is not."""

from __future__ import annotations

from html import escape

import streamlit as st
from pydantic import BaseModel

from assess.assessment import Judgement
from assess.choices import Choices
from assess.explain.method import numbers
from assess.mark import Mark
from assess.submission import Recommendations, Submission
from assess.text import Words
from assess.ui import state
from assess.ui.parts import table


def place(name: str) -> str:
    """The key of the fragment around an entry's line, where only that is to be drawn again."""
    return f"saving.{name}"


def status(name: str, words: Words) -> None:
    """The line under a form: saved, not saved with the reason, or a choice between two answers.

    name: the entry of the store that the form fills.
    """
    trouble = state.trouble(name)
    if trouble is None:
        _saved(name, words)
    elif trouble.conflict is None:
        _not_saved(name, trouble, words)
    else:
        _conflict(name, trouble, words)


def _saved(name: str, words: Words) -> None:
    _ = words.gettext
    said = _("Saved.") if state.was_saved(name) else _("Every answer is saved as you give it.")
    mark = "✓ " if state.was_saved(name) else ""
    st.html(
        f'<p class="assess-saved" data-assess-fresh="{"yes" if mark else "no"}"'
        ' data-assess-status="saved">'
        f'<span aria-hidden="true">{mark}</span>{escape(said)}</p>'
    )


def _not_saved(name: str, trouble: state.Trouble, words: Words) -> None:
    _ = words.gettext
    refused = trouble.mine is None
    said = [trouble.message]  # from the store it says by itself that nothing was saved
    if refused:
        said = [_("Not saved."), trouble.message, _("What you wrote still stands on this page.")]
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in said)
    st.html(
        '<div class="assess-box assess-box-error" data-assess-unsaved'
        f' data-assess-status="unsaved">{paragraphs}</div>'
    )
    if not refused:
        st.button(
            _("Try to save again"), key=f"again.{name}", on_click=state.try_again, args=(name,)
        )


def _conflict(name: str, trouble: state.Trouble, words: Words) -> None:
    headline, why = _apart(trouble, words)
    st.html(
        '<div class="assess-box assess-box-error" data-assess-unsaved'
        ' data-assess-status="conflict">'
        f"<p><strong>{escape(headline)}</strong> {escape(why)}</p></div>"
    )
    _differences(trouble, words)
    _ = words.gettext
    with st.container(horizontal=True):
        st.button(
            _("Keep mine"),
            key=f"mine.{name}",
            on_click=state.keep_mine,
            args=(name,),
            type="primary",
        )
        st.button(_("Take the saved one"), key=f"theirs.{name}", on_click=_take_theirs)


def _take_theirs() -> None:
    state.take_theirs()
    st.rerun()  # all of the page shows what is saved, not this line only


def _apart(trouble: state.Trouble, words: Words) -> tuple[str, str]:
    """How what is saved came to differ from what stands on the page: a headline and a reason."""
    _ = words.gettext
    if trouble.message:
        return _("Not saved: this answer was changed elsewhere."), _(
            "Another tab or another person saved a different answer since this page was"
            " opened. Nothing was overwritten. Choose which one to keep."
        )
    return _("Not saved: this page and what is saved differ."), _(
        "The connection was lost meanwhile, and either of the two may be the newer one. Nothing"
        " was overwritten. Choose which one to keep."
    )


def _differences(trouble: state.Trouble, words: Words) -> None:
    _ = words.gettext
    assert trouble.conflict is not None
    mine, theirs = _fields(trouble.mine, words), _fields(trouble.conflict.theirs, words)
    rows = [
        [escape(name), table.cell(mine.get(name, "")), table.cell(theirs.get(name, ""))]
        for name in {**mine, **theirs}
        if mine.get(name) != theirs.get(name)
    ]
    table.show(_("What differs"), [_("Field"), _("On this page"), _("Saved")], rows)


def _fields(value: object, words: Words) -> dict[str, str]:
    """Every field of a value as text; nothing for a judgement that was taken back."""
    if value is None:
        return {}
    if isinstance(value, tuple):
        draft = words.gettext("Draft")
        return {f"{draft} {each.id}": each.model_dump_json(indent=1) for each in value}
    if isinstance(value, Choices):
        rows = (row for each in numbers(words, value.method()) for row in each.rows)
        return {**{row.name: row.value for row in rows}, words.gettext("Reason"): value.reason}
    if isinstance(value, Recommendations):
        label = words.gettext("Recommendation {number}")
        items = enumerate(value.items, start=1)
        return {label.format(number=words.number(place)): each.text for place, each in items}
    assert isinstance(value, BaseModel)
    names = _field_names(words) if isinstance(value, Judgement | Mark | Submission) else {}
    return {
        names.get(name, name): _plain(found)
        for name, found in value.model_dump(mode="json").items()
        if name not in ("node", "draft", "assessor", "part")
    }


def _plain(found: object) -> str:
    if isinstance(found, bool):
        return "✓" if found else "–"
    if isinstance(found, dict):
        return "; ".join(f"{key}: {each}" for key, each in found.items() if each)
    if isinstance(found, list):
        return ", ".join(_plain(each) for each in found)
    return "" if found is None else str(found)


def _field_names(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "answer": _("Answer"),
        "harm": _("Harm"),
        "benefit": _("Benefit"),
        "likelihood": _("Likelihood"),
        "confidence": _("Confidence"),
        "evidence": _("Evidence"),
        "provisions": _("Provisions"),
        "mechanism": _("Intervention"),
        "reason": _("Why it is not known"),
        "rationale": _("Rationale"),
        "people": _("Effect on people"),
        "condition": _("Condition"),
        "sides": _("Four sides"),
        "accepted": _("Accepted"),
        "rejected": _("Rejected"),
        "added": _("Added"),
        "read": _("Read"),
        "addressee": _("To"),
        "sender": _("From"),
        "reference": _("Reference"),
        "date": _("Date on the paper"),
        "deadline": _("Deadline"),
        "word_limit": _("Word limit, if there is one"),
        "questions": _("Questions and answers"),
    }
