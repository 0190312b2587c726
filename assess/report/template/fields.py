"""The fields of a Word template, and what each of them is filled with.

A field is a name from this list in double braces, as `{{ title }}`. Nothing else is understood:
no commands, no sums, no attributes of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from assess import wording
from assess.assessment import Assessment
from assess.report.document import Report, Section
from assess.text import Words
from assess.wording.overlay import named

WORDS: Final = (
    *("title", "kind", "date", "jurisdiction", "stage", "draft", "assessor", "framework"),
    *("addressee", "sender", "reference", "program"),
)
"""Fields that stand for a few words, anywhere in the text, in a header or in a footer."""

EVERYTHING: Final = "everything"
FACTS: Final = "facts"
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    EVERYTHING: (),
    FACTS: (),
    "abstract": ("abstract", "conclusion"),
    "methodology": ("methodology",),
    "context": ("context",),
    "findings": ("exist", "thrive", "gravest", "effects"),
    "exist": ("exist",),
    "thrive": ("thrive",),
    "summary": ("summary",),
    "recommendations": ("recommendations",),
    "answers": ("answers",),
    "sureness": ("sureness",),
    "provisions": ("clauses",),
    "drafts": ("drafts",),
    "people": ("people",),
    "gaps": ("gaps",),
    "notes": ("notes",),
    "sources": ("sources",),
    "making": ("colophon", "made"),
}
"""Fields that stand for parts of the report, and the sections that are in each."""

FIELDS: Final = (*WORDS, *PARTS)


def meaning(words: Words, name: str) -> str:
    """What a field is filled with. Raises KeyError for a name that is none."""
    _ = words.gettext
    return {
        "title": _("The title of the proposal."),
        "kind": _("What kind of paper it is, for instance “Internet impact assessment”."),
        "date": _("The day on which the paper is made."),
        "jurisdiction": _("Where the proposal is to apply."),
        "stage": _("How far the proposal has come."),
        "draft": _("Which text was assessed."),
        "assessor": _("Who gave the judgements."),
        "framework": _("The framework assessed against, with its version."),
        "addressee": _("To whom a submission goes."),
        "sender": _("From whom a submission comes."),
        "reference": _("The reference of the consultation."),
        "program": _("The program that made the paper, with its version."),
        "everything": _("All parts of the paper that have no field of their own here."),
        "facts": _("The table of facts: jurisdiction, text, framework, date and so on."),
        "abstract": _("What is proposed, and the conclusions on harm and benefit."),
        "methodology": _("How the findings come about, and what the method does not do."),
        "context": _("Context and assumptions."),
        "findings": _("What the Internet needs to exist and to thrive, property by property."),
        "exist": _("What the Internet needs to exist."),
        "thrive": _("What the Internet needs to thrive."),
        "summary": _("The summary."),
        "recommendations": _("The recommendations."),
        "answers": _("Answers to the questions of a consultation."),
        "sureness": _("How sure the conclusions are, and what would change them."),
        "provisions": _("The law provision by provision."),
        "drafts": _("Drafts side by side."),
        "people": _("What several people answered."),
        "gaps": _("What is not judged or not known."),
        "notes": _("The notes at the end, with the sources."),
        "sources": _("The sources."),
        "making": _("How the paper was made, and how to compute it again."),
    }[name]


def values(report: Report) -> dict[str, str]:
    """What the fields of a few words are filled with; empty where nothing was entered."""
    words, seal = report.words, report.seal
    assessment = Assessment.model_validate_json(report.assessment)
    proposal, submission = assessment.proposal, assessment.submission
    draft = assessment.draft(seal.draft)
    return {
        "title": report.title,
        "kind": report.kind,
        "date": words.date(report.made_on),
        "jurisdiction": proposal.jurisdiction.strip(),
        "stage": wording.stage(words, proposal.stage) if proposal.stage else "",
        "draft": wording.draft(words, assessment.drafts.index(draft), draft),
        "assessor": wording.assessor(words, assessment, seal.assessor),
        "framework": _framework(assessment, words),
        "addressee": submission.addressee.strip(),
        "sender": submission.sender.strip(),
        "reference": submission.reference.strip(),
        "program": report.maker,
    }


class Plan:
    """Which sections of a report go to which field of a template; each goes to one only."""

    def __init__(self, report: Report, names: frozenset[str]) -> None:
        self._sections = report.sections
        self._rest = EVERYTHING in names
        widest_first = sorted(names & PARTS.keys(), key=lambda name: -len(PARTS[name]))
        self._owner = {part: name for name in widest_first for part in PARTS[name]}

    def sections(self, name: str) -> tuple[Section, ...]:
        """What a field is filled with, without what another field has."""
        if name == EVERYTHING:
            return self._without(self._sections, EVERYTHING)
        found = (each for each in _all(self._sections) if self._owner.get(each.id) == name)
        return tuple(replace(each, sections=self._without(each.sections, name)) for each in found)

    def left_out(self) -> tuple[str, ...]:
        """The titles of the parts for which the template has no field."""
        return () if self._rest else tuple(self._missing(self._sections))

    def _without(self, sections: tuple[Section, ...], name: str) -> tuple[Section, ...]:
        return tuple(
            replace(each, sections=self._without(each.sections, name))
            for each in sections
            if each.id not in self._owner
        )

    def _missing(self, sections: tuple[Section, ...]) -> Iterator[str]:
        for each in sections:
            if each.id in self._owner:
                continue
            if each.blocks or not any(part.id in self._owner for part in _all(each.sections)):
                yield each.title
            else:
                yield from self._missing(each.sections)


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for each in sections:
        yield each
        yield from _all(each.sections)


def _framework(assessment: Assessment, words: Words) -> str:
    """The framework with its version, and who changed what it asks."""
    ref, overlay = assessment.framework, assessment.overlay
    told = f"{ref.id} {ref.version}"
    if overlay is None:
        return told
    return wording.series(words, (told, named(words, overlay.ref)))
