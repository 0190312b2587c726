"""What a source said of a country, before it becomes a reading."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from assess.evidence.pack import Code3, Count, IncomeGroup
from assess.evidence.period import Period
from assess.value import CountryCode, Line, Value


class Measured(Value):
    """One value of one country, in the indicator's unit."""

    country: CountryCode
    value: float = Field(allow_inf_nan=False)
    period: Annotated[Period, Field(min_length=1)]
    sample: Count | None = None
    note: Line = ""


class Place(Value):
    """A country as the World Bank lists it."""

    iso2: CountryCode
    iso3: Code3
    name: Annotated[Line, Field(min_length=1)]
    income: IncomeGroup = ""
