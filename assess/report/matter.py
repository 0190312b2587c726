"""What every section of a brief draws on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from assess.assessment import Assessment, Judgement
from assess.case import Case, CaseJudgement
from assess.dossier import Dossier
from assess.explain import Telling
from assess.findings import Channel
from assess.framework import Framework
from assess.intervention import Interventions
from assess.margin import Margin
from assess.proposal import Draft
from assess.report.audience import Audience
from assess.report.document import Fact, Facts, Tone
from assess.text import Words


@dataclass(frozen=True)
class Matter:
    """One assessment with its findings, and what is known beside them.

    `margin` is that of the draft and the assessor the findings are about. A paper with a limit
    of words leaves out what at least so many `steps` of shortening leave out.
    """

    telling: Telling
    dossier: Dossier
    interventions: Interventions | None
    case: Case | None
    margin: Margin | None
    made_on: datetime.date
    version: str
    picture_svg: str | None
    audience: Audience = "brief"
    steps: int = 0

    @property
    def in_full(self) -> bool:
        """Whether every judgement and number is told with all it is made of."""
        return self.audience == "annex"

    @property
    def words(self) -> Words:
        """The reader's words."""
        return self.telling.words

    @property
    def framework(self) -> Framework:
        """What the proposal is held against."""
        return self.telling.framework

    @property
    def assessment(self) -> Assessment:
        """The answers."""
        return self.telling.assessment

    @property
    def draft(self) -> Draft:
        """The draft the findings are about."""
        return self.assessment.draft(self.telling.findings.draft)

    def title(self) -> str:
        """What the proposal is called."""
        untitled = self.words.gettext("Proposal without a title")
        return self.assessment.proposal.title or untitled

    def draft_name(self) -> str:
        """The draft's label and date, as far as given."""
        date = self.words.date(self.draft.date) if self.draft.date else ""
        return ", ".join(part for part in (self.draft.label, date) if part)

    def assessor_name(self) -> str:
        """The assessor's name, where one is given; a case has none."""
        wanted = self.telling.findings.assessor
        return next((each.name for each in self.assessment.assessors if each.id == wanted), "")

    def judgements(self) -> tuple[Judgement, ...]:
        """All answers the findings rest on, in the framework's order."""
        nodes = self.framework.judged
        return tuple(each for node in nodes for each in self.telling.judgements(node.id))

    def origin(self, judgement: Judgement) -> CaseJudgement | None:
        """Where a judgement of a case comes from."""
        if self.case is None:
            return None
        return self.case.origin(judgement.node, judgement.part, judgement.draft)

    def facts(self, facts: tuple[Fact, ...]) -> Facts:
        """Those of the facts that have a text."""
        return Facts(tuple(fact for fact in facts if fact.text.strip()))


def tone(channel: Channel, level: int) -> Tone:
    """The tone for a level found: none has no colour."""
    return channel if level else "plain"
