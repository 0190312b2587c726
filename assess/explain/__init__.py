"""Findings told in sentences, each with the nodes and judgements it speaks of.

`statements` tells the whole; the finer functions take a `Telling` and tell one thing each.
"""

from __future__ import annotations

from assess.assessment import Assessment
from assess.explain.agreement import AgreementTelling
from assess.explain.comparison import ComparisonTelling
from assess.explain.conclusion import answered, bounds, firmness, flag, flags, sides, verdict
from assess.explain.deciding import deciding, moved, varied
from assess.explain.dissent import agreement_lines, agreement_statements
from assess.explain.missing import gaps, prompt, prompts
from assess.explain.nodes import effect, effects, expected, node, nothing_found, status
from assess.explain.number import causes, chain, route, ways
from assess.explain.options import comparison_lines
from assess.explain.statement import Part, Statement
from assess.explain.sureness import flips, stress, sureness, tip, tips, values
from assess.explain.telling import Telling
from assess.findings import CHANNELS, Findings
from assess.framework import Framework
from assess.text import Words

__all__ = [
    "AgreementTelling",
    "ComparisonTelling",
    "Part",
    "Statement",
    "Telling",
    "agreement_lines",
    "agreement_statements",
    "answered",
    "bounds",
    "causes",
    "chain",
    "comparison_lines",
    "deciding",
    "effect",
    "effects",
    "expected",
    "firmness",
    "flag",
    "flags",
    "flips",
    "gaps",
    "moved",
    "node",
    "nothing_found",
    "prompt",
    "prompts",
    "route",
    "sides",
    "statements",
    "status",
    "stress",
    "sureness",
    "tip",
    "tips",
    "values",
    "varied",
    "verdict",
    "ways",
]


def statements(
    framework: Framework, assessment: Assessment, findings: Findings, words: Words
) -> tuple[Statement, ...]:
    """All there is to tell, the conclusion first: verdict, flags, nodes, prompts, gaps."""
    telling = Telling(framework, assessment, findings, words)
    return (
        verdict(telling, "harm"),
        verdict(telling, "benefit"),
        sides(telling),
        *(firmness(telling, channel) for channel in CHANNELS),
        *(bounds(telling, channel) for channel in CHANNELS),
        *flags(telling),
        *(told for each in findings.nodes for told in node(telling, each.id)),
        *prompts(telling),
        *gaps(telling),
    )
