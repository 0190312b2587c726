"""A data pack: what was measured, for many countries, with the standing of each value."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from assess.evidence.indicator import IndicatorId
from assess.evidence.period import Day, Period
from assess.evidence.reading import Standing
from assess.value import CountryCode, Line, Slug, Value

Code3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A country as ISO 3166-1 alpha-3 writes it."""
IncomeGroup = Literal["", "low_income", "lower_middle_income", "upper_middle_income", "high_income"]
Failure = Literal["no-data", "token-required", "rate-limited", "error", "offline"]
Count = Annotated[int, Field(ge=0)]
Percentile = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class Country(Value):
    """A row of `countries.csv`; region and income group as the pack names them, or ""."""

    iso2: CountryCode
    iso3: Code3
    name: Annotated[Line, StringConstraints(min_length=1)]
    un_sdg_region: Line = ""
    wb_income_group: IncomeGroup = ""


class Entry(Value):
    """A row of `evidence_latest.csv`: one value. A country without one has no row, never a zero."""

    iso2: CountryCode
    iso3: Code3
    indicator: IndicatorId
    value: float = Field(allow_inf_nan=False)
    period: Period
    sample: Count | None = None
    thin: Literal["", "yes"] = ""
    pct_world: Percentile | None = None
    n_world: int | None = Field(default=None, ge=1)
    pct_income: Percentile | None = None
    n_income: int | None = Field(default=None, ge=1)
    note: Line = ""
    source: Slug
    fetched: Day = ""

    @model_validator(mode="after")
    def _a_percentile_says_of_how_many(self) -> Self:
        for percentile, n in ((self.pct_world, self.n_world), (self.pct_income, self.n_income)):
            if (percentile is None) != (n is None):
                raise ValueError("a percentile needs the number of countries, and the other way")
        if not self.period:
            raise ValueError("without a period; say when it was measured")
        return self

    @property
    def world(self) -> Standing | None:
        """Where the value stands among all countries that were measured."""
        return _standing(self.pct_world, self.n_world)

    @property
    def income(self) -> Standing | None:
        """Where it stands among those of the same income group."""
        return _standing(self.pct_income, self.n_income)


def _standing(percentile: float | None, n: int | None) -> Standing | None:
    return None if percentile is None or n is None else Standing(percentile=percentile, n=n)


class Point(Value):
    """A value of one year, for a chart over time."""

    iso2: CountryCode
    indicator: IndicatorId
    year: int = Field(ge=1900, le=2199)
    value: float = Field(allow_inf_nan=False)


class ShutdownYear(Value):
    """The shutdown records of one country counted in one year; a year without a row has none on
    record, which does not mean that nothing happened."""

    iso2: CountryCode
    year: int = Field(alias="count_year", ge=1900, le=2199)
    records: Count
    full_network: Count
    service_based_only: Count
    throttling: Count


class Attempt(Value):
    """Why something could not be had when it was last asked for; `iso2` "": for all countries."""

    iso2: CountryCode | Literal[""] = ""
    indicator: IndicatorId
    state: Failure
    fetched: Day
    note: Line = ""


class Pack(Value):
    """What a folder or ZIP of evidence holds; `aside` are indicators not in the catalogue."""

    countries: tuple[Country, ...]
    entries: tuple[Entry, ...]
    series: tuple[Point, ...] = ()
    shutdowns: tuple[ShutdownYear, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    aside: tuple[str, ...] = ()

    def country(self, iso2: str) -> Country | None:
        """The country with this code; None where the pack has none."""
        return next((each for each in self.countries if each.iso2 == iso2), None)

    def of(self, indicator: str) -> tuple[Entry, ...]:
        """The values of an indicator, of every country that has one."""
        return tuple(each for each in self.entries if each.indicator == indicator)

    def peers(self, iso2: str) -> frozenset[str]:
        """The countries of the same income group, this one among them; none where not known."""
        here = self.country(iso2)
        group = here.wb_income_group if here else ""
        same = (each.iso2 for each in self.countries if group and each.wb_income_group == group)
        return frozenset(same)

    def trend(self, indicator: str, iso2: str) -> tuple[Point, ...]:
        """The values of an indicator in a country over the years, the earliest first."""
        found = (e for e in self.series if (e.indicator, e.iso2) == (indicator, iso2))
        return tuple(sorted(found, key=lambda each: each.year))

    def history(self, iso2: str) -> tuple[ShutdownYear, ...]:
        """The years of a country with shutdowns on record, the earliest first."""
        found = (each for each in self.shutdowns if each.iso2 == iso2)
        return tuple(sorted(found, key=lambda each: each.year))
