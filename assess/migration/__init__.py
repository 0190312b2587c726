"""Versions of a framework: what changed, and an assessment moved from one to the next and back."""

from __future__ import annotations

from assess.migration.changes import Change, ChangeKind, Changes
from assess.migration.course import Way, Why
from assess.migration.move import Since, back, move, put_on, since
from assess.migration.moving import OUTCOMES, Fate, Outcome, What
from assess.migration.plan import Plan, plan
from assess.migration.truth import Untrue, untruths
from assess.migration.ways import Versions, between, newer, way, with_overlay

__all__ = [
    "OUTCOMES",
    "Change",
    "ChangeKind",
    "Changes",
    "Fate",
    "Outcome",
    "Plan",
    "Since",
    "Untrue",
    "Versions",
    "Way",
    "What",
    "Why",
    "back",
    "between",
    "move",
    "newer",
    "plan",
    "put_on",
    "since",
    "untruths",
    "way",
    "with_overlay",
]
