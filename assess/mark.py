"""What a reader decided on a provision: which interventions it holds, and that it was read."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.value import Line, Slug, Value

Decision = Literal["accepted", "rejected", "added"]
DECISIONS: tuple[Decision, ...] = ("accepted", "rejected", "added")


Wording = Annotated[str, Field(pattern=r"^([0-9a-f]{16})?$")]


class Mark(Value):
    """One person's decisions on one provision of one draft.

    `accepted` and `rejected` are interventions that the screening had matched, `added` those it
    had not. `read` says that the person read the provision, whether or not anything was found in
    it. `wording` is that of the provision when this was decided (`Provision.wording`; empty: not
    known), so that a later text does not count as read. A mark that decides nothing stands for no
    mark.
    """

    provision: Line = Field(min_length=1)
    draft: Slug = "d1"
    assessor: Slug = "a1"
    accepted: tuple[Slug, ...] = Field(default=(), max_length=100)
    rejected: tuple[Slug, ...] = Field(default=(), max_length=100)
    added: tuple[Slug, ...] = Field(default=(), max_length=100)
    read: bool = False
    wording: Wording = ""

    @model_validator(mode="after")
    def _each_is_decided_once(self) -> Self:
        decided = [*self.accepted, *self.rejected, *self.added]
        twice = sorted({each for each in decided if decided.count(each) > 1})
        if twice:
            raise ValueError(f"decided twice: {', '.join(twice)}; keep one decision on each")
        return self

    @property
    def key(self) -> tuple[str, str, str]:
        """Draft, assessor and provision: what makes this mark this one."""
        return (self.draft, self.assessor, self.provision)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not (self.accepted or self.rejected or self.added or self.read)

    @property
    def held(self) -> tuple[str, ...]:
        """The interventions this person sees in the provision."""
        return (*self.accepted, *self.added)

    def decision(self, intervention: str) -> Decision | None:
        """What was decided on an intervention, None where nothing was."""
        return next((name for name in DECISIONS if intervention in getattr(self, name)), None)

    def decide(self, intervention: str, decision: Decision | None) -> Mark:
        """This mark with one decision taken, or taken back (None). What is decided was read."""
        fields = {
            name: tuple(each for each in getattr(self, name) if each != intervention)
            for name in DECISIONS
        }
        if decision:
            fields[decision] = (*fields[decision], intervention)
        return self.replace(**fields, read=self.read or decision is not None)

    def replace(self, **changes: object) -> Mark:
        """A new mark with these fields changed, checked like any other."""
        fields = {name: getattr(self, name) for name in Mark.model_fields}
        return Mark(**{**fields, **changes})
