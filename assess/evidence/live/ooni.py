"""OONI: in how many web measurements blocking is confirmed; within one country only."""

from __future__ import annotations

from datetime import date, timedelta

from assess.evidence.live.ask import Ask
from assess.evidence.live.shape import at, count, share
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured
from assess.text import Words

SOURCE = LIVE["ooni"]
DAYS = 90
PROVISIONAL = timedelta(days=3)  # measurements still come in for the days before today


def window(today: date) -> tuple[date, date]:
    """The first day counted, and the first day no longer counted."""
    until = today - PROVISIONAL
    return until - timedelta(days=DAYS), until


def ask_blocking(country: str, today: date) -> Ask:
    """The question for the counts of 90 days, in one sum."""
    since, until = window(today)
    query = (
        ("probe_cc", country),
        ("test_name", "web_connectivity"),
        ("since", since.isoformat()),
        ("until", until.isoformat()),
    )
    return Ask(SOURCE, "/api/v1/aggregation", query)


def read_blocking(words: Words, data: object, country: str, today: date) -> tuple[Measured, ...]:
    """The confirmed share with all counts beside it; none where nobody measured."""
    counts = at(data, "result")
    whole = count(counts, "measurement_count")
    if whole == 0:
        return ()
    confirmed = count(counts, "confirmed_count")
    anomalies = count(counts, "anomaly_count")
    note = words.gettext(
        "{confirmed} confirmed and {anomalies} more unusual, of {all} measurements. Unusual ones"
        " include plain failures."
    ).format(
        confirmed=words.number(confirmed),
        anomalies=words.number(anomalies),
        all=words.number(whole),
    )
    since, until = window(today)
    return (
        Measured(
            country=country,
            value=share(confirmed, whole, "confirmed_count"),
            period=f"{since.isoformat()}/{(until - timedelta(days=1)).isoformat()}",
            sample=whole,
            note=note,
        ),
    )
