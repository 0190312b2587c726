"""Where people's answers differ, and who says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.assessment import Assessment, Judgement
from assess.findings import CHANNELS, Channel, Said
from assess.findings.answers import Answers

if TYPE_CHECKING:
    from assess.framework import Framework

_WIDE: Final = 2
_MAJOR: Final = 3


class Item(NamedTuple):
    """Harm or benefit on one node with the level each person states, None where missing.

    "No effect" is level 0 in both channels, and an effect in one channel only is level 0 in the
    other. Missing are not applicable, don't know, unfinished and not answered: none of them states
    a level. Where a node is judged in several parts the highest level counts.
    """

    node: str
    channel: Channel
    levels: tuple[int | None, ...]

    @property
    def spread(self) -> int:
        """Levels between the lowest and the highest stated; 0 where fewer than two state one."""
        stated = [level for level in self.levels if level is not None]
        return max(stated) - min(stated) if stated else 0


@dataclass(frozen=True)
class Stance:
    """What one person says of one node; levels as in `Item`, judgements by part."""

    assessor: str
    said: Said
    harm: int | None
    benefit: int | None
    judgements: tuple[Judgement, ...]

    def level(self, channel: Channel) -> int | None:
        """The level of harm or of benefit."""
        return self.harm if channel == "harm" else self.benefit


@dataclass(frozen=True)
class Dissent:
    """A node on which people differ, with everybody's answer.

    `channels` are those two levels or more apart, `spread` is the larger distance; `opposite`:
    one states harm only, another benefit only. In an unsettled one `channels` are those with a
    major effect stated, while somebody else does not know or says that it does not apply.
    """

    node: str
    critical: bool
    channels: tuple[Channel, ...]
    spread: int
    opposite: bool
    stances: tuple[Stance, ...]


def stances(
    framework: Framework, assessment: Assessment, draft: str, given: Mapping[str, Answers]
) -> dict[str, tuple[Stance, ...]]:
    """Everybody's answer on each judged node, in the framework's order; `given` is by person."""
    by_key: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in sorted(assessment.judgements, key=lambda each: each.part):
        if judgement.draft == draft:
            by_key.setdefault((judgement.node, judgement.assessor), []).append(judgement)
    place = {node.id: k for k, node in enumerate(framework.nodes)}
    return {
        node.id: tuple(
            _stance(assessor, answers, place[node.id], by_key.get((node.id, assessor), []))
            for assessor, answers in given.items()
        )
        for node in framework.judged
    }


def _stance(assessor: str, answers: Answers, place: int, judgements: list[Judgement]) -> Stance:
    said = answers.said[place]
    assert said is not None, "every judged node has a word"
    states = said in ("effect", "none")
    harm, benefit = (answers.level(place, k) if states else None for k in range(len(CHANNELS)))
    return Stance(assessor, said, harm, benefit, tuple(judgements))


def items(stances: Mapping[str, tuple[Stance, ...]]) -> tuple[Item, ...]:
    """Harm and benefit of every judged node."""
    return tuple(
        Item(node, channel, tuple(each.level(channel) for each in all_of))
        for node, all_of in stances.items()
        for channel in CHANNELS
    )


def dissents(
    framework: Framework, stances: Mapping[str, tuple[Stance, ...]]
) -> tuple[Dissent, ...]:
    """What matters most first: critical properties, then the wider spread, then the framework."""
    critical = {node.id for node in framework.critical_properties}
    found = [_dissent(node, node in critical, all_of) for node, all_of in stances.items()]
    real = [each for each in found if each.channels or each.opposite]
    return tuple(sorted(real, key=lambda each: (not each.critical, -each.spread)))


def _dissent(node: str, critical: bool, all_of: tuple[Stance, ...]) -> Dissent:
    spreads = {item.channel: item.spread for item in items({node: all_of})}
    return Dissent(
        node=node,
        critical=critical,
        channels=tuple(channel for channel in CHANNELS if spreads[channel] >= _WIDE),
        spread=max(spreads.values()),
        opposite=any(_only(each, "harm") for each in all_of)
        and any(_only(each, "benefit") for each in all_of),
        stances=all_of,
    )


def _only(stance: Stance, channel: Channel) -> bool:
    other: Channel = "benefit" if channel == "harm" else "harm"
    return bool(stance.level(channel)) and not stance.level(other)


def unsettled(
    framework: Framework, stances: Mapping[str, tuple[Stance, ...]]
) -> tuple[Dissent, ...]:
    """Where one states a major effect, and another does not know or says it does not apply.

    Dissents are left out: there everybody's answer is told anyway.
    """
    told = {each.node for each in dissents(framework, stances)}
    critical = {node.id for node in framework.critical_properties}
    found = [
        Dissent(node, node in critical, channels, 0, False, all_of)
        for node, all_of in stances.items()
        if node not in told
        and any(each.said in ("dont-know", "not-applicable") for each in all_of)
        and (channels := tuple(c for c in CHANNELS if any(e.level(c) == _MAJOR for e in all_of)))
    ]
    return tuple(sorted(found, key=lambda each: not each.critical))
