"""A move to another version before it is made: what becomes of all that people said."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from assess.assessment import Archived, Assessment
from assess.errors import AssessError
from assess.framework import FrameworkRef
from assess.migration.course import Way
from assess.migration.moving import Fate, Moving, Outcome
from assess.migration.rest import rest
from assess.panel import Panel


@dataclass(frozen=True)
class Plan:
    """What a move would do, thing by thing: nothing is changed yet.

    `of` is the assessment as it is, `after` as it would be; `archived` leaves the answers and is
    kept beside them.
    """

    way: Way
    of: Assessment
    after: Assessment
    fates: tuple[Fate, ...]
    archived: tuple[Archived, ...]

    @property
    def target(self) -> FrameworkRef:
        """The version that it leads to."""
        return self.after.framework

    def count(self, outcome: Outcome) -> int:
        """How many things have this fate."""
        return sum(each.outcome == outcome for each in self.fates)

    def dropped_topics(self) -> tuple[FrameworkRef, ...]:
        """Topics of which no version stands beside the new framework."""
        there = {each.id for each in self.after.topics.refs}
        return tuple(each for each in self.of.topics.refs if each.id not in there)


def plan(assessment: Assessment, way: Way) -> Plan:
    """What a move along a way would do. Raises AssessError where the result would be too large."""
    moving = Moving(way, assessment)
    judgements = moving.answers(assessment.judgements, "answer")
    panel = assessment.panel
    try:
        first = moving.answers(panel.first, "first-round") if panel else ()
        after = assessment.replace(
            judgements=judgements,
            panel=Panel(**{**dict(panel), "first": first}) if panel else None,
            moved=None,
            **rest(moving),
        )
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise AssessError(f"it cannot move as a whole: {reason}") from None
    return Plan(way, assessment, after, tuple(moving.fates), tuple(moving.archived))
