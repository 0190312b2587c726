"""One answer by one person on one property or enabler."""

from __future__ import annotations

from typing import Literal, NamedTuple, Self, get_args

from pydantic import Field, model_validator

from assess.framework import AnyNode, CriticalProperty, Level
from assess.value import Line, Slug, Text, Value

Answer = Literal["effect", "none", "not-applicable", "dont-know"]
Likelihood = Literal[
    "virtually certain",
    "very likely",
    "likely",
    "about as likely as not",
    "unlikely",
    "very unlikely",
    "exceptionally unlikely",
]
Confidence = Literal["high", "medium", "low"]
Evidence = Literal["strong", "moderate", "weak", "none"]
DontKnowReason = Literal["no-evidence", "contested", "secondary-rules"]
Depth = Literal["quick", "standard", "full"]
Lack = Literal["answer", "level", "likelihood", "confidence", "reason", "rationale", "sides"]

ANSWERS: tuple[Answer, ...] = ("effect", "none", "not-applicable", "dont-know")
LIKELIHOODS: tuple[Likelihood, ...] = (
    "virtually certain",
    "very likely",
    "likely",
    "about as likely as not",
    "unlikely",
    "very unlikely",
    "exceptionally unlikely",
)
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
EVIDENCES: tuple[Evidence, ...] = ("strong", "moderate", "weak", "none")
DONT_KNOW_REASONS: tuple[DontKnowReason, ...] = ("no-evidence", "contested", "secondary-rules")
DEPTHS: tuple[Depth, ...] = ("quick", "standard", "full")
LACKS: tuple[Lack, ...] = get_args(Lack)


class Key(NamedTuple):
    """What makes a judgement this one: who answers, on which draft, on which node, which part."""

    draft: str
    assessor: str
    node: str
    part: int


class Sides(Value):
    """The effect as seen from four sides; asked in a full assessment."""

    consumer: Text = ""
    provider: Text = ""
    intermediary: Text = ""
    compliance: Text = ""


class Judgement(Value):
    """One answer by one person on one node.

    Likelihood is asked "if adopted and enforced as drafted". `part` counts from 1: a node may be
    judged several times, once per provision or mechanism. A judgement may be unfinished (`answer`
    None, or an effect without level): everything typed is kept, and `missing` says what lacks.
    `copied_from` names the node whose answer this one was taken over from.
    """

    node: Slug
    draft: Slug = "d1"
    assessor: Slug = "a1"
    part: int = Field(default=1, ge=1, le=20)
    answer: Answer | None = None
    harm: Level | None = None
    benefit: Level | None = None
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    evidence: Evidence | None = None
    provisions: tuple[Line, ...] = Field(default=(), max_length=200)
    mechanism: Slug | None = None
    reason: DontKnowReason | None = None
    rationale: Text = ""
    people: Text = ""
    condition: Text | None = None
    sides: Sides = Sides()
    copied_from: Slug | None = None

    @model_validator(mode="after")
    def _level_only_with_effect(self) -> Self:
        if self.answer != "effect" and (self.harm or self.benefit):
            raise ValueError('harm and benefit need answer "effect"; remove them or change answer')
        return self

    @property
    def key(self) -> Key:
        """What makes this judgement this one."""
        return Key(self.draft, self.assessor, self.node, self.part)

    @property
    def counts(self) -> bool:
        """Whether the findings can use it: an answer, and for an effect how strong and likely."""
        if self.answer != "effect":
            return self.answer is not None
        return bool((self.harm or self.benefit) and self.likelihood and self.confidence)

    def missing(self, node: AnyNode, depth: Depth) -> tuple[Lack, ...]:
        """What is still needed before this answer is complete, in the order it is asked.

        A rationale is required for a major effect, and for "no effect" on a critical property.
        """
        if self.answer is None:
            return ("answer",)
        wanted: list[tuple[Lack, bool]] = [
            ("level", self.answer == "effect" and not (self.harm or self.benefit)),
            ("likelihood", self.answer == "effect" and self.likelihood is None),
            ("confidence", self.answer == "effect" and self.confidence is None),
            ("reason", self.answer == "dont-know" and self.reason is None),
            ("rationale", self._rationale_required(node) and not self.rationale.strip()),
            ("sides", depth == "full" and self.answer == "effect" and self.sides == Sides()),
        ]
        return tuple(name for name, lacks in wanted if lacks)

    def _rationale_required(self, node: AnyNode) -> bool:
        if "major" in (self.harm, self.benefit):
            return True
        return self.answer == "none" and isinstance(node, CriticalProperty)
