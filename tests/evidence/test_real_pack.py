"""The real pack beside the checkout: real countries have readings for most of what matters."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from assess.evidence import beside, read_pack, readings
from tests.evidence.made_pack import CATALOGUE

REAL = Path(__file__).resolve().parents[3] / "shared" / "domain" / "evidence"
TODAY = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="shared data beside the checkout is absent"
)


@pytest.fixture(scope="module")
def pack():
    return read_pack(REAL, CATALOGUE)


def test_it_is_read_whole_and_every_percentile_in_it_is_made_again(pack) -> None:
    assert len(pack.entries) == 3720
    assert len({each.indicator for each in pack.entries}) == 21
    assert sum(each.world is not None for each in pack.entries) > 1000
    assert len(pack.shutdowns) == 378


def test_three_countries_of_other_regions_and_incomes_have_readings_for_12_nodes(pack) -> None:
    known = [pack.country(code) for code in ("RW", "BR", "LV")]
    assert len({each.un_sdg_region for each in known}) == 3
    assert len({each.wb_income_group for each in known}) == 3
    nodes = {node for each in CATALOGUE.indicators for node in each.informs}
    for country in known:
        read = readings(CATALOGUE, pack, country.iso2, TODAY)
        shown = {node: [e for e in beside(CATALOGUE, read, node) if e.measured] for node in nodes}
        with_values = {node: found for node, found in shown.items() if found}
        assert len(with_values) >= 12, (country.name, sorted(nodes - set(with_values)))
        for reading in (each for found in with_values.values() for each in found):
            assert reading.source in CATALOGUE.sources
            assert CATALOGUE.get(reading.indicator).cannot_say
            assert reading.period


def test_where_no_shutdown_is_on_record_there_is_no_zero(pack) -> None:
    read = {each.indicator: each for each in readings(CATALOGUE, pack, "DE", TODAY)}
    assert (read["shutdown_records_3y"].state, read["shutdown_records_3y"].value) == (
        "no-data",
        None,
    )


def test_what_can_be_drawn_over_time_is_there(pack) -> None:
    years = [each.year for each in pack.trend("internet_users_pct", "KE")]
    assert years == sorted(years)
    assert len(years) > 10
    assert sum(each.records for each in pack.history("IN")) > 100
