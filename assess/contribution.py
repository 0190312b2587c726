"""What a case has beyond an assessment, while somebody is still filling it in.

Everything may be empty, and what is typed is kept as it is: `assess.casefile` says what is missing
or wrong before a case can be made of it.
"""

from __future__ import annotations

import datetime
from typing import Self, TypeVar

from pydantic import Field, model_validator

from assess.provenance import CaseKind, OutcomeStatus, Seen, StatedBy
from assess.value import Line, Slug, Text, Value

Names = tuple[Line, ...]


class GivenSource(Value):
    """A source as far as it is described; for its fields see `assess.provenance.CaseSource`."""

    id: Line = ""
    title: Line = ""
    publisher: Line = ""
    url: Line = ""
    date: datetime.date | None = None
    seen: Seen | None = None
    used_for: Text = ""
    note: Text = ""


class Claim(Value):
    """Whose claim one judgement is: a source's or our reading. `sources` are their ids."""

    node: Slug
    draft: Slug = "d1"
    part: int = Field(default=1, ge=1, le=20)
    stated_by: StatedBy | None = None
    sources: Names = Field(default=(), max_length=100)
    note: Text = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """The judgement it is of: draft, node, part."""
        return self.draft, self.node, self.part


class GivenAdvice(Value):
    """A recommendation as far as it is described."""

    text: Text = ""
    stated_by: StatedBy | None = None
    sources: Names = Field(default=(), max_length=100)


class GivenOutcome(Value):
    """What became of the proposal, as far as it is described."""

    status: OutcomeStatus | None = None
    date: Line = ""
    text: Text = ""
    sources: Names = Field(default=(), max_length=100)
    seen: Seen | None = None


class Contribution(Value):
    """What makes a case of an assessment. `id` is to be the name of its folder."""

    id: Line = ""
    title: Line = ""
    kind: CaseKind | None = None
    year: int | None = Field(default=None, ge=1969, le=2100)
    law_year: int | None = Field(default=None, ge=1969, le=2100)
    subject: Text = ""
    region: Line = ""
    authors: Names = Field(default=(), max_length=100)
    note: Text = ""
    sources: tuple[GivenSource, ...] = Field(default=(), max_length=100)
    claims: tuple[Claim, ...] = Field(default=(), max_length=5_000)
    recommendations: tuple[GivenAdvice, ...] = Field(default=(), max_length=100)
    outcome: GivenOutcome = GivenOutcome()

    @model_validator(mode="after")
    def _one_claim_each(self) -> Self:
        seen = set()
        for claim in self.claims:
            if claim.key in seen:
                raise ValueError(
                    f"it is said twice whose claim the judgement on {claim.node} is; keep one"
                )
            seen.add(claim.key)
        return self

    def claim(self, draft: str, node: str, part: int = 1) -> Claim:
        """Whose claim a judgement is; an empty one where nobody said yet."""
        blank = Claim(draft=draft, node=node, part=part)
        return next((each for each in self.claims if each.key == blank.key), blank)

    def replace(self, **changes: object) -> Contribution:
        """The same with these fields changed, checked like any other."""
        return Contribution(**{**dict(self), **changes})

    def with_claim(self, claim: Claim) -> Contribution:
        """The same with this said of a judgement, in the place of what was said of it before."""
        others = (each for each in self.claims if each.key != claim.key)
        return self.replace(claims=tuple(sorted((*others, claim), key=lambda each: each.key)))

    def with_sources(self, sources: tuple[GivenSource, ...]) -> Contribution:
        """The same with these sources in the places of its own.

        What names a source goes on to name it where only its id changed.
        """
        before = [each.id for each in self.sources]
        after = [each.id for each in sources]
        renamed = {
            old: new
            for old, new in zip(before, after, strict=False)
            if old not in after and before.count(old) == 1
        }
        return self.replace(
            sources=sources,
            claims=tuple(_citing(each, renamed) for each in self.claims),
            recommendations=tuple(_citing(each, renamed) for each in self.recommendations),
            outcome=_citing(self.outcome, renamed),
        )

    def without_source(self, place: int) -> Contribution:
        """The same without one source; what named it does so no more, but for another of its id."""
        kept = tuple(each for at, each in enumerate(self.sources) if at != place)
        name = self.sources[place].id
        gone = set() if name in (each.id for each in kept) else {name}
        return self.replace(
            sources=kept,
            claims=tuple(_without(each, gone) for each in self.claims),
            recommendations=tuple(_without(each, gone) for each in self.recommendations),
            outcome=_without(self.outcome, gone),
        )


Citing = TypeVar("Citing", Claim, GivenAdvice, GivenOutcome)


def _citing(given: Citing, renamed: dict[str, str]) -> Citing:
    names = tuple(renamed.get(each, each) for each in given.sources)
    return type(given)(**{**dict(given), "sources": names})


def _without(given: Citing, gone: set[str]) -> Citing:
    names = tuple(each for each in given.sources if each not in gone)
    return type(given)(**{**dict(given), "sources": names})
