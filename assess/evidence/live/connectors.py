"""Which question is asked for which indicator, and who reads the answer: one table, no magic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assess.evidence.live import apnic, ioda, ooni, pulse, ripestat, worldbank
from assess.evidence.live.ask import Ask
from assess.evidence.live_sources import LIVE, LiveSource
from assess.evidence.measured import Measured
from assess.text import Words


class Asked(NamedTuple):
    """What a question is about; `places` are the codes of all countries, for answers with more."""

    words: Words
    country: str
    today: date
    places: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Connector:
    """How one indicator is asked for. `absent`: an answer of 404 means that there is no value."""

    source: LiveSource
    ask: Callable[[Asked], Ask]
    read: Callable[[object, Asked], tuple[Measured, ...]]
    absent: bool = False


def _worldbank(indicator: str) -> Connector:
    return Connector(
        LIVE["worldbank"],
        lambda _: worldbank.ask(indicator),
        lambda data, asked: worldbank.read(data, indicator, asked.places),
    )


def _pulse(indicator: str) -> Connector:
    return Connector(
        LIVE["pulse"],
        lambda asked: pulse.ask_share(indicator, asked.country),
        lambda data, asked: pulse.read_share(data, asked.country),
    )


CONNECTORS: dict[str, Connector] = {
    "internet_users_pct": _worldbank("internet_users_pct"),
    "fixed_broadband_per_100": _worldbank("fixed_broadband_per_100"),
    "mobile_subscriptions_per_100": _worldbank("mobile_subscriptions_per_100"),
    "secure_servers_per_million": _worldbank("secure_servers_per_million"),
    "roa_covered_prefixes_pct": Connector(
        LIVE["ripestat"],
        lambda asked: ripestat.ask_coverage(asked.country),
        lambda data, asked: ripestat.read_coverage(asked.words, data, asked.country),
    ),
    "routed_asns": Connector(
        LIVE["ripestat"],
        lambda asked: ripestat.ask_networks(asked.country),
        lambda data, asked: ripestat.read_networks(asked.words, data, asked.country),
    ),
    "ipv6_capable_pct": Connector(
        LIVE["apnic"],
        lambda asked: apnic.ask_ipv6(asked.country),
        lambda data, asked: apnic.read_ipv6(data, asked.country),
        absent=True,  # a file for each economy that was measured
    ),
    "ooni_confirmed_share": Connector(
        LIVE["ooni"],
        lambda asked: ooni.ask_blocking(asked.country, asked.today),
        lambda data, asked: ooni.read_blocking(asked.words, data, asked.country, asked.today),
    ),
    "ioda_outage_events": Connector(
        LIVE["ioda"],
        lambda asked: ioda.ask_outages(asked.country, asked.today),
        lambda data, asked: ioda.read_outages(data, asked.country, asked.today),
    ),
    "https_pct": _pulse("https_pct"),
    "dnssec_validation_pct": _pulse("dnssec_validation_pct"),
    "iri_overall": Connector(
        LIVE["pulse"],
        lambda _: pulse.ask_resilience(),
        lambda data, asked: pulse.read_resilience(asked.words, data),
    ),
}
