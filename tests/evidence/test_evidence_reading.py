"""A reading has a value exactly where something was measured; what failed is never a zero."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from assess.evidence import STATES, Indicator, Reading, Standing, absent
from assess.evidence.period import months_later, period_end
from assess.library import Library

GOOD = {
    "indicator": "internet_users_pct",
    "country": "ZZ",
    "state": "ok",
    "value": 0.0,
    "text": "0",
    "period": "2024",
    "source": "wdi",
}
MEASURED = {"ok", "stale"}


def test_a_measured_zero_is_a_value() -> None:
    assert Reading(**GOOD).value == 0
    assert Reading(**GOOD).measured


@pytest.mark.parametrize("state", STATES)
def test_only_what_was_measured_has_a_value(state) -> None:
    if state in MEASURED:
        assert Reading(**{**GOOD, "state": state}).measured
        return
    with pytest.raises(ValidationError, match=f"{state} with a value"):
        Reading(**{**GOOD, "state": state})


@pytest.mark.parametrize("state", sorted(MEASURED))
@pytest.mark.parametrize("lost", ["value", "text", "period"])
def test_what_was_measured_says_what_and_when(state, lost) -> None:
    with pytest.raises(ValidationError, match=f"{state} without a value and its period"):
        Reading(**{key: value for key, value in {**GOOD, "state": state}.items() if key != lost})


@pytest.mark.parametrize(
    "more",
    [
        {"value": 0.0},
        {"text": "0"},
        {"sample": 0},
        {"thin": True},
        {"world": Standing(percentile=0, n=12)},
        {"income": Standing(percentile=0, n=12)},
    ],
)
def test_what_failed_carries_nothing_that_looks_like_a_value(more) -> None:
    failed = {"indicator": "x", "country": "ZZ", "state": "error", "source": "wdi"}
    assert not Reading(**failed).measured
    with pytest.raises(ValidationError, match="error with a value"):
        Reading(**failed, **more)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", float("nan")),
        ("value", float("inf")),
        ("country", "Z1"),
        ("country", "zz"),
        ("sample", -1),
        ("period", "last year"),
        ("fetched", "22.11.2026"),
        ("fetched", "2026-02-30"),
        ("state", "fine"),
    ],
)
def test_a_reading_out_of_form_cannot_be_made(field, value) -> None:
    with pytest.raises(ValidationError) as refused:
        Reading(**{**GOOD, field: value})
    assert [error["loc"] for error in refused.value.errors()] == [(field,)]


@pytest.mark.parametrize("percentile", [-0.1, 100.1, 140, float("nan")])
def test_a_percentile_lies_between_0_and_100(percentile) -> None:
    with pytest.raises(ValidationError):
        Standing(percentile=percentile, n=12)


def test_a_failure_names_its_indicator_and_source() -> None:
    indicator = Library().catalogue().get("https_pct")
    assert isinstance(indicator, Indicator)
    failed = absent(indicator, "ZZ", "rate-limited", note="later", fetched="2026-11-22")
    assert (failed.indicator, failed.source, failed.value) == ("https_pct", "pulse", None)
    assert (failed.state, failed.note, failed.fetched) == ("rate-limited", "later", "2026-11-22")


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("2023", "2023-12-31"),
        ("2025-10", "2025-10-31"),
        ("2024-02", "2024-02-29"),
        ("2025-12", "2025-12-31"),
        ("2026-08-22", "2026-08-22"),
        ("2016/2025", "2025-12-31"),
        ("2026-08-01/2026-10-30", "2026-10-30"),
    ],
)
def test_a_period_ends_on_a_day(period, end) -> None:
    assert period_end(period).isoformat() == end


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("", "not a period"),
        ("23", "not a period"),
        ("0000", "not a period"),
        ("2023/", "not a period"),
        ("2021/2022/2023", "not a period"),
        ("2025-13", "there is no such day"),
        ("2025-02-29", "there is no such day"),
        ("2025-00", "there is no such day"),
        ("2025/2023", "ends before it begins"),
    ],
)
def test_what_is_no_period_is_refused(period, told) -> None:
    with pytest.raises(ValueError, match=told):
        period_end(period)


@pytest.mark.parametrize(
    ("months", "later"),
    [(1, "2025-02-28"), (12, "2026-01-31"), (13, "2026-02-28"), (23, "2026-12-31")],
)
def test_months_end_where_the_shorter_one_does(months, later) -> None:
    assert months_later(datetime.date(2025, 1, 31), months).isoformat() == later
