"""One reading for each indicator, in an honest state; a few of them stand beside a question."""

from __future__ import annotations

import datetime

import pytest

from assess.evidence import NO_CATALOGUE, beside, gaps, read_pack, readings
from tests.evidence.made_pack import CATALOGUE, PACK

TODAY = datetime.date(2026, 11, 22)
RELIABILITY = "reliability-resilience-availability"


@pytest.fixture(scope="module")
def pack():
    return read_pack(PACK, CATALOGUE)


@pytest.fixture(scope="module")
def found(pack):
    return {each.indicator: each for each in readings(CATALOGUE, pack, "ZZ", TODAY)}


def test_every_indicator_has_one_reading_in_the_order_of_the_catalogue(pack) -> None:
    read = readings(CATALOGUE, pack, "ZZ", TODAY)
    assert [each.indicator for each in read] == [each.id for each in CATALOGUE.indicators]
    assert {each.country for each in read} == {"ZZ"}
    assert readings(NO_CATALOGUE, pack, "ZZ", TODAY) == ()


@pytest.mark.parametrize(
    ("indicator", "state"),
    [
        ("internet_users_pct", "ok"),  # a failed attempt stands beside the value and loses
        ("mobile_coverage_4g_pct", "stale"),
        ("shutdown_full_network_3y", "no-data"),  # another country has one
        ("nts_servers", "offline"),  # the pack holds none at all
        ("ipv6_capable_pct", "error"),  # what is said of the country beats what is said of all
        ("routed_asns", "no-data"),
        ("roa_covered_prefixes_pct", "offline"),
        ("https_pct", "token-required"),
        ("vdem_privacy_law", "no-data"),
        ("ixp_count", "offline"),
    ],
)
def test_the_state_says_what_became_of_it(found, indicator, state) -> None:
    assert found[indicator].state == state


def test_a_failure_for_all_countries_holds_where_nothing_nearer_is_known(pack) -> None:
    read = {each.indicator: each for each in readings(CATALOGUE, pack, "QN", TODAY)}
    assert read["ipv6_capable_pct"].state == "rate-limited"
    assert read["ipv6_capable_pct"].note == "asked for all"
    assert read["ipv6_capable_pct"].fetched == "2026-11-20"


def test_without_a_pack_nothing_is_measured_and_each_says_why() -> None:
    read = readings(CATALOGUE, None, "ZZ", TODAY)
    by_access: dict[str, set[str]] = {}
    for indicator, reading in zip(CATALOGUE.indicators, read, strict=True):
        by_access.setdefault(indicator.access, set()).add(reading.state)
    assert by_access == {
        "snapshot": {"offline"},
        "live": {"offline"},
        "restricted": {"offline"},
        "import": {"offline"},
        "token": {"token-required"},
    }


def test_a_value_of_zero_is_measured_and_an_absence_has_no_value(found) -> None:
    assert found["mobile_coverage_4g_pct"].value == 0
    absent = [each for each in found.values() if not each.measured]
    assert absent
    assert {(each.value, each.text, each.world) for each in absent} == {(None, "", None)}


@pytest.mark.parametrize(
    ("today", "state"), [("2027-12-31", "ok"), ("2028-01-01", "stale"), ("2026-01-01", "ok")]
)
def test_a_value_is_old_so_many_months_after_the_end_of_its_period(pack, today, state) -> None:
    day = datetime.date.fromisoformat(today)  # records of 2023 to 2025, and 24 months
    read = readings(CATALOGUE, pack, "ZZ", day)
    assert next(e.state for e in read if e.indicator == "shutdown_records_3y") == state


def test_the_last_change_of_method_goes_with_the_value(found) -> None:
    assert found["iri_overall"].period == "2025-06"
    assert found["iri_overall"].method.startswith("Diversity of routes is now")
    assert found["internet_users_pct"].method == ""


def test_what_is_read_is_all_there_is(found) -> None:
    users = found["internet_users_pct"]
    assert (users.text, users.source, users.period) == ("30", "wdi", "2024")
    assert users.world is not None
    assert found["ndt_download_mbps_median"].thin
    assert found["ndt_download_mbps_median"].text == "12.5"
    assert found["cctld_dnssec_signed"].note == ".zz made up"


def shown(pack, node, limit=5):
    return [
        e.indicator for e in beside(CATALOGUE, readings(CATALOGUE, pack, "ZZ", TODAY), node, limit)
    ]


def test_beside_a_question_stand_few_of_each_role_and_values_first(pack) -> None:
    assert shown(pack, RELIABILITY) == [
        "shutdown_records_3y",
        "shutdown_years_since_2016",
        "cctld_ns_parent_domains",
        "ndt_min_rtt_ms_median",
        "iri_overall",
    ]
    assert shown(pack, RELIABILITY, 3) == [
        "shutdown_records_3y",
        "cctld_ns_parent_domains",
        "ndt_min_rtt_ms_median",
    ]


def test_an_absence_is_shown_where_there_are_not_values_enough(pack) -> None:
    assert shown(pack, "integrity") == [
        "cctld_dnssec_signed",
        "ooni_confirmed_share",
        "dnssec_validation_pct",
        "https_pct",
        "nts_servers",
    ]


def test_beside_a_node_nobody_measures_stands_the_question_to_ask_instead(pack) -> None:
    node = "technology-neutral-general-purpose"
    assert shown(pack, node) == []
    silence = gaps(CATALOGUE, node)
    assert silence is not None
    assert silence.measured == "none"
    assert silence.ask.endswith("?")
    assert gaps(CATALOGUE, RELIABILITY) is None
