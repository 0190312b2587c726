"""Internet Society Pulse, with the user's own token. Its calculator of shutdown costs is not used:
it was withdrawn in June 2026."""

from __future__ import annotations

from assess.evidence.live.ask import Ask
from assess.evidence.live.shape import day, number, rows, text
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured
from assess.text import Words

SOURCE = LIVE["pulse"]
SHARES = {"https_pct": "https", "dnssec_validation_pct": "dnssec/validation"}


def ask_share(indicator: str, country: str) -> Ask:
    """The question for the series of one share in one country."""
    return Ask(SOURCE, f"/{SHARES[indicator]}/country/{country}")


def read_share(data: object, country: str) -> tuple[Measured, ...]:
    """The newest value, served from 0 to 1, in per cent; none where there is none."""
    found = rows(data, "data")
    if not found:
        return ()
    last = max(found, key=lambda row: day(row, "date"))
    value = round(100 * number(last, "value", high=1), 2)
    return (Measured(country=country, value=value, period=day(last, "date")),)


def ask_resilience() -> Ask:
    """The question for the resilience index; one answer holds every country."""
    return Ask(SOURCE, "/resilience")


def read_resilience(words: Words, data: object) -> tuple[Measured, ...]:
    """The index of each country in its newest quarter, served from 0 to 1, here from 0 to 100."""
    newest: dict[str, object] = {}
    for row in rows(data, "data"):
        country = text(row, "country").upper()
        if country not in newest or _quarter(newest[country]) < _quarter(row):
            newest[country] = row
    return tuple(_index(words, country, row) for country, row in newest.items())


def _index(words: Words, country: str, row: object) -> Measured:
    year, quarter = _quarter(row)
    return Measured(
        country=country,
        value=round(100 * number(row, "value", high=1), 1),
        period=f"{year}-{3 * quarter:02}",
        note=words.gettext("Quarter {quarter} of {year}.").format(quarter=quarter, year=year),
    )


def _quarter(row: object) -> tuple[int, int]:
    year = number(row, "year", low=2000, high=2199)
    return round(year), round(number(row, "quarter", low=1, high=4))
