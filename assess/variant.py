"""The framework as a reader would have it: links off or rated otherwise, with reasons."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from assess.framework import Link, Relation
from assess.value import Slug, Text, Value

Rating = Literal["off", "weak", "material", "strong"]
_ = str  # marks a sentence for the catalogue; whoever shows the refusal translates it

NO_REASON = _("a link is changed without a reason; say why you see it otherwise")
TENSION = _("a tension carries nothing, so it cannot be changed; leave it out")
TWICE = _("a link is changed twice; keep one of the two")
RATINGS: tuple[Rating, ...] = ("off", "weak", "material", "strong")


class LinkChange(Value):
    """One link taken otherwise than the framework has it; "off" lets it carry nothing."""

    origin: Slug
    target: Slug
    relation: Relation
    rating: Rating
    reason: Text

    @model_validator(mode="after")
    def _a_reason_says_something(self) -> Self:
        if not self.reason.strip():
            raise ValueError(NO_REASON)
        if self.relation == "tension":
            raise ValueError(TENSION)
        return self

    def is_on(self, link: Link) -> bool:
        """Whether this is about that link."""
        return (self.origin, self.target, self.relation) == (
            link.origin,
            link.target,
            link.relation,
        )


class Variant(Value):
    """Where an assessment disagrees with the framework. Findings are shown with and without it."""

    links: tuple[LinkChange, ...] = Field(default=(), max_length=500)

    @model_validator(mode="after")
    def _each_link_once(self) -> Self:
        named = [(each.origin, each.target, each.relation) for each in self.links]
        if len(set(named)) < len(named):
            raise ValueError(TWICE)
        return self

    def rating(self, link: Link) -> Rating:
        """How strong this link is taken to be."""
        return next((each.rating for each in self.links if each.is_on(link)), link.strength)

    def change(self, change: LinkChange) -> Variant:
        """This variant with a link taken otherwise."""
        return Variant(links=(*self._without(change), change))

    def restore(self, change: LinkChange) -> Variant:
        """This variant with that link as the framework has it."""
        return Variant(links=tuple(self._without(change)))

    def _without(self, change: LinkChange) -> list[LinkChange]:
        place = (change.origin, change.target, change.relation)
        return [e for e in self.links if (e.origin, e.target, e.relation) != place]
