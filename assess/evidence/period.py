"""Days and periods as packs write them, and when a period is long past."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from assess.value import LINE_LIMIT

_PART = re.compile(r"((?:19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def period_end(period: str) -> datetime.date:
    """The last day of 2023, 2025-10, 2026-08-22 or 2023/2025. Raises ValueError for others."""
    parts = [_PART.fullmatch(part) for part in period.split("/")]
    if not all(parts) or len(parts) > 2:
        raise ValueError("not a period; write it as 2023, 2025-10, 2026-08-22 or 2023/2025")
    ends = [_last_day(*(int(each) for each in part.groups() if each)) for part in parts if part]
    if ends != sorted(ends):
        raise ValueError("this period ends before it begins; turn it round")
    return ends[-1]


def _last_day(year: int, month: int = 12, day: int = 0) -> datetime.date:
    try:
        return datetime.date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        raise ValueError("there is no such day; mend the date") from None


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last of that month where it is shorter."""
    year, before = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, before + 1)[1]
    return datetime.date(year, before + 1, min(day.day, last))


def _a_period(text: str) -> str:
    if text:
        period_end(text)
    return text


def _a_day(text: str) -> str:
    if text and not _DAY.fullmatch(text):
        raise ValueError("not a day; write it as 2026-11-30")
    if text:
        period_end(text)
    return text


Period = Annotated[str, StringConstraints(max_length=LINE_LIMIT), AfterValidator(_a_period)]
"""A period as `period_end` reads it, or ""."""
Day = Annotated[str, StringConstraints(max_length=LINE_LIMIT), AfterValidator(_a_day)]
"""A day as 2026-11-30, or ""."""
