"""What each number is made of: causes and ways, in sums that are exact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings.effect import Cause, Expectation, Explanation, Pathway, Step, Triple
from assess.propagation import DRAWS, WORDS, Planes, Share, Way, count, shares_of_each, ways

if TYPE_CHECKING:
    from assess.findings.play import Play

Three = tuple[int, int, int]
Causes = tuple[Cause, ...]
Cells = tuple[tuple[Share, ...], ...]
Explanations = tuple[Explanation, Explanation, Explanation]


class Listed(NamedTuple):
    """Ways to one node, one entry for each cause at the start of a way.

    `sources` are node and part of the cause; `carrying` is (entries, 3, words): the draws in which
    an entry brings level 1, 2, 3 or more.
    """

    sources: tuple[tuple[str, int], ...]
    steps: tuple[tuple[Step, ...], ...]
    carrying: Planes


def level_of(counts: Three, draws: int = DRAWS) -> int:
    """The highest level that at least half of the draws reach."""
    return max((k for k in (1, 2, 3) if 2 * counts[k - 1] >= draws), default=0)


def triple(counts: Three, draws: int = DRAWS) -> Triple:
    """Counts of draws as shares."""
    return counts[0] / draws, counts[1] / draws, counts[2] / draws


def three(counts: NDArray[np.int64]) -> Three:
    """A row of three counts as plain numbers."""
    minor, material, major = counts.tolist()
    return minor, material, major


def causes(play: Play, present: Iterable[Planes]) -> list[tuple[Causes, Causes, Causes]]:
    """Who brings level 1, 2, 3 or more: each of `present` is (stated effects, 3, words)."""
    every = list(present)
    there = [np.flatnonzero(each.any(axis=(1, 2))) for each in every]
    told = shares_of_each([each[rows] for each, rows in zip(every, there, strict=True)])
    return [_who(play, rows.tolist(), cells) for rows, cells in zip(there, told, strict=True)]


def _who(play: Play, there: list[int], cells: Cells) -> tuple[Causes, Causes, Causes]:
    first, second, third = (_causes(play, there, cell) for cell in cells)
    return first, second, third


def _causes(play: Play, there: list[int], cell: tuple[Share, ...]) -> Causes:
    found = [
        Cause(_node(play, k), play.stated[k].part, share.split, share.alone)
        for k, share in zip(there, cell, strict=True)
        if share.split
    ]
    return tuple(sorted(found, key=lambda cause: -cause.share))


def expectations(play: Play, nodes: Iterable[int]) -> dict[int, Expectation]:
    """What the answers on other nodes would lead one to expect on each of these nodes."""
    brought = {node: play.expected(node) for node in nodes}
    told = zip(brought.items(), causes(play, brought.values()), strict=True)
    return {node: _expectation(planes, who) for (node, planes), who in told}


def _expectation(brought: Planes, who: tuple[Causes, Causes, Causes]) -> Expectation:
    counts = three(count(np.bitwise_or.reduce(brought, axis=0)))
    return Expectation(level_of(counts), triple(counts), who)


def verdict_explanations(play: Play) -> Explanations:
    """What the chance of each step of the verdict is made of: causes only."""
    steps = three(count(play.verdict[0]))
    (who,) = causes(play, [play.verdict_causes])
    first, second, third = (Explanation(steps[k] / DRAWS, who[k]) for k in range(3))
    return first, second, third


def explanations(play: Play, limit: int) -> tuple[Explanations, ...]:
    """For every node, what the chances of level 1, 2, 3 or more are made of.

    A direct answer stands for itself; elsewhere at most `limit` ways are told.
    """
    who = causes(play, play.causes)
    derived = [node for node in range(len(who)) if node not in play.stage.answers.answered]
    brought = dict(zip(derived, _brought(play, derived, who, limit), strict=True))
    return tuple(brought.get(node) or _own(play, node, who[node]) for node in range(len(who)))


def _own(play: Play, node: int, who: tuple[Causes, Causes, Causes]) -> Explanations:
    """A direct answer stands for itself: its only way has no steps."""
    whole = triple(three(play.counts[node, 0]))
    first, second, third = (
        Explanation(p, each, tuple(Pathway(c.node, c.part, (), c.share) for c in each))
        for p, each in zip(whole, who, strict=True)
    )
    return first, second, third


def _brought(
    play: Play, nodes: list[int], who: list[tuple[Causes, Causes, Causes]], limit: int
) -> list[Explanations]:
    """What comes by links to each of these nodes."""
    listings = [_listings(play, node, limit) for node in nodes]
    cells = iter(shares_of_each([listed.carrying for each in listings for listed in each]))
    return [
        _told(play, node, who[node], [(listed, next(cells)) for listed in each])
        for node, each in zip(nodes, listings, strict=True)
    ]


def _listings(play: Play, node: int, limit: int) -> list[Listed]:
    """One search for the ways does where it finds them all; else each level has its own best."""
    every = _listed(play, node, 1, limit)
    if len(every.sources) < limit:
        return [every]
    return [_listed(play, node, level, limit) for level in (1, 2, 3)]


def _listed(play: Play, node: int, level: int, limit: int) -> Listed:
    """The ways most likely to bring a level, from every judgement at their start."""
    found = _ways(play, node, level, limit)
    links = _carrying(play, found)
    entries = [
        (way, carrying, cause)
        for way, carrying, ever in zip(found, links, np.any(links, axis=1).tolist(), strict=True)
        if ever
        for cause, each in enumerate(play.stated)
        if each.node == way.origin
    ][:limit]
    names = play.stage.ground.network.nodes
    present = np.zeros((len(entries), 3, WORDS), np.uint64)
    for row, (way, carrying, cause) in zip(present, entries, strict=True):
        np.bitwise_and(play.drawn[cause][3 + way.drop : 6], carrying, out=row[: 3 - way.drop])
    return Listed(
        tuple((names[way.origin], play.stated[cause].part) for way, _, cause in entries),
        tuple(_steps(play, way) for way, _, _ in entries),
        present,
    )


def _ways(play: Play, node: int, level: int, limit: int) -> tuple[Way, ...]:
    if not play.counts[node, 0, level - 1]:
        return ()
    chances: dict[int, Triple] = {}
    for each in play.stated:
        chances[each.node] = max(chances.get(each.node, each.centre), each.centre)
    ground, cut = play.stage.ground, play.stage.answers.answered
    return ways(ground.network, node, play.channel, chances, cut, level, limit)


def _carrying(play: Play, found: tuple[Way, ...]) -> Planes:
    """(ways, words): the draws in which all links of a way carry."""
    carrying = np.full((len(found), WORDS), ~np.uint64(0))
    for row, way in zip(carrying, found, strict=True):
        for k in way.arcs:
            np.bitwise_and(row, play.stage.links[k, 1], out=row)
    return carrying


def _steps(play: Play, way: Way) -> tuple[Step, ...]:
    return tuple(play.stage.ground.steps[k] for k in way.arcs)


def _told(
    play: Play,
    node: int,
    who: tuple[Causes, Causes, Causes],
    listings: list[tuple[Listed, Cells]],
) -> Explanations:
    """The ways, and where they are not all there are, the rest as one."""
    whole = three(play.counts[node, 0])
    there = [three(count(np.bitwise_or.reduce(each.carrying, axis=0))) for each, _ in listings]
    first, second, third = (
        Explanation(
            whole[k] / DRAWS,
            who[k],
            _pathways(listings[place][0], listings[place][1][k]),
            (whole[k] - there[place][k]) / DRAWS,
        )
        for k, place in enumerate((0, 1, 2) if len(listings) > 1 else (0, 0, 0))
    )
    return first, second, third


def _pathways(listed: Listed, cell: tuple[Share, ...]) -> tuple[Pathway, ...]:
    told = [
        Pathway(*source, steps, share.split)
        for source, steps, share in zip(listed.sources, listed.steps, cell, strict=True)
        if share.split
    ]
    return tuple(sorted(told, key=lambda way: -way.share))


def _node(play: Play, cause: int) -> str:
    return play.stage.ground.network.nodes[play.stated[cause].node]
