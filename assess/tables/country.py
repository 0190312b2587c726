"""What was measured in a country, in words: among its peers, over the years, shutdowns by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median, quantiles
from typing import NamedTuple

from assess import wording
from assess.evidence import FEWEST, ROLES, Catalogue, Indicator, Pack, Point, Reading, ShutdownYear
from assess.tables.table import Table
from assess.text import Words

COUNTED = "shutdown_records_3y"
"""The indicator that is counted from the same records; its source is theirs."""
NOTHING = Pack(countries=(), entries=())
"""Stands for a pack where there is none."""


class Placed(NamedTuple):
    """A reading among all countries: shares (0 to 1) of the other countries with a lower value.

    `others` are the other countries of the same income group, in no order.
    """

    indicator: Indicator
    reading: Reading
    share: float
    others: tuple[float, ...]


class Trend(NamedTuple):
    """The values of a country over the years, the earliest first, each year at most once.

    `band`: by year, the first and third quartile of the other countries of its income group.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    band: dict[int, tuple[float, float]]


def runs(years: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """Years that follow one another, together; between two of these there is a gap."""
    found: list[list[int]] = []
    for year in sorted(years):
        if found and year == found[-1][-1] + 1:
            found[-1].append(year)
        else:
            found.append([year])
    return tuple(map(tuple, found))


# --- among its peers ----------------------------------------------------------------------------


def placed(
    catalogue: Catalogue, pack: Pack | None, found: Sequence[Reading], country: str
) -> tuple[Placed, ...]:
    """The readings that can be placed among all countries, by role as readings are shown."""
    pack = pack or NOTHING
    peers = pack.peers(country) - {country}
    others: dict[str, list[float]] = defaultdict(list)
    for entry in pack.entries:
        if entry.pct_world is not None and entry.iso2 in peers:
            others[entry.indicator].append(entry.pct_world / 100)
    rows = [
        Placed(indicator, each, each.world.percentile / 100, tuple(others[indicator.id]))
        for each in found
        if each.world and (indicator := catalogue.get(each.indicator))
    ]
    return tuple(sorted(rows, key=lambda row: ROLES.index(row.indicator.role)))


def peers(
    catalogue: Catalogue, pack: Pack | None, found: Sequence[Reading], country: str, words: Words
) -> Table:
    """Where each value stands among all countries, and the other countries of its income group."""
    _ = words.gettext
    name, rows = words.territory(country), placed(catalogue, pack, found, country)
    title = _("{country} among all countries measured").format(country=name)
    if not rows:
        why = (
            _("No pack of evidence is here, so there is nothing to compare {country} with.")
            if pack is None
            else _(
                "No value of {country} can be placed among others: there is none, or too few"
                " other countries were measured."
            )
        )
        return Table(title, (why.format(country=name),), (), ())
    return Table(
        title=title,
        sentences=(
            _(
                "Each line holds all countries measured. The further along it a dot stands, the"
                " more of the others have a lower value, which is not always better."
            ),
            _("The large dot is {country}.").format(country=name),
            _income(pack, country, words),
        ),
        columns=(
            _("Indicator"),
            _("Value"),
            _("Among all countries"),
            _("In its income group"),
            _("Small dots"),
        ),
        rows=tuple(_placed(row, words) for row in rows),
    )


def _income(pack: Pack | None, country: str, words: Words) -> str:
    """Which countries the small dots are, or why there are none."""
    _ = words.gettext
    here = (pack or NOTHING).country(country)
    groups = {
        "low_income": _("low income"),
        "lower_middle_income": _("lower middle income"),
        "upper_middle_income": _("upper middle income"),
        "high_income": _("high income"),
    }
    if here is None or here.wb_income_group not in groups:
        return _("No income group is known for {country}, so no small dots are drawn.").format(
            country=words.territory(country)
        )
    return _("The small dots are the other countries of its income group ({group}).").format(
        group=groups[here.wb_income_group]
    )


def said(row: Placed, words: Words) -> tuple[str, ...]:
    """The value and when it was measured, and what else there is to say of it."""
    _ = words.gettext
    value = _("{value} ({period})").format(
        value=wording.measured(words, row.indicator, row.reading),
        period=wording.period(words, row.reading.period),
    )
    old = row.reading.state == "stale"
    return (value, wording.reading_state(words, "stale")) if old else (value,)


def _placed(row: Placed, words: Words) -> tuple[str, ...]:
    _ = words.gettext
    among = wording.standing(words, row.indicator, row.reading)
    small = _("{count}; the one in the middle is higher than {share} of all others")
    return (
        row.indicator.title,
        wording.series(words, said(row, words)),
        among[0],
        among[1] if row.reading.income else _("not known"),
        small.format(count=words.number(len(row.others)), share=words.percent(median(row.others)))
        if row.others
        else _("none"),
    )


# --- over the years -----------------------------------------------------------------------------


def over_years(catalogue: Catalogue, pack: Pack | None, country: str) -> tuple[Trend, ...]:
    """Each indicator with values over the years in a country, by role as readings are shown."""
    pack = pack or NOTHING
    peers = pack.peers(country) - {country}
    here: dict[str, dict[int, Point]] = defaultdict(dict)
    there: dict[tuple[str, int], list[float]] = defaultdict(list)
    for point in pack.series:
        if point.iso2 == country:
            here[point.indicator][point.year] = point
        elif point.iso2 in peers:
            there[point.indicator, point.year].append(point.value)
    drawn = [each for each in catalogue.indicators if each.id in here]
    drawn.sort(key=lambda each: ROLES.index(each.role))
    return tuple(_trend(each, here[each.id], there) for each in drawn)


def _trend(
    indicator: Indicator, here: dict[int, Point], there: dict[tuple[str, int], list[float]]
) -> Trend:
    years = sorted(here)
    band = {}
    for year in range(years[0], years[-1] + 1):
        values = there[indicator.id, year]
        if len(values) >= FEWEST:
            low, _, high = quantiles(values, n=4, method="inclusive")
            band[year] = (low, high)
    return Trend(indicator, tuple(here[year] for year in years), band)


def trends(catalogue: Catalogue, pack: Pack | None, country: str, words: Words) -> Table:
    """Each value by year, years without one included."""
    _ = words.gettext
    name, found = words.territory(country), over_years(catalogue, pack, country)
    title = _("{country} over the years").format(country=name)
    if not found:
        why = (
            _("No pack of evidence is here, so nothing can be shown over the years.")
            if pack is None
            else _("The pack has no values of {country} over the years.").format(country=name)
        )
        return Table(title, (why,), (), ())
    return Table(
        title=title,
        sentences=(
            _(
                "A dot is the value of a year. A line joins years that follow one another; a year"
                " without a value is a gap, never a zero."
            ),
            _("In each picture the thin line is zero, and the top is the highest value drawn."),
            _banded(found, words),
            _origins(catalogue, found, words),
        ),
        columns=(_("Indicator"), _("Year"), _("Value"), _("Middle half of its income group")),
        rows=tuple(row for trend in found for row in _yearly(trend, words)),
    )


def _banded(found: Sequence[Trend], words: Words) -> str:
    _ = words.gettext
    if any(trend.band for trend in found):
        return _(
            "The band holds the middle half of the other countries in its income group, in years"
            " in which at least {count} of them were measured."
        ).format(count=words.number(FEWEST))
    return _("Too few countries of its income group are known for a band of their values.")


def _origins(catalogue: Catalogue, found: Sequence[Trend], words: Words) -> str:
    """Where the values are from, each source once, with its licence."""
    _ = words.gettext
    sources = dict.fromkeys(trend.indicator.source for trend in found)
    one = _("{source} (licence: {licence})")
    told = [
        one.format(source=each.attribution, licence=each.licence)
        for each in map(catalogue.sources.__getitem__, sources)
    ]
    return _("Sources: {sources}.").format(sources=wording.series(words, told))


def named(indicator: Indicator, words: Words) -> str:
    """An indicator with its unit, where the figures beside it have none."""
    told = words.gettext("{name} ({unit})")
    return told.format(name=indicator.title, unit=indicator.unit)


def figure(value: float, words: Words) -> str:
    """A value to four digits, as many as a picture of years can carry."""
    return words.figure(float(f"{value:.4g}"))


def _yearly(trend: Trend, words: Words) -> list[tuple[str, ...]]:
    _ = words.gettext
    values = {point.year: point.value for point in trend.points}
    rows: list[tuple[str, ...]] = []
    for year in range(trend.points[0].year, trend.points[-1].year + 1):
        value = figure(values[year], words) if year in values else _("no value")
        band = _("not known")
        if year in trend.band:
            low, high = trend.band[year]
            band = _("{low} to {high}").format(low=figure(low, words), high=figure(high, words))
        rows.append((named(trend.indicator, words), str(year), value, band))
    return rows


# --- shutdowns on record ------------------------------------------------------------------------


def counted(pack: Pack | None, country: str) -> tuple[tuple[int, ShutdownYear | None], ...]:
    """All years that the pack counts, each with its records; none where the country has none."""
    pack = pack or NOTHING
    there = {each.year: each for each in pack.history(country)}
    years = [each.year for each in pack.shutdowns] if there else []
    return (
        tuple((year, there.get(year)) for year in range(min(years), max(years) + 1))
        if years
        else ()
    )


def shutdowns(catalogue: Catalogue, pack: Pack | None, country: str, words: Words) -> Table:
    """The records of each year counted, and of which kind they are."""
    _ = words.gettext
    name, found = words.territory(country), counted(pack, country)
    title = _("{country}: shutdowns on record").format(country=name)
    proof = _("No record is not proof that nothing happened.")
    if not found:
        return Table(title, (_unrecorded(pack, name, words), proof), (), ())
    source = catalogue.get(COUNTED)
    return Table(
        title=title,
        sentences=(
            _(
                "A bar is as long as the number of records in a year, and filled as far as whole"
                " networks were concerned; the rest concerned services only. The line below a bar"
                " counts records with slowing down, which the bar counts as well."
            ),
            _(
                "These are counts of what was reported, never a rank among countries. A block that"
                " lasts is one record in each of its years."
            ),
            proof,
            *([_origin(catalogue, source, words)] if source else []),
        ),
        columns=(
            _("Year"),
            _("On record"),
            _("Whole networks"),
            _("Services only"),
            _("With slowing down"),
        ),
        rows=tuple(_counted(year, there, words) for year, there in found),
    )


def _unrecorded(pack: Pack | None, name: str, words: Words) -> str:
    _ = words.gettext
    years = [each.year for each in pack.shutdowns] if pack else []
    if not years:
        return _("No pack with records of shutdowns is here.")
    told = _("Nothing is on record for {country} in the years {first} to {last}.")
    return told.format(country=name, first=min(years), last=max(years))


def _origin(catalogue: Catalogue, indicator: Indicator, words: Words) -> str:
    source = catalogue.sources[indicator.source]
    told = words.gettext("Source: {source}. Licence: {licence}.")
    return told.format(source=source.attribution, licence=source.licence)


def _counted(year: int, there: ShutdownYear | None, words: Words) -> tuple[str, ...]:
    if there is None:
        nothing = words.gettext("nothing on record")
        return (str(year), nothing, "–", "–", "–")
    counts = (there.records, there.full_network, there.service_based_only, there.throttling)
    return (str(year), *map(words.number, counts))
