"""Small frameworks and assessments for tests, written as tables."""

from __future__ import annotations

from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.framework import Framework
from assess.method import Method, Weight, Word

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
