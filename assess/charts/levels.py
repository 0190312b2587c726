"""The chance of each level on each node: a bar of shares, the strongest level first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from assess.charts import look
from assess.charts.look import Place, Spec
from assess.charts.sheet import Sheet
from assess.explain import Telling
from assess.findings import Channel, NodeFindings
from assess.tables.levels import KINDS, finding, shares, strongest_first, touched, unknown
from assess.tables.table import group, name, spoken

if TYPE_CHECKING:
    import altair as alt

BAR = 22
RANGE = 8  # from the bar down to the line of its range
NOTCH = 5
GAP = 14


def levels(telling: Telling, channel: Channel, *, narrow: bool = False) -> Spec:
    """A bar for each node that is touched, in groups, the most strongly touched first.

    As the strongest level comes first, the edge of each level stands at the chance of that level
    or worse, and the level found is the one at the half.
    """
    place = look.place(telling.words, narrow)
    sheet = Sheet(telling.words, place)
    for kind in KINDS:
        nodes = [n for n in strongest_first(telling, channel, kind) if touched(n, channel)]
        if nodes:
            sheet.head(group(telling.words, kind))
            sheet.scale()
        for node in nodes:
            _row(sheet, telling, node, channel)
    return sheet.filled(_described(place, channel))


@cache
def _described(place: Place, channel: Channel) -> Spec:
    return look.described(
        look.showing("half", _half(place)),
        look.showing("bars", look.boxes(place, channel), _shares(place, channel)),
        look.showing("unknown", look.dashed(place)),
        look.showing("ranges", *look.ranges(place)),
        look.showing("dots", _dots(place)),
        look.showing("heads", look.headings(place)),
        look.showing("names", look.names(place)),
        look.showing("remarks", look.remarks(place)),
        look.showing("scale", look.scale(place)),
    )


def _half(place: Place) -> alt.Chart:
    """A line behind the bars, seen above and below each."""
    line = look.chart().mark_rule(strokeWidth=1.5, color=look.INK)
    return look.shown(line, x=look.along(place, "x"), y=look.down(), y2="y2:Q")


def _shares(place: Place, channel: Channel) -> alt.Chart:
    """Level and share in the bar where there is room for both, the share alone where not."""
    import altair as alt

    pixels = f"(datum.x2 - datum.x) * {place.room}"
    wanted = f"{look.LETTER} * length(datum.word + datum.share) + 16"
    both = f"{pixels} > {wanted} ? datum.word + ' ' + datum.share"
    said: dict[str, Any] = {"text": {"expr": f"{both} : {pixels} > 38 ? datum.share : ''"}}
    words = look.chart().mark_text(
        align=place.align,
        baseline="middle",
        dx=5 if place.align == "left" else -5,
        dy=BAR / 2 + 1,
        fontSize=look.SMALL,
        **said,
    )
    return look.shown(
        words,
        x=look.along(place, "x"),
        y=look.down(),
        color=alt.Color("tone:N", scale=look.tones(channel, "ink"), legend=None),
    )


def _dots(place: Place) -> alt.Chart:
    dot = look.chart().mark_point(filled=True, opacity=1, size=40, color=look.INK)
    return look.shown(dot, x=look.along(place, "x"), y=look.down())


def _row(sheet: Sheet, telling: Telling, node: NodeFindings, channel: Channel) -> None:
    text = sheet.place.lines(name(telling.framework, node.id), 38)
    said = sheet.place.lines(finding(telling, node, channel), 42)
    if sheet.place.narrow:
        sheet.y = sheet.write("names", text, sheet.y) + 2
        _bar(sheet, node, channel)
        below = 2 * RANGE + 2 if _range(sheet, node, channel) else 5
        sheet.y = sheet.write("remarks", said, sheet.y + BAR + below) + GAP
        return
    _bar(sheet, node, channel)
    _range(sheet, node, channel)
    ends = (
        sheet.write("names", text, sheet.y + 4),
        sheet.write("remarks", said, sheet.y + 4),
        sheet.y + BAR + 2 * RANGE - 2,
    )
    sheet.y = max(ends) + GAP


def _bar(sheet: Sheet, node: NodeFindings, channel: Channel) -> None:
    """The levels side by side, the strongest first; a dashed box where nothing is known."""
    ends = {"y": sheet.y, "y2": sheet.y + BAR}
    sheet.add("half", x=0.5, y=sheet.y - NOTCH, y2=sheet.y + BAR + NOTCH)
    if unknown(node, channel):
        sheet.add("bars", x=0, x2=1, tone="none", word="", share="", **ends)
        sheet.add("unknown", x=0, x2=1, **ends)
        return
    start = 0.0
    tones, words = reversed(look.TONES), (*reversed(spoken(sheet.words)[1:]), "")
    for share, tone, word in zip(shares(node, channel), tones, words, strict=True):
        if share > 0:
            said = sheet.words.percent(share) if word else ""
            sheet.add("bars", x=start, x2=start + share, tone=tone, word=word, share=said, **ends)
        start += share


def _range(sheet: Sheet, node: NodeFindings, channel: Channel) -> bool:
    """The range of the chance of the level found; whether there is any to be seen."""
    effect = node.effect(channel)
    step = max(effect.level, 1) - 1
    low, high = effect.lower[step], effect.upper[step]
    if round(100 * low) == round(100 * high):
        return False
    y = sheet.y + BAR + RANGE
    sheet.add("ranges", low=low, high=high, y=y)
    if not unknown(node, channel):
        sheet.add("dots", x=effect.p[step], y=y)
    return True
