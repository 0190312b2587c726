"""What each number is made of: causes and ways, in sums that are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings.effect import Cause, Expectation, Explanation, Pathway, Triple
from assess.propagation import DRAWS, WORDS, Planes, Share, Way, count, shares, ways

if TYPE_CHECKING:
    from assess.findings.play import Play

Three = tuple[int, int, int]
Causes = tuple[Cause, ...]
Explanations = tuple[Explanation, Explanation, Explanation]


class Listed(NamedTuple):
    """A way, the cause it starts from, and the draws in which all its links carry."""

    way: Way
    cause: int
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


def causes(play: Play, present: Planes) -> tuple[Causes, Causes, Causes]:
    """Who brings level 1, 2, 3 or more: `present` is (stated effects, 3, words)."""
    there = np.flatnonzero(present.any(axis=(1, 2))).tolist()
    first, second, third = (_causes(play, there, cell) for cell in shares(present[there]))
    return first, second, third


def _causes(play: Play, there: list[int], cell: tuple[Share, ...]) -> Causes:
    found = [
        Cause(_node(play, k), play.stated[k].part, share.split, share.alone)
        for k, share in zip(there, cell, strict=True)
        if share.split
    ]
    return tuple(sorted(found, key=lambda cause: -cause.share))


def expectation(play: Play, node: int) -> Expectation:
    """What the answers on other nodes would lead one to expect."""
    brought = play.expected(node)
    counts = three(count(np.bitwise_or.reduce(brought, axis=0)))
    return Expectation(level_of(counts), triple(counts), causes(play, brought))


def verdict_explanations(play: Play) -> Explanations:
    """What the chance of each step of the verdict is made of: causes only."""
    steps = three(count(play.verdict[0]))
    who = causes(play, play.verdict_causes)
    first, second, third = (Explanation(steps[k] / DRAWS, who[k]) for k in range(3))
    return first, second, third


def explanations(play: Play, node: int, limit: int) -> Explanations:
    """What the chances of level 1, 2, 3 or more on a node are made of."""
    who = causes(play, play.causes[node])
    if node in play.stage.answers.answered:
        whole = triple(three(play.counts[node, 0]))
        first, second, third = (_own(p, each) for p, each in zip(whole, who, strict=True))
    else:
        first, second, third = _brought(play, node, who, limit)
    return first, second, third


def _own(p: float, who: Causes) -> Explanation:
    """A direct answer stands for itself: its only way has no steps."""
    here = tuple(Pathway(cause.node, cause.part, (), cause.share) for cause in who)
    return Explanation(p, who, here)


def _brought(play: Play, node: int, who: tuple[Causes, Causes, Causes], limit: int) -> Explanations:
    """One search for the ways does where it finds them all; else each level has its own best."""
    found = _found(play, node, 1, limit)
    if len(found) < limit:
        return _told(play, node, who, found)
    each = [_told(play, node, who, _found(play, node, level, limit)[:limit]) for level in (1, 2, 3)]
    return each[0][0], each[1][1], each[2][2]


def _told(
    play: Play, node: int, who: tuple[Causes, Causes, Causes], found: list[Listed]
) -> Explanations:
    """What comes by these ways; where they are not all, the rest is told as one."""
    carrying = np.zeros((len(found), 3, WORDS), np.uint64)
    for row, each in zip(carrying, found, strict=True):
        row[: 3 - each.way.drop] = play.drawn[each.cause][3 + each.way.drop : 6] & each.carrying
    listed = count(np.bitwise_or.reduce(carrying, axis=0)).tolist()
    whole = play.counts[node, 0].tolist()
    first, second, third = (
        Explanation(
            whole[k] / DRAWS, who[k], _pathways(play, found, cell), (whole[k] - listed[k]) / DRAWS
        )
        for k, cell in enumerate(shares(carrying))
    )
    return first, second, third


def _pathways(play: Play, found: list[Listed], cell: tuple[Share, ...]) -> tuple[Pathway, ...]:
    told = [
        _pathway(play, each, share.split)
        for each, share in zip(found, cell, strict=True)
        if share.split
    ]
    return tuple(sorted(told, key=lambda way: -way.share))


def _found(play: Play, node: int, level: int, limit: int) -> list[Listed]:
    """The ways most likely to bring a level, from every judgement at their start."""
    if not play.counts[node, 0, level - 1]:
        return []
    chances: dict[int, Triple] = {}
    for each in play.stated:
        chances[each.node] = max(chances.get(each.node, each.centre), each.centre)
    ground, cut = play.stage.ground, play.stage.answers.answered
    return [
        Listed(way, cause, carrying)
        for way in ways(ground.network, node, play.channel, chances, cut, level, limit)
        if (carrying := _carrying(play, way)).any()
        for cause, each in enumerate(play.stated)
        if each.node == way.origin
    ]


def _carrying(play: Play, way: Way) -> Planes:
    """The draws in which all links of a way carry."""
    carrying: Planes = np.bitwise_and.reduce(play.stage.links[list(way.arcs), 1], axis=0)
    return carrying


def _pathway(play: Play, listed: Listed, share: float) -> Pathway:
    steps = tuple(play.stage.ground.steps[k] for k in listed.way.arcs)
    return Pathway(_node(play, listed.cause), play.stated[listed.cause].part, steps, share)


def _node(play: Play, cause: int) -> str:
    return play.stage.ground.network.nodes[play.stated[cause].node]
