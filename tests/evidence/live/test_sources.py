"""What is read from the answer of each source, and what is refused. Shapes from documentation."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from assess.evidence.live import apnic, ioda, ooni, pulse, ripestat, worldbank
from assess.evidence.live.connectors import CONNECTORS, Asked
from assess.evidence.live_sources import LIVE, sent, sent_always, source_of
from assess.evidence.measured import Measured
from assess.evidence.trouble import Reason, Troubled
from assess.library import Library
from assess.text import words
from tests.evidence.live import shapes

W = words()
TODAY = date(2026, 11, 22)
CODE = "IT.NET.SECR.P6"
SERVERS = "secure_servers_per_million"


def one(found: tuple[Measured, ...]) -> Measured:
    assert len(found) == 1
    return found[0]


def test_the_world_bank_answers_for_all_countries_and_aggregates_are_dropped() -> None:
    answer = shapes.worldbank(
        CODE, ("ZZ", 12.34567, "2024"), ("1W", 99, "2024"), ("YY", None, "2024")
    )
    found = worldbank.read(answer, SERVERS, frozenset({"ZZ", "YY"}))
    assert one(found) == Measured(country="ZZ", value=12.3457, period="2024")


def test_the_list_of_countries_has_no_aggregates() -> None:
    found = worldbank.read_places(shapes.places(shapes.ZZ, shapes.WORLD, ("XX", "XXX", "X", "INX")))
    assert [(place.iso2, place.iso3, place.income) for place in found] == [
        ("ZZ", "ZZZ", "lower_middle_income"),
        ("XX", "XXX", ""),
    ]


def test_coverage_is_that_of_the_last_day_with_that_of_addresses_beside_it() -> None:
    history = shapes.history(
        shapes.coverage("2026-11-21", 3, 4), shapes.coverage("2026-11-20", 1, 4)
    )
    found = one(ripestat.read_coverage(W, history, "ZZ"))
    assert (found.value, found.period, found.sample) == (75.0, "2026-11-21", 4)
    assert found.note == "Of the addresses, 75.00 % are covered (IPv4)."


def test_routed_networks_are_counted_and_registered_ones_told() -> None:
    found = one(ripestat.read_networks(W, shapes.networks(17, 21), "ZZ"))
    assert (found.value, found.period) == (17, "2026-11-22")
    assert found.note == "21 networks are registered."


def test_ipv6_is_the_mean_of_30_days_on_the_last_day() -> None:
    found = one(apnic.read_ipv6(shapes.ipv6(("2026-11-20", 12.345), ("2026-11-19", 50)), "ZZ"))
    assert (found.value, found.period, found.sample) == (12.35, "2026-11-20", 2120)


def test_blocking_is_told_with_all_its_counts() -> None:
    found = one(ooni.read_blocking(W, shapes.blocking(2000, 30, 70), "ZZ", TODAY))
    assert (found.value, found.sample, found.period) == (1.5, 2000, "2026-08-21/2026-11-18")
    assert found.note.startswith("30 confirmed and 70 more unusual, of 2,000 measurements.")


def test_only_active_probing_counts_outages() -> None:
    answer = shapes.outages("ping-slash24", "bgp", "ping-slash24-loss", "ping-slash24", "gtr")
    found = one(ioda.read_outages(answer, "ZZ", TODAY))
    assert (found.value, found.period) == (2, "2025-11-22/2026-11-21")


def test_events_of_other_detectors_make_a_counted_zero() -> None:
    assert one(ioda.read_outages(shapes.outages("bgp"), "ZZ", TODAY)).value == 0


def test_a_share_of_pulse_is_made_per_cent() -> None:
    found = one(pulse.read_share(shapes.share(("2026-10-01", 0.5), ("2026-11-01", 0.87654)), "ZZ"))
    assert (found.value, found.period) == (87.65, "2026-11-01")


def test_the_index_is_that_of_the_newest_quarter_of_each_country() -> None:
    answer = shapes.resilience(("ZZ", 2025, 4, 0.4), ("ZZ", 2026, 1, 0.5), ("YY", 2025, 4, 0.9))
    found = {each.country: each for each in pulse.read_resilience(W, answer)}
    assert (found["ZZ"].value, found["ZZ"].period) == (50.0, "2026-03")
    assert found["ZZ"].note == "Quarter 1 of 2026."
    assert found["YY"].period == "2025-12"


NOTHING = [
    ("World Bank", worldbank.read([{"pages": 0, "total": 0}, None], SERVERS, frozenset({"ZZ"}))),
    ("coverage", ripestat.read_coverage(W, shapes.history(), "ZZ")),
    (
        "prefixes",
        ripestat.read_coverage(W, shapes.history(shapes.coverage("2026-11-21", 0, 0)), "ZZ"),
    ),
    ("networks", ripestat.read_networks(W, shapes.ripestat({"countries": []}), "ZZ")),
    ("none registered", ripestat.read_networks(W, shapes.networks(0, 0), "ZZ")),
    ("IPv6", apnic.read_ipv6(shapes.ipv6(), "ZZ")),
    ("OONI", ooni.read_blocking(W, shapes.blocking(0, 0, 0), "ZZ", TODAY)),
    ("IODA", ioda.read_outages(shapes.outages(), "ZZ", TODAY)),
    ("Pulse", pulse.read_share(shapes.share(), "ZZ")),
    ("index", pulse.read_resilience(W, shapes.resilience())),
]


@pytest.mark.parametrize("found", [n[1] for n in NOTHING], ids=[n[0] for n in NOTHING])
def test_where_a_source_has_nothing_there_is_no_value_and_no_zero(found) -> None:
    assert found == ()


def _without(answer: dict[str, object], *path: str) -> dict[str, object]:
    inner: object = answer
    for key in path[:-1]:
        inner = inner[int(key)] if isinstance(inner, list) else inner[key]  # type: ignore[index]
    del inner[path[-1]]  # type: ignore[attr-defined]
    return answer


HISTORY = shapes.history(shapes.coverage("2026-11-21", 3, 4))
WRONG = [
    ("World Bank error", "worldbank", [{"message": [{"id": "120"}]}], "[0].message"),
    ("World Bank pages", "worldbank", [{"pages": 2}, []], "pages"),
    ("World Bank code", "worldbank", shapes.worldbank("X", ("ZZ", 1, "2024")), "indicator.id"),
    ("World Bank range", "worldbank", shapes.worldbank(CODE, ("ZZ", -1, "2024")), "value"),
    ("World Bank year", "worldbank", shapes.worldbank(CODE, ("ZZ", 1, "2024Q1")), "date"),
    ("World Bank text", "worldbank", {"a": 1}, "[0]"),
    ("World Bank rows", "worldbank", [{"pages": 1}, "x"], "[1]"),
    ("RIPEstat status", "coverage", shapes.ripestat({"timeseries": []}, "error"), "status"),
    ("RIPEstat no data", "coverage", {"status": "ok"}, "data"),
    (
        "more than all",
        "coverage",
        shapes.history(shapes.coverage("2026-11-21", 5, 4)),
        "delegated.prefixes",
    ),
    (
        "another country",
        "coverage",
        shapes.history(shapes.coverage("2026-11-21", 3, 4, "yy")),
        "cc",
    ),
    (
        "coarse steps",
        "coverage",
        _without(HISTORY, "data", "timeseries", "0", "delegated", "prefixes", "count"),
        "delegated.prefixes.count",
    ),
    ("no day", "coverage", shapes.history(shapes.coverage("soon", 3, 4)), "time"),
    ("not available", "networks", shapes.networks(-1), "stats.routed"),
    ("a text", "networks", shapes.networks("17"), "stats.routed"),  # type: ignore[arg-type]
    ("true", "networks", shapes.networks(True), "stats.routed"),
    ("140 per cent", "ipv6", shapes.ipv6(("2026-11-20", 140)), "30.capable_pc"),
    ("IPv6 elsewhere", "ipv6", shapes.ipv6(("2026-11-20", 1), country="YY"), "cc"),
    ("OONI list", "ooni", {"result": []}, "measurement_count"),
    ("OONI more than all", "ooni", shapes.blocking(10, 11, 0), "confirmed_count"),
    ("IODA error", "ioda", {"error": "no", "data": []}, "error"),
    ("IODA cut off", "ioda", shapes.outages(*["bgp"] * ioda.MOST), "data"),
    ("Pulse range", "pulse", shapes.share(("2026-11-01", 87.6)), "value"),
    ("Pulse quarter", "index", shapes.resilience(("ZZ", 2026, 5, 0.5)), "quarter"),
]
READ = {
    "worldbank": SERVERS,
    "coverage": "roa_covered_prefixes_pct",
    "networks": "routed_asns",
    "ipv6": "ipv6_capable_pct",
    "ooni": "ooni_confirmed_share",
    "ioda": "ioda_outage_events",
    "pulse": "https_pct",
    "index": "iri_overall",
}


@pytest.mark.parametrize(
    ("which", "answer", "field"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_what_is_not_as_it_should_be_is_refused_by_its_field(which, answer, field) -> None:
    asked = Asked(W, "ZZ", TODAY, frozenset({"ZZ"}))
    with pytest.raises(Troubled) as raised:
        CONNECTORS[READ[which]].read(answer, asked)
    assert raised.value.trouble.reason is Reason.SHAPE
    assert raised.value.trouble.detail == field


@pytest.mark.parametrize("junk", [None, 1, "x", [], {}, [[]], {"data": None}, {"data": {}}, [1, 2]])
@pytest.mark.parametrize("indicator", CONNECTORS)
def test_no_answer_whatever_is_an_error_of_ours(indicator, junk) -> None:
    asked = Asked(W, "ZZ", TODAY, frozenset({"ZZ"}))
    with pytest.raises(Troubled):
        CONNECTORS[indicator].read(junk, asked)


ADDRESSES = {
    SERVERS: "/v2/country/all/indicator/IT.NET.SECR.P6?format=json&per_page=20000&mrnev=1",
    "roa_covered_prefixes_pct": "/data/rpki-history/data.json?resource=ZZ&family=4&delegated=true"
    "&sourceapp=internet-impact-toolkit",
    "routed_asns": "/data/country-asns/data.json?resource=ZZ&lod=0"
    "&sourceapp=internet-impact-toolkit",
    "ipv6_capable_pct": "/v6stats/v6economy/ZZ.json",
    "ooni_confirmed_share": "/api/v1/aggregation?probe_cc=ZZ&test_name=web_connectivity"
    "&since=2026-08-21&until=2026-11-19",
    "ioda_outage_events": "/v2/outages/events?entityType=country&entityCode=ZZ&from=1763769600"
    "&until=1795305600&limit=2000",
    "https_pct": "/https/country/ZZ",
    "dnssec_validation_pct": "/dnssec/validation/country/ZZ",
    "iri_overall": "/resilience",
}


@pytest.mark.parametrize("indicator", ADDRESSES)
def test_the_question_is_the_one_that_is_documented(indicator) -> None:
    asked = CONNECTORS[indicator].ask(Asked(W, "ZZ", TODAY))
    query = "&".join("=".join(pair) for pair in asked.query)
    assert "?".join(filter(None, (asked.path, query))) == ADDRESSES[indicator]


def test_every_indicator_of_every_source_has_one_connector_and_is_in_the_catalogue() -> None:
    listed = [each for source in LIVE.values() for each in source.indicators]
    assert sorted(listed) == sorted(CONNECTORS)
    catalogue = Library().catalogue()
    for indicator, connector in CONNECTORS.items():
        assert source_of(indicator) is connector.source
        assert catalogue.get(indicator), indicator
        assert connector.source.id in catalogue.sources


def test_the_withdrawn_calculator_of_shutdown_costs_is_not_asked() -> None:
    paths = [CONNECTORS[each].ask(Asked(W, "ZZ", TODAY)).path for each in CONNECTORS]
    assert len(paths) > 10
    assert not any("loss" in path for path in paths)


@pytest.mark.parametrize("source", LIVE.values(), ids=lambda source: source.id)
def test_what_is_sent_is_told_with_the_host(source) -> None:
    assert source.host in sent(W, source)
    assert ("token" in sent(W, source)) == source.token
    assert urlsplit(source.link("ZZ")).scheme == "https"


def test_what_all_sources_see_is_told() -> None:
    assert "address on the Internet" in sent_always(W)
    assert "Nothing of your assessment is sent." in sent_always(W)
