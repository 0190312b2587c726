"""Values, standings and absences in words: never better or worse, never a zero for nothing."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from assess import wording
from assess.evidence import ROLES, STATES, Access, Indicator, Reading, Standing, absent
from assess.text import words
from tests.evidence.made_pack import CATALOGUE

ENGLISH = words("en")


def indicator(name: str) -> Indicator:
    found = CATALOGUE.get(name)
    assert found is not None
    return found


def reading(name: str, value: float, **more) -> Reading:
    kept = {"country": "ZZ", "state": "ok", "text": str(value), "period": "2024", "source": "wdi"}
    return Reading(**{"indicator": name, "value": value, **kept, **more})


@pytest.mark.parametrize(
    ("say", "keys"),
    [
        (wording.reading_state, STATES),
        (wording.indicator_role, ROLES),
        (wording.access, get_args(Access)),
    ],
)
def test_each_key_has_words_of_its_own(say, keys) -> None:
    said = [say(ENGLISH, key) for key in keys]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("internet_users_pct", 34.98, "34.98 % of population"),
        ("gdp_per_capita_usd_2015", 2396.95, "2,396.95 constant 2015 US$"),
        ("ndt_loss_rate_worst5pct", 0.18679, "0.18679 of all packets"),
        ("cctld_dnssec_signed", 1, "yes"),
        ("cctld_dnssec_signed", 0, "no"),
        ("eyeball_hhi", 1800, "1,800 (HHI, 0 to 10,000)"),
        ("ooni_confirmed_share", 0, "0 % of measurements, last 90 days"),
    ],
)
def test_a_value_is_said_with_all_its_digits_and_its_unit(name, value, said) -> None:
    assert wording.measured(ENGLISH, indicator(name), reading(name, value)) == said


@pytest.mark.parametrize("state", [state for state in STATES if state not in ("ok", "stale")])
def test_where_nothing_was_measured_no_digit_is_said(state) -> None:
    for each in CATALOGUE.indicators:
        missing = absent(each, "ZZ", state)
        said = wording.measured(ENGLISH, each, missing)
        assert not re.search(r"\d", said)
        assert wording.standing(ENGLISH, each, missing) == ()
        assert wording.why_absent(ENGLISH, each, missing).endswith(".")


def test_an_old_value_says_so_and_a_good_one_says_nothing() -> None:
    users = indicator("internet_users_pct")
    assert wording.why_absent(ENGLISH, users, reading(users.id, 3.0)) == ""
    old = reading(users.id, 3.0, state="stale")
    assert wording.why_absent(ENGLISH, users, old).startswith("This value is old.")


def test_no_record_is_not_said_to_be_no_shutdown() -> None:
    records = indicator("shutdown_records_3y")
    said = wording.why_absent(ENGLISH, records, absent(records, "ZZ", "no-data"))
    assert said == "Nothing is on record for this country, which does not mean that nothing was."


STANDING = {"world": Standing(percentile=28, n=206), "income": Standing(percentile=52, n=47)}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "fixed_broadband_per_100",
            (
                "Higher than 28% of the other 205 countries measured.",
                "Higher than 52% of the other 46 in its income group.",
            ),
        ),
        (
            "ndt_min_rtt_ms_median",
            (
                "Lower than 72% of the other 205 countries measured; here lower is better.",
                "Lower than 48% of the other 46 in its income group.",
            ),
        ),
    ],
)
def test_a_standing_is_told_in_words_turned_round_where_lower_is_better(name, said) -> None:
    stands = reading(name, 5.0, **STANDING)
    assert wording.standing(ENGLISH, indicator(name), stands) == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2023", "2023"),
        ("2025-10", "2025-10"),
        ("2016/2025", "2016 to 2025"),
        ("2026-08-22", "22 August 2026"),
    ],
)
def test_a_period_is_said_plainly(period, said) -> None:
    assert wording.period(ENGLISH, period) == said
