"""A case file made of an assessment and what a case has beyond it, and what is wrong with it.

The file is the one a person would write by hand, with comments that explain it. Of nothing at all
it is the template: `python -m assess.casefile` prints it for `cases/template.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from assess.amendment import carry
from assess.assessment import Assessment
from assess.check import in_case_document
from assess.contribution import Claim, Contribution, GivenAdvice, GivenOutcome, GivenSource
from assess.errors import FileProblems, Problem
from assess.framework import Framework, FrameworkRef
from assess.judgement import Judgement, Sides
from assess.library import Library
from assess.proposal import Draft, Provision
from assess.references import Spot
from assess.refusal import path
from assess.yamlfile import Document, annotated, parsed

FRAMEWORK: Final = "internet-way-of-networking"
FILE: Final = "case.yaml"

HEAD: Final = (
    "yaml-language-server: $schema=../case.schema.json\n\n"
    "A case for the library: what was proposed, how it was judged, where each claim comes from,"
    " and what became of it. This file is cases/<id>/case.yaml; cases/README.md explains every"
    " part. Fill in what stands open, and take out the lines of single judgements that do not"
    " apply. Then run `python -m assess check`, which says what is missing.\n\n"
    "Everything here is public. Write it in your own words: restate, do not paste."
)

ABOVE: Final = {
    ("sources",): (
        "Every text the case rests on, the most important first; a published text before all"
        " others. The address is the publisher's own page (https), never a copy elsewhere. Never"
        " make up an address, a date or a title."
    ),
    ("drafts",): (
        "The text judged. Several drafts may follow one another, each with an id of its own."
    ),
    ("drafts", "provisions"): (
        'Restated in your own words, each heading with "(restated)" at its end. A number only where'
        " a source gives it, else a word: 6, 12a, gateway."
    ),
    ("triage",): (
        "Screening: yes, no or unsure, in quotes. Then which kinds of intervention the law uses."
    ),
    ("judgements",): (
        "One for each critical property and enabler; several on one node have part: 1, part: 2."
        " What no source names is our reading (stated_by: us), even where the facts come from a"
        ' source. Silence is not "no effect".'
    ),
    ("recommendations",): (
        "What would do less harm; leave the brackets where there is nothing. An entry looks like"
        " this:\n  - text: Let networks keep links of their own.\n    stated_by: us"
    ),
    ("outcome",): "What became of the proposal.",
}

BESIDE: Final = {
    ("id",): "the name of the folder: year-country-subject, in lower-case letters and hyphens",
    ("kind",): "published-brief, published-text, or own-reading where no published text judges it",
    ("year",): "of the text the case rests on; of your reading, if it is yours",
    ("law_year",): "of the law or proposal",
    ("subject",): "the law or proposal by its full name, number and date",
    ("region",): "africa, asia-pacific, europe, global, latin-america-caribbean, ...",
    ("authors",): "of the published text, in square brackets; none for a reading of our own",
    ("note",): "what a reader must know about the whole case",
    ("sources", "id"): "a short name, to be used below",
    ("sources", "date"): "as in 2026-11-22; take the line out where it is not known",
    ("sources", "seen"): "read: all of it. excerpt: part of it. own-knowledge: recalled, not seen",
    ("sources", "used_for"): "what in this case rests on it",
    ("sources", "note"): "what was not seen; where a copy was seen",
    ("proposal", "purpose"): "what it says it wants; left empty where nothing says it",
    ("proposal", "jurisdiction"): "the country or body, by its name",
    ("proposal", "stage"): "idea, consultation, draft, before-parliament, adopted or in-force",
    ("drafts", "label"): "as in: As tabled",
    ("triage", "depth"): "standard: all properties and enablers",
    ("triage", "interventions"): "ids from interventions.yaml, in square brackets",
    ("judgements", "answer"): "effect, none, not-applicable or dont-know",
    ("judgements", "harm"): "with effect: minor, material or major; and/or benefit",
    (
        "judgements",
        "likelihood",
    ): "with effect: if adopted and enforced as drafted, as in very likely",
    ("judgements", "confidence"): "with effect: high, medium or low",
    (
        "judgements",
        "evidence",
    ): "strong: law or measurement read. moderate: part of a source. weak. none",
    ("judgements", "provisions"): "ids from above, in square brackets",
    ("judgements", "mechanism"): "with effect: an id from interventions.yaml",
    ("judgements", "reason"): "with dont-know: no-evidence, contested or secondary-rules",
    ("judgements", "rationale"): "how the proposal leads to the effect, or why there is none",
    ("judgements", "people"): "what it means for people; may be taken out",
    ("judgements", "stated_by"): "source: it names this node and the direction. us: our reading",
    ("judgements", "sources"): "where the claim, or its facts, come from",
    ("judgements", "note"): "where our reading goes beyond the source's words",
    (
        "outcome",
        "status",
    ): "adopted, in-force, postponed, withdrawn, ongoing, ...; the schema lists them",
    ("outcome", "date"): "as far as it is known: 2026, 2026-11 or 2026-11-22, in quotes",
    ("outcome", "seen"): "as with sources",
}

Fields = dict[str, object]


class Asked(NamedTuple):
    """A judgement the file has, or has a place for: `judgement` None where it is not given yet."""

    draft: str
    node: str
    part: int
    judgement: Judgement | None


class Remark(NamedTuple):
    """A problem, the spot of the file it is about, and whether nothing stands there yet."""

    spot: Spot
    is_open: bool
    problem: Problem


def case_file(
    assessment: Assessment, contribution: Contribution, framework: Framework, assessor: str = "a1"
) -> str:
    """The case file, with one person's answers; what is not given stands open in it.

    For whom the assessment is written, its notes, marks, names and values of its own stay behind:
    a case is read with the framework as it is.
    """
    facts = {
        **_about(contribution),
        "sources": [_source(each) for each in contribution.sources or (GivenSource(),)],
        "framework": _ref(assessment.framework),
        **_topics(assessment),
        "proposal": _proposal(assessment),
        "drafts": [_draft(each) for each in assessment.drafts],
        "triage": _triage(assessment, framework),
        "judgements": [
            _judgement(each, contribution, assessment.drafts[0].id)
            for each in asked(assessment, framework, assessor)
        ],
        "recommendations": [_advice(each) for each in contribution.recommendations],
        "outcome": _outcome(contribution.outcome),
    }
    return annotated(facts, HEAD, ABOVE, BESIDE)


def _ref(ref: FrameworkRef) -> Fields:
    return {"id": ref.id, "version": ref.version}


def _topics(assessment: Assessment) -> Fields:
    """The topics asked about; most cases have none, and then the file says nothing of them."""
    refs = assessment.topics.refs
    return {"topics": [_ref(each) for each in refs]} if refs else {}


def problems(
    assessment: Assessment, contribution: Contribution, library: Library, assessor: str = "a1"
) -> tuple[Problem, ...]:
    """What `assess check` says of that file in a folder of its name, by line.

    The expected findings beside it are no part of this. Raises as `Library.framework`.
    """
    return tuple(each.problem for each in remarks(assessment, contribution, library, assessor))


def remarks(
    assessment: Assessment, contribution: Contribution, library: Library, assessor: str = "a1"
) -> tuple[Remark, ...]:
    """The same problems, each with what in the file it is about."""
    framework = library.framework_of(assessment)
    text = case_file(assessment, contribution, framework, assessor)
    try:
        document = parsed(text.encode("utf-8"), FILE)
    except FileProblems as error:
        return tuple(Remark((), False, each) for each in error.problems)
    spots = {path(spot): spot for spot in document.lines}
    found = dict.fromkeys(in_case_document(document, contribution.id, library))
    told = [_remark(each, spots.get(each.place.path, ()), document) for each in found]
    own = _not_of_a_case(assessment, framework, assessor)
    told += [Remark(spot, False, Problem(document.place(*spot), said)) for spot, said in own]
    return tuple(sorted(told, key=lambda each: each.problem.place.line or 0))


def _not_of_a_case(
    assessment: Assessment, framework: Framework, assessor: str
) -> Iterator[tuple[Spot, str]]:
    """Answers to other words than a case is read with: nothing in its file would say so."""
    if assessment.overlay:
        told = "changed what was asked, and a case is read with the framework as it is; take the"
        said = f"{assessment.overlay.by} {told} overlay off and confirm the answers first"
        yield ("framework",), said
    for place, each in enumerate(asked(assessment, framework, assessor)):
        if each.judgement and each.judgement.review:
            said = "was answered to an earlier wording; say first whether the answer still holds"
            yield ("judgements", place), f"{each.node} {said}"


def _remark(problem: Problem, spot: Spot, document: Document) -> Remark:
    inside: Any = document.data
    for step in spot:
        inside = inside[step]
    return Remark(spot, inside is None, problem)


def asked(assessment: Assessment, framework: Framework, assessor: str = "a1") -> tuple[Asked, ...]:
    """The judgements of the file in its order: by draft, then as the framework has the nodes.

    A draft that amends another has only those that differ from what is carried over to it.
    """
    own = assessment.replace(
        judgements=tuple(each for each in assessment.judgements if each.assessor == assessor),
        panel=None,
    )
    found = (each for draft in own.drafts for each in _on_draft(own, draft, framework, assessor))
    return tuple(found)


def _on_draft(
    own: Assessment, draft: Draft, framework: Framework, assessor: str
) -> Iterator[Asked]:
    carried = carry(own, draft.id) if draft.based_on else None
    same = {each.standing for each in carried.carried} if carried else set()
    left = {each.base.node for each in carried.left_behind} if carried else set()
    for node in framework.judged:
        there = own.judgements_on(node.id, draft.id, assessor)
        for each in there:
            if each not in same:
                yield Asked(draft.id, node.id, each.part, each)
        if not there and (carried is None or node.id in left):
            yield Asked(draft.id, node.id, 1, None)


# --- the parts of the file -----------------------------------------------------------------------


def _about(given: Contribution) -> Fields:
    return {
        "format": "assess-case/1",
        "id": given.id or None,
        "title": given.title or None,
        "kind": given.kind,
        "year": given.year,
        "law_year": given.law_year,
        "subject": given.subject or None,
        "region": given.region or None,
        "authors": list(given.authors),
        "note": given.note,
    }


def _source(given: GivenSource) -> Fields:
    needed = ("id", "title", "publisher", "url")
    blank = given == GivenSource()
    return {
        **{name: getattr(given, name) or None for name in needed},
        **({"date": given.date} if given.date or blank else {}),
        "seen": given.seen,
        "used_for": given.used_for or None,
        **({"note": given.note} if given.note or blank else {}),
    }


def _proposal(assessment: Assessment) -> Fields:
    """The proposal without whom it is written for: that is nobody else's business."""
    given = assessment.proposal
    return {
        "title": given.title or None,
        "jurisdiction": given.jurisdiction or None,
        "language": given.language or "en",
        "summary": given.summary or None,
        "stage": given.stage,
        "purpose": given.purpose,
        "audience": "",
    }


def _draft(draft: Draft) -> Fields:
    there = draft.model_dump(exclude_defaults=True, exclude={"id", "label", "date", "provisions"})
    provisions = [_provision(each) for each in draft.provisions]
    if not provisions and draft.kind == "text":
        provisions = [{"id": None, "heading": None, "text": None}]
    return {
        "id": draft.id,
        "label": draft.label or None,
        **({"date": draft.date} if draft.kind == "text" else {}),
        **there,
        "provisions": provisions,
    }


def _provision(given: Provision) -> Fields:
    return {"id": given.id, "heading": given.heading or None, "text": given.text or None}


def _triage(assessment: Assessment, framework: Framework) -> Fields:
    given = assessment.triage
    return {
        "answers": {each.id: given.answers.get(each.id) for each in framework.screening},
        "depth": given.depth,
        "interventions": list(given.interventions),
    }


def _judgement(this: Asked, contribution: Contribution, first: str) -> Fields:
    claim = contribution.claim(this.draft, this.node, this.part)
    given = this.judgement or Judgement(node=this.node)
    return {
        "node": this.node,
        **({"draft": this.draft} if this.draft != first or first != "d1" else {}),
        **({"part": this.part} if this.part != 1 else {}),
        "answer": given.answer,
        **_answer(given),
        **_claim(claim, open_=given.answer is None),
    }


def _answer(given: Judgement) -> Fields:
    """What goes with the answer; of one that is open all that may."""
    open_, effect = given.answer is None, given.answer == "effect"
    level = {side: getattr(given, side) for side in ("harm", "benefit") if getattr(given, side)}
    found: Fields = {
        **(level or ({"harm": None} if open_ or effect else {})),
        **(
            {name: getattr(given, name) for name in ("likelihood", "confidence")}
            if open_ or effect
            else {}
        ),
        "evidence": given.evidence,
    }
    if open_ or effect or given.provisions:
        found["provisions"] = list(given.provisions)
    if open_ or effect or given.mechanism:
        found["mechanism"] = given.mechanism
    if open_ or given.answer == "dont-know":
        found["reason"] = given.reason
    found["rationale"] = given.rationale or None
    if open_ or given.people:
        found["people"] = given.people
    if given.condition:
        found["condition"] = given.condition
    if given.sides != Sides():
        found["sides"] = given.sides.model_dump(exclude_defaults=True)
    return found


def _claim(claim: Claim, *, open_: bool) -> Fields:
    return {
        "stated_by": claim.stated_by,
        "sources": list(claim.sources),
        **({"note": claim.note} if open_ or claim.note else {}),
    }


def _advice(given: GivenAdvice) -> Fields:
    return {
        "text": given.text or None,
        "stated_by": given.stated_by,
        **({"sources": list(given.sources)} if given.sources else {}),
    }


def _outcome(given: GivenOutcome) -> Fields:
    return {
        "status": given.status,
        "date": given.date or None,
        "text": given.text or None,
        "sources": list(given.sources),
        "seen": given.seen,
    }


def template(library: Library) -> str:
    """The file of nothing at all, on the newest framework."""
    ref = library.latest(FRAMEWORK)
    framework = library.framework(ref.id, ref.version)
    return case_file(Assessment(framework=ref), Contribution(), framework)


if __name__ == "__main__":
    print(template(Library()), end="")
