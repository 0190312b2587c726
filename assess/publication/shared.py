"""What goes along when an assessment is published: one person's answers, and no more than named."""

from __future__ import annotations

from collections.abc import Iterator

from assess.assessment import Assessment, Assessor, Triage
from assess.errors import AssessError
from assess.proposal import Draft, Proposal, Provision

_ = str  # marks a sentence for the catalogue; the page translates it when it shows it

NOTHING_JUDGED = _("Nothing can be published yet: none of these answers is complete.")


def shared(assessment: Assessment, assessor: str, *, texts: bool) -> Assessment:
    """The assessment as its readers get it.

    It is put together from what may go along, so that what is added to assessments later stays
    behind until somebody decides about it. What stays behind: the answers and names of others and
    the name of this one, notes, marks, rounds, the screening's answers, for whom it is written
    what was before a move and, without `texts`, what the provisions say. What was asked goes along:
    topics, and what a chapter changed in them. AssessError where this person judged nothing.
    """
    judgements = tuple(each for each in assessment.judgements if each.assessor == assessor)
    if not any(each.counts for each in judgements):
        raise AssessError(NOTHING_JUDGED)
    proposal, triage = assessment.proposal, assessment.triage
    return Assessment(
        framework=assessment.framework,
        topics=assessment.topics,
        overlay=assessment.overlay,
        proposal=Proposal(
            title=proposal.title,
            jurisdiction=proposal.jurisdiction,
            language=proposal.language,
            summary=proposal.summary,
            stage=proposal.stage,
            purpose=proposal.purpose,
        ),
        drafts=assessment.drafts if texts else tuple(_without_texts(assessment.drafts)),
        assessors=(Assessor(id=assessor),),
        triage=Triage(depth=triage.depth, interventions=triage.interventions),
        judgements=judgements,
        choices=assessment.choices,
        variant=assessment.variant,
    )


def _without_texts(drafts: tuple[Draft, ...]) -> Iterator[Draft]:
    """Numbers and headings only; without texts nobody can say what a draft changes of another."""
    for draft in drafts:
        named = tuple(Provision(id=each.id, heading=each.heading) for each in draft.provisions)
        yield Draft(**{**dict(draft), "provisions": named, "based_on": None, "mitigates": None})
