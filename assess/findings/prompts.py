"""What an assessor should think over: answers that do not fit each other, and tensions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from assess.findings.effect import Channel, NodeFindings, Prompt

if TYPE_CHECKING:
    from assess.framework import Framework

_CHANNELS: Final[tuple[Channel, Channel]] = ("harm", "benefit")
_MATERIAL: Final = 2


def prompts(framework: Framework, nodes: tuple[NodeFindings, ...]) -> tuple[Prompt, ...]:
    """All prompts, in the order of the nodes and then of the links. None changes an answer."""
    by_id = {node.id: node for node in nodes}
    expected = [prompt for node in nodes for prompt in _expected(node)]
    strained = [
        prompt
        for link in framework.links
        if link.relation == "tension"
        for ends in ((link.origin, link.target), (link.target, link.origin))
        for prompt in _strained(by_id[ends[0]], by_id[ends[1]])
    ]
    return (*expected, *strained)


def _expected(node: NodeFindings) -> Iterator[Prompt]:
    """Where a direct answer says less than the other answers lead one to expect."""
    for channel in _CHANNELS:
        effect = node.effect(channel)
        level = effect.expected.level
        if node.mode == "answered" and level > effect.stated:
            because = effect.expected.causes[level - 1]
            p = effect.expected.p[level - 1]
            yield Prompt("expected", node.id, channel, level, p, effect.stated, because)


def _strained(end: NodeFindings, other: NodeFindings) -> Iterator[Prompt]:
    """What a material effect on one end may do to the other, where nothing shows it yet."""
    for channel, opposite in (_CHANNELS, _CHANNELS[::-1]):
        effect, answer = end.effect(channel), other.effect(opposite)
        matters = effect.level >= _MATERIAL and not answer.level
        if matters and other.said != "not-applicable":
            made_of = effect.explanations[effect.level - 1]
            yield Prompt(
                kind="tension",
                node=other.id,
                channel=opposite,
                level=effect.level,
                p=made_of.p,
                stated=answer.stated,
                because=made_of.causes,
                other=end.id,
            )
