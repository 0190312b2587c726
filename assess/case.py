"""A past proposal: how it was judged, where each claim comes from, what happened to it."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.proposal import Draft, Proposal
from assess.value import Line, Slug, Text, Value

CaseKind = Literal["published-brief", "published-text", "own-reading"]
Seen = Literal["read", "excerpt", "own-knowledge"]
OutcomeStatus = Literal[
    "adopted",
    "adopted-amended",
    "implemented",
    "in-force",
    "lapsed",
    "ongoing",
    "postponed",
    "proposed-stalled",
    "refused",
    "reversed",
    "struck-down",
    "superseded",
    "voluntary-launched",
    "withdrawn",
]


class CaseSource(Value):
    """A text the case rests on. `url` is the official address; `seen` is how much of it was."""

    id: Slug
    title: Line
    publisher: Line
    url: Line
    date: datetime.date | None = None
    seen: Seen
    used_for: Text
    note: Text = ""


class CaseJudgement(Judgement):
    """A judgement with its origin: what a source says and what is our reading stay apart.

    `stated_by` is "source" where a source names this node, or its plain equivalent, and the
    direction; everything else is "us". Levels, likelihoods and confidences are always our reading
    unless `note` says otherwise.
    """

    stated_by: Literal["source", "us"]
    sources: tuple[Slug, ...] = ()
    note: Text = ""

    def judgement(self) -> Judgement:
        """The judgement alone."""
        return Judgement(**{name: getattr(self, name) for name in Judgement.model_fields})


class Outcome(Value):
    """What became of the proposal."""

    status: OutcomeStatus
    date: Line
    text: Text
    sources: tuple[Slug, ...]
    seen: Seen


class Recommendation(Value):
    """What the case recommends, and whether a source or we say so."""

    text: Text
    stated_by: Literal["source", "us"]
    sources: tuple[Slug, ...] = ()


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
    proposal: Proposal
    drafts: tuple[Draft, ...] = Field(min_length=1)
    triage: Triage = Triage()
    judgements: tuple[CaseJudgement, ...]
    recommendations: tuple[Recommendation, ...] = ()
    outcome: Outcome | None = None

    def assessment(self) -> Assessment:
        """The case as an assessment, judgements in the order its own file would have them."""
        judgements = (each.judgement() for each in self.judgements)
        return Assessment(
            framework=self.framework,
            proposal=self.proposal,
            drafts=self.drafts,
            triage=self.triage,
            judgements=tuple(sorted(judgements, key=lambda each: each.key)),
        )

    def origin(self, node: str, part: int = 1) -> CaseJudgement | None:
        """The judgement on a node together with where it comes from."""
        found = (each for each in self.judgements if (each.node, each.part) == (node, part))
        return next(found, None)
