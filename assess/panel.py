"""Several people judging the same drafts: two rounds, the first and the second each in private."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from pydantic import Field

from assess.judgement import Judgement
from assess.value import Slug, Text, Value

Phase = Literal["first", "discussion", "second", "closed"]
PHASES: tuple[Phase, ...] = ("first", "discussion", "second", "closed")
PRIVATE: tuple[Phase, ...] = ("first", "second")


class Note(Value):
    """What one person remarks on one node of one draft, for the others to read and answer.

    Each person has one note on a node; one whose text is blank stands for none.
    """

    node: Slug
    draft: Slug = "d1"
    assessor: Slug = "a1"
    text: Text

    @property
    def key(self) -> tuple[str, str, str]:
        """Draft, assessor and node: what makes this note this one."""
        return (self.draft, self.assessor, self.node)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not self.text.strip()


class Remark(Protocol):
    """Something one person has one of under a key: a note, a mark."""

    @property
    def key(self) -> tuple[str, str, str]: ...

    @property
    def is_blank(self) -> bool: ...


Kind = TypeVar("Kind", bound=Remark)


def noted(remarks: Iterable[Kind], remark: Kind) -> tuple[Kind, ...]:
    """The notes or marks with this one in the place of its writer's last, in order of keys."""
    return in_order([*(each for each in remarks if each.key != remark.key), remark])


def in_order(remarks: Iterable[Kind]) -> tuple[Kind, ...]:
    """The notes or marks that say something, by their keys."""
    said = (each for each in remarks if not each.is_blank)
    return tuple(sorted(said, key=lambda each: each.key))


class Panel(Value):
    """How far the rounds are (IDEA protocol: Hemming et al. 2018, doi:10.1111/2041-210X.12857).

    first: everybody judges without seeing the others. discussion: all answers are shown, none can
    be changed. second: everybody judges again, seeing the first round only. closed: both rounds
    are shown. `ready` are those who said they are done in this phase; `first` holds the answers
    as they stood when the first round ended.
    """

    phase: Phase = "first"
    ready: tuple[Slug, ...] = Field(default=(), max_length=50)
    first: tuple[Judgement, ...] = Field(default=(), max_length=5_000)

    @property
    def private(self) -> bool:
        """Whether people answer now, and nobody may see what the others answer."""
        return self.phase in PRIVATE

    @property
    def notes_open(self) -> bool:
        """Whether notes can be written: up to the second round, which is private again."""
        return self.phase in ("first", "discussion")

    def say(self, assessor: str, done: bool) -> Panel:
        """This panel once someone said that they are done, or not done after all."""
        others = [each for each in self.ready if each != assessor]
        ready = sorted([*others, assessor]) if done else others
        return Panel(phase=self.phase, ready=tuple(ready), first=self.first)

    def complete(self, people: Iterable[str]) -> bool:
        """Whether all of them are done."""
        return set(people) <= set(self.ready)

    def next(self, answers: Iterable[Judgement]) -> Panel:
        """The phase after this one; `answers`, as they stand now, are kept of the first round.

        ValueError where both rounds are over.
        """
        if self.phase == "closed":
            raise ValueError("both rounds are over")
        first = tuple(answers) if self.phase == "first" else self.first
        return Panel(phase=PHASES[PHASES.index(self.phase) + 1], first=first)
