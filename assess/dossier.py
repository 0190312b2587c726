"""Everything that is computed about one draft as one person judged it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assess.agreement import Agreement, agreement
from assess.compare import Comparison, compare, options
from assess.findings import Findings, analyse
from assess.robustness import Robustness, robustness

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.framework import Framework


@dataclass(frozen=True)
class Dossier:
    """Findings and what stands beside them; what is None is not told.

    `robustness` says how sure the findings are; `varied` are those with the assessor's own view
    of the links; `comparison` sets several drafts side by side, `agreement` several people's
    answers on this draft. In a private round nobody else's answers are told.
    """

    findings: Findings
    robustness: Robustness | None = None
    varied: Findings | None = None
    comparison: Comparison | None = None
    agreement: Agreement | None = None


def dossier(framework: Framework, assessment: Assessment, draft: str, assessor: str) -> Dossier:
    """All of it, by the one engine. Raises AssessError as `analyse`."""
    varied = None
    if assessment.variant.links:
        varied = analyse(
            framework, assessment, draft=draft, assessor=assessor, variant=assessment.variant
        )
    return Dossier(
        findings=analyse(framework, assessment, draft=draft, assessor=assessor),
        robustness=robustness(framework, assessment, draft=draft, assessor=assessor),
        varied=varied,
        comparison=_comparison(framework, assessment, assessor),
        agreement=agreed(framework, assessment, draft),
    )


def _comparison(framework: Framework, assessment: Assessment, assessor: str) -> Comparison | None:
    if len(assessment.drafts) == 1:
        return None
    return compare(framework, options(assessment, assessor))


def agreed(framework: Framework, assessment: Assessment, draft: str) -> Agreement | None:
    """What several people answer on a draft, as far as it may be known by now.

    In the second round that is the first one; None in the first, and where one person judges.
    """
    phase = assessment.panel.phase if assessment.panel else None
    if len(assessment.assessor_ids) < 2 or phase == "first":
        return None
    return agreement(
        framework, assessment, draft=draft, round="first" if phase == "second" else "now"
    )
