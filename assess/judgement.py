"""One answer by one person on one property or enabler."""

from __future__ import annotations

from typing import Literal, NamedTuple, Self, get_args

from pydantic import Field, model_validator

from assess.framework import AnyNode, CriticalProperty, FrameworkRef, Level, LevelWords
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
Lack = Literal[
    "answer", "review", "level", "likelihood", "confidence", "reason", "rationale", "sides"
]
ReviewWhy = Literal["reworded", "rescaled", "split", "merged", "mechanism", "overlay"]

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


class Asked(Value):
    """What an assessor was asked about a node, in the words of the version it was asked in."""

    framework: FrameworkRef
    node: Slug
    name: Line
    summary: Text
    questions: tuple[Text, ...] = Field(max_length=50)
    levels: LevelWords


class Review(Value):
    """Why an answer from an older version is to be looked at again, and what it answered.

    `notes` are the words of the framework's authors on what changed. `mechanism` is the
    intervention the answer named, where the new version knows no such kind.
    """

    asked: Asked
    why: tuple[ReviewWhy, ...] = Field(min_length=1, max_length=20)
    notes: tuple[Text, ...] = Field(default=(), max_length=50)
    mechanism: Slug | None = None


class Judgement(Value):
    """One answer by one person on one node.

    Likelihood is asked "if adopted and enforced as drafted". `part` counts from 1: a node may be
    judged several times, once per provision or mechanism. A judgement may be unfinished (`answer`
    None, or an effect without level): everything typed is kept, and `missing` says what lacks.
    `copied_from` names the node whose answer this one was taken over from. `review` is there
    where a move to another version of the framework asks for this answer to be looked at again.
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
    review: Review | None = None

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
        """Whether the findings can use it: an answer, and for an effect how strong and likely.

        One that waits for review does not count.
        """
        if self.review is not None:
            return False
        if self.answer != "effect":
            return self.answer is not None
        return bool((self.harm or self.benefit) and self.likelihood and self.confidence)

    def confirmed(self) -> Judgement:
        """The same answer once its assessor said that it holds under the new wording."""
        return Judgement(**{**dict(self), "review": None})

    def missing(self, node: AnyNode, depth: Depth) -> tuple[Lack, ...]:
        """What is still needed before this answer is complete, in the order it is asked.

        A rationale is required for a major effect, and for "no effect" on a critical property.
        """
        if self.answer is None:
            return ("answer",)
        wanted: list[tuple[Lack, bool]] = [
            ("review", self.review is not None),
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
