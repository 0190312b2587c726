"""The drafts side by side: a dot for each draft on each node, with its range."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from assess import wording
from assess.charts import look
from assess.charts.look import LINE, Place, Spec
from assess.charts.sheet import Sheet
from assess.findings import Channel
from assess.framework import LEVELS, Framework
from assess.tables.drafts import KINDS, compared, labels, telling, touched
from assess.tables.levels import unknown
from assess.tables.table import chance, group, name
from assess.text import Words

if TYPE_CHECKING:
    import altair as alt

    from assess.compare import Comparison

GAP = 12


def drafts(
    framework: Framework,
    comparison: Comparison,
    words: Words,
    channel: Channel,
    *,
    narrow: bool = False,
) -> Spec:
    """For each critical property and goal a line for each draft, the widest difference first."""
    place = look.place(words, narrow, rim=7)  # half a dot
    sheet = Sheet(words, place)
    for kind in KINDS:
        nodes = touched(framework, comparison, channel, kind)
        if nodes:
            sheet.head(group(words, kind))
            sheet.scale()
        for node in nodes:
            _node(sheet, framework, comparison, node, channel)
    return sheet.filled(_described(place, channel))


def _node(
    sheet: Sheet, framework: Framework, comparison: Comparison, node: str, channel: Channel
) -> None:
    """A node with a line for each draft;
    where there is room, a thin line leads from dot to dot."""
    level = compared(comparison, node, channel)
    title = sheet.words.gettext("{name}: {found}").format(
        name=name(framework, node),
        found=wording.at_least(sheet.words, LEVELS[level - 1], channel),
    )
    sheet.y = sheet.write("nodes", sheet.place.lines(title, 120), sheet.y) + 6
    dots: list[tuple[float, float]] = []
    for label, ranked in zip(labels(comparison, sheet.words), comparison.options, strict=True):
        told, found = telling(framework, ranked, sheet.words), ranked.findings.node(node)
        y = _line(sheet, label, chance(told, found, channel, level))
        effect = found.effect(channel)
        low, high = effect.lower[level - 1], effect.upper[level - 1]
        sheet.add("tracks", x=0, x2=1, y=y)
        if round(100 * low) != round(100 * high):
            sheet.add("ranges", low=low, high=high, y=y)
        if not unknown(found, channel):
            dots.append((effect.p[level - 1], y))
    for x, y in dots:
        sheet.add("dots", x=x, y=y)
    for (x, y), (x2, y2) in () if sheet.place.narrow else pairwise(dots):
        sheet.add("steps", x=x, y=y, x2=x2, y2=y2)
    sheet.y += GAP


def _line(sheet: Sheet, label: str, said: str) -> float:
    """A draft's name and what is found; the height of its line in the plot."""
    if sheet.place.narrow:
        both = sheet.words.gettext("{name}: {found}").format(name=label, found=said)
        y = sheet.write("names", sheet.place.lines(both, 0), sheet.y) + 8
        sheet.y = y + 14
        return y
    ends = (
        sheet.write("names", sheet.place.lines(label, 38), sheet.y),
        sheet.write("remarks", sheet.place.lines(said, 42), sheet.y),
    )
    y = sheet.y + LINE / 2
    sheet.y = max(ends) + 8
    return y


@cache
def _described(place: Place, channel: Channel) -> Spec:
    return look.described(
        look.showing("tracks", _track(place)),
        look.showing("steps", _steps(place)),
        look.showing("ranges", *look.ranges(place)),
        look.showing("dots", _dots(place, channel)),
        look.showing("heads", look.headings(place)),
        look.showing("nodes", look.names(place, fontWeight=600)),
        look.showing("names", look.names(place)),
        look.showing("remarks", look.remarks(place)),
        look.showing("scale", look.scale(place)),
    )


def _track(place: Place) -> alt.Chart:
    """A faint line for each draft, from 0 to 100 %, that leads the eye to its dot."""
    line = look.chart().mark_rule(strokeWidth=1, color=look.FAINT)
    return look.shown(line, x=look.along(place, "x"), x2="x2:Q", y=look.down())


def _steps(place: Place) -> alt.Chart:
    """From each draft's dot to the next."""
    line = look.chart().mark_rule(strokeWidth=1, strokeDash=[3, 3], color=look.INK)
    return look.shown(line, x=look.along(place, "x"), x2="x2:Q", y=look.down(), y2="y2:Q")


def _dots(place: Place, channel: Channel) -> alt.Chart:
    dot = look.chart().mark_point(
        filled=True,
        opacity=1,
        size=110,
        strokeWidth=1.5,
        stroke=look.INK,
        color=f"var(--assess-chart-{channel}-3-fill)",
    )
    return look.shown(dot, x=look.along(place, "x"), y=look.down())
