"""A reading: one measured value of one country, or the reason why there is none."""

from __future__ import annotations

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from assess.evidence.indicator import Indicator, IndicatorId
from assess.evidence.period import Day, Period
from assess.value import CountryCode, Line, Value

State = Literal["ok", "stale", "no-data", "token-required", "rate-limited", "error", "offline"]
"""`ok` and `stale` have a value; in all others there is none, which is never a zero."""

STATES: tuple[State, ...] = get_args(State)
MEASURED: tuple[State, ...] = ("ok", "stale")


class Standing(Value):
    """Where a value stands among `n` countries.

    `percentile`: of the other countries, how many in a hundred have a lower value, those with the
    same value counted half. It says lower, never worse: the direction is the indicator's.
    """

    percentile: float = Field(ge=0, le=100, allow_inf_nan=False)
    n: int = Field(ge=1)


class Reading(Value):
    """A value with its date, source and state; it stands beside a verdict and never moves one.

    `period` is what was measured (2023, 2025-10, 2026-08-22, 2023/2025), `fetched` the day it was
    asked for (ISO, "" where not known), `method` how the way of measuring changed last before it.
    """

    indicator: IndicatorId
    country: CountryCode
    state: State
    value: float | None = Field(default=None, allow_inf_nan=False)
    text: Line = ""
    period: Period = ""
    sample: int | None = Field(default=None, ge=0)
    thin: bool = False
    world: Standing | None = None
    income: Standing | None = None
    source: Line
    fetched: Day = ""
    note: Line = ""
    method: Line = ""

    @property
    def measured(self) -> bool:
        """Whether there is a value."""
        return self.state in MEASURED

    @model_validator(mode="after")
    def _a_value_exactly_where_measured(self) -> Self:
        if self.measured and (self.value is None or not self.text or not self.period):
            raise ValueError(f"{self.state} without a value and its period; give both")
        told = self.value, self.sample, self.world, self.income
        if not self.measured and (self.text or self.thin or any(e is not None for e in told)):
            raise ValueError(f"{self.state} with a value; what was not measured has none")
        return self


def absent(
    indicator: Indicator, country: str, state: State, *, note: str = "", fetched: str = ""
) -> Reading:
    """The reading of something that could not be had."""
    return Reading(
        indicator=indicator.id,
        country=country,
        state=state,
        source=indicator.source,
        note=note,
        fetched=fetched,
    )
