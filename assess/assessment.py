"""All judgements on one proposal against one framework version and the topics beside it."""

from __future__ import annotations

from typing import Literal, NamedTuple, Self

from pydantic import ConfigDict, Field, RootModel, model_validator

from assess.choices import Choices
from assess.contribution import Contribution
from assess.errors import AssessError
from assess.framework import Framework, FrameworkRef, JudgedNode
from assess.judgement import (
    ANSWERS,
    CONFIDENCES,
    DEPTHS,
    DONT_KNOW_REASONS,
    EVIDENCES,
    LACKS,
    LIKELIHOODS,
    Answer,
    Asked,
    Confidence,
    Depth,
    DontKnowReason,
    Evidence,
    Judgement,
    Key,
    Lack,
    Likelihood,
    Sides,
)
from assess.mark import Mark
from assess.overlay import Overlay
from assess.panel import Note, Panel
from assess.proposal import Draft, Proposal
from assess.submission import Recommendations, SecondLanguage, Submission
from assess.value import Line, Slug, Text, Value
from assess.variant import LinkChange, Variant

__all__ = [
    "ANSWERS",
    "CONFIDENCES",
    "DEPTHS",
    "DONT_KNOW_REASONS",
    "EVIDENCES",
    "LACKS",
    "LIKELIHOODS",
    "Answer",
    "Archived",
    "Assessment",
    "Assessor",
    "Confidence",
    "Depth",
    "DontKnowReason",
    "Evidence",
    "FrameworkRef",
    "Judgement",
    "Key",
    "Lack",
    "Likelihood",
    "Move",
    "NodeProgress",
    "Sides",
    "State",
    "Topics",
    "Triage",
    "TriageAnswer",
]

TriageAnswer = Literal["yes", "no", "unsure"]
State = Literal["not-started", "in-progress", "done"]
ArchivedWhat = Literal["answer", "first-round", "note", "link", "screening", "intervention"]


class Triage(Value):
    """The short questionnaire before judging: its answers, the depth and the interventions."""

    answers: dict[Slug, TriageAnswer] = Field(default_factory=dict)
    depth: Depth = "standard"
    interventions: tuple[Slug, ...] = ()


class Topics(RootModel[tuple[FrameworkRef, ...]]):
    """The frameworks on topics that stand beside the framework, each once; at most 20."""

    model_config = ConfigDict(frozen=True)

    root: tuple[FrameworkRef, ...] = Field(default=(), max_length=20)

    @property
    def refs(self) -> tuple[FrameworkRef, ...]:
        """Which versions of which topics, as they were chosen."""
        return self.root

    def has(self, topic: str) -> bool:
        """Whether a version of this topic stands there."""
        return any(each.id == topic for each in self.root)

    def chosen(self, ref: FrameworkRef) -> Topics:
        """These with one more, in the place of any other version of it."""
        return Topics((*self.without(ref.id).root, ref))

    def without(self, topic: str) -> Topics:
        """These without one."""
        return Topics(tuple(each for each in self.root if each.id != topic))


class Assessor(Value):
    """Someone who judges."""

    id: Slug
    name: Line = ""


class Archived(Value):
    """Something said that the version an assessment moved to does not ask about any more.

    It stays in the file and is shown; no finding rests on it. `name` is that of the node, question,
    link or intervention it was about; one of `judgement`, `note`, `link` and `text` is what was
    said. `notes` are the words of the framework's authors on why.
    """

    what: ArchivedWhat
    name: Text
    asked: Asked | None = None
    judgement: Judgement | None = None
    note: Note | None = None
    link: LinkChange | None = None
    text: Text = ""
    notes: tuple[Text, ...] = Field(default=(), max_length=50)

    @property
    def assessor(self) -> str | None:
        """Whose it is; None for what all have in common."""
        own = self.judgement or self.note
        return own.assessor if own else None


class Move(Value):
    """How an assessment came to its version of the framework.

    `before` is the assessment as it was, so that it can go back; it is None in a copy for somebody
    who may not see all of it.
    """

    before: Assessment | None = None
    archived: tuple[Archived, ...] = Field(default=(), max_length=10_000)

    def seen_by(self, assessor: str) -> Move:
        """What this person may see of it while everybody answers in private."""
        own = tuple(each for each in self.archived if each.assessor in (None, assessor))
        return Move(archived=own)


class NodeProgress(NamedTuple):
    """How far one node is answered; `missing` names what the answers still lack."""

    node: str
    state: State
    missing: tuple[Lack, ...]


class Assessment(Value):
    """Judgements on a proposal: the file people keep, send and reopen (format `assess/1`)."""

    format: Literal["assess/1"] = "assess/1"
    framework: FrameworkRef
    topics: Topics = Topics()
    proposal: Proposal = Proposal()
    drafts: tuple[Draft, ...] = Field(default=(Draft(id="d1"),), min_length=1, max_length=20)
    assessors: tuple[Assessor, ...] = Field(default=(Assessor(id="a1"),), max_length=50)
    triage: Triage = Triage()
    judgements: tuple[Judgement, ...] = Field(default=(), max_length=5_000)
    choices: Choices = Choices()
    variant: Variant = Variant()
    panel: Panel | None = None
    notes: tuple[Note, ...] = Field(default=(), max_length=5_000)
    marks: tuple[Mark, ...] = Field(default=(), max_length=5_000)
    recommendations: Recommendations = Recommendations()
    submission: Submission = Submission()
    second: SecondLanguage = SecondLanguage()
    contribution: Contribution = Contribution()
    moved: Move | None = None
    overlay: Overlay | None = None

    @model_validator(mode="after")
    def _judgements_fit(self) -> Self:
        drafts = [draft.id for draft in self.drafts]
        if len(set(drafts)) < len(drafts):
            raise ValueError("two drafts have the same id; give each its own")
        for draft in self.drafts:
            if draft.based_on is not None and draft.based_on not in drafts:
                raise ValueError(
                    f"draft {draft.id} is based on unknown draft {draft.based_on!r}; "
                    "name one of this file or leave it out"
                )
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

    @model_validator(mode="after")
    def _topics_fit(self) -> Self:
        ids = [self.framework.id, *(topic.id for topic in self.topics.refs)]
        if len(set(ids)) < len(ids):
            raise ValueError("a framework is named twice; name each topic once")
        return self

    @model_validator(mode="after")
    def _notes_fit(self) -> Self:
        drafts = {draft.id for draft in self.drafts}
        seen = set()
        for note in self.notes:
            if note.draft not in drafts:
                raise ValueError(f"note on unknown draft {note.draft!r}")
            if note.key in seen:
                raise ValueError(f"{note.assessor} has two notes on {note.node}; make them one")
            seen.add(note.key)
        return self

    @model_validator(mode="after")
    def _marks_fit(self) -> Self:
        drafts = {draft.id for draft in self.drafts}
        seen = set()
        for mark in self.marks:
            if mark.draft not in drafts:
                raise ValueError(f"mark on unknown draft {mark.draft!r}")
            if mark.key in seen:
                raise ValueError(
                    f"{mark.assessor} has two marks on provision {mark.provision}; make them one"
                )
            seen.add(mark.key)
        return self

    def draft(self, draft_id: str) -> Draft:
        """The draft with this id. Raises KeyError where there is none."""
        for draft in self.drafts:
            if draft.id == draft_id:
                return draft
        raise KeyError(draft_id)

    @property
    def assessor_ids(self) -> tuple[str, ...]:
        """Everybody who judges here: those listed, then those who only have answers."""
        listed = [assessor.id for assessor in self.assessors]
        first = self.panel.first if self.panel else ()
        return tuple(dict.fromkeys([*listed, *(j.assessor for j in (*self.judgements, *first))]))

    def check(self, draft: str, assessor: str) -> None:
        """Raises AssessError, saying which there are, for an unknown draft or assessor."""
        drafts = [each.id for each in self.drafts]
        if draft not in drafts:
            raise AssessError(f"there is no draft {draft!r}; there is {', '.join(drafts)}")
        # a1 is who answers where nobody is listed
        known = self.assessor_ids or ("a1",)
        if assessor not in known:
            raise AssessError(f"there is no assessor {assessor!r}; there is {', '.join(known)}")

    def seen_by(self, assessor: str) -> Assessment:
        """What this person may see: in a private round no answer, note or mark but their own.

        In the second round the first one is open to all; notes are, too.
        """
        if self.panel is None or not self.panel.private:
            return self
        own = tuple(each for each in self.judgements if each.assessor == assessor)
        marks = tuple(each for each in self.marks if each.assessor == assessor)
        seen = {"judgements": own, "marks": marks, "moved": self._move_seen_by(assessor)}
        if self.panel.phase == "second":
            return self.replace(**seen)
        notes = tuple(each for each in self.notes if each.assessor == assessor)
        return self.replace(**seen, notes=notes)

    def _move_seen_by(self, assessor: str) -> Move | None:
        return self.moved.seen_by(assessor) if self.moved else None

    @property
    def archived(self) -> tuple[Archived, ...]:
        """All that earlier moves left behind, the latest move first."""
        if self.moved is None:
            return ()
        earlier = self.moved.before.archived if self.moved.before else ()
        return (*self.moved.archived, *earlier)

    def first_round(self) -> Assessment:
        """The answers as they stood when the first round ended. ValueError before that."""
        if self.panel is None or self.panel.phase == "first":
            raise ValueError("the first round has not ended")
        return self.replace(judgements=self.panel.first)

    def judgements_on(
        self, node: str, draft: str = "d1", assessor: str = "a1"
    ) -> tuple[Judgement, ...]:
        """What one assessor said of a node on a draft, in the order of the parts."""
        found = (each for each in self.judgements if each.key[:3] == (draft, assessor, node))
        return tuple(sorted(found, key=lambda each: each.part))

    def marks_on(self, draft: str = "d1", assessor: str = "a1") -> dict[str, Mark]:
        """What one assessor decided on the provisions of a draft, by provision."""
        return {each.provision: each for each in self.marks if each.key[:2] == (draft, assessor)}

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

    def to_judge(self, framework: Framework) -> tuple[JudgedNode, ...]:
        """The nodes this assessment's depth asks about.

        Quick leaves out the enablers; a topic was chosen on purpose and is asked about always.
        What an overlay hides is not asked about.
        """
        asked: tuple[JudgedNode, ...] = framework.judged
        if self.triage.depth == "quick":
            asked = (*framework.critical_properties, *framework.criteria)
        if self.overlay is None:
            return asked
        return tuple(node for node in asked if not self.overlay.hides(node.id))

    def progress(
        self, framework: Framework, draft: str = "d1", assessor: str = "a1"
    ) -> tuple[NodeProgress, ...]:
        """How far each node to judge is answered, in the framework's order."""
        return tuple(
            self._node_progress(node, draft, assessor) for node in self.to_judge(framework)
        )

    def _node_progress(self, node: JudgedNode, draft: str, assessor: str) -> NodeProgress:
        answers = self.judgements_on(node.id, draft, assessor)
        if not answers:
            return NodeProgress(node.id, "not-started", ("answer",))
        lacking = {name for each in answers for name in each.missing(node, self.triage.depth)}
        missing = tuple(name for name in LACKS if name in lacking)
        return NodeProgress(node.id, "in-progress" if missing else "done", missing)


Move.model_rebuild()
