"""The brief: the sections of an Internet Impact Brief, for whoever reads and quotes it."""

from __future__ import annotations

from assess import explain, wording
from assess.report import (
    clauses,
    context,
    dissent,
    drafts,
    evidence,
    exist,
    outcome,
    overlay,
    topics,
)
from assess.report import method as method_note
from assess.report.document import Fact, Paragraph, Section, UserText
from assess.report.matter import Matter
from assess.wording import overlay as changes


def sections(matter: Matter) -> tuple[Section, ...]:
    """What is proposed and would follow, what is not known, what to do, and notes."""
    return (
        abstract(matter),
        method_note.in_short(matter),
        context.section(matter),
        exist.properties(matter),
        exist.goals(matter),
        *topics.sections(matter),
        *overlay.sections(matter),
        outcome.summary(matter, outcome.gaps(matter)),
        *drafts.sections(matter),
        *dissent.sections(matter),
        _notes(matter),
    )


def _notes(matter: Matter) -> Section:
    _ = matter.words.gettext
    provisions = clauses.sections(matter, clauses.matrix(matter))
    return Section(
        "notes", _("Notes"), (), (*provisions, evidence.section(matter), colophon(matter))
    )


def abstract(matter: Matter) -> Section:
    """What is proposed, and both conclusions."""
    _ = matter.words.gettext
    telling, summary = matter.telling, matter.assessment.proposal.summary.strip()
    proposed = (UserText(_("What is proposed, in the assessor's words"), summary),)
    return Section(
        "abstract",
        _("Abstract"),
        (
            *(proposed if summary else ()),
            outcome.verdict(matter, "harm", _("Harm")),
            outcome.verdict(matter, "benefit", _("Benefit")),
            Paragraph(explain.sides(telling).text),
            Paragraph(
                _(
                    "The method is described below; it reports levels and chances, never a score. "
                    "{answered}."
                ).format(answered=wording.opening(explain.answered(telling)))
            ),
        ),
    )


def colophon(matter: Matter) -> Section:
    """What it was made with, and how anybody can compute it again."""
    _ = matter.words.gettext
    findings = matter.telling.findings
    name = _("Internet impact assessment toolkit {version}").format(version=matter.version)
    files = wording.listed(
        matter.words,
        tuple(
            _("{id}, version {version}").format(id=each.id, version=each.version)
            for each in matter.framework.topic_refs
        ),
    )
    facts = (
        Fact(_("Made with"), name),
        Fact(
            _("Framework file"),
            _("{id}, version {version}").format(id=findings.framework, version=findings.version),
        ),
        Fact(_("Topics beside it"), files),
        Fact(_("Changes to it"), _changes(matter)),
        Fact(_("Fingerprint of the answers (SHA-256)"), findings.input_sha256),
        Fact(_("To compute every figure again"), "python -m assess analyse FILE"),
    )
    return Section(
        "colophon",
        _("How this paper was made"),
        (
            matter.facts(facts),
            Paragraph(
                _(
                    "The assessment file is inside this file. Whoever has this file can open the "
                    "assessment in the toolkit, see every answer and compute every figure again."
                ),
                "small",
            ),
        ),
    )


def _changes(matter: Matter) -> str:
    ref = matter.framework.overlay_ref
    return changes.changed(matter.words, ref) if ref else ""
