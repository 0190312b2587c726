"""World Bank Indicators API v2: one answer holds the newest value of every country."""

from __future__ import annotations

import re

from pydantic import ValidationError

from assess.evidence.live.ask import Ask
from assess.evidence.live.shape import at, number, text, wrong
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured, Place
from assess.evidence.pack import IncomeGroup

SOURCE = LIVE["worldbank"]
CODES = {
    "internet_users_pct": ("IT.NET.USER.ZS", 100.0),
    "fixed_broadband_per_100": ("IT.NET.BBND.P2", 200.0),
    "mobile_subscriptions_per_100": ("IT.CEL.SETS.P2", 1000.0),
    "secure_servers_per_million": ("IT.NET.SECR.P6", 1e6),
}
"""The code of each indicator there, and the most its value can be."""
INCOME: dict[str, IncomeGroup] = {
    "LIC": "low_income",
    "LMC": "lower_middle_income",
    "UMC": "upper_middle_income",
    "HIC": "high_income",
}
AGGREGATES = "NA"  # the region of what is no country: regions, income groups, the world


def ask(indicator: str) -> Ask:
    """The question for the newest value of every country."""
    code, _ = CODES[indicator]
    newest = (("format", "json"), ("per_page", "20000"), ("mrnev", "1"))
    return Ask(SOURCE, f"/v2/country/all/indicator/{code}", newest)


def ask_places() -> Ask:
    """The question for the list of countries."""
    return Ask(SOURCE, "/v2/country", (("format", "json"), ("per_page", "400")))


def read(data: object, indicator: str, places: frozenset[str]) -> tuple[Measured, ...]:
    """The values of the countries in `places` (alpha-2); aggregates and empty rows are left out."""
    code, most = CODES[indicator]
    found = []
    for row in _page(data):
        if at(row, "indicator", "id") != code:
            raise wrong("indicator.id")
        country = text(row, "country", "id")
        if country in places and at(row, "value") is not None:
            year = text(row, "date")
            if not re.fullmatch(r"(19|20|21)\d\d", year):
                raise wrong("date")
            value = round(number(row, "value", high=most), 4)
            found.append(Measured(country=country, value=value, period=year))
    return tuple(found)


def read_places(data: object) -> tuple[Place, ...]:
    """The countries, without aggregates."""
    return tuple(_place(row) for row in _page(data) if text(row, "region", "id") != AGGREGATES)


def _place(row: object) -> Place:
    try:
        return Place(
            iso2=text(row, "iso2Code"),
            iso3=text(row, "id"),
            name=text(row, "name"),
            income=INCOME.get(text(row, "incomeLevel", "id"), ""),
        )
    except ValidationError:
        raise wrong("iso2Code") from None


def _page(data: object) -> list[object]:
    """The rows; an error comes with status 200, as one object with a `message`."""
    if not isinstance(data, list) or len(data) != 2:
        raise wrong("[0].message" if isinstance(data, list) else "[0]")
    header, found = data
    if number(header, "pages", high=1) == 0 or found is None:
        return []
    if not isinstance(found, list):
        raise wrong("[1]")
    return found
