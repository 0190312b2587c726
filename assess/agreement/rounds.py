"""What people changed between the first round and the second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from assess.assessment import Assessment, Judgement
from assess.errors import AssessError
from assess.panel import Phase

if TYPE_CHECKING:
    from assess.framework import Framework

Changed = Literal["answer", "level", "likelihood", "confidence", "evidence", "text"]
_FIELDS: Final[dict[Changed, tuple[str, ...]]] = {
    "answer": ("answer",),
    "level": ("harm", "benefit"),
    "likelihood": ("likelihood",),
    "confidence": ("confidence",),
    "evidence": ("evidence",),
    "text": ("reason", "rationale", "people", "condition", "sides", "provisions", "mechanism"),
}


class Move(NamedTuple):
    """One person's answer on one node before and after, by part; either may be empty."""

    node: str
    assessor: str
    before: tuple[Judgement, ...]
    after: tuple[Judgement, ...]
    changed: tuple[Changed, ...]


def moved(framework: Framework, assessment: Assessment, draft: str = "d1") -> tuple[Move, ...]:
    """What differs between the rounds, node by node and then person by person.

    Empty where there was one round only. Raises AssessError while a round is open, and for an
    unknown draft.
    """
    assessment.check(draft, (*assessment.assessor_ids, "a1")[0])
    if assessment.panel is None:
        return ()
    refuse_while_open(assessment)
    first = assessment.first_round()
    return tuple(
        move
        for node in framework.judged
        for assessor in assessment.assessor_ids
        if (move := _move(first, assessment, (node.id, draft, assessor))).changed
    )


def _move(first: Assessment, now: Assessment, key: tuple[str, str, str]) -> Move:
    node, _, assessor = key
    before, after = (each.judgements_on(*key) for each in (first, now))
    changed = tuple(
        kind for kind, names in _FIELDS.items() if _told(before, names) != _told(after, names)
    )
    return Move(node, assessor, before, after, changed)


def _told(judgements: tuple[Judgement, ...], names: tuple[str, ...]) -> list[tuple[object, ...]]:
    return [tuple(getattr(each, name) for name in names) for each in judgements]


def refuse_while_open(assessment: Assessment) -> None:
    """Raises AssessError in a private round: blind means blind, whoever holds the file."""
    if assessment.panel and assessment.panel.private:
        raise AssessError(_OPEN[assessment.panel.phase])


_OPEN: Final[dict[Phase, str]] = {
    "first": "the first round is open: nobody sees the others' answers before it ends",
    "second": (
        "the second round is open: nobody sees the others' new answers before it ends; "
        "ask for the first round"
    ),
}
