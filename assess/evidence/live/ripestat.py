"""RIPEstat: how many prefixes are covered by routing certificates, how many networks are routed."""

from __future__ import annotations

from assess.evidence.live.ask import Ask
from assess.evidence.live.client import NAME
from assess.evidence.live.shape import at, count, day, rows, share, text, wrong
from assess.evidence.live_sources import LIVE
from assess.evidence.measured import Measured
from assess.text import Words

SOURCE = LIVE["ripestat"]


def ask_coverage(country: str) -> Ask:
    """The question for the history of coverage, day by day: coarser steps give means, no counts."""
    return _ask("rpki-history", country, ("family", "4"), ("delegated", "true"))


def ask_networks(country: str) -> Ask:
    """The question for the number of networks; lod=0 leaves their list out."""
    return _ask("country-asns", country, ("lod", "0"))


def _ask(call: str, country: str, *more: tuple[str, str]) -> Ask:
    query = (("resource", country), *more, ("sourceapp", NAME))
    return Ask(SOURCE, f"/data/{call}/data.json", query)


def read_coverage(words: Words, data: object, country: str) -> tuple[Measured, ...]:
    """The share of delegated IPv4 prefixes covered, on the last day; none where there is none."""
    series = rows(_data(data), "timeseries")
    if not series:
        return ()
    last = max(series, key=lambda point: day(point, "time"))
    if text(last, "cc").upper() != country:
        raise wrong("cc")
    whole = count(last, "delegated", "prefixes", "count")
    if whole == 0:
        return ()
    covered = count(last, "delegated", "prefixes", "covered_by_rpki", "count")
    value = share(covered, whole, "delegated.prefixes")
    return (
        Measured(
            country=country,
            value=value,
            period=day(last, "time"),
            sample=whole,
            note=_space(words, last),
        ),
    )


def _space(words: Words, point: object) -> str:
    """The same for addresses: a few large prefixes may hold most of them."""
    whole = count(point, "delegated", "space", "count")
    if whole == 0:
        return ""
    part = share(
        count(point, "delegated", "space", "covered_by_rpki", "count"), whole, "delegated.space"
    )
    told = words.gettext("Of the addresses, {percent} % are covered (IPv4).")
    return told.format(percent=words.decimal(part))


def read_networks(words: Words, data: object, country: str) -> tuple[Measured, ...]:
    """How many networks registered in the country are routed; none where none is registered."""
    found = rows(_data(data), "countries")
    if not found:
        return ()
    if text(found[0], "resource").upper() != country:
        raise wrong("resource")
    registered = count(found[0], "stats", "registered")
    routed = count(found[0], "stats", "routed")
    if registered == 0 and routed == 0:
        return ()
    note = words.ngettext(
        "{number} network is registered.", "{number} networks are registered.", registered
    )
    return (
        Measured(
            country=country,
            value=routed,
            period=day(data, "time"),
            note=note.format(number=words.number(registered)),
        ),
    )


def _data(answer: object) -> object:
    if text(answer, "status") != "ok":
        raise wrong("status")
    return at(answer, "data")
