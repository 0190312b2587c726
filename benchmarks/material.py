"""What is measured: the shipped framework, and assessments in which every node has an answer."""

from __future__ import annotations

import random
from functools import cache

from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.findings import staged
from assess.findings.play import Stage
from assess.framework import Framework
from assess.library import Library

DEPTHS = ("quick", "standard")


@cache
def framework() -> Framework:
    """The one that is shipped."""
    return Library().framework("internet-way-of-networking", "1.0.0")


def assessment(depth: str, seed: int) -> Assessment:
    """Answers on all nodes this depth asks about: every one an effect, some of them mixed."""
    chance = random.Random(seed)
    empty = Assessment(
        framework=FrameworkRef(id=framework().id, version=framework().version),
        triage=Triage(depth=depth),
    )
    for node in empty.to_judge(framework()):
        empty = empty.record(answer(node.id, chance))
    return empty


def answer(node: str, chance: random.Random) -> Judgement:
    """An effect of any strength."""
    return Judgement(
        node=node,
        answer="effect",
        harm=chance.choice(["minor", "material", "major"]),
        benefit=chance.choice([None, "minor", "material"]),
        likelihood=chance.choice(["very likely", "likely", "unlikely"]),
        confidence=chance.choice(["high", "medium", "low"]),
        rationale="r",
    )


def stage(depth: str, seed: int) -> Stage:
    """Such an assessment, ready to be played."""
    return staged(framework(), assessment(depth, seed), "d1", "a1")
