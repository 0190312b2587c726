"""A table that screen readers and printers can read (Streamlit's own is a canvas)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import wording
from assess.findings import Channel


def show(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
) -> None:
    """Draws a table; the first cell of a row is its heading.

    rows hold HTML: escape what people wrote with `cell`.
    """
    st.html(html(caption, columns, rows, kind))


def html(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
) -> str:
    """HTML of the same, to stand inside something else."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    return (
        '<div class="assess-table-frame" role="region" tabindex="0"'
        f' aria-label="{escape(caption)}">'
        f'<table class="assess-table {kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[str], columns: Sequence[str]) -> str:
    rest = "".join(
        f'<td data-column="{escape(column)}">{cell}</td>'
        for column, cell in zip(columns[1:], row[1:], strict=True)
    )
    return f'<tr><th scope="row">{row[0]}</th>{rest}</tr>'


def cell(text: str) -> str:
    """HTML of a cell's text."""
    return f'<span dir="auto">{escape(text)}</span>'


def aside(text: str) -> str:
    """HTML of a remark under a cell's text."""
    return f'<span class="assess-aside" dir="auto">{escape(text)}</span>'


def marked(channel: Channel, level: int, said: str) -> str:
    """HTML of a cell's text with the mark of a level (0 to 3), told without colour too."""
    tone = f"assess-mark-{channel}" if level else "assess-mark-none"
    mark = wording.symbol(channel, level)
    return f'<span><span class="{tone}" aria-hidden="true">{mark}</span> {escape(said)}</span>'
