"""The method, told: what is asked, what is made of the answers, and which numbers are ours."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape

import streamlit as st

from assess.explain.method import (
    Chapter,
    Number,
    Numbers,
    Point,
    Step,
    chapters,
    limits,
    numbers,
    setting,
    steps,
)
from assess.explain.method.drawing import alternative, drawing
from assess.method import DEFAULT, Method
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import own_values, prose, table


def page() -> None:
    """Tells the method, with the numbers the open assessment uses."""
    words = state.current_words()
    _ = words.gettext
    method = state.assessment().choices.method() if state.is_open() else DEFAULT
    prose.title(_("The method"))
    prose.lead(
        _(
            "What is asked, what the toolkit makes of the answers, and what its figures mean. No"
            " mathematics is needed to read it."
        )
    )
    _own_values(words, method)
    told = chapters(words, method)
    _contents(words, told)
    for chapter in told:
        _chapter(chapter)
    _example(words)
    prose.heading(_last(words)["limits"], name="limits")
    prose.show_items(limits(words))
    _values(words, method)
    with st.container(horizontal=True, key="onward"):
        site.link("framework", _("Read the framework: every link with its source"))


def _own_values(words: Words, method: Method) -> None:
    """Says at once that an assessment does not use the toolkit's numbers."""
    changed = sum(bool(row.toolkit) for each in numbers(words, method) for row in each.rows)
    if changed:
        prose.note(
            words.ngettext(
                "This assessment uses a value of its own in {count} place. Its findings differ"
                " from those of others who use the toolkit's values. The last part of this page"
                " shows both.",
                "This assessment uses values of its own in {count} places. Its findings differ"
                " from those of others who use the toolkit's values. The last part of this page"
                " shows both.",
                changed,
            ).format(count=changed),
            "warning",
        )


def _last(words: Words) -> dict[str, str]:
    """The parts after the chapters, by the place an address leads to."""
    _ = words.gettext
    return {
        "example": _("A worked example"),
        "limits": _("What the method does not do"),
        "choices": _("The choices that are ours"),
        "numbers": _("The other numbers"),
    }


def _contents(words: Words, told: Iterable[Chapter]) -> None:
    titles = {**{chapter.key: chapter.title for chapter in told}, **_last(words)}
    prose.contents(words.gettext("On this page"), titles)


def _chapter(chapter: Chapter) -> None:
    prose.heading(chapter.title, name=chapter.key)
    if chapter.paragraphs:
        prose.text(*chapter.paragraphs)
    if chapter.points:
        st.html(_points(chapter.points))
    if chapter.after:
        prose.text(*chapter.after)


def _points(points: Iterable[Point]) -> str:
    inside = "".join(
        f"<li><strong>{escape(point.term)}</strong> {escape(point.text)}</li>" for point in points
    )
    return f'<ul class="assess-list">{inside}</ul>'


# --- the worked example ------------------------------------------------------------------------


def _example(words: Words) -> None:
    prose.heading(_last(words)["example"], name="example")
    prose.text(*setting(words))
    _picture(words)
    st.html(_steps(steps(words)))


def _picture(words: Words) -> None:
    data = b64encode(drawing(words).encode()).decode()
    st.html(
        f'<figure class="assess-figure"><img src="data:image/svg+xml;base64,{data}"'
        f' alt="{escape(alternative(words))}"></figure>'
    )


def _steps(told: Iterable[Step]) -> str:
    inside = "".join(
        f'<li><h3 class="assess-heading-3">{escape(step.title)}</h3>'
        + "".join(f"<p>{escape(each)}</p>" for each in step.sentences)
        + "</li>"
        for step in told
    )
    return f'<ol class="assess-example">{inside}</ol>'


# --- the numbers -------------------------------------------------------------------------------


def _values(words: Words, method: Method) -> None:
    _ = words.gettext
    prose.heading(_last(words)["choices"], name="choices")
    prose.text(
        _(
            "No source gives the following four kinds of numbers, so this project had to choose"
            " them. They are printed in every report, and every result is shown with its range"
            " over the strength words."
        )
    )
    told = numbers(words, method)
    for each in told:
        if each.ours:
            _table(words, each)
    _change(words)
    prose.heading(_last(words)["numbers"], name="numbers")
    prose.text(
        _(
            "The numbers behind the likelihood words are the separate ranges of the"
            " Intergovernmental Panel on Climate Change's Fourth Assessment Report."
        )
    )
    for each in told:
        if not each.ours:
            _table(words, each)


def _table(words: Words, told: Numbers) -> None:
    _ = words.gettext
    columns = [_("Name"), _("Value")]
    if any(row.toolkit for row in told.rows):
        columns.append(_("The toolkit's own"))
    rows = [_row(words, row)[: len(columns)] for row in told.rows]
    table.show(told.title, columns, rows, "assess-numbers")


def _row(words: Words, row: Number) -> list[str]:
    _ = words.gettext
    tag = prose.tag(_("changed"), "started")
    changed = f" {tag}" if row.toolkit else ""
    return [escape(row.name), escape(row.value) + changed, escape(row.toolkit or row.value)]


def _change(words: Words) -> None:
    """The reason given, and for the owner of the open assessment the way to change a value."""
    _ = words.gettext
    if not state.is_open():
        prose.block("small", _("Whoever has an assessment can change these for it, on this page."))
        return
    choices = state.assessment().choices
    if choices.differ:
        reason = choices.reason.strip() or _("No reason is given.")
        prose.summary(_("Why this assessment uses other values"), [(_("Reason"), reason)])
    if state.role() == "owner":
        with st.expander(_("Change these values for this assessment")):
            own_values.fields()
    else:
        prose.block("small", _("Only who opened this assessment can change these values."))
