"""The standing of every value of a pack: made where there is none, made again where there is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assess.errors import Place, Problem
from assess.evidence.indicator import Catalogue, Indicator
from assess.evidence.pack import Country, Entry
from assess.evidence.reading import Standing
from assess.text import Words

FEWEST = 10
"""Among fewer countries than these nothing is said: one country more would move it far."""
ROUNDING = 0.11
"""A percentile with one digit after the point may be this far from ours."""


def standing(value: float, ordered: Sequence[float]) -> Standing | None:
    """Of the other countries, how many in a hundred lie lower, equal ones counted half.

    `ordered` are the values of all countries, this one's among them, lowest first.
    """
    if len(ordered) < FEWEST:
        return None
    lower, not_higher = bisect_left(ordered, value), bisect_right(ordered, value)
    share = (lower + (not_higher - lower - 1) / 2) / (len(ordered) - 1)
    return Standing(percentile=round(100 * share, 1), n=len(ordered))


def with_standings(
    entries: Sequence[tuple[Place, Entry]],
    catalogue: Catalogue,
    countries: Iterable[Country],
    words: Words,
) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Entries with their places, as entries with a standing where their indicator compares.

    A percentile that differs from what its own file gives is a problem. One that says to be of
    another number of countries than the file has cannot be made again, and is kept.
    """
    groups = {each.iso2: each.wb_income_group for each in countries}
    indicators = {each.id: each for each in catalogue.indicators}
    marked = [(place, _marked(entry, indicators[entry.indicator])) for place, entry in entries]
    pools = _pools((entry for _, entry in marked), groups)
    problems: list[Problem] = []
    made = []
    for place, entry in marked:
        if indicators[entry.indicator].compare == "none" or entry.thin:
            made.append(_placed(entry, None, None))
            continue
        world = standing(entry.value, pools[entry.indicator, None])
        income = standing(entry.value, pools[entry.indicator, groups.get(entry.iso2, "")])
        problems += _differing(place, entry, world, income, words)
        made.append(_placed(entry, entry.world or world, entry.income or income))
    return tuple(made), problems


def _marked(entry: Entry, indicator: Indicator) -> Entry:
    """The entry, marked as thin where it rests on fewer tests than its indicator asks for."""
    few = entry.sample is not None and entry.sample < (indicator.min_sample or 0)
    return entry.model_copy(update={"thin": "yes"}) if few else entry


def _pools(
    entries: Iterable[Entry], groups: Mapping[str, str]
) -> dict[tuple[str, str | None], list[float]]:
    """The values to compare with, lowest first: under None of all countries, else by income."""
    pools: dict[tuple[str, str | None], list[float]] = defaultdict(list)
    for entry in entries:
        if not entry.thin:
            pools[entry.indicator, None].append(entry.value)
            if group := groups.get(entry.iso2):
                pools[entry.indicator, group].append(entry.value)
    for values in pools.values():
        values.sort()
    return pools


def _differing(
    place: Place, entry: Entry, world: Standing | None, income: Standing | None, words: Words
) -> Iterator[Problem]:
    pairs = (("pct_world", entry.world, world), ("pct_income", entry.income, income))
    for column, given, ours in pairs:
        if not given or not ours or given.n != ours.n:
            continue
        if abs(given.percentile - ours.percentile) > ROUNDING:
            told = words.gettext(
                "{given}, but the values in this file give {ours}; mend or empty it"
            )
            message = told.format(given=given.percentile, ours=ours.percentile)
            yield Problem(replace(place, path=column), message)


def _placed(entry: Entry, world: Standing | None, income: Standing | None) -> Entry:
    return entry.model_copy(
        update={
            "pct_world": world and world.percentile,
            "n_world": world and world.n,
            "pct_income": income and income.percentile,
            "n_income": income and income.n,
        }
    )
