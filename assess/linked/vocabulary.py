"""The terms that are this toolkit's own, for what the European vocabulary has no term for.

Every file says what they mean, so that it can be read without asking anyone.
"""

from __future__ import annotations

from typing import Final

from assess.judgement import CONFIDENCES, EVIDENCES, LIKELIHOODS
from assess.linked.graph import OWN, Graph, Iri, Object, Said, Thing, share, term
from assess.method import DEFAULT

LICENCE: Final = Iri("https://www.apache.org/licenses/LICENSE-2.0")
_SCHEME = Iri(OWN.removesuffix("#"))

_CONCEPTS: Final = {
    "conclusion": "The conclusion on harm or on benefit, computed from all answers.",
    "finding": "What is computed for one critical property, enabler or goal.",
    "answer": "What an assessor answered on one critical property or enabler.",
    "gap": "What was not answered, or is not known.",
    "negative": "Harm is stated, or follows with some chance.",
    "positive": "Benefit is stated, or follows with some chance.",
    "neutral": "Judged to have no effect, or not to apply; or nothing was found.",
    "open": "Not known: what is missing could bring an effect.",
    "minor": "Noticeable, local or short-lived; ordinary work-arounds exist.",
    "material": "Many networks or users are affected, or it is hard to undo.",
    "major": "It no longer holds for a substantial part of the networks or users concerned.",
    "none-found": "No effect was found. This does not say that there is none.",
}
_PROPERTIES: Final = {
    "node": "The critical property, enabler or goal of the framework that is spoken of.",
    "harm": "The level of harm an assessor states.",
    "benefit": "The level of benefit an assessor states.",
    "likelihood": "How probable the effect is if the text is adopted and enforced as drafted.",
    "confidence": "How sure the assessor is of the level.",
    "evidence": "What the answer rests on.",
    "cites": "The provision an answer is about.",
    "level": "The highest level that is at least as likely as not; for a conclusion, its step.",
    "lowestLevel": "The level at the low end of its bounds.",
    "highestLevel": "The level at the high end of its bounds.",
    "chanceOfMinor": "The chance, 0 to 1, of a minor effect or a stronger one.",
    "chanceOfMaterial": "The chance, 0 to 1, of a material effect or a stronger one.",
    "chanceOfMajor": "The chance, 0 to 1, of a major effect.",
    "shareOfDraws": "The part of the draws that give exactly this conclusion, 0 to 1.",
    "lowestChance": "The low end of a word of likelihood, 0 to 1.",
    "highestChance": "The high end of a word of likelihood, 0 to 1.",
    "jurisdiction": "Where the text is to apply, as the assessor wrote it.",
    "inputSha256": "SHA-256 of the answers, as the findings of this toolkit give it.",
    "findingsSha256": "SHA-256 of the findings as assess-findings/1.",
    "notStated": "True of something the European vocabulary asks for and the assessment lacks.",
}


def own(name: str) -> Iri:
    """One of this toolkit's terms: a level, a word of likelihood, a kind of statement."""
    return term(f"assess:{name}")


def word(group: str, name: str) -> Iri:
    """A word an assessor chose: `word("likelihood", "very likely")`."""
    return own(f"{group}-{name.replace(' ', '-')}")


def terms() -> Graph:
    """What all of them mean."""
    return (
        Thing(
            _SCHEME,
            ("skos:ConceptScheme",),
            (
                ("dct:title", Said("Terms of the Internet impact assessment toolkit", "en")),
                ("dct:license", LICENCE),
            ),
        ),
        *(
            Thing(own(name), ("rdf:Property",), (("rdfs:comment", Said(meaning, "en")),))
            for name, meaning in _PROPERTIES.items()
        ),
        *(_concept(own(name), name, meaning) for name, meaning in _CONCEPTS.items()),
        *map(_likelihood, LIKELIHOODS),
        *(_graded("confidence", name) for name in CONFIDENCES),
        *(_graded("evidence", name) for name in EVIDENCES),
    )


def _concept(iri: Iri, label: str, meaning: str = "", *more: tuple[str, Object]) -> Thing:
    defined: tuple[tuple[str, Object], ...] = (("skos:definition", Said(meaning, "en")),)
    return Thing(
        iri,
        ("skos:Concept",),
        (
            ("skos:prefLabel", Said(label, "en")),
            ("skos:inScheme", _SCHEME),
            *(defined if meaning else ()),
            *more,
        ),
    )


def _likelihood(name: str) -> Thing:
    band = DEFAULT.likelihood(name)
    numbers = (
        ("assess:lowestChance", share(band.low)),
        ("assess:highestChance", share(band.high)),
    )
    return _concept(word("likelihood", name), name, "", *numbers)


def _graded(group: str, name: str) -> Thing:
    return _concept(word(group, name), f"{name} {group}")
