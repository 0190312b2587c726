"""The measure proposed, and the dated texts of it."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from hashlib import sha256
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.value import CountryCode, Line, LongText, Slug, Text, Value

DraftKind = Literal["text", "no-measure", "alternative"]
Purpose = Literal["met", "partly", "not"]
DRAFT_KINDS: tuple[DraftKind, ...] = ("text", "no-measure", "alternative")
PURPOSES: tuple[Purpose, ...] = ("met", "partly", "not")
Stage = Literal["idea", "consultation", "draft", "before-parliament", "adopted", "in-force"]


class Provision(Value):
    """One numbered clause. `id` is its number as readers cite it ("6", "12a", "Annex I")."""

    id: Line = Field(min_length=1)
    heading: Line = ""
    text: LongText = ""

    @property
    def wording(self) -> str:
        """What its heading and text say, as 16 hexadecimal digits; its number is no part of it."""
        return sha256(f"{self.heading}\n{self.text}".encode()).hexdigest()[:16]

    @property
    def length(self) -> int:
        """Characters of its heading and text."""
        return len(self.heading) + len(self.text)


# A first line such as "Article 6 Gateway", "6. Gateway", "§ 6 Gateway": number, then heading.
_FIRST_LINE = re.compile(r"\W*(?:[^\W\d]+\.?\s+)?(\d[\w/.-]*?)[.:)–-]*(?:\s+(\S.*))?")


def pasted(text: str) -> tuple[Provision, ...]:
    """Provisions in a pasted text: an empty line between two, each beginning with its number.

    One that begins without a number gets the place it stands at. Reading whole laws is another
    matter. Raises pydantic.ValidationError for one too long or with control characters.
    """
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))
    return tuple(
        _provision(block, place) for place, block in enumerate(filter(None, blocks), start=1)
    )


def _provision(block: str, place: int) -> Provision:
    first, _, rest = block.partition("\n")
    found = _FIRST_LINE.fullmatch(first.strip())
    if not found:
        return Provision(id=str(place), text=block)
    number, heading = found[1], found[2] or ""
    if not rest:
        return Provision(id=number, text=heading)
    return Provision(id=number, heading=heading, text=rest.strip())


class Draft(Value):
    """One dated text of the proposal, or another way to meet its aim.

    "no-measure" is the present situation, which has harms of its own and is judged like a text;
    "alternative" is another instrument. `language` is the BCP 47 tag of the text, empty where it
    is not known. `reference` is its official identifier where it has one: an ELI, a URN:LEX or an
    Akoma Ntoso IRI. `based_on` is the draft this one amends: where its
    provisions are unchanged, so are the answers. `mitigates` is the kind of intervention whose
    effects it is to avert: answers that name it as their mechanism are given anew. `purpose` says
    whether the aim is met; it is shown beside the findings and never traded off against them.
    """

    id: Slug
    label: Line = ""
    date: datetime.date | None = None
    language: Line = ""
    reference: Line = ""
    provisions: tuple[Provision, ...] = Field(default=(), max_length=2_000)
    kind: DraftKind = "text"
    based_on: Slug | None = None
    mitigates: Slug | None = None
    purpose: Purpose | None = None
    purpose_reason: Text = ""

    @model_validator(mode="after")
    def _provisions_are_unique(self) -> Self:
        times = Counter(provision.id for provision in self.provisions)
        twice = sorted(number for number, count in times.items() if count > 1)
        if twice:
            raise ValueError(f"provision given twice: {', '.join(twice)}; number each once")
        if self.based_on == self.id:
            raise ValueError(f"draft {self.id} is based on itself; name another or leave it out")
        return self

    def provision(self, number: str) -> Provision | None:
        """The provision with this number, or None."""
        return next((each for each in self.provisions if each.id == number), None)


class Proposal(Value):
    """What is proposed, in a few words. `language` is a BCP 47 tag of the assessment's own text.

    `country` (ISO 3166-1 alpha-2, or empty) is the one whose measurements stand beside it.
    """

    title: Line = ""
    jurisdiction: Line = ""
    country: CountryCode | Literal[""] = ""
    language: Line = "en"
    summary: Text = ""
    stage: Stage | None = None
    purpose: Text = ""
    audience: Text = ""
