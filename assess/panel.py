"""Several people judging the same drafts: two rounds, the first and the second each in private."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assess.judgement import Judgement
from assess.value import Slug, Text, Value

Phase = Literal["first", "discussion", "second", "closed"]
PHASES: tuple[Phase, ...] = ("first", "discussion", "second", "closed")
PRIVATE: tuple[Phase, ...] = ("first", "second")


class Note(Value):
    """What one person remarks on one node of one draft, for the others to read and answer."""

    node: Slug
    draft: Slug = "d1"
    assessor: Slug = "a1"
    text: Text


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
        """Whether nobody may see what the others answer now."""
        return self.phase in PRIVATE
