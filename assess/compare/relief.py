"""What a mitigation would remove if it works fully, and what would stay."""

from __future__ import annotations

from dataclasses import dataclass

from assess.amendment import carry
from assess.assessment import Assessment, Judgement
from assess.compare.step import Move
from assess.errors import AssessError
from assess.findings import Channel, Effect, Findings, analyse
from assess.framework import Framework

Part = tuple[str, int]
"""One judgement: its node, and its part, counted from 1."""


@dataclass(frozen=True)
class Relief:
    """The best case: the answers named taken as "no effect", all others as they stand.

    `removed` are harms that would be gone, `remaining` those the answers have a part in but that
    others bring too, `lost` benefits that would go as well. Whether a mitigation does work fully
    is for the assessor to judge.
    """

    base: str
    answers: tuple[Part, ...]
    before: Findings
    after: Findings
    removed: tuple[Move, ...]
    remaining: tuple[Move, ...]
    lost: tuple[Move, ...]


def relief(
    framework: Framework, assessment: Assessment, draft_id: str, assessor: str = "a1"
) -> Relief:
    """What a draft that tries a mitigation would remove at best.

    Raises AssessError for an unknown draft or assessor, and for a draft that tries none.
    """
    assessment.check(draft_id, assessor)
    draft = assessment.draft(draft_id)
    if draft.mitigates is None or draft.based_on is None:
        raise AssessError(f"draft {draft_id} tries no mitigation; choose one to try first")
    own = carry(assessment, draft_id).by(assessor).reopened
    parts = tuple((each.base.node, each.base.part) for each in own)
    return _relief(framework, assessment, draft.based_on, parts, assessor)


def relief_of(
    framework: Framework,
    assessment: Assessment,
    base: str,
    intervention: str,
    assessor: str = "a1",
) -> Relief:
    """What averting one kind of intervention would remove at best, before any draft tries it."""
    assessment.check(base, assessor)
    parts = tuple(
        (each.node, each.part)
        for each in assessment.judgements
        if (each.draft, each.assessor, each.mechanism) == (base, assessor, intervention)
    )
    return _relief(framework, assessment, base, parts, assessor)


def _relief(
    framework: Framework,
    assessment: Assessment,
    base: str,
    parts: tuple[Part, ...],
    assessor: str,
) -> Relief:
    averted = assessment
    for node, part in parts:
        nothing = Judgement(node=node, draft=base, assessor=assessor, part=part, answer="none")
        averted = averted.record(nothing)
    before = analyse(framework, assessment, draft=base, assessor=assessor)
    after = analyse(framework, averted, draft=base, assessor=assessor)
    harms, benefits = (_touched(before, after, side, parts) for side in ("harm", "benefit"))
    return Relief(
        base=base,
        answers=parts,
        before=before,
        after=after,
        removed=tuple(move for move in harms if not move.after.level),
        remaining=tuple(move for move in harms if move.after.level),
        lost=tuple(move for move in benefits if not move.after.level),
    )


def _touched(
    before: Findings, after: Findings, channel: Channel, parts: tuple[Part, ...]
) -> tuple[Move, ...]:
    """Where there is a level in whose chance the answers have a part."""
    pairs = [
        (node.id, node.effect(channel), after.node(node.id).effect(channel))
        for node in before.nodes
    ]
    return tuple(
        Move(node, channel, was.level, was, now, ())
        for node, was, now in pairs
        if was.level and _has_part(was, parts)
    )


def _has_part(effect: Effect, parts: tuple[Part, ...]) -> bool:
    causes = effect.explanations[effect.level - 1].causes
    return any((cause.node, cause.part) in parts for cause in causes)
