"""A table whose numbers can be clicked, to see what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from assess.ui import state

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


@dataclass(frozen=True)
class Detail:
    """What is shown below the row of a picked number: headed lists of sentences."""

    lists: tuple[tuple[str, tuple[str, ...]], ...]


def number_table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    detail: Callable[[str], Detail],
    key: str,
) -> None:
    """Draws the table; below the row of the number that is picked stands its `detail`."""
    picked = state.picked(key)
    DRAW(
        data={
            "caption": caption,
            "columns": list(columns),
            "rows": [asdict(row) for row in rows],
            "picked": picked,
            "detail": asdict(detail(picked)) if picked else None,
        },
        key=key,
        on_picked_change=_nothing,
    )


def _nothing() -> None:
    """The click is read from the state of the component."""
