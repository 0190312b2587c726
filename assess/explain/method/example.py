"""The worked example of the method: small frameworks and answers, played by the engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from assess.assessment import Assessment, Confidence, FrameworkRef, Judgement, Likelihood, Triage
from assess.explain.telling import Telling
from assess.findings import Findings, analyse
from assess.framework import CriticalProperty, Enabler, Framework, Goal, Level, Link
from assess.method import DEFAULT, Method, Weight, Word
from assess.text import Words, words

SURE: Likelihood = "virtually certain"
CERTAIN = replace(
    DEFAULT,
    likelihoods=(Word(SURE, 1.0, 1.0, 1.0), Word("likely", 0.8, 0.8, 0.8)),
    confidences=(Weight("high", 1.0),),
)
"""For the steps that suppose an effect to be certain, or to have a chance of 80 per cent."""

MAIN = """
a -> c strong contributes_to
b -> c material contributes_to
c -> d strong contributes_to
a -> d material contributes_to
"""
LOOP = """
p -> q material contributes_to
q -> p material contributes_to
"""
NARROW = """
e1 -> x strong contributes_to
e2 -> x strong contributes_to
e3 -> x strong contributes_to
e4 -> x strong contributes_to
e5 -> x strong contributes_to
x -> y weak contributes_to
"""


@dataclass(frozen=True)
class Example:
    """What the engine finds in each situation of the example.

    certain: A major, B minor, both certain. stated: A major, very likely, high confidence; B
    minor, likely, medium. unsure: the same with medium confidence on A. unknown: B don't know,
    every word at its centre. alone: B no effect. supports, loop, narrow: the small ones.
    """

    certain: Findings
    stated: Findings
    unsure: Findings
    unknown: Findings
    alone: Findings
    supports: Findings
    loop: Findings
    narrow: Findings


# --- frameworks --------------------------------------------------------------------------------


def small(
    properties: str, enablers: str, goals: str, links: str, said: Words | None = None
) -> Framework:
    """A made-up framework from names and lines like `a -> c strong contributes_to`."""
    _ = (said or words()).gettext
    return Framework(
        id="worked-example",
        version="1.0.0",
        title=_("Worked example"),
        summary="",
        licence_note="",
        sources={},
        benefit_levels=_levels(),
        critical_properties=tuple(
            CriticalProperty(**_judged(name, _("Property {letter}")), **_EXISTS)
            for name in properties.split()
        ),
        enablers=tuple(
            Enabler(**_judged(name, _("Enabler {letter}")), goal="d", indicators=())
            for name in enablers.split()
        ),
        goals=tuple(Goal(**_node(name, _("Goal {letter}"))) for name in goals.split()),
        links=tuple(_link(line) for line in links.strip().splitlines()),
    )


_EXISTS: dict[str, Any] = {"descriptor": "", "characteristics": (), "benefit": ""}


def _levels() -> dict[str, str]:
    return dict.fromkeys(("minor", "material", "major"), "")


def _node(name: str, called: str) -> dict[str, Any]:
    letter = name.upper()
    return {
        "id": name,
        "code": letter,
        "name": called.format(letter=letter),
        "summary": "",
        "sources": ("made-up",),
        "verified": True,
    }


def _judged(name: str, called: str) -> dict[str, Any]:
    question = {"text": "", "provenance": "argued", "sources": ()}
    return {
        **_node(name, called),
        "questions": (question,),
        "strengthens": (),
        "weakens": (),
        "levels": _levels(),
    }


def _link(line: str) -> Link:
    origin, _arrow, target, strength, relation = line.split()
    return Link.model_validate(
        {
            "from": origin,
            "to": target,
            "relation": relation,
            "strength": strength,
            "reason": "",
            "provenance": "published",
            "verified": True,
            "sources": (),
        }
    )


# --- played ------------------------------------------------------------------------------------


def harmed(
    node: str, level: Level, likelihood: Likelihood = SURE, confidence: Confidence = "high"
) -> Judgement:
    """An answer that states a harm."""
    return Judgement(
        node=node, answer="effect", harm=level, likelihood=likelihood, confidence=confidence
    )


def assessment(framework: Framework, *judgements: Judgement) -> Assessment:
    """These answers; only the critical properties are asked about."""
    return Assessment(
        framework=FrameworkRef(id=framework.id, version=framework.version),
        triage=Triage(depth="quick"),
        judgements=judgements,
    )


def played(framework: Framework, *judgements: Judgement, method: Method = DEFAULT) -> Findings:
    """What the engine finds."""
    return analyse(framework, assessment(framework, *judgements), method=method)


def stated() -> tuple[Judgement, Judgement]:
    """The two answers of step 6, which the drawing shows, too."""
    return (
        harmed("a", "major", "very likely", "high"),
        harmed("b", "minor", "likely", "medium"),
    )


@cache
def example() -> Example:
    """All situations of the example, played."""
    main = small("a b", "c", "d", MAIN)
    on_a, on_b = stated()
    five = [harmed(f"e{number}", "major") for number in range(1, 6)]
    return Example(
        certain=played(main, harmed("a", "major"), harmed("b", "minor"), method=CERTAIN),
        stated=played(main, on_a, on_b),
        unsure=played(main, harmed("a", "major", "very likely", "medium"), on_b),
        unknown=played(main, on_a, Judgement(node="b", answer="dont-know"), method=_centred()),
        alone=played(main, on_a, Judgement(node="b", answer="none")),
        supports=played(
            small("e", "f", "", "e -> f strong supports"), harmed("e", "major"), method=CERTAIN
        ),
        loop=played(small("p", "q", "", LOOP), harmed("p", "material", "likely"), method=CERTAIN),
        narrow=played(small("e1 e2 e3 e4 e5", "x", "y", NARROW), *five, method=CERTAIN),
    )


def _centred() -> Method:
    """The toolkit's method with every word read at its centre."""
    return replace(
        DEFAULT,
        strengths=tuple(Word(w.word, w.centre, w.centre, w.centre) for w in DEFAULT.strengths),
        likelihoods=tuple(Word(w.word, w.centre, w.centre, w.centre) for w in DEFAULT.likelihoods),
    )


def telling(said: Words) -> Telling:
    """The situation of step 6 with its names in the reader's words, to be drawn and explained."""
    framework = small("a b", "c", "d", MAIN, said)
    return Telling(framework, assessment(framework, *stated()), example().stated, said)
