"""Which sources can be asked over the network, and what is sent to each. Nothing is sent here.

Terms and attribution are those of the source of the same id in the catalogue.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta

from assess.text import Words

TOKEN = "ASSESS_PULSE_TOKEN"
MB = 1024 * 1024


@dataclass(frozen=True)
class LiveSource:
    """One source: its only host, what can be asked of it, and how gently.

    `whole`: the indicators for which one answer holds every country. `keep`: how long an answer is
    not asked for again. `pause`: seconds between two questions. `size`: the longest answer taken,
    in bytes unpacked. `page`: where a person sees the same.
    """

    id: str
    host: str
    keep: timedelta
    pause: float
    size: int
    page: str
    indicators: tuple[str, ...]
    whole: tuple[str, ...] = ()
    token: bool = False

    def link(self, country: str) -> str:
        """The address of the page for people, for one country."""
        return self.page.format(country=country)

    def key(self, indicator: str, country: str) -> str:
        """Under what an answer is kept: once for all countries where one answer holds them all."""
        return indicator if indicator in self.whole else f"{indicator}/{country}"


_OF_THE_WORLD_BANK = (
    *("internet_users_pct", "fixed_broadband_per_100"),
    *("mobile_subscriptions_per_100", "secure_servers_per_million"),
)
_ALL = (
    LiveSource(
        id="worldbank",
        host="api.worldbank.org",
        keep=timedelta(days=90),
        pause=1,
        size=8 * MB,
        page="https://data.worldbank.org/country/{country}",
        indicators=_OF_THE_WORLD_BANK,
        whole=_OF_THE_WORLD_BANK,
    ),
    LiveSource(
        id="ripestat",
        host="stat.ripe.net",
        keep=timedelta(days=7),
        pause=0.5,
        size=32 * MB,  # the history of routing security comes whole, day by day
        page="https://stat.ripe.net/{country}",
        indicators=("roa_covered_prefixes_pct", "routed_asns"),
    ),
    LiveSource(
        id="apnic",
        host="data1.labs.apnic.net",
        keep=timedelta(days=7),
        pause=0.5,
        size=16 * MB,  # a history too
        page="https://stats.labs.apnic.net/ipv6/{country}",
        indicators=("ipv6_capable_pct",),
    ),
    LiveSource(
        id="ooni",
        host="api.ooni.io",
        keep=timedelta(days=1),
        pause=2,
        size=MB,
        page="https://explorer.ooni.org/country/{country}",
        indicators=("ooni_confirmed_share",),
    ),
    LiveSource(
        id="ioda",
        host="api.ioda.inetintel.cc.gatech.edu",
        keep=timedelta(days=1),
        pause=1,
        size=8 * MB,
        page="https://ioda.inetintel.cc.gatech.edu/country/{country}",
        indicators=("ioda_outage_events",),
    ),
    LiveSource(
        id="pulse",
        host="pulse-api.internetsociety.org",
        keep=timedelta(days=30),
        pause=0.5,
        size=4 * MB,
        page="https://pulse.internetsociety.org/",
        indicators=("dnssec_validation_pct", "https_pct", "iri_overall"),
        whole=("iri_overall",),
        token=True,
    ),
)
LIVE: dict[str, LiveSource] = {source.id: source for source in _ALL}


def source_of(indicator: str) -> LiveSource | None:
    """The source an indicator can be asked of; None where there is none."""
    return next((source for source in _ALL if indicator in source.indicators), None)


def token() -> str:
    """The user's token for Pulse, from the environment only; "" where there is none usable."""
    given = os.environ.get(TOKEN, "").strip()
    return given if given.isascii() and given.isprintable() and " " not in given else ""


def sent(words: Words, source: LiveSource) -> str:
    """What leaves this machine for one source, in one sentence."""
    _ = words.gettext
    if source.whole == source.indicators:
        told = _("To {host}: one question for all countries; it does not say which you work on.")
    elif source.token:
        told = _("To {host}: the code of the country, and your own token.")
    else:
        told = _("To {host}: the code of the country.")
    return told.format(host=source.host)


def sent_always(words: Words) -> str:
    """What every source sees, in one sentence."""
    return words.gettext(
        "Each also sees your address on the Internet, the name of this program and, where you set"
        " one, the contact in ASSESS_CONTACT. Nothing of your assessment is sent."
    )
