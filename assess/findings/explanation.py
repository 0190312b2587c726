"""What each number is made of: causes and ways, in sums that are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assess.findings.effect import Cause, Expectation, Explanation, Pathway, Triple
from assess.findings.ground import live
from assess.propagation import DRAWS, Planes, Way, count, shares, ways

if TYPE_CHECKING:
    from assess.findings.play import Play


def level_of(counts: tuple[int, int, int]) -> int:
    """The highest level that at least half of the draws reach."""
    return max((k for k in (1, 2, 3) if 2 * counts[k - 1] >= DRAWS), default=0)


def triple(counts: tuple[int, int, int]) -> Triple:
    """Counts of draws as shares."""
    return counts[0] / DRAWS, counts[1] / DRAWS, counts[2] / DRAWS


def three(counts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> tuple[int, int, int]:
    """A row of three counts as plain numbers."""
    minor, material, major = (int(each) for each in counts)
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


def verdict_explanations(play: Play) -> tuple[Explanation, Explanation, Explanation]:
    """What the chance of each step of the verdict is made of: causes only."""
    steps = count(play.verdict[0])
    first, second, third = (
        Explanation(int(steps[k]) / DRAWS, causes(play, play.verdict_causes[:, k]))
        for k in range(3)
    )
    return first, second, third


def explanations(play: Play, node: int, limit: int) -> tuple[Explanation, Explanation, Explanation]:
    """What the chances of level 1, 2, 3 or more on a node are made of."""
    first, second, third = (_explanation(play, node, level, limit) for level in (1, 2, 3))
    return first, second, third


def _explanation(play: Play, node: int, level: int, limit: int) -> Explanation:
    whole = play.state[node, 0, level - 1]
    p = int(count(whole)) / DRAWS
    if not p:
        return Explanation(0.0)
    listed, carrying = _ways(play, node, level, limit)
    there = [k for k, row in enumerate(carrying) if row.any()]
    others = whole & ~np.bitwise_or.reduce(carrying, axis=0)
    found = [
        _pathway(play, *listed[k], share.split)
        for k, share in zip(there, shares(carrying[there]), strict=True)
    ]
    found.sort(key=lambda way: -way.share)
    who = causes(play, play.causes[node, :, level - 1])
    return Explanation(p, who, tuple(found), int(count(others)) / DRAWS)


def _ways(play: Play, node: int, level: int, limit: int) -> tuple[list[tuple[Way, int]], Planes]:
    """The best ways with the cause each starts from, and the draws in which each carries."""
    chances: dict[int, Triple] = {}
    for each in play.stated:
        chances[each.node] = max(chances.get(each.node, each.centre), each.centre)
    cut = play.answers.answered
    found = ways(play.ground.network, node, play.channel, chances, cut, level, limit)
    listed = [
        (way, k) for way in found for k, each in enumerate(play.stated) if each.node == way.origin
    ][:limit]
    rows = np.zeros((len(listed), play.state.shape[-1]), np.uint64)
    central = live(play.ground.network)[:, 1]
    for row, (way, k) in zip(rows, listed, strict=True):
        row[:] = play.own(k)[level + way.drop - 1]
        for arc in way.arcs:
            row &= central[arc]
    return listed, rows


def _pathway(play: Play, way: Way, cause: int, share: float) -> Pathway:
    steps = tuple(play.ground.steps[k] for k in way.arcs)
    return Pathway(_node(play, cause), play.stated[cause].part, steps, share)


def _node(play: Play, cause: int) -> str:
    return play.ground.network.nodes[play.stated[cause].node]
