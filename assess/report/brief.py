"""A brief on one assessment, in the section order of an Internet Impact Brief."""

from __future__ import annotations

import datetime

from assess import bundle, explain, wording
from assess.assessment import Assessment
from assess.case import Case
from assess.dossier import Dossier
from assess.explain import Telling
from assess.framework import Framework
from assess.intervention import Interventions
from assess.margin import Margin
from assess.report import clauses, context, dissent, drafts, evidence, exist, outcome, sureness
from assess.report import method as method_note
from assess.report.document import Fact, Paragraph, Report, Section, UserText
from assess.report.matter import Matter
from assess.report.seal import Seal, figures, fingerprint
from assess.text import Words


def build(
    framework: Framework,
    interventions: Interventions | None,
    assessment: Assessment,
    dossier: Dossier,
    words: Words,
    *,
    made_on: datetime.date,
    version: str,
    case: Case | None = None,
    margin: Margin | None = None,
    picture_svg: str | None = None,
) -> Report:
    """The brief. `version` is this program's, `picture_svg` the framework drawn with its findings.

    Judgements are those of the draft and the assessor that the dossier is about; `margin` is of
    the same two. Without one, provisions are told by the answers that cite them only.
    """
    _ = words.gettext
    telling = Telling(framework, assessment, dossier.findings, words)
    matter = Matter(telling, dossier, interventions, case, margin, made_on, version, picture_svg)
    provisions = clauses.matrix(matter)
    return Report(
        kind=_("Internet impact assessment"),
        title=assessment.proposal.title or _("Proposal without a title"),
        facts=_facts(matter),
        sections=(
            _abstract(matter),
            method_note.section(matter),
            context.section(matter),
            exist.properties(matter),
            exist.goals(matter),
            outcome.summary(matter),
            *sureness.sections(matter),
            *clauses.sections(matter, provisions),
            *drafts.sections(matter),
            *dissent.sections(matter),
            outcome.gaps(matter),
            *clauses.hints(matter, provisions),
            evidence.section(matter),
            _colophon(matter),
        ),
        words=words,
        text_language=assessment.proposal.language or words.language,
        made_on=made_on,
        maker=_("Internet impact assessment toolkit {version}").format(version=version),
        assessment=bundle.dumps(assessment).encode(),
        seal=_seal(matter),
    )


def _seal(matter: Matter) -> Seal:
    found = matter.telling.findings
    return Seal(
        program=matter.version,
        framework=found.framework,
        version=found.version,
        draft=found.draft,
        assessor=found.assessor,
        language=matter.words.language,
        made_on=matter.made_on,
        case=matter.case.id if matter.case else "",
        hints=matter.margin is not None,
        picture=matter.picture_svg is not None,
        findings_sha256=fingerprint(found),
        figures=figures(found),
    )


def _facts(matter: Matter) -> tuple[Fact, ...]:
    _, words = matter.words.gettext, matter.words
    proposal, framework = matter.assessment.proposal, matter.framework
    depth = matter.assessment.triage.depth
    facts = (
        Fact(_("Jurisdiction"), proposal.jurisdiction, user=True),
        Fact(_("Stage"), wording.stage(words, proposal.stage) if proposal.stage else ""),
        Fact(_("Text assessed"), matter.draft_name(), user=True),
        Fact(
            _("Assessed against"),
            _("{framework}, version {version}").format(
                framework=framework.title, version=framework.version
            ),
        ),
        Fact(
            _("Depth"),
            _("{depth}: {meaning}").format(
                depth=wording.depth(words, depth), meaning=wording.depth_meaning(words, depth)
            ),
        ),
        Fact(_("Assessed by"), matter.assessor_name(), user=True),
        Fact(_("Numbers"), method_note.own_values(matter)),
        Fact(_("Date of this brief"), words.date(matter.made_on)),
        Fact(_("Standing"), _standing(matter)),
    )
    return tuple(fact for fact in facts if fact.text)


def _standing(matter: Matter) -> str:
    _ = matter.words.gettext
    ours = _("Not reviewed or endorsed by the Internet Society.")
    if matter.case is None:
        return ours
    library = {
        "published-brief": _("A case of the toolkit's library, read from a published brief."),
        "published-text": _("A case of the toolkit's library, read from a published text."),
        "own-reading": _("A case of the toolkit's library, in the toolkit's own reading."),
    }[matter.case.kind]
    return f"{library} {ours}"


def _abstract(matter: Matter) -> Section:
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


def _colophon(matter: Matter) -> Section:
    _ = matter.words.gettext
    findings = matter.telling.findings
    name = _("Internet impact assessment toolkit {version}").format(version=matter.version)
    facts = (
        Fact(_("Made with"), name),
        Fact(
            _("Framework file"),
            _("{id}, version {version}").format(id=findings.framework, version=findings.version),
        ),
        Fact(_("Fingerprint of the answers (SHA-256)"), findings.input_sha256),
        Fact(_("To compute every figure again"), "python -m assess analyse FILE"),
    )
    return Section(
        "colophon",
        _("How this brief was made"),
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
