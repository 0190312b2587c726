"""A move being worked out: where each answer goes, under which key, and what is left behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from assess.assessment import Archived, Assessment, Judgement, Key
from assess.judgement import Asked, Review, ReviewWhy
from assess.migration.course import Course, Way, Why, asked, courses

What = Literal[
    "answer", "first-round", "note", "recommendation", "mark", "link", "screening", "intervention"
]
Outcome = Literal["kept", "moved", "needs-review", "archived"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("kept", "moved", "needs-review", "archived")
MOST_PARTS: Final = 20  # as in assess.judgement.Judgement


@dataclass(frozen=True)
class Fate:
    """One thing somebody said and what becomes of it, with the reasons.

    `name` is that of the node, question, link or intervention it is about, `to` the names it has
    afterwards. `notes` are the words of the framework's authors. `judgement` is the answer as it
    was, for answers only.
    """

    what: What
    name: str
    outcome: Outcome
    why: tuple[Why, ...]
    to: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    draft: str = ""
    assessor: str = ""
    judgement: Judgement | None = None


@dataclass
class Moving:
    """A move being worked out: the fates so far, what is archived, where answers have gone."""

    way: Way
    of: Assessment
    fates: list[Fate] = field(default_factory=list)
    archived: list[Archived] = field(default_factory=list)
    places: dict[Key, tuple[Key, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.courses: dict[str, Course] = courses(self.way)

    def course(self, node: str) -> Course:
        """Where what is said of a node goes; a goal or right that stays is where it was."""
        if node in self.courses:
            return self.courses[node]
        stays = self.way.new.has(node)
        return Course(node, (node,) if stays else (), ("unchanged" if stays else "topic-gone",))

    def name(self, node: str) -> str:
        """What a node is called in the old version."""
        return self.way.old.node(node).name if self.way.old.has(node) else node

    def names(self, nodes: tuple[str, ...]) -> tuple[str, ...]:
        """What nodes are called in the new version."""
        return tuple(self.way.new.node(each).name for each in nodes)

    # --- answers ---------------------------------------------------------------------------

    def answers(
        self, judgements: tuple[Judgement, ...], what: Literal["answer", "first-round"]
    ) -> tuple[Judgement, ...]:
        """The answers as they go on; those that do not are archived."""
        taken: set[Key] = set()
        found: list[Judgement] = []
        for judgement in sorted(judgements, key=self._settled_first):
            moved = self._answer(judgement, what, taken)
            found += moved
            if what == "answer":
                self.places[judgement.key] = tuple(each.key for each in moved)
        return tuple(sorted(found, key=lambda each: each.key))

    def _settled_first(self, judgement: Judgement) -> tuple[bool, Key]:
        """An answer that stays at its node keeps its part; those that join it take others."""
        return judgement.node not in self.course(judgement.node).to, judgement.key

    def _answer(
        self, judgement: Judgement, what: Literal["answer", "first-round"], taken: set[Key]
    ) -> list[Judgement]:
        course = self.course(judgement.node)
        lost = not self.way.knows(judgement.mechanism)
        review: tuple[ReviewWhy, ...] = (*course.review, "mechanism") if lost else course.review
        told = [self._at(judgement, node, review, taken) for node in course.to]
        moved = [each for each in told if each]
        why: tuple[Why, ...] = (review or course.why) if moved else self._gone(course)
        outcome: Outcome = "archived"
        if moved:
            outcome = "needs-review" if review else "moved" if "moved" in course.why else "kept"
        else:
            earlier = judgement.review
            was = earlier.asked if earlier else asked(self.way.old, judgement.node)
            self.archive(what, was, course.notes, judgement=judgement)
        self.fates.append(
            Fate(
                what,
                self.name(judgement.node),
                outcome,
                why,
                self.names(tuple(each.node for each in moved)),
                course.notes,
                judgement.draft,
                judgement.assessor,
                judgement,
            )
        )
        return moved

    @staticmethod
    def _gone(course: Course) -> tuple[Why, ...]:
        return course.why if not course.to else ("no-room",)

    def _at(
        self, judgement: Judgement, node: str, why: tuple[ReviewWhy, ...], taken: set[Key]
    ) -> Judgement | None:
        """The answer at its new node, under the first part that is free; None where none is."""
        wish = (judgement.part, *range(1, MOST_PARTS + 1))
        keys = (Key(judgement.draft, judgement.assessor, node, part) for part in wish)
        key = next((each for each in keys if each not in taken), None)
        if key is None:
            return None
        taken.add(key)
        known = self.way.knows(judgement.mechanism)
        changes: dict[str, object] = {
            "node": node,
            "part": key.part,
            "mechanism": judgement.mechanism if known else None,
            "review": self._review(judgement, why) if why else judgement.review,
        }
        return Judgement(**{**dict(judgement), **changes})

    def _review(self, judgement: Judgement, why: tuple[ReviewWhy, ...]) -> Review:
        """What was answered: where an answer waits since an earlier move, what it was given to."""
        earlier, course = judgement.review, self.course(judgement.node)
        known = self.way.knows(judgement.mechanism)
        return Review(
            asked=earlier.asked if earlier else asked(self.way.old, judgement.node),
            why=tuple(dict.fromkeys((*(earlier.why if earlier else ()), *why))),
            notes=tuple(dict.fromkeys((*(earlier.notes if earlier else ()), *course.notes)))[:50],
            mechanism=(earlier.mechanism if earlier else None) if known else judgement.mechanism,
        )

    def archive(self, what: str, was: Asked, notes: tuple[str, ...], **said: object) -> None:
        """Keeps beside the answers what the new version does not ask about."""
        self.archived.append(
            Archived.model_validate(
                {"what": what, "name": was.name, "asked": was, "notes": notes, **said}
            )
        )
