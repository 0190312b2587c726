"""The technical annex: every judgement, and every number with what it is made of."""

from __future__ import annotations

from assess.report import (
    clauses,
    context,
    dissent,
    drafts,
    evidence,
    exist,
    method,
    outcome,
    overlay,
    sureness,
    topics,
)
from assess.report.brief import abstract, colophon
from assess.report.document import Section
from assess.report.matter import Matter


def sections(matter: Matter) -> tuple[Section, ...]:
    """All there is to tell."""
    provisions = clauses.matrix(matter)
    return (
        abstract(matter),
        method.section(matter),
        context.section(matter),
        exist.properties(matter),
        exist.goals(matter),
        *topics.sections(matter),
        *overlay.sections(matter),
        outcome.summary(matter),
        *sureness.sections(matter),
        *clauses.sections(matter, provisions),
        *drafts.sections(matter),
        *dissent.sections(matter),
        outcome.gaps(matter),
        *clauses.hints(matter, provisions),
        evidence.section(matter),
        colophon(matter),
    )
