"""Answers of sources as readings, just come or kept. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from assess.errors import Place as At
from assess.evidence.answers import Answer, Answers
from assess.evidence.indicator import Catalogue
from assess.evidence.live_sources import LIVE, LiveSource, source_of
from assess.evidence.measured import Measured, Place
from assess.evidence.pack import Attempt, Country, Entry, Pack
from assess.evidence.period import period_end
from assess.evidence.reading import Reading
from assess.evidence.readings import readings
from assess.evidence.standings import with_standings
from assess.evidence.trouble import Trouble, told
from assess.refusal import ENGLISH
from assess.text import Words
from assess.value import LINE_LIMIT, Value

Kind = TypeVar("Kind", bound=Value)
PLACES = "countries"
"""The key under which the list of countries is kept."""
NO_LONG_CODE = "ZZZ"  # where no list of countries is at hand; a reading does not show it


@dataclass(frozen=True)
class Got(Generic[Kind]):
    """What is known of one question: values with their day, and what went wrong last.

    Without values and without trouble the source was asked and has none.
    """

    values: tuple[Kind, ...] = ()
    fetched: datetime | None = None
    trouble: Trouble | None = None


def packed(values: tuple[Measured, ...]) -> str:
    """Values as they are kept."""
    return TypeAdapter(tuple[Measured, ...]).dump_json(values).decode()


def placed(places: tuple[Place, ...]) -> str:
    """Countries as they are kept."""
    return TypeAdapter(tuple[Place, ...]).dump_json(places).decode()


def got(answer: Answer | None, kind: type[Kind]) -> Got[Kind] | None:
    """What is kept of one question; None where it was never asked or cannot be read any more."""
    if answer is None:
        return None
    if not answer.body:
        return Got(trouble=answer.trouble)
    try:
        values = TypeAdapter(tuple[kind, ...]).validate_json(answer.body)  # type: ignore[valid-type]
    except ValidationError:
        return None
    return Got(values, answer.fetched, answer.trouble)


def places(answers: Answers) -> tuple[Place, ...]:
    """The countries, where their list is kept."""
    found = got(answers.get(LIVE["worldbank"].id, PLACES), Place)
    return found.values if found else ()


@dataclass(frozen=True)
class Gathered:
    """Answers turned into the rows of a pack."""

    entries: tuple[Entry, ...]
    attempts: tuple[Attempt, ...]


def rows(
    catalogue: Catalogue,
    found: Mapping[tuple[str, str], Got[Measured]],
    codes: Mapping[str, str],
    words: Words,
    now: datetime,
) -> Gathered:
    """The rows of a pack; `found` by indicator and country ("" for all), `codes` alpha-2 to 3."""
    entries: dict[tuple[str, str], Entry] = {}
    attempts: dict[tuple[str, str], Attempt] = {}
    for (indicator, country), one in found.items():
        source = source_of(indicator)
        if source is None:
            continue
        title = catalogue.sources[source.id].title if source.id in catalogue.sources else source.id
        for value in one.values:
            iso3 = codes.get(value.country, NO_LONG_CODE)
            entries[indicator, value.country] = _entry(words, indicator, source, value, one, iso3)
        lacking = all(value.country != country for value in one.values)
        if lacking and (country or one.trouble):
            attempts[indicator, country] = _attempt(words, indicator, country, one, title, now)
    return Gathered(tuple(entries.values()), tuple(attempts.values()))


def _entry(
    words: Words,
    indicator: str,
    source: LiveSource,
    value: Measured,
    one: Got[Measured],
    iso3: str,
) -> Entry:
    renewal = words.gettext("It could not be renewed when it was last tried.")
    note = f"{value.note} {renewal}".strip() if one.trouble else value.note
    return Entry(
        iso2=value.country,
        iso3=iso3,
        indicator=indicator,
        value=value.value,
        period=value.period,
        sample=value.sample,
        note=note[:LINE_LIMIT],
        source=source.id,
        fetched=_day(one.fetched),
    )


def _attempt(
    words: Words, indicator: str, country: str, one: Got[Measured], title: str, now: datetime
) -> Attempt:
    if one.trouble:
        note = told(words, one.trouble, title)[:LINE_LIMIT]
        return Attempt(
            iso2=country,
            indicator=indicator,
            state=one.trouble.state,
            fetched=_day(now),
            note=note,
        )
    note = words.gettext("{source} was asked and has no value.").format(source=title)
    fetched = _day(one.fetched or now)
    return Attempt(
        iso2=country, indicator=indicator, state="no-data", fetched=fetched, note=note[:LINE_LIMIT]
    )


def _day(moment: datetime | None) -> str:
    return moment.astimezone(UTC).date().isoformat() if moment else ""


def as_readings(
    catalogue: Catalogue,
    found: Mapping[str, Got[Measured]],
    country: str,
    listed: Iterable[Place],
    words: Words,
    now: datetime,
) -> tuple[Reading, ...]:
    """One reading of one country for each indicator found, with its standing where all came."""
    countries = tuple(_country(place) for place in listed)
    codes = {each.iso2: each.iso3 for each in countries}
    by_country = {(indicator, country): one for indicator, one in found.items()}
    made = rows(catalogue, by_country, codes, words, now)
    known = {each.id for each in catalogue.indicators}
    lined = [(At(), entry) for entry in made.entries if entry.indicator in known]
    entries, _ = with_standings(lined, catalogue, countries, words)
    pack = Pack(countries=countries, entries=entries, attempts=made.attempts)
    today = now.astimezone(UTC).date()
    return tuple(e for e in readings(catalogue, pack, country, today) if e.indicator in found)


def _country(place: Place) -> Country:
    return Country(iso2=place.iso2, iso3=place.iso3, name=place.name, wb_income_group=place.income)


def kept(
    catalogue: Catalogue,
    indicators: Iterable[str],
    country: str,
    answers: Answers,
    now: datetime,
    words: Words = ENGLISH,
) -> tuple[Reading, ...]:
    """What was fetched before, for those indicators that were; sends nothing."""
    there = {}
    for indicator in indicators:
        source = source_of(indicator)
        answer = answers.get(source.id, source.key(indicator, country)) if source else None
        if one := got(answer, Measured):
            there[indicator] = one
    return as_readings(catalogue, there, country, places(answers), words, now)


def combined(base: Sequence[Reading], live: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings of a pack, each replaced by what was fetched where that is no older.

    A failure replaces nothing that has a value.
    """
    fetched = {each.indicator: each for each in live}
    return tuple(_better(each, fetched.get(each.indicator)) for each in base)


def _better(base: Reading, live: Reading | None) -> Reading:
    if live is None or (base.measured and not live.measured):
        return base
    if base.measured and period_end(live.period) < period_end(base.period):
        return base
    return live
