"""Several people's answers, written as a table."""

from __future__ import annotations

from functools import cache

from assess.agreement import Agreement, agreement
from assess.assessment import Assessment, Assessor, FrameworkRef, Judgement, Triage
from assess.framework import Framework
from assess.panel import Panel
from tests.shipped import LIBRARY
from tests.small import SMALL, framework

TEN = framework(
    "a b c d e",
    "f g h i j",
    "z",
    """
    a -> f strong underpins
    f -> z strong contributes_to
    """,
)
"""Ten nodes to judge, so that alpha can be told."""


@cache
def iwn() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def by(assessor: str, *judgements: Judgement) -> tuple[Judgement, ...]:
    """These answers given by one person."""
    return tuple(each.model_copy(update={"assessor": assessor}) for each in judgements)


def assessed(*answers: tuple[Judgement, ...], frame: Framework = SMALL, **fields) -> Assessment:
    """Everybody's answers; who is named a1, a2 … has the names Anna, Ben, Chi and Dora."""
    people = dict.fromkeys(each.assessor for all_of in answers for each in all_of)
    names = {"a1": "Anna", "a2": "Ben", "a3": "Chi", "a4": "Dora"}
    fields = {
        "assessors": tuple(Assessor(id=each, name=names.get(each, "")) for each in people),
        "triage": Triage(depth="standard"),
        **fields,
    }
    return Assessment(
        framework=FrameworkRef(id=frame.id, version=frame.version),
        judgements=tuple(each for all_of in answers for each in all_of),
        **fields,
    )


def agreed(*answers: tuple[Judgement, ...], frame: Framework = SMALL, **fields) -> Agreement:
    """How far these people agree."""
    return agreement(frame, assessed(*answers, frame=frame, **fields))


def in_rounds(
    first: tuple[Judgement, ...], now: tuple[Judgement, ...], phase: str = "closed", **fields
) -> Assessment:
    """Answers as the first round ended, and as they are now."""
    people = tuple(dict.fromkeys(each.assessor for each in (*first, *now)))
    listed = tuple(Assessor(id=each) for each in people)
    panel = Panel(phase=phase, first=() if phase == "first" else first)
    return assessed(now, panel=panel, assessors=listed, **fields)
