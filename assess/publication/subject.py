"""What is published: a case or an assessment, with all that is computed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assess.assessment import Assessment, Judgement
from assess.case import Case, CaseJudgement
from assess.compare import Comparison, compare, options
from assess.explain import Telling
from assess.findings import Findings, analyse
from assess.framework import Framework
from assess.intervention import Interventions
from assess.library import Library
from assess.robustness import Robustness, robustness
from assess.text import Words, words

Kind = Literal["case", "assessment"]


@dataclass(frozen=True)
class Subject:
    """One case, or one person's answers in an assessment, told in one language.

    `case` is None for an assessment. What is computed is computed once, when first asked for.
    """

    framework: Framework
    assessment: Assessment
    words: Words
    case: Case | None = None
    interventions: Interventions | None = None
    assessor: str = "a1"

    @property
    def kind(self) -> Kind:
        """Which of the two it is."""
        return "case" if self.case else "assessment"

    @property
    def title(self) -> str:
        """What it is called."""
        if self.case:
            return self.case.title
        title = self.assessment.proposal.title.strip()
        return title or self.words.gettext("Proposal without a title")

    @property
    def text_language(self) -> str:
        """The language of what was written (BCP 47), which need not be that of our words."""
        return self.assessment.proposal.language or self.words.language

    @cached_property
    def findings(self) -> Mapping[str, Findings]:
        """The findings on each draft, by the draft's id."""
        return {
            draft.id: analyse(
                self.framework, self.assessment, draft=draft.id, assessor=self.assessor
            )
            for draft in self.assessment.drafts
        }

    @cached_property
    def robustness(self) -> Mapping[str, Robustness]:
        """How sure they are."""
        return {
            draft: robustness(self.framework, self.assessment, draft=draft, assessor=self.assessor)
            for draft in self.findings
        }

    @cached_property
    def comparison(self) -> Comparison | None:
        """The drafts side by side; None where there is one."""
        if len(self.assessment.drafts) == 1:
            return None
        return compare(self.framework, options(self.assessment, self.assessor))

    def telling(self, draft: str) -> Telling:
        """The findings on a draft, to be told."""
        return Telling(self.framework, self.assessment, self.findings[draft], self.words)

    def answers(self, node: str, draft: str) -> tuple[Judgement | CaseJudgement, ...]:
        """What is said of a node on a draft; in a case without what is carried over."""
        if self.case is None:
            return self.assessment.judgements_on(node, draft, self.assessor)
        return tuple(
            each for each in self.case.judgements if (each.node, each.draft) == (node, draft)
        )


def of_case(library: Library, case: Case) -> Subject:
    """A case of a library, in its own language where the toolkit speaks that."""
    return Subject(
        framework=library.framework_of(case),
        assessment=case.assessment(),
        words=words(case.proposal.language or "en"),
        case=case,
        interventions=library.interventions(case.framework.id, case.framework.version),
    )
