"""A table whose numbers can be clicked, to see what each is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
DRAW = st.components.v2.component(
    "assess_number_table",
    html='<div data-root role="region" tabindex="0"></div>',
    css=(HERE / "number_table.css").read_text("utf-8"),
    js=(HERE / "number_table.js").read_text("utf-8"),
)


@dataclass(frozen=True)
class Cell:
    """One cell: its text; `key` makes it a button; `more` stands below in small print."""

    text: str
    key: str = ""
    symbol: str = ""
    tone: str = ""
    more: str = ""


@dataclass(frozen=True)
class Row:
    """One row and its heading."""

    head: str
    cells: tuple[Cell, ...]


def number_table(
    caption: str, columns: Sequence[str], rows: Sequence[Row], picked: str | None, key: str
) -> str | None:
    """Draws the table and gives the key of the number the reader picked, if any."""
    data = {
        "caption": caption,
        "columns": list(columns),
        "rows": [asdict(row) for row in rows],
        "picked": picked or "",
    }
    found = DRAW(data=data, key=key, on_picked_change=_nothing)
    chosen: str | None = found.picked
    return chosen


def _nothing() -> None:
    """The click is read from what the component returns."""
