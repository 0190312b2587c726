"""All judgements on one proposal against one framework version."""

from __future__ import annotations

from typing import Literal, NamedTuple, Self, get_args

from pydantic import Field, model_validator

from assess.framework import CriticalProperty, Enabler, Framework, Goal, Level, Version
from assess.proposal import Draft, Proposal
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
TriageAnswer = Literal["yes", "no", "unsure"]
State = Literal["not-started", "in-progress", "done"]
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

    def missing(self, node: CriticalProperty | Enabler | Goal, depth: Depth) -> tuple[Lack, ...]:
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

    def _rationale_required(self, node: CriticalProperty | Enabler | Goal) -> bool:
        if "major" in (self.harm, self.benefit):
            return True
        return self.answer == "none" and isinstance(node, CriticalProperty)


class Triage(Value):
    """The short questionnaire before judging: its answers, the depth and the interventions."""

    answers: dict[Slug, TriageAnswer] = Field(default_factory=dict)
    depth: Depth = "standard"
    interventions: tuple[Slug, ...] = ()


class FrameworkRef(Value):
    """Which version of which framework the judgements are made against."""

    id: Slug
    version: Version


class Assessor(Value):
    """Someone who judges."""

    id: Slug
    name: Line = ""


class NodeProgress(NamedTuple):
    """How far one node is answered; `missing` names what the answers still lack."""

    node: str
    state: State
    missing: tuple[Lack, ...]


class Assessment(Value):
    """Judgements on a proposal: the file people keep, send and reopen (format `assess/1`)."""

    format: Literal["assess/1"] = "assess/1"
    framework: FrameworkRef
    proposal: Proposal = Proposal()
    drafts: tuple[Draft, ...] = Field(default=(Draft(id="d1"),), min_length=1, max_length=20)
    assessors: tuple[Assessor, ...] = Field(default=(Assessor(id="a1"),), max_length=50)
    triage: Triage = Triage()
    judgements: tuple[Judgement, ...] = Field(default=(), max_length=5_000)

    @model_validator(mode="after")
    def _judgements_fit(self) -> Self:
        drafts = [draft.id for draft in self.drafts]
        if len(set(drafts)) < len(drafts):
            raise ValueError("two drafts have the same id; give each its own")
        seen: set[Key] = set()
        for judgement in self.judgements:
            if judgement.draft not in drafts:
                raise ValueError(f"judgement on unknown draft {judgement.draft!r}")
            if judgement.key in seen:
                raise ValueError(
                    f"{judgement.node} is judged twice by {judgement.assessor} on draft "
                    f"{judgement.draft}; give the second one another part number"
                )
            seen.add(judgement.key)
        return self

    def draft(self, draft_id: str) -> Draft:
        """The draft with this id. Raises KeyError where there is none."""
        for draft in self.drafts:
            if draft.id == draft_id:
                return draft
        raise KeyError(draft_id)

    def judgements_on(
        self, node: str, draft: str = "d1", assessor: str = "a1"
    ) -> tuple[Judgement, ...]:
        """What one assessor said of a node on a draft, in the order of the parts."""
        found = (each for each in self.judgements if each.key[:3] == (draft, assessor, node))
        return tuple(sorted(found, key=lambda each: each.part))

    def judgement(self, key: Key) -> Judgement | None:
        """The judgement under this key, or None."""
        return next((each for each in self.judgements if each.key == key), None)

    def record(self, judgement: Judgement) -> Assessment:
        """This assessment with the judgement added, or put in the place of the one it replaces."""
        others = [each for each in self.judgements if each.key != judgement.key]
        return self.replace(judgements=tuple(sorted((*others, judgement), key=lambda j: j.key)))

    def withdraw(self, key: Key) -> Assessment:
        """This assessment without the judgement under this key."""
        return self.replace(judgements=tuple(j for j in self.judgements if j.key != key))

    def replace(self, **changes: object) -> Assessment:
        """A new assessment with these fields changed, checked like any other."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return Assessment(**{**fields, **changes})

    def to_judge(self, framework: Framework) -> tuple[CriticalProperty | Enabler, ...]:
        """The nodes this assessment's depth asks about: quick stops at the critical properties."""
        if self.triage.depth == "quick":
            return framework.critical_properties
        return framework.judged

    def progress(
        self, framework: Framework, draft: str = "d1", assessor: str = "a1"
    ) -> tuple[NodeProgress, ...]:
        """How far each node to judge is answered, in the framework's order."""
        return tuple(
            self._node_progress(node, draft, assessor) for node in self.to_judge(framework)
        )

    def _node_progress(
        self, node: CriticalProperty | Enabler, draft: str, assessor: str
    ) -> NodeProgress:
        answers = self.judgements_on(node.id, draft, assessor)
        if not answers:
            return NodeProgress(node.id, "not-started", ("answer",))
        lacking = {name for each in answers for name in each.missing(node, self.triage.depth)}
        missing = tuple(name for name in LACKS if name in lacking)
        return NodeProgress(node.id, "in-progress" if missing else "done", missing)
