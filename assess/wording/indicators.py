"""What was measured, in words: values with their unit, where they stand, and why there is none.

A percentile is told as "higher than" or "lower than", never as better or worse than a country.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from assess.text import Words

if TYPE_CHECKING:
    from assess.evidence import Access, Indicator, Reading, Role, State


def reading_state(words: Words, key: State) -> str:
    """What became of a reading, in short."""
    _ = words.gettext
    return {
        "ok": _("Measured"),
        "stale": _("Measured, but old"),
        "no-data": _("No data"),
        "token-required": _("Needs a token"),
        "rate-limited": _("Asked too often"),
        "error": _("The source failed"),
        "offline": _("Not fetched"),
    }[key]


def indicator_role(words: Words, key: Role) -> str:
    """What an indicator is about."""
    _ = words.gettext
    return {
        "history": _("What has happened before"),
        "exposure": _("How few an order must reach"),
        "practice": _("What operators have deployed"),
        "reach": _("Who is connected"),
        "capacity": _("What the networks can carry"),
        "context": _("To read the others by"),
    }[key]


def access(words: Words, key: Access) -> str:
    """How a value can be had."""
    _ = words.gettext
    return {
        "snapshot": _("From an open file"),
        "live": _("From an open service"),
        "token": _("From a service that asks for a free token"),
        "import": _("From a file that you bring"),
        "restricted": _("From a service whose terms do not let it be passed on"),
    }[key]


def measured(words: Words, indicator: Indicator, reading: Reading) -> str:
    """The value with its unit: "2.75 per 100 people", "yes"; the state where there is none."""
    _ = words.gettext
    if reading.value is None:
        return reading_state(words, reading.state)
    if indicator.unit == "yes or no":
        return _("yes") if reading.value else _("no")
    value, unit = words.figure(reading.value), indicator.unit
    if "," in unit and not unit.startswith("%"):
        return _("{value} ({unit})").format(value=value, unit=unit)
    return _("{value} {unit}").format(value=value, unit=unit)


def period(words: Words, key: str) -> str:
    """When it was measured: "2023", "2023 to 2025", "22 August 2026"."""
    first, _slash, last = key.rpartition("/")
    if first:
        told = words.gettext("{first} to {last}")
        return told.format(first=period(words, first), last=period(words, last))
    return words.date(datetime.date.fromisoformat(key)) if key.count("-") == 2 else key


def standing(words: Words, indicator: Indicator, reading: Reading) -> tuple[str, ...]:
    """Where the value stands among all countries measured and among those of equal income.

    Where lower is better the percentile is turned round, and the sentence says so.
    """
    _ = words.gettext
    lower = indicator.direction == "lower-better"
    told = []
    if world := reading.world:
        sentence = (
            _("Lower than {share} of the other {count} countries measured; here lower is better.")
            if lower
            else _("Higher than {share} of the other {count} countries measured.")
        )
        told.append((sentence, world))
    if income := reading.income:
        sentence = (
            _("Lower than {share} of the other {count} in its income group.")
            if lower
            else _("Higher than {share} of the other {count} in its income group.")
        )
        told.append((sentence, income))
    return tuple(
        sentence.format(
            share=words.percent((100 - each.percentile if lower else each.percentile) / 100),
            count=words.number(each.n - 1),
        )
        for sentence, each in told
    )


def why_absent(words: Words, indicator: Indicator, reading: Reading) -> str:
    """Why there is no value, or an old one, and what to do about it; "" where all is well."""
    _ = words.gettext
    if reading.state == "offline" and indicator.access == "snapshot":
        return _("No pack that holds this is here. Import a pack, or build your own.")
    if indicator.access == "import" and not reading.measured:
        return _("It is in a file that you download from the source and add to a pack.")
    if reading.state == "no-data" and indicator.role == "history":
        return _("Nothing is on record for this country, which does not mean that nothing was.")
    return {
        "ok": "",
        "stale": _("This value is old. Look for a newer one at the source."),
        "no-data": _("Nobody published a value for this country. That is not a zero."),
        "token-required": _("The source asks for a token, which is free. With it, fetch again."),
        "rate-limited": _("The source was asked too often. Try again later."),
        "error": _("The source did not answer as expected. Try again later."),
        "offline": _("It was not fetched. It can be, where fetching is switched on."),
    }[reading.state]
