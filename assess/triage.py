"""The short questionnaire before judging: what the answers say and how deep to go.

The Internet Society's toolkit asks such questions to decide whether an assessment is needed.
How many answers ask for which depth is our choice, not a source's: see `advise`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assess.assessment import Depth, Triage, TriageAnswer
from assess.framework import CriticalProperty, Framework, ScreeningQuestion

Reason = Literal["nothing-pointed-to", "some-pointed-to", "much-pointed-to"]

FULL_FROM = 4
"""From this many "yes" or open answers on, a full assessment fits."""


@dataclass(frozen=True)
class Advice:
    """What the answers say: questions by answer, and the depth that fits with the reason for it.

    `open` are the questions without an answer. They and `unsure` weigh like "yes": what nobody
    knows must be looked at.
    """

    depth: Depth
    reason: Reason
    yes: tuple[ScreeningQuestion, ...]
    unsure: tuple[ScreeningQuestion, ...]
    no: tuple[ScreeningQuestion, ...]
    open: tuple[ScreeningQuestion, ...]

    @property
    def first(self) -> tuple[str, ...]:
        """Nodes to look at first: those a "yes" points to, then those an "unsure" points to."""
        pointed = [node for each in (*self.yes, *self.unsure) for node in each.points_to]
        return tuple(dict.fromkeys(pointed))


def advise(framework: Framework, triage: Triage) -> Advice:
    """What the answers of a questionnaire say.

    Quick fits when every answer is "no"; full when four or more are "yes", unsure or open, or
    when "yes" points at two or more critical properties; standard otherwise.
    """
    groups: dict[TriageAnswer | None, list[ScreeningQuestion]] = {}
    for question in framework.screening:
        groups.setdefault(triage.answers.get(question.id), []).append(question)
    yes, unsure, blank = (tuple(groups.get(key, ())) for key in ("yes", "unsure", None))
    depth, reason = _fits(framework, yes, len(unsure) + len(blank))
    return Advice(depth, reason, yes, unsure, tuple(groups.get("no", ())), blank)


def _fits(
    framework: Framework, yes: tuple[ScreeningQuestion, ...], unknown: int
) -> tuple[Depth, Reason]:
    pointed = {node for question in yes for node in question.points_to if framework.has(node)}
    properties = sum(isinstance(framework.node(node), CriticalProperty) for node in pointed)
    if not yes and not unknown:
        return "quick", "nothing-pointed-to"
    if len(yes) + unknown >= FULL_FROM or properties >= 2:
        return "full", "much-pointed-to"
    return "standard", "some-pointed-to"
