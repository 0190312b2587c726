"""What is measured about a country: one reading for each indicator, and those beside a question."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from assess.evidence.indicator import Catalogue, Indicator, Role
from assess.evidence.pack import Attempt, Entry, Pack
from assess.evidence.period import months_later, period_end
from assess.evidence.reading import Reading, State, absent

ROLES: tuple[Role, ...] = get_args(Role)
"""In the order in which readings are shown."""
BESIDE = 5
"""So many readings stand beside a question; more would be read by nobody."""


def readings(
    catalogue: Catalogue, pack: Pack | None, country: str, today: datetime.date
) -> tuple[Reading, ...]:
    """One reading for each indicator, in the catalogue's order. `country` as ISO 3166-1 alpha-2.

    What the pack has no value for has a state that says why, and never a zero.
    """
    held = {each.indicator for each in pack.entries} if pack else set()
    here = [each for each in pack.entries if each.iso2 == country] if pack else []
    values = {each.indicator: each for each in here}
    tried = _tried(pack.attempts if pack else (), country)
    return tuple(
        _measured(each, values[each.id], today)
        if each.id in values
        else _failed(each, country, tried[each.id])
        if each.id in tried
        else absent(each, country, _why_absent(each, pack, held))
        for each in catalogue.indicators
    )


def _tried(attempts: Iterable[Attempt], country: str) -> dict[str, Attempt]:
    """What became of the last try for each indicator; what is said of one country wins."""
    there = [each for each in attempts if each.iso2 in ("", country)]
    return {each.indicator: each for each in sorted(there, key=lambda each: each.iso2)}


def _why_absent(indicator: Indicator, pack: Pack | None, held: set[str]) -> State:
    """`no-data` only where somebody looked: the pack has this for others, or a file is to bring."""
    if indicator.id in held or (pack and indicator.access == "import"):
        return "no-data"
    return "token-required" if indicator.access == "token" else "offline"


def _failed(indicator: Indicator, country: str, attempt: Attempt) -> Reading:
    return absent(indicator, country, attempt.state, note=attempt.note, fetched=attempt.fetched)


def _measured(indicator: Indicator, entry: Entry, today: datetime.date) -> Reading:
    return Reading(
        indicator=indicator.id,
        country=entry.iso2,
        state=_age(indicator, entry, today),
        value=entry.value,
        text=_plain(entry.value),
        period=entry.period,
        sample=entry.sample,
        thin=bool(entry.thin),
        world=entry.world,
        income=entry.income,
        source=entry.source,
        fetched=entry.fetched,
        note=entry.note,
        method=_method(indicator, entry),
    )


def _age(indicator: Indicator, entry: Entry, today: datetime.date) -> State:
    if indicator.stale_after is None:
        return "ok"
    old = months_later(period_end(entry.period), indicator.stale_after) < today
    return "stale" if old else "ok"


def _method(indicator: Indicator, entry: Entry) -> str:
    """How the method changed last before the end of the period; "" where it has not."""
    end = period_end(entry.period)
    before = [each for each in indicator.breaks if each.date <= end]
    return max(before, key=lambda each: each.date).what if before else ""


def _plain(value: float) -> str:
    """Every digit there is, and none that is not."""
    return str(int(value)) if value.is_integer() else str(value)


def beside(
    catalogue: Catalogue, read: Sequence[Reading], node: str, limit: int = BESIDE
) -> tuple[Reading, ...]:
    """The readings to show beside a question about a node, at most `limit`.

    What has a value goes before what has none, and one of each role before a second of any, so
    that counts of the same shutdowns do not crowd out the rest. Shown with values first, by role.
    """
    informing = catalogue.informing(node)
    there = {each.indicator: each for each in read}
    rows = [(each, there[each.id]) for each in informing if each.id in there]
    seen: Counter[tuple[bool, Role]] = Counter()
    chosen = []
    for place, (indicator, reading) in enumerate(rows):
        shown = (not reading.measured, ROLES.index(indicator.role), place)
        kind = (reading.measured, indicator.role)
        chosen.append(((shown[0], seen[kind], *shown[1:]), shown, reading))
        seen[kind] += 1
    first = sorted(chosen, key=lambda each: each[0])[:limit]
    return tuple(reading for _, _, reading in sorted(first, key=lambda each: each[1]))
