"""A past proposal: how it was judged, where each claim comes from, what happened to it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from assess.amendment import carry_over
from assess.assessment import (
    Answer,
    Assessment,
    FrameworkRef,
    Judgement,
    Key,
    Topics,
    Triage,
)
from assess.proposal import Draft, Proposal
from assess.provenance import (
    CaseKind,
    CaseSource,
    Outcome,
    OutcomeStatus,
    Recommendation,
    Seen,
    StatedBy,
)
from assess.submission import Advice, FromCase, Recommendations
from assess.value import Line, Slug, Text, Value

__all__ = [
    "Case",
    "CaseJudgement",
    "CaseKind",
    "CaseSource",
    "Outcome",
    "OutcomeStatus",
    "Recommendation",
    "Seen",
    "StatedBy",
]


class CaseJudgement(Judgement):
    """A judgement with its origin: what a source says and what is our reading stay apart.

    `stated_by` is "source" where a source names this node, or its plain equivalent, and the
    direction; everything else is "us". Levels, likelihoods and confidences are always our reading
    unless `note` says otherwise.
    """

    stated_by: StatedBy
    sources: tuple[Slug, ...] = ()
    note: Text = ""

    @field_validator("answer")
    @classmethod
    def _answered(cls, answer: Answer | None) -> Answer | None:
        """An answer left open in a file was meant to be given."""
        if answer is None:
            raise ValueError(
                "nothing is written here; write effect, none, not-applicable or dont-know"
            )
        return answer

    def judgement(self) -> Judgement:
        """The judgement alone."""
        return Judgement(**{name: getattr(self, name) for name in Judgement.model_fields})


class Case(Value):
    """One case of the library. `authors` are those of the published text, where there is one."""

    format: Literal["assess-case/1"] = "assess-case/1"
    id: Slug
    title: Line
    kind: CaseKind
    year: int = Field(ge=1969, le=2100)
    law_year: int | None = Field(default=None, ge=1969, le=2100)
    subject: Text
    region: Slug
    authors: tuple[Line, ...] = ()
    note: Text = ""
    sources: tuple[CaseSource, ...] = Field(min_length=1)
    framework: FrameworkRef
    topics: Topics = Topics()
    proposal: Proposal
    drafts: tuple[Draft, ...] = Field(min_length=1)
    triage: Triage = Triage()
    judgements: tuple[CaseJudgement, ...]
    recommendations: tuple[Recommendation, ...] = Field(default=(), max_length=100)
    outcome: Outcome | None = None

    def assessment(self) -> Assessment:
        """The case as an assessment, judgements in the order its own file would have them.

        A draft that is based on another has the answers of that one wherever it leaves the
        provisions they cite unchanged and the case gives no other.
        """
        judgements = (each.judgement() for each in self.judgements)
        found = Assessment(
            framework=self.framework,
            topics=self.topics,
            proposal=self.proposal,
            drafts=self.drafts,
            triage=self.triage,
            judgements=tuple(sorted(judgements, key=lambda each: each.key)),
        )
        for draft in self.drafts:
            found = carry_over(found, draft.id) if draft.based_on else found
        return found

    def own_copy(self) -> Assessment:
        """The case as somebody's own assessment to go on from, with what it recommends.

        The recommendations are on the first draft, each with where it comes from.
        """
        return self.assessment().replace(
            recommendations=Recommendations(items=tuple(map(self._advice, self.recommendations)))
        )

    def _advice(self, given: Recommendation) -> Advice:
        return Advice(
            text=given.text,
            origin="case",
            suggested=given.text,
            from_case=FromCase(id=self.id, title=self.title, stated_by=given.stated_by),
            draft=self.drafts[0].id,
        )

    def origin(self, node: str, part: int = 1, draft: str | None = None) -> CaseJudgement | None:
        """The judgement on a node together with where it comes from; the first draft's if None.

        A judgement that was carried over has the origin of the one it was carried from.
        """
        there = {each.key: each for each in self.judgements}
        bases = {each.id: each.based_on for each in self.drafts}
        name = draft or self.drafts[0].id
        for _ in self.drafts:
            found = there.get(Key(name, "a1", node, part))
            base = bases.get(name)
            if found or base is None:
                return found
            name = base
        return None
