"""The order of matches: how many good hints a clause has, and how telling its words are here.

Both are compared with the other clauses of the same law (z: how many standard deviations above
the law's mean) and added. What stands in every clause of a law says little in that law (BM25).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from assess.bill.screening.finding import Entry, Finder, Found
from assess.bill.screening.lexicon import Idea
from assess.bill.screening.term import WEAK

K1, B = 1.2, 0.75
"""How soon more of the same word stops counting, and how much long clauses are discounted."""

Weights = dict[str, float]


class Seen(NamedTuple):
    """What the finder saw in one clause: terms, how often each literal, how long it is."""

    found: tuple[Found, ...]
    counts: Mapping[int, int]
    length: int


def hinted(found: Iterable[Found]) -> Weights:
    """How strongly terms hint at each intervention, 0 to 1: any further idea adds to the rest.

    Terms of one idea are the same hint in other words and count once, as the strongest of them.
    """
    ideas: dict[str, tuple[Idea, float]] = {}
    for each in found:
        idea, factor = each.entry.idea, WEAK if each.entry.term.weak else 1.0
        if factor > ideas.get(idea.id, (idea, 0.0))[1]:
            ideas[idea.id] = idea, factor
    missed: Weights = {}
    for idea, factor in ideas.values():
        for intervention, weight in idea.hints.items():
            missed[intervention] = missed.get(intervention, 1.0) * (1.0 - weight * factor)
    return {intervention: 1.0 - rest for intervention, rest in missed.items()}


def ranks(finder: Finder, clauses: Sequence[Seen]) -> list[Weights]:
    """For each clause its rank for each intervention that any of its literals belongs to."""
    hints, no_hint = standardised([hinted(seen.found) for seen in clauses])
    telling, no_word = standardised(bm25(finder, clauses))
    # Every term has a literal, so whatever is hinted at has a BM25 as well.
    return [
        {name: one.get(name, no_hint.get(name, 0.0)) + two.get(name, no_word[name]) for name in two}
        for one, two in zip(hints, telling, strict=True)
    ]


def bm25(finder: Finder, clauses: Sequence[Seen]) -> list[Weights]:
    """BM25 of each clause for each intervention, its literals being the query."""
    queries = _queries(finder.entries, len(finder.literals))
    mean = sum(seen.length for seen in clauses) / max(1, len(clauses)) or 1.0
    having: dict[int, int] = {}
    for seen in clauses:
        for number in seen.counts:
            having[number] = having.get(number, 0) + 1
    rare = {n: math.log1p((len(clauses) - k + 0.5) / (k + 0.5)) for n, k in having.items()}
    return [_scored(seen, queries, rare, mean) for seen in clauses]


def _scored(
    seen: Seen,
    queries: Sequence[Weights],
    rare: Mapping[int, float],
    mean: float,
) -> Weights:
    scores: Weights = {}
    damping = K1 * (1 - B + B * seen.length / mean)
    for number, count in seen.counts.items():
        worth = rare[number] * count * (K1 + 1) / (count + damping)
        for intervention, weight in queries[number].items():
            scores[intervention] = scores.get(intervention, 0.0) + worth * weight
    return scores


def _queries(entries: Iterable[Entry], count: int) -> list[Weights]:
    """For each literal the interventions it stands for, at its best weight."""
    queries: list[Weights] = [{} for _ in range(count)]
    for entry in entries:
        factor = WEAK if entry.term.weak else 1.0
        for number in frozenset().union(*entry.sides):
            query = queries[number]
            for intervention, weight in entry.idea.hints.items():
                query[intervention] = max(query.get(intervention, 0.0), weight * factor)
    return queries


def standardised(clauses: Sequence[Weights]) -> tuple[list[Weights], Weights]:
    """How many standard deviations each value is above the mean of all clauses.

    A clause without a value counts as 0; what 0 comes to is the second part of the result.
    """
    count = max(1, len(clauses))
    sums: Weights = {}
    squares: Weights = {}
    for each in clauses:
        for name, value in each.items():
            sums[name] = sums.get(name, 0.0) + value
            squares[name] = squares.get(name, 0.0) + value * value
    means = {name: total / count for name, total in sums.items()}
    # Where all are alike the law has no order of its own: 1 makes them all 0.
    spread = {n: math.sqrt(max(0.0, squares[n] / count - m * m)) or 1.0 for n, m in means.items()}
    made = [{n: (v - means[n]) / spread[n] for n, v in each.items()} for each in clauses]
    return made, {name: -mean / spread[name] for name, mean in means.items()}
