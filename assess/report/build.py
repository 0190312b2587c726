"""Makes a report from an assessment and its findings: one of four papers."""

from __future__ import annotations

import datetime

from assess import bundle, wording
from assess.assessment import Assessment
from assess.case import Case
from assess.dossier import Dossier
from assess.explain import Telling
from assess.framework import Framework
from assess.intervention import Interventions
from assess.margin import Margin
from assess.report import annex, brief, onepage, submission
from assess.report import method as method_note
from assess.report.audience import Audience, kind
from assess.report.document import Fact, Report
from assess.report.matter import Matter
from assess.report.seal import Seal, figures, fingerprint
from assess.report.submission import Paper
from assess.text import Words
from assess.wording.content import content


def build(
    framework: Framework,
    interventions: Interventions | None,
    assessment: Assessment,
    dossier: Dossier,
    words: Words,
    *,
    audience: Audience = "brief",
    made_on: datetime.date,
    version: str,
    case: Case | None = None,
    margin: Margin | None = None,
    picture_svg: str | None = None,
    steps: int = 0,
) -> Report:
    """The paper for an audience. `version` is this program's.

    Judgements are those of the draft and the assessor that the dossier is about; `margin` is of
    the same two. Without one, provisions are told by the answers that cite them only.
    `picture_svg` is the framework drawn with its findings. A paper with a limit of words begins
    with so many `steps` of shortening.
    """
    telling = Telling(content(framework, words), assessment, dossier.findings, words)
    matter = Matter(
        telling,
        dossier,
        interventions,
        case,
        margin,
        made_on,
        version,
        picture_svg,
        audience,
        steps,
    )
    facts, sections, length = _paper(matter)
    name = words.gettext("Internet impact assessment toolkit {version}")
    return Report(
        kind=kind(words, audience),
        title=onepage.title(matter) if audience == "one-page" else matter.title(),
        facts=facts,
        sections=sections,
        words=words,
        text_language=assessment.proposal.language or words.language,
        made_on=made_on,
        maker=name.format(version=version),
        assessment=bundle.dumps(assessment).encode(),
        seal=_seal(matter),
        audience=audience,
        length=length,
    )


def _paper(matter: Matter) -> Paper:
    """What is printed below the title."""
    if matter.audience == "submission":
        return submission.paper(matter, kind(matter.words, matter.audience))
    if matter.audience == "one-page":
        return Paper(_given(onepage.facts(matter)), onepage.sections(matter), None)
    tell = annex if matter.in_full else brief
    return Paper(_given(_facts(matter)), tell.sections(matter), None)


def _given(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.text.strip())


def _facts(matter: Matter) -> tuple[Fact, ...]:
    _, words = matter.words.gettext, matter.words
    proposal, framework = matter.assessment.proposal, matter.framework
    depth = matter.assessment.triage.depth
    return (
        Fact(_("Jurisdiction"), proposal.jurisdiction, user=True),
        Fact(_("Stage"), wording.stage(words, proposal.stage) if proposal.stage else ""),
        Fact(_("Text assessed"), matter.draft_name(), user=True),
        Fact(_("Assessed against"), wording.against(words, framework)),
        Fact(
            _("Depth"),
            _("{depth}: {meaning}").format(
                depth=wording.depth(words, depth), meaning=wording.depth_meaning(words, depth)
            ),
        ),
        Fact(_("Assessed by"), matter.assessor_name(), user=True),
        Fact(_("Numbers"), method_note.own_values(matter)),
        Fact(_("Date"), words.date(matter.made_on)),
        Fact(_("Standing"), _standing(matter)),
    )


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


def _seal(matter: Matter) -> Seal:
    found = matter.telling.findings
    return Seal(
        program=matter.version,
        framework=found.framework,
        version=found.version,
        draft=found.draft,
        assessor=found.assessor,
        audience=matter.audience,
        language=matter.words.language,
        made_on=matter.made_on,
        case=matter.case.id if matter.case else "",
        hints=matter.margin is not None,
        picture=matter.picture_svg is not None,
        findings_sha256=fingerprint(found),
        figures=figures(found),
    )
