"""What a move to another version of a framework does with each thing that was said."""

from __future__ import annotations

from assess import wording
from assess.migration import Fate, Plan
from assess.tables.table import Table
from assess.text import Words
from assess.wording import migration


def fates(plan: Plan, words: Words) -> Table:
    """One row for each thing, in the order of the assessment: what it is, its fate, and why."""
    _ = words.gettext
    return Table(
        title=_("What becomes of what was said"),
        sentences=migration.counts(words, plan),
        columns=(_("What was said"), _("What becomes of it"), _("Where it stands then"), _("Why")),
        rows=tuple(_row(plan, fate, words) for fate in plan.fates),
    )


def _row(plan: Plan, fate: Fate, words: Words) -> tuple[str, str, str, str]:
    mark, outcome = migration.outcome_mark(fate.outcome), migration.outcome(words, fate.outcome)
    return (
        _said(plan, fate, words),
        f"{mark} {outcome}",
        " · ".join(fate.to),
        migration.reasons(words, fate),
    )


def _said(plan: Plan, fate: Fate, words: Words) -> str:
    """What it is, on which draft and by whom where there are several, and what was answered."""
    assessment = plan.of
    parts = [migration.what(words, fate.what), fate.name]
    if fate.judgement:
        parts.append(wording.direction(words, fate.judgement))
    if fate.draft and len(assessment.drafts) > 1:
        place = [draft.id for draft in assessment.drafts].index(fate.draft)
        parts.append(wording.draft(words, place, assessment.drafts[place]))
    if fate.assessor and len(assessment.assessor_ids) > 1:
        parts.append(wording.assessor(words, assessment, fate.assessor))
    return " · ".join(parts)
