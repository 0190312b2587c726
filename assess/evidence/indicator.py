"""The indicators: what each says of a country, how to read it beside a law, what it cannot say."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from assess.value import Line, Slug, Text, Value

Access = Literal["snapshot", "live", "token", "import", "restricted"]
"""How a value is had: from an open file, an open service, with a free token, from a file that the
user imports, or from a service whose terms do not clearly let it be passed on."""

Role = Literal["history", "exposure", "practice", "reach", "capacity", "context"]
"""What it is about, nearest to what a law changes first: what has happened before; how few an order
must reach; what operators have deployed; who is connected; what networks carry; the country."""

Direction = Literal["higher-better", "lower-better", "not-ordered"]
Compare = Literal["peers", "none"]
"""`peers`: among all countries and among those of the same income group."""

Redistribute = Literal["yes", "no", "confirm"]
"""`confirm`: the terms were not seen on the publisher's own page, so it is treated as `no`."""

IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60)]
"""As packs write it: lower-case words, digits, single underscores."""


def _something(text: str) -> str:
    if not text.strip():
        raise ValueError("empty; write something here")
    return text


Said = Annotated[Text, AfterValidator(_something)]
Label = Annotated[Line, AfterValidator(_something)]
Months = Annotated[int, Field(ge=1, le=240)]


class EvidenceSource(Value):
    """Who measured, under which terms; only what may be redistributed leaves the user's machine."""

    title: Label
    url: Label
    licence: Label
    redistribute: Redistribute
    attribution: Label
    note: Text = ""


class Threshold(Value):
    """A yardstick that a source gives, in the indicator's unit; never a finding."""

    value: float = Field(allow_inf_nan=False)
    sense: Literal["at-least", "at-most"]
    source: Said


class MethodBreak(Value):
    """A day on which what is measured, or how, changed: values before and after do not compare."""

    date: datetime.date
    what: Label


class Indicator(Value):
    """One thing measured by country.

    `informs` are ids of critical properties, enablers or criteria. `min_sample`: values that rest
    on fewer tests are thin, and not compared. `stale_after`: months after the end of its period
    from which a value is old; our choice, by how often its source publishes.
    """

    id: IndicatorId
    title: Label
    unit: Label
    access: Access
    source: Slug
    role: Role
    direction: Direction
    compare: Compare
    informs: tuple[Slug, ...]
    programmes: tuple[Slug, ...]
    threshold: Threshold | None = None
    min_sample: int | None = Field(default=None, ge=1)
    says: Said
    beside_a_law: Said
    cannot_say: Said
    stale_after: Months | None = None
    breaks: tuple[MethodBreak, ...] = ()


class Silence(Value):
    """A critical property or enabler that is not measured, or hardly, and what to ask instead."""

    node: Slug
    measured: Literal["none", "little"]
    why: Said
    ask: Said


class Catalogue(Value):
    """All indicators, their sources, the programmes they serve, and what nobody measures."""

    version: Line
    sources: dict[Slug, EvidenceSource]
    programmes: dict[Slug, Line]
    indicators: tuple[Indicator, ...]
    silent: tuple[Silence, ...] = ()

    def get(self, indicator: str) -> Indicator | None:
        """The indicator of this id; None where there is none."""
        return next((each for each in self.indicators if each.id == indicator), None)

    def informing(self, node: str) -> tuple[Indicator, ...]:
        """The indicators that say something about a node."""
        return tuple(each for each in self.indicators if node in each.informs)

    def serving(self, programme: str) -> tuple[Indicator, ...]:
        """The indicators that serve a programme."""
        return tuple(each for each in self.indicators if programme in each.programmes)


NO_CATALOGUE = Catalogue(version="", sources={}, programmes={}, indicators=())
"""What a library without a file of indicators has."""


def gaps(catalogue: Catalogue, node: str) -> Silence | None:
    """What is not measured about a node, with the question to ask instead; None where nothing."""
    return next((each for each in catalogue.silent if each.node == node), None)
