"""IODA: how many country-wide drops active probing saw in twelve months."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from assess.evidence.live.ask import Ask
from assess.evidence.live.shape import at, rows, text, wrong
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured

SOURCE = LIVE["ioda"]
PROBING = "ping-slash24"  # detectors were added in July 2026; only this one counts as before
MOST = 2000  # as many events as are asked for; a full list may be cut off


def window(today: date) -> tuple[date, date]:
    """The first day counted, and the first day no longer counted."""
    return today - timedelta(days=365), today


def ask_outages(country: str, today: date) -> Ask:
    """The question for the events of twelve months; times are Unix seconds."""
    since, until = (str(_seconds(day)) for day in window(today))
    query = (
        ("entityType", "country"),
        ("entityCode", country),
        ("from", since),
        ("until", until),
        ("limit", str(MOST)),
    )
    return Ask(SOURCE, "/v2/outages/events", query)


def read_outages(data: object, country: str, today: date) -> tuple[Measured, ...]:
    """The number of events; none where the list is empty, which may mean that nobody looks."""
    if isinstance(data, dict) and data.get("error") is not None:
        raise wrong("error")
    events = rows(data, "data")
    if len(events) >= MOST:
        raise wrong("data")
    here = [event for event in events if text(event, "location") == f"country/{country}"]
    if not here:
        return ()
    seen = sum(at(event, "datasource") == PROBING for event in here)
    since, until = window(today)
    period = f"{since.isoformat()}/{(until - timedelta(days=1)).isoformat()}"
    return (Measured(country=country, value=seen, period=period),)


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())
