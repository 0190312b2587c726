"""What goes into a paper besides the findings: advice, the addressee, a second language."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from assess.judgement import Key
from assess.value import Line, Slug, Text, Value

Origin = Literal["mitigation", "alternative", "own"]


class Advice(Value):
    """One recommendation, in the assessor's words, and what it answers.

    `origin` says where it began: a mitigation or a less harmful alternative of the `intervention`,
    as `suggested`, or the assessor's own idea. `text` is what is printed, hers in either case.
    """

    text: Text
    origin: Origin = "own"
    suggested: Text = ""
    intervention: Slug | None = None
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


class ConsultationQuestion(Value):
    """A question of the consultation, as its authority asks it, and what is answered to it."""

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


class SecondLanguage(Value):
    """What people wrote, said again in a second language, for a paper in two languages.

    `texts` are under the names `place` gives. `language` is a BCP 47 tag, empty: none is wanted.
    """

    language: Line = ""
    texts: dict[Line, Text] = Field(default_factory=dict, max_length=10_000)


def place(part: str, field: str, key: Key | int | str = "") -> str:
    """The name of a text: "proposal//summary", "judgement/d1/a1/privacy/1/rationale"."""
    of = "/".join(map(str, key)) if isinstance(key, Key) else str(key)
    return f"{part}/{of}/{field}"
