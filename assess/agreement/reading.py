"""What follows from each person's own answers, and from all of them taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from assess.findings import CHANNELS, Channel, Firmness, Flag
from assess.findings.analysis import firmness_of, flag_of, worst_if_unknown
from assess.findings.effect import Triple
from assess.findings.explanation import Three, level_of, three, triple
from assess.findings.play import CENTRE, RANGES, Counts, Play, Slot, Stage
from assess.method import Method
from assess.propagation import DRAWS, count

if TYPE_CHECKING:
    from assess.framework import Framework, Kind


class Conclusion(NamedTuple):
    """A verdict as in `findings.Verdict`, without its bounds and what it is made of."""

    level: int
    p: Triple
    share: float
    firmness: Firmness

    @property
    def possible(self) -> bool:
        """Whether there is no level, though some draws reach one."""
        return not self.level and self.p[0] > 0


@dataclass(frozen=True)
class View:
    """What one person's own answers lead to.

    Of the nodes `asked` about, `answered` have an answer, and in `unknown` of them it is "don't
    know".
    """

    assessor: str
    asked: int
    answered: int
    unknown: int
    harm: Conclusion
    benefit: Conclusion

    def conclusion(self, channel: Channel) -> Conclusion:
        """On harm or on benefit."""
        return self.harm if channel == "harm" else self.benefit


class Vote(NamedTuple):
    """Those whose own answers lead to the same verdict; `possible` as in `Conclusion`."""

    level: int
    possible: bool
    assessors: tuple[str, ...]


class PooledEffect(NamedTuple):
    """The level at least half of all draws reach, and the chances of level 1, 2, 3 or worse."""

    level: int
    p: Triple


@dataclass(frozen=True)
class PooledNode:
    """What is found on one node; flags as in `findings.NodeFindings`."""

    id: str
    kind: Kind
    flag: Flag | None
    veto: bool
    harm: PooledEffect
    benefit: PooledEffect

    def effect(self, channel: Channel) -> PooledEffect:
        """The harm or the benefit."""
        return self.harm if channel == "harm" else self.benefit


@dataclass(frozen=True)
class Pooled:
    """All views mixed: a draw takes one person, all as likely, and the whole of their answers.

    Everybody is played on all draws, so each has exactly as many; levels are never averaged.
    """

    harm: Conclusion
    benefit: Conclusion
    nodes: tuple[PooledNode, ...]

    def conclusion(self, channel: Channel) -> Conclusion:
        """On harm or on benefit."""
        return self.harm if channel == "harm" else self.benefit


@dataclass(frozen=True, eq=False)
class Played:
    """One person's answers played: counts of draws, from which view and pool are made.

    `nodes` is (channels, nodes, 3) and `steps` (channels, 3), for level 1, 2, 3 or worse. For each
    critical property `worst` has the chance of major harm were every missing answer major, and
    `vetoes` whether major harm is stated there.
    """

    view: View
    nodes: Counts
    steps: Counts
    worst: dict[int, float]
    vetoes: frozenset[int]


class _Central(Stage):
    """Played as far as levels and flags need it: neither bounds nor explanations."""

    @cached_property
    def slots(self) -> dict[Slot, int]:
        wanted = [CENTRE]
        wanted += RANGES["gaps"][1:] if self.answers.unknown else ()
        wanted += RANGES["depth"][1:] if self.answers.not_asked else ()
        return {slot: k for k, slot in enumerate(wanted)}


def played(assessor: str, stage: Stage, method: Method) -> Played:
    """What follows from one person's answers."""
    plays = [Play(_Central(stage.ground, stage.answers), k) for k in range(len(CHANNELS))]
    steps = np.stack([count(play.verdict[0]) for play in plays])
    critical, harm = stage.ground.critical, plays[0]
    return Played(
        view=_view(assessor, stage, steps, method),
        nodes=np.stack([play.counts[:, 0] for play in plays]),
        steps=steps,
        worst={place: worst_if_unknown(harm, place) for place in critical},
        vetoes=frozenset(place for place in critical if stage.answers.level(place, 0) == 3),
    )


def _view(assessor: str, stage: Stage, steps: Counts, method: Method) -> View:
    said = [each for each in stage.answers.said if each not in (None, "not-asked")]
    harm, benefit = (_conclusion(three(row), DRAWS, method) for row in steps)
    return View(
        assessor=assessor,
        asked=len(said),
        answered=sum(each not in ("unfinished", "not-answered") for each in said),
        unknown=said.count("dont-know"),
        harm=harm,
        benefit=benefit,
    )


def _conclusion(steps: Three, draws: int, method: Method) -> Conclusion:
    level = level_of(steps, draws)
    reached = (draws, *steps, 0)
    share = (reached[level] - reached[level + 1]) / draws
    return Conclusion(level, triple(steps, draws), share, firmness_of(share, method))


def pooled(framework: Framework, readings: Sequence[Played], method: Method) -> Pooled:
    """All of these people's draws taken together; at least one."""
    draws = DRAWS * len(readings)
    steps = np.sum([each.steps for each in readings], axis=0)
    harm, benefit = (_conclusion(three(row), draws, method) for row in steps)
    counts = np.sum([each.nodes for each in readings], axis=0)
    effects = [
        tuple(PooledEffect(level_of(three(row), draws), triple(three(row), draws)) for row in rows)
        for rows in counts
    ]
    nodes = tuple(
        _node(framework, place, both, readings, method)
        for place, both in enumerate(zip(*effects, strict=True))
    )
    return Pooled(harm, benefit, nodes)


def _node(
    framework: Framework,
    place: int,
    effects: tuple[PooledEffect, ...],
    readings: Sequence[Played],
    method: Method,
) -> PooledNode:
    node = framework.nodes[place]
    harm, benefit = effects
    flag, veto = None, any(place in each.vetoes for each in readings)
    if place in readings[0].worst:
        worst = sum(each.worst[place] for each in readings) / len(readings)
        flag, upper = (flag_of(p, veto, method) for p in (harm.p[2], worst))
        if flag == "not-shown" and upper != "not-shown":
            flag = "open"
    return PooledNode(
        id=node.id,
        kind=framework.kind(node.id),
        flag=flag,
        veto=flag == "at-risk" and harm.p[2] < method.at_risk,
        harm=harm,
        benefit=benefit,
    )


def votes(views: Sequence[View], channel: Channel) -> tuple[Vote, ...]:
    """How many lead to which verdict, worst first; "possible" comes before none found at all."""
    led: dict[tuple[int, bool], list[str]] = {}
    for view in views:
        found = view.conclusion(channel)
        led.setdefault((found.level, found.possible), []).append(view.assessor)
    return tuple(Vote(*key, tuple(led[key])) for key in sorted(led, reverse=True))
