"""What goes into a paper besides the findings: advice, the addressee, a second language."""

from __future__ import annotations

import datetime
from itertools import count
from typing import Annotated, Literal, TypeVar

from pydantic import Field, field_validator

from assess.judgement import Key
from assess.provenance import StatedBy
from assess.value import Line, Slug, Text, Value

Origin = Literal["mitigation", "alternative", "case", "own"]
SeveralPart = Literal["advice", "question"]
Id = Annotated[int, Field(ge=1)] | None
"""What one text among several is known by, wherever it is moved; None: not among others yet."""


class FromCase(Value):
    """The case a recommendation was taken from, and whether a source or we recommend it there."""

    id: Slug
    title: Line
    stated_by: StatedBy


class Advice(Value):
    """One recommendation, in the assessor's words, and what it answers.

    `origin` says where it began: a mitigation or a less harmful alternative of the `intervention`,
    or a recommendation of the case `from_case`, as `suggested`, or the assessor's own idea. `text`
    is what is printed, hers in either case.
    """

    id: Id = None
    text: Text
    origin: Origin = "own"
    suggested: Text = ""
    intervention: Slug | None = None
    from_case: FromCase | None = None
    draft: Slug = "d1"
    answers: tuple[Slug, ...] = Field(default=(), max_length=50)
    provisions: tuple[Line, ...] = Field(default=(), max_length=200)

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than was suggested."""
        return self.text != self.suggested


class Recommendations(Value):
    """All advice on the drafts, in the order it is printed."""

    items: tuple[Advice, ...] = Field(default=(), max_length=100)

    @field_validator("items")
    @classmethod
    def _each_has_an_id(cls, items: tuple[Advice, ...]) -> tuple[Advice, ...]:
        return with_ids(items)


class ConsultationQuestion(Value):
    """A question of the consultation, as its authority asks it, and what is answered to it."""

    id: Id = None
    text: Text
    answer: Text = ""


class Submission(Value):
    """To whom the paper goes, and what is asked of it. `word_limit` counts the printed words."""

    addressee: Text = ""
    sender: Text = ""
    reference: Line = ""
    date: datetime.date | None = None
    deadline: datetime.date | None = None
    word_limit: int | None = Field(default=None, ge=50, le=100_000)
    questions: tuple[ConsultationQuestion, ...] = Field(default=(), max_length=100)

    @field_validator("questions")
    @classmethod
    def _each_has_an_id(
        cls, questions: tuple[ConsultationQuestion, ...]
    ) -> tuple[ConsultationQuestion, ...]:
        return with_ids(questions)


Several = TypeVar("Several", Advice, ConsultationQuestion)


def with_ids(values: tuple[Several, ...]) -> tuple[Several, ...]:
    """The values, each with an id; those without get the next numbers, in order.

    So a file from before there were ids has their places for ids, which is what second versions
    were kept under then. Raises ValueError where two have the same.
    """
    known = [each.id for each in values if each.id is not None]
    if len(set(known)) < len(known):
        raise ValueError("two have the same id; give each its own, or leave the ids out")
    following = count(max(known, default=0) + 1)
    return tuple(
        each if each.id is not None else each.model_copy(update={"id": next(following)})
        for each in values
    )


class SecondLanguage(Value):
    """What people wrote, said again in a second language, for a paper in two languages.

    `texts` are under the names `place` gives. `language` is a BCP 47 tag, empty: none is wanted.
    """

    language: Line = ""
    texts: dict[Line, Text] = Field(default_factory=dict, max_length=10_000)

    def keeping_up(
        self, part: SeveralPart, before: tuple[Several, ...], now: tuple[Several, ...]
    ) -> SecondLanguage:
        """As it is after such a change: what is gone leaves its texts, as its id may come again.

        So does a question that is asked in other words; its answer stays.
        """
        there = {each.id: each.text for each in now}
        gone = tuple(f"{part}/{each.id}/" for each in before if each.id not in there)
        anew = {
            place(part, "text", each.id or "")
            for each in before
            if part == "question" and there.get(each.id) != each.text
        }
        texts = {
            name: text
            for name, text in self.texts.items()
            if name not in anew and not name.startswith(gone)
        }
        return SecondLanguage(language=self.language, texts=texts)


def place(part: str, field: str, key: Key | int | str = "") -> str:
    """The name of a text: "proposal//summary", "judgement/d1/a1/privacy/1/rationale"."""
    of = "/".join(map(str, key)) if isinstance(key, Key) else str(key)
    return f"{part}/{of}/{field}"
