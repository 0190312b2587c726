"""What was measured in a country: among its peers, over the years, shutdowns by year.

No colour says good or bad: size, shape and words tell everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from assess import wording
from assess.charts import look
from assess.charts.look import LINE, Place, Spec
from assess.charts.sheet import HEAD, Sheet
from assess.evidence import Catalogue, Pack, Reading, ShutdownYear
from assess.tables.country import (
    Placed,
    Trend,
    counted,
    figure,
    named,
    over_years,
    placed,
    runs,
    said,
)
from assess.text import Words

if TYPE_CHECKING:
    import altair as alt

RIM = 8  # half of the largest dot
EDGE = "var(--assess-chart-none-edge)"
GREY = "var(--assess-chart-unknown-edge)"
PANEL = 64  # height of the values of an indicator over the years
BAR = 14
SLOWED = 5  # from a bar down to the line below it


def peers(
    catalogue: Catalogue,
    pack: Pack | None,
    found: Sequence[Reading],
    country: str,
    words: Words,
    *,
    narrow: bool = False,
) -> Spec:
    """A line of all countries for each reading that can be placed among them, by role."""
    place = look.place(words, narrow, rim=RIM)
    sheet = Sheet(words, place)
    rows = placed(catalogue, pack, found, country)
    for role, there in groupby(rows, key=lambda row: row.indicator.role):
        sheet.head(wording.indicator_role(words, role))
        sheet.scale()
        for row in there:
            _placed(sheet, row)
    return sheet.filled(_among(place))


def _placed(sheet: Sheet, row: Placed) -> None:
    remarks = [*said(row, sheet.words)]
    remarks.append(wording.standing(sheet.words, row.indicator, row.reading)[0])
    if not row.others:
        remarks.append(sheet.words.gettext("No others of its income group are known."))
    y = _row(sheet, row.indicator.title, remarks, LINE) + LINE / 2
    sheet.add("tracks", x=0, x2=1, y=y)
    for share in row.others:
        sheet.add("others", x=share, y=y)
    sheet.add("dots", x=row.share, y=y)


def _row(sheet: Sheet, name: str, remarks: Sequence[str], tall: int) -> float:
    """A name and remarks; the height at which so many pixels of plot begin."""
    names = sheet.place.lines(name, 38)
    lines = [line for each in remarks for line in sheet.place.lines(each, 42)]
    if sheet.place.narrow:
        top = sheet.write("names", names, sheet.y) + 4
        if lines:
            top = sheet.write("remarks", lines, top - 4) + 4
        sheet.y = top + tall + 14 if tall else top
        return top
    top = sheet.y
    ends = (sheet.write("names", names, top), sheet.write("remarks", lines, top), top + tall)
    sheet.y = max(ends) + 12
    return top


@cache
def _among(place: Place) -> Spec:
    return look.described(
        look.showing("tracks", _line(place, 1, look.FAINT)),
        look.showing("others", _dot(place, 34, GREY, 0.5)),
        look.showing("dots", _dot(place, 150, look.INK)),
        *_written(place),
    )


def trends(
    catalogue: Catalogue, pack: Pack | None, country: str, words: Words, *, narrow: bool = False
) -> Spec:
    """A small picture for each indicator with values over the years, all over the same years."""
    place = look.place(words, narrow, rim=RIM)
    sheet = Sheet(words, place)
    found = over_years(catalogue, pack, country)
    years = [point.year for trend in found for point in trend.points]
    for role, there in groupby(found, key=lambda trend: trend.indicator.role):
        sheet.head(wording.indicator_role(words, role))
        span = min(years), max(max(years), min(years) + 1)
        for x, year in enumerate(span):
            sheet.add("scale", x=x, y=sheet.y + 2, text=str(year))
        sheet.y += HEAD
        for trend in there:
            _trend(sheet, trend, span)
    return sheet.filled(_yearly(place))


def _trend(sheet: Sheet, trend: Trend, span: tuple[int, int]) -> None:
    first, last = trend.points[0], trend.points[-1]
    ends = [first] if first == last else [first, last]
    told = sheet.words.gettext("{year}: {value}")
    remarks = [told.format(year=p.year, value=figure(p.value, sheet.words)) for p in ends]
    top = _row(sheet, named(trend.indicator, sheet.words), remarks, PANEL)
    drawn = [point.value for point in trend.points] + [v for b in trend.band.values() for v in b]
    low, high = min(0.0, *drawn), max(0.0, *drawn)

    def across(year: int) -> float:
        return (year - span[0]) / (span[1] - span[0])

    def height(value: float) -> float:
        return top + PANEL * (high - value) / ((high - low) or 1)

    sheet.add("zeros", x=0, x2=1, y=height(0))
    for years in runs(trend.band):
        for year in years:
            least, most = map(height, trend.band[year])
            run = f"{trend.indicator.id} {years[0]}"
            sheet.add("bands", x=across(year), y=least, y2=most, run=run)
    values = {point.year: point.value for point in trend.points}
    for years in runs(values):
        for year in years:
            run = f"{trend.indicator.id} {years[0]}"
            sheet.add("values", x=across(year), y=height(values[year]), run=run)


@cache
def _yearly(place: Place) -> Spec:
    return look.described(
        look.showing("bands", _band(place), _edge(place)),
        look.showing("zeros", _line(place, 1, EDGE)),
        look.showing("values", _curve(place), _dot(place, 22, look.INK)),
        *_written(place),
    )


def shutdowns(pack: Pack | None, country: str, words: Words, *, narrow: bool = False) -> Spec:
    """A bar for each year counted; a year without a record has none."""
    place = look.place(words, narrow, rim=RIM)
    sheet = Sheet(words, place)
    years = counted(pack, country)
    most = max((max(_counts(there)) for _, there in years if there), default=0) or 1
    if years:
        for x, count in enumerate((0, most)):
            sheet.add("scale", x=x, y=2, text=words.number(count))
        sheet.y = HEAD
    for year, there in years:
        _year(sheet, year, there, most)
    return sheet.filled(_bars(place))


def _counts(there: ShutdownYear) -> tuple[int, int, int, int]:
    return there.records, there.full_network, there.service_based_only, there.throttling


def _year(sheet: Sheet, year: int, there: ShutdownYear | None, most: int) -> None:
    _ = sheet.words.gettext
    if there is None:
        _said(sheet, year, _("nothing on record"), 0)
        return
    records, whole, services, slowed = _counts(there)
    told = _(
        "{records} on record: whole networks {whole}, services only {services}, slowed {slowed}"
    )
    number = sheet.words.number
    remark = told.format(
        records=number(records),
        whole=number(whole),
        services=number(services),
        slowed=number(slowed),
    )
    y = _said(sheet, year, remark, BAR + SLOWED + 2) + 2
    ends = {"y": y, "y2": y + BAR}
    if records:
        sheet.add("records", x=0, x2=records / most, **ends)
    if whole:
        sheet.add("whole", x=0, x2=whole / most, **ends)
    if slowed:
        sheet.add("slowed", x=0, x2=slowed / most, y=y + BAR + SLOWED)


def _said(sheet: Sheet, year: int, found: str, tall: int) -> float:
    """A year and what was found, in one where it is narrow; where so much of plot begins."""
    if sheet.place.narrow:
        both = sheet.words.gettext("{name}: {found}").format(name=year, found=found)
        return _row(sheet, both, (), tall)
    return _row(sheet, str(year), (found,), tall)


@cache
def _bars(place: Place) -> Spec:
    return look.described(
        look.showing("whole", _bar(place, 1)),
        look.showing("records", _bar(place, 0)),
        look.showing("slowed", _line(place, 3, look.INK)),
        *_written(place),
    )


# --- marks --------------------------------------------------------------------------------------


def _written(place: Place) -> list[alt.LayerChart]:
    """What all three pictures say in words."""
    return [
        look.showing("heads", look.headings(place)),
        look.showing("names", look.names(place)),
        look.showing("remarks", look.remarks(place)),
        look.showing("scale", look.scale(place)),
    ]


def _line(place: Place, width: int, colour: str) -> alt.Chart:
    line = look.chart().mark_rule(strokeWidth=width, color=colour)
    return look.shown(line, x=look.along(place, "x"), x2="x2:Q", y=look.down())


def _dot(place: Place, size: int, colour: str, opacity: float = 1) -> alt.Chart:
    dot = look.chart().mark_point(filled=True, size=size, color=colour, opacity=opacity)
    return look.shown(dot, x=look.along(place, "x"), y=look.down())


def _bar(place: Place, filled: float) -> alt.Chart:
    box = look.chart().mark_rect(
        fill=look.INK, fillOpacity=filled, stroke=look.INK, strokeWidth=1.5
    )
    return look.shown(box, x=look.along(place, "x"), x2="x2:Q", y=look.down(), y2="y2:Q")


def _band(place: Place) -> alt.Chart:
    """From the first to the third quartile, year by year."""
    area = look.chart().mark_area(color=look.FAINT, orient="vertical")
    return look.shown(area, x=look.along(place, "x"), y=look.down(), y2="y2:Q", detail="run:N")


def _edge(place: Place) -> alt.Chart:
    """The same where it is a year alone, which an area cannot show."""
    line = look.chart().mark_rule(strokeWidth=3, color=look.FAINT)
    return look.shown(line, x=look.along(place, "x"), y=look.down(), y2="y2:Q")


def _curve(place: Place) -> alt.Chart:
    """From value to value within a run."""
    line = look.chart().mark_line(strokeWidth=2, color=look.INK)
    along = look.along(place, "x")
    return look.shown(line, x=along, y=look.down(), detail="run:N", order="x:Q")
