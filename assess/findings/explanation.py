"""What each number is made of: causes and ways, in sums that are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings.effect import Cause, Expectation, Explanation, Pathway, Triple
from assess.propagation import DRAWS, WORDS, Planes, Way, count, shares, ways

if TYPE_CHECKING:
    from assess.findings.play import Play

Three = tuple[int, int, int]
Explanations = tuple[Explanation, Explanation, Explanation]


class Listed(NamedTuple):
    """A way, the cause it starts from, and the draws in which all its links carry."""

    way: Way
    cause: int
    carrying: Planes


def level_of(counts: Three) -> int:
    """The highest level that at least half of the draws reach."""
    return max((k for k in (1, 2, 3) if 2 * counts[k - 1] >= DRAWS), default=0)


def triple(counts: Three) -> Triple:
    """Counts of draws as shares."""
    return counts[0] / DRAWS, counts[1] / DRAWS, counts[2] / DRAWS


def three(counts: NDArray[np.int64]) -> Three:
    """A row of three counts as plain numbers."""
    minor, material, major = counts.tolist()
    return minor, material, major


def causes(play: Play, present: Planes) -> tuple[Cause, ...]:
    """Who brings a result: `present` has one row of draws for each stated effect."""
    there = np.flatnonzero(present.any(axis=-1)).tolist()
    found = [
        Cause(_node(play, k), play.stated[k].part, share.split, share.alone)
        for k, share in zip(there, shares(present[there]), strict=True)
    ]
    return tuple(sorted(found, key=lambda cause: -cause.share))


def expectation(play: Play, node: int) -> Expectation:
    """What the answers on other nodes would lead one to expect."""
    brought = play.expected(node)
    counts = three(count(np.bitwise_or.reduce(brought, axis=0)))
    first, second, third = (causes(play, brought[:, k]) for k in range(3))
    return Expectation(level_of(counts), triple(counts), (first, second, third))


def verdict_explanations(play: Play) -> Explanations:
    """What the chance of each step of the verdict is made of: causes only."""
    steps = three(count(play.verdict[0]))
    first, second, third = (
        Explanation(steps[k] / DRAWS, causes(play, play.verdict_causes[:, k])) for k in range(3)
    )
    return first, second, third


def explanations(play: Play, node: int, limit: int) -> Explanations:
    """What the chances of level 1, 2, 3 or more on a node are made of."""
    if node in play.stage.answers.answered:
        first, second, third = (_own(play, node, level) for level in (1, 2, 3))
    else:
        first, second, third = (
            _brought(play, node, level, found[:limit])
            for level, found in zip((1, 2, 3), _found(play, node, limit), strict=True)
        )
    return first, second, third


def _own(play: Play, node: int, level: int) -> Explanation:
    """A direct answer stands for itself: its only way has no steps."""
    who = causes(play, play.causes[node, :, level - 1])
    here = tuple(Pathway(cause.node, cause.part, (), cause.share) for cause in who)
    return Explanation(int(play.counts[node, 0, level - 1]) / DRAWS, who, here)


def _found(play: Play, node: int, limit: int) -> tuple[list[Listed], list[Listed], list[Listed]]:
    """The ways for level 1, 2 and 3 or more; one search does where it finds every way."""
    first = _listed(play, node, 1, limit)
    if len(first) >= limit:
        return first, _listed(play, node, 2, limit), _listed(play, node, 3, limit)
    second = [each for each in first if each.way.drop <= 1]
    return first, second, [each for each in second if not each.way.drop]


def _listed(play: Play, node: int, level: int, limit: int) -> list[Listed]:
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


def _brought(play: Play, node: int, level: int, found: list[Listed]) -> Explanation:
    """What comes by the ways found; where these are not all, the rest is told as one."""
    whole = int(play.counts[node, 0, level - 1])
    if not whole:
        return Explanation(0.0)
    bits = [each.carrying & play.drawn[each.cause][2 + level + each.way.drop] for each in found]
    carrying = np.array(bits, np.uint64).reshape(-1, WORDS)
    told = [
        _pathway(play, each, share.split)
        for each, share in zip(found, shares(carrying), strict=True)
        if share.split
    ]
    told.sort(key=lambda way: -way.share)
    others = whole - int(count(np.bitwise_or.reduce(carrying, axis=0)))
    who = causes(play, play.causes[node, :, level - 1])
    return Explanation(whole / DRAWS, who, tuple(told), others / DRAWS)


def _pathway(play: Play, listed: Listed, share: float) -> Pathway:
    steps = tuple(play.stage.ground.steps[k] for k in listed.way.arcs)
    return Pathway(_node(play, listed.cause), play.stated[listed.cause].part, steps, share)


def _node(play: Play, cause: int) -> str:
    return play.stage.ground.network.nodes[play.stated[cause].node]
