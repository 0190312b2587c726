"""The measure proposed, and the dated texts of it."""

from __future__ import annotations

import datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.value import Line, LongText, Slug, Text, Value

Stage = Literal["idea", "consultation", "draft", "before-parliament", "adopted", "in-force"]


class Provision(Value):
    """One numbered clause. `id` is its number as readers cite it ("6", "12a", "Annex I")."""

    id: Line = Field(min_length=1)
    heading: Line = ""
    text: LongText = ""


class Draft(Value):
    """One dated text of the proposal."""

    id: Slug
    label: Line = ""
    date: datetime.date | None = None
    provisions: tuple[Provision, ...] = Field(default=(), max_length=2_000)

    @model_validator(mode="after")
    def _provisions_are_unique(self) -> Self:
        ids = [provision.id for provision in self.provisions]
        twice = sorted({number for number in ids if ids.count(number) > 1})
        if twice:
            raise ValueError(f"provision given twice: {', '.join(twice)}; number each once")
        return self

    def provision(self, number: str) -> Provision | None:
        """The provision with this number, or None."""
        return next((each for each in self.provisions if each.id == number), None)


class Proposal(Value):
    """What is proposed, in a few words. `language` is a BCP 47 tag of the assessment's own text."""

    title: Line = ""
    jurisdiction: Line = ""
    language: Line = "en"
    summary: Text = ""
    stage: Stage | None = None
    purpose: Text = ""
    audience: Text = ""
