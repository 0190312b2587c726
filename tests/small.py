"""Small frameworks and assessments for tests, written as tables."""

from __future__ import annotations

import random

from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.findings import Findings, analyse
from assess.framework import Framework
from assess.method import DEFAULT, Method, Weight, Word

LEVELS = ("minor", "material", "major")

WORDS = {"minor": "Minor.", "material": "Material.", "major": "Major."}

CERTAIN = Method(
    likelihoods=(Word("virtually certain", 1.0, 1.0, 1.0), Word("likely", 0.8, 0.8, 0.8)),
    confidences=(Weight("high", 1.0),),
)
"""Stated effects occur as stated: for the lines of the example that say so."""


def without_word_ranges(method: Method) -> Method:
    """The same method with every word read at its centre."""
    centred = {
        name: tuple(Word(w.word, w.centre, w.centre, w.centre) for w in getattr(method, name))
        for name in ("strengths", "likelihoods")
    }
    return Method(**centred, confidences=method.confidences)


def framework(properties: str, enablers: str, goals: str, links: str) -> Framework:
    """A framework from names and lines like `a -> c strong underpins`."""
    names = properties.split() + enablers.split() + goals.split()
    first_goal = (goals.split() or ["nowhere"])[0]
    plain = {
        name: {
            "id": name,
            "code": name.upper(),
            "name": name,
            "summary": name,
            "sources": ["s"],
            "verified": True,
        }
        for name in names
    }
    judged = {
        "questions": [{"text": "?", "provenance": "argued", "sources": ["s"]}],
        "strengthens": [],
        "weakens": [],
        "levels": WORDS,
    }
    own = {"descriptor": "d", "characteristics": [], "benefit": "b"}
    return Framework.model_validate(
        {
            "id": "small",
            "version": "1.0.0",
            "title": "Small",
            "summary": "For tests",
            "licence_note": "",
            "sources": {"s": {"title": "Made up"}},
            "benefit_levels": WORDS,
            "critical_properties": [plain[n] | judged | own for n in properties.split()],
            "enablers": [
                plain[n] | judged | {"goal": first_goal, "indicators": []} for n in enablers.split()
            ],
            "goals": [plain[n] for n in goals.split()],
            "links": [_link(line) for line in links.strip().splitlines() if line.strip()],
        }
    )


def _link(line: str) -> dict[str, object]:
    origin, arrow, target, strength, relation = line.split()
    assert arrow == "->", line
    return {
        "from": origin,
        "to": target,
        "relation": relation,
        "strength": strength,
        "reason": "made up",
        "provenance": "argued",
        "verified": False,
        "sources": ["s"],
    }


def effect(
    node: str,
    harm: str | None = None,
    benefit: str | None = None,
    likelihood: str = "very likely",
    confidence: str = "high",
    part: int = 1,
) -> Judgement:
    """A finished answer that there is an effect."""
    return Judgement(
        node=node,
        answer="effect",
        harm=harm,
        benefit=benefit,
        likelihood=likelihood,
        confidence=confidence,
        part=part,
    )


def said(node: str, answer: str, part: int = 1) -> Judgement:
    """A finished answer without effect: none, not-applicable or dont-know."""
    return Judgement(node=node, answer=answer, part=part)


def assessment(frame: Framework, *judgements: Judgement, depth: str = "quick") -> Assessment:
    """These judgements on the first draft by the first assessor."""
    return Assessment(
        framework=FrameworkRef(id=frame.id, version=frame.version),
        triage=Triage(depth=depth),
        judgements=judgements,
    )


def any_answers(framework, seed: int, depth: str = "standard", most: int = 15) -> Assessment:
    """A few answers of every kind, some nodes judged in two parts."""
    chance = random.Random(seed)
    judgements = []
    for node in chance.sample([n.id for n in framework.judged], chance.randint(1, most)):
        kind = chance.choice(["effect", "effect", "effect", "none", "not-applicable", "dont-know"])
        for part in range(1, chance.choice([2, 2, 3]) if kind == "effect" else 2):
            judgements.append(
                said(node, kind, part) if kind != "effect" else any_effect(node, part, chance)
            )
    return assessment(framework, *judgements, depth=depth)


def any_effect(node: str, part: int, chance: random.Random) -> Judgement:
    """A harm, a benefit or both, of any strength."""
    harm = chance.choice([None, *LEVELS])
    return effect(
        node,
        harm,
        chance.choice([None, *LEVELS]) if harm else chance.choice(LEVELS),
        chance.choice(["very likely", "likely", "about as likely as not", "unlikely"]),
        chance.choice(["high", "medium", "low"]),
        part,
    )


SMALL = framework(
    "a b",
    "c",
    "d",
    """
    a -> c strong underpins
    b -> c material supports
    c -> d strong contributes_to
    b -> a weak tension
    """,
)
"""Two properties, an enabler, a goal, and a tension."""


def found_on_small(
    *judgements: Judgement, depth: str = "standard", method: Method = DEFAULT
) -> Findings:
    """What follows from these answers on the small framework."""
    return analyse(SMALL, assessment(SMALL, *judgements, depth=depth), method=method)
