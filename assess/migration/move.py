"""An assessment moved to another version of its framework, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assess.assessment import Assessment, Move
from assess.bundle import SIZE_LIMIT, dumps
from assess.errors import AssessError
from assess.migration.plan import Plan

MOST_MOVES: Final = 8
"""Each move keeps the assessment before it; a file holds so many, one in the other."""

_APART: Final = frozenset({"moved", "judgements", "notes", "framework", "topics"})


@dataclass(frozen=True)
class Since:
    """What was changed since a move, and would be set aside by going back.

    `answers` and `notes` are how many differ; `parts` names other parts of the assessment that do,
    as its fields are called.
    """

    answers: int
    notes: int
    parts: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether going back sets nothing aside."""
        return not (self.answers or self.notes or self.parts)


def move(assessment: Assessment, plan: Plan) -> Assessment:
    """The assessment on the new version, with the one before kept inside.

    Raises AssessError where the plan was made for another assessment, after too many moves, and
    where the file would be too large to be opened again.
    """
    if plan.of != assessment:
        raise AssessError("the assessment was changed since this was planned; plan it again")
    if _moves(assessment) >= MOST_MOVES:
        raise AssessError(
            f"this assessment was moved {MOST_MOVES} times, each time with the one before inside; "
            "keep this file and begin a new assessment"
        )
    moved = plan.after.replace(moved=Move(before=assessment, archived=plan.archived))
    if len(dumps(moved).encode()) > SIZE_LIMIT:
        raise AssessError(
            "with the assessment before the move inside, the file would be larger than "
            f"{SIZE_LIMIT // 1024**2} MB; leave out text of the law that no answer cites, then move"
        )
    return moved


def put_on(assessment: Assessment, plan: Plan) -> Assessment:
    """The assessment with the overlay, or without one, that the plan leads to.

    Answers given to other words than stand there now wait to be looked at again. Raises AssessError
    where something was said on a question that a chapter added and that would go.
    """
    if plan.of != assessment:
        raise AssessError("the assessment was changed since this was planned; plan it again")
    if plan.archived:
        names = ", ".join(dict.fromkeys(each.name for each in plan.archived))
        raise AssessError(
            f"something is said on questions that would go: {names}; take that back first"
        )
    return plan.after.replace(moved=assessment.moved)


def back(assessment: Assessment) -> Assessment:
    """Exactly the assessment as it was before its last move. AssessError where none is kept."""
    if assessment.moved is None:
        raise AssessError("this assessment was never moved; there is nothing to go back to")
    if assessment.moved.before is None:
        raise AssessError(
            "what was before the move is not in this copy; whoever began the assessment can go back"
        )
    return assessment.moved.before


def since(assessment: Assessment, plan: Plan) -> Since:
    """What was changed since the move; `plan` is that of the assessment before it.

    An answer counts that was given, changed, confirmed or withdrawn.
    """
    then, now = plan.after, assessment
    return Since(
        answers=_differ({j.key: j for j in then.judgements}, {j.key: j for j in now.judgements}),
        notes=_differ({n.key: n for n in then.notes}, {n.key: n for n in now.notes}),
        parts=tuple(
            name
            for name in Assessment.model_fields
            if name not in _APART and getattr(then, name) != getattr(now, name)
        ),
    )


def _differ(then: dict[tuple[object, ...], object], now: dict[tuple[object, ...], object]) -> int:
    return sum(then.get(key) != now.get(key) for key in then.keys() | now.keys())


def _moves(assessment: Assessment) -> int:
    count = 0
    while assessment.moved and assessment.moved.before:
        count, assessment = count + 1, assessment.moved.before
    return count
