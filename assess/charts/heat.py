"""A table of coloured cells, each with its word: rows of names, columns alike for all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assess.charts import look
from assess.charts.look import LINE, Place, Spec
from assess.charts.sheet import HEAD, Sheet
from assess.findings import Channel
from assess.text import Words

if TYPE_CHECKING:
    import altair as alt

CELL = 36
SPACE = 0.004  # beside a cell, as a share of the plot
TIGHT = 15  # from line to line in a cell
PICKED = "picked"
"""The name under which the browser tells which row was clicked, by its `key`."""
WIDE_LETTER = 6.8  # about how wide a letter of a column's heading is


@dataclass(frozen=True)
class Cell:
    """One cell. `tone` is one of `look.TONES` or not known; a `note` below the word frames it."""

    text: str
    tone: str
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A name and its cells, one a column. One with a `key` can be picked by a click."""

    name: str
    cells: tuple[Cell, ...]
    key: str = ""


@dataclass(frozen=True)
class Block:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


def heat_map(
    words: Words, channel: Channel, columns: Sequence[str], blocks: Sequence[Block], narrow: bool
) -> Spec:
    """Blocks of rows; the columns are named again above each block, to be read far down too."""
    place = look.place(words, narrow, remarks=0)
    sheet = Sheet(words, place)
    for block in (each for each in blocks if each.rows):
        sheet.head(block.heading)
        _columns(sheet, columns)
        for row in block.rows:
            _row(sheet, row)
    return sheet.filled(_described(place, channel, "picks" in sheet.facts))


@cache
def _described(place: Place, channel: Channel, picking: bool) -> Spec:
    # a selection must have its layer
    picks = [look.showing("picks", _picks(place))] if picking else []
    return look.described(
        look.showing("cells", look.boxes(place, channel)),
        look.showing("unknown", look.dashed(place)),
        look.showing("frames", _frames(place)),
        look.showing("words", _words(place, channel)),
        look.showing("heads", look.headings(place)),
        look.showing("names", look.names(place)),
        look.showing("columns", _named(place)),
        *picks,
    )


def _frames(place: Place) -> alt.Chart:
    frame = look.chart().mark_rect(fillOpacity=0, stroke=look.INK, strokeWidth=3.5)
    return look.shown(frame, x=look.along(place, "x"), x2="x2:Q", y=look.down(), y2="y2:Q")


def _picks(place: Place) -> alt.Chart:
    """Rows that can be clicked, from side to side, with nothing to see."""
    import altair as alt

    box = look.chart().mark_rect(opacity=0, cursor="pointer", tooltip=None)
    picked = alt.selection_point(name=PICKED, fields=["key"])
    row = look.shown(box, x=look.along(place, "x"), x2="x2:Q", y=look.down(), y2="y2:Q")
    return row.add_params(picked)


def _words(place: Place, channel: Channel) -> alt.Chart:
    import altair as alt

    words = look.chart().mark_text(baseline="top", fontSize=look.SMALL, lineHeight=TIGHT)
    return look.shown(
        words,
        x=look.along(place, "x"),
        y=look.down(),
        text="text:N",
        color=alt.Color("tone:N", scale=look.tones(channel, "ink"), legend=None),
    )


def _named(place: Place) -> alt.Chart:
    words = look.chart().mark_text(
        baseline="top", fontSize=look.SMALL, lineHeight=TIGHT, fontWeight=600, color=look.INK
    )
    return look.shown(words, x=look.along(place, "x"), y=look.down(), text="text:N")


def _columns(sheet: Sheet, columns: Sequence[str]) -> None:
    """The names of the columns, beside the heading or below it, all ending at one height."""
    named = [_fitting(text, sheet.place, len(columns)) for text in columns]
    tallest = max(map(len, named))
    for number, lines in enumerate(named):
        top = sheet.y + TIGHT * (tallest - len(lines)) + 2
        sheet.add("columns", x=(number + 0.5) / len(columns), y=top, text=lines)
    tall = TIGHT * tallest + 10
    sheet.y += tall if sheet.place.narrow else max(tall, HEAD)


def _row(sheet: Sheet, row: Row) -> None:
    top = sheet.y
    lines = sheet.place.lines(row.name, 38)
    if sheet.place.narrow:
        sheet.y = sheet.write("names", lines, sheet.y) + 3
        below = sheet.y + CELL + 14
    else:
        spare = max(0, CELL - LINE * len(lines)) / 2
        below = max(sheet.write("names", lines, sheet.y + spare + 2), sheet.y + CELL) + 6
    for number, cell in enumerate(row.cells):
        _cell(sheet, cell, number, len(row.cells))
    sheet.y = below
    if row.key:
        sheet.add("picks", x=0, x2=1, y=top, y2=below, key=row.key)


def _cell(sheet: Sheet, cell: Cell, number: int, count: int) -> None:
    box = {"x": number / count + SPACE, "x2": (number + 1) / count - SPACE}
    ends = {"y": sheet.y, "y2": sheet.y + CELL}
    lines = _fitting(cell.text, sheet.place, count)
    lines += _fitting(cell.note, sheet.place, count) if cell.note else []
    known = cell.tone != look.UNKNOWN
    tone = cell.tone if known else look.TONES[0]
    middle = sheet.y + (CELL - TIGHT * len(lines)) / 2 + 2
    sheet.add("words", x=(number + 0.5) / count, y=middle, text=lines, tone=tone)
    sheet.add("cells" if known else "unknown", **box, **ends, tone=tone)
    if cell.note:
        sheet.add("frames", **box, **ends)


def _fitting(text: str, place: Place, columns: int) -> list[str]:
    """A text in at most two lines that fit a column; the table beside the picture has it whole."""
    letters = max(3, int((340 if place.narrow else 480) / columns / WIDE_LETTER))
    lines = look.broken(text, letters)[:2]
    return [each if len(each) <= letters else f"{each[: letters - 1]}…" for each in lines]
