"""Pictures to look at: each kind drawn of made answers, and what can be read on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assess import charts
from assess.agreement import agreement
from assess.assessment import Assessment, Assessor
from assess.compare import compare, options
from assess.explain import AgreementTelling, Telling
from assess.findings import analyse
from assess.proposal import Draft
from assess.robustness import robustness
from assess.text import words
from tests.small import SMALL, assessment

CAMBODIA = "2022-cambodia-national-internet-gateway"
ENGLISH = words("en")
KINDS = ("levels", "tipping", "drafts", "disagreement")
Spec = dict[str, Any]


def told(*judgements) -> Telling:
    given = assessment(SMALL, *judgements, depth="standard")
    return Telling(SMALL, given, analyse(SMALL, given), ENGLISH)


def draw(kind: str, framework, given: Assessment, channel="harm", said=ENGLISH, **how) -> Spec:
    """One of the pictures, of a first draft and one that says less, by two people."""
    telling = Telling(framework, given, analyse(framework, given), said)
    if kind == "levels":
        return charts.levels(telling, channel, **how)
    if kind == "tipping":
        return charts.tipping(telling, robustness(framework, given).of(channel), **how)
    if kind == "drafts":
        both = compare(framework, options(amended(given)))
        return charts.drafts(framework, both, said, channel, **how)
    told = AgreementTelling(framework, agreement(framework, judged_by(given, 2)), said)
    return charts.disagreement(told, channel, **how)


def both_sides(given: Assessment) -> Assessment:
    """Each harm a benefit as well."""
    return given.model_copy(
        update={
            "judgements": tuple(
                each.model_copy(update={"benefit": each.harm}) for each in given.judgements
            )
        }
    )


def amended(given: Assessment) -> Assessment:
    fewer = (each.model_copy(update={"draft": "d2"}) for each in given.judgements[2:])
    return given.model_copy(
        update={
            "drafts": (given.drafts[0], Draft(id="d2", label="Amended")),
            "judgements": (*given.judgements, *fewer),
        }
    )


def judged_by(given: Assessment, people: int) -> Assessment:
    """The same answers by several people, each of whom leaves some out."""
    return given.model_copy(
        update={
            "assessors": tuple(
                Assessor(id=f"a{n}", name=f"Person {n}") for n in range(1, people + 1)
            ),
            "judgements": tuple(
                each.model_copy(update={"assessor": f"a{n}"})
                for n in range(1, people + 1)
                for each in given.judgements[n - 1 :]
            ),
        }
    )


def facts(spec: Spec, name: str) -> list[Spec]:
    """What one layer shows, from the top down."""
    return [
        f
        for layer in spec["layer"]
        if layer["data"]["name"] == name
        for f in layer["data"]["values"]
    ]


def texts(spec: Spec) -> Iterator[list[str]]:
    """The lines of each text."""
    for layer in spec["layer"]:
        for fact in layer["data"]["values"]:
            if "share" in fact:
                yield [f"{fact['word']} {fact['share']}".strip()]
            elif "text" in fact:
                yield [fact["text"]] if isinstance(fact["text"], str) else fact["text"]


def read(spec: Spec) -> list[str]:
    """All that can be read, each text in one piece."""
    return [" ".join(lines) for lines in texts(spec)]


def lines_of(spec: Spec, name: str) -> list[str]:
    return [" ".join(fact["text"]) for fact in facts(spec, name)]
