"""All cases at once: a heat map of what each states, and a timeline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from assess import wording
from assess.case import Case
from assess.casebook import Row as CaseRow
from assess.casebook import began, ended
from assess.charts import heat, look
from assess.charts.heat import Block, Cell
from assess.charts.look import LINE, Place, Spec
from assess.charts.sheet import Sheet
from assess.findings import Channel
from assess.framework import Framework
from assess.tables.cases import SIGNS, levels, outcome
from assess.text import Words

if TYPE_CHECKING:
    import altair as alt

PAPER = "var(--assess-paper)"
SHAPES = {
    "law": ("square", 260, PAPER),
    "assessed": ("circle", 120, PAPER),
    "outcome": ("diamond", 45, look.INK),
}
"""Each fits into the one before it: all three are seen where they fall on one year."""
LONG = 26
"""Pixels from line to line where each case has one."""


def cases(
    framework: Framework,
    rows: Sequence[CaseRow],
    words: Words,
    channel: Channel,
    *,
    narrow: bool = False,
) -> Spec:
    """A row for each draft of each case, by region; a click on one says which (`heat.PICKED`)."""
    by_region = sorted(rows, key=lambda row: row.case.region)
    blocks = [
        Block(wording.region(words, region), tuple(_row(row, channel) for row in there))
        for region, there in groupby(by_region, key=lambda row: row.case.region)
    ]
    # on a phone letters stand above the number
    columns = [re.sub(r"(?<=\D)(?=\d)", " ", node.code) for node in framework.judged]
    return heat.heat_map(words, channel, columns, blocks, narrow)


def _row(row: CaseRow, channel: Channel) -> heat.Row:
    return heat.Row(row.name, tuple(map(_cell, levels(row, channel))), row.case.id)


def _cell(level: int | None) -> Cell:
    if level is None:
        return Cell(SIGNS[-1], look.UNKNOWN)
    return Cell(SIGNS[level], look.TONES[level])


def timeline(found: Sequence[Case], words: Words, *, narrow: bool = False) -> Spec:
    """A line for each case, from its law to what came of it."""
    place = look.place(words, narrow, rim=8)
    sheet = Sheet(words, place)
    years = [year for case in found for year in _years(case).values()]
    if not years:
        return sheet.filled(_described(place))
    first, last = min(years), max(max(years), min(years) + 1)
    _scale(sheet, first, last)
    for case in found:
        _line(sheet, case, first, last)
    return sheet.filled(_described(place))


def _years(case: Case) -> dict[str, int]:
    known = {"law": began(case), "assessed": case.year, "outcome": ended(case)}
    return {name: year for name, year in known.items() if year is not None}


def _scale(sheet: Sheet, first: int, last: int) -> None:
    for year in (first, (first + last) // 2, last):
        x = (year - first) / (last - first)
        sheet.add("scale", x=x, y=sheet.y + 2, text=str(year))
    sheet.y += LONG


def _line(sheet: Sheet, case: Case, first: int, last: int) -> None:
    y = _said(sheet, case)
    at = {name: (year - first) / (last - first) for name, year in _years(case).items()}
    sheet.add("tracks", x=0, x2=1, y=y)
    sheet.add("spans", x=min(at.values()), x2=max(at.values()), y=y)
    for name, x in at.items():
        sheet.add("dots", x=x, y=y, kind=name)


def _said(sheet: Sheet, case: Case) -> float:
    """The name of a case and what came of it; the height of its line in the plot."""
    came = outcome(case, sheet.words)
    if sheet.place.narrow:
        sheet.y = sheet.write("names", sheet.place.lines(case.title, 0), sheet.y)
        sheet.y = sheet.write("remarks", sheet.place.lines(came, 0), sheet.y) + 10
        sheet.y += 18
        return sheet.y - 18
    ends = (
        sheet.write("names", sheet.place.lines(case.title, 40), sheet.y),
        sheet.write("remarks", sheet.place.lines(came, 42), sheet.y),
    )
    y = sheet.y + LINE / 2
    sheet.y = max(*ends, sheet.y + LONG) + 4
    return y


@cache
def _described(place: Place) -> Spec:
    return look.described(
        look.showing("tracks", _track(place, look.FAINT, 1)),
        look.showing("spans", _track(place, look.INK, 2)),
        look.showing("dots", _dots(place)),
        look.showing("names", look.names(place)),
        look.showing("remarks", look.remarks(place)),
        look.showing("scale", look.scale(place)),
    )


def _track(place: Place, colour: str, width: int) -> alt.Chart:
    line = look.chart().mark_rule(strokeWidth=width, color=colour)
    return look.shown(line, x=look.along(place, "x"), x2="x2:Q", y=look.down())


def _dots(place: Place) -> alt.Chart:
    import altair as alt

    dot = look.chart().mark_point(opacity=1, stroke=look.INK, strokeWidth=1.5, filled=True)
    kinds = list(SHAPES)
    shapes, sizes, fills = zip(*SHAPES.values(), strict=True)
    return look.shown(
        dot,
        x=look.along(place, "x"),
        y=look.down(),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=kinds, range=shapes), legend=None),
        size=alt.Size("kind:N", scale=alt.Scale(domain=kinds, range=sizes), legend=None),
        fill=alt.Fill("kind:N", scale=alt.Scale(domain=kinds, range=fills), legend=None),
    )
