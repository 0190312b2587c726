"""APNIC Labs: which share of measured users can use IPv6, as a mean of 30 days."""

from __future__ import annotations

from assess.evidence.live.ask import Ask
from assess.evidence.live.shape import at, count, day, number, rows, text, wrong
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured

SOURCE = LIVE["apnic"]
SMOOTHED = "30"


def ask_ipv6(country: str) -> Ask:
    """The question for the history of one economy."""
    return Ask(SOURCE, f"/v6stats/v6economy/{country}.json")


def read_ipv6(data: object, country: str) -> tuple[Measured, ...]:
    """The value of the last day that has a mean of 30 days; none where there is none."""
    found = [row for row in rows(data, "data") if at(row, SMOOTHED)]
    if not found:
        return ()
    last = max(found, key=lambda row: day(row, "date"))
    if text(last, "cc").upper() != country:
        raise wrong("cc")
    seen = count(last, SMOOTHED, "seen")
    if seen == 0:
        return ()
    value = round(number(last, SMOOTHED, "capable_pc", high=100), 2)
    return (Measured(country=country, value=value, period=day(last, "date"), sample=seen),)
