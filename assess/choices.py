"""The four choices of the method that are this project's own, where an assessment makes others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal, NamedTuple, Self, TypeVar

from pydantic import Field, field_validator, model_validator

from assess.framework import Strength
from assess.method import DEFAULT, Drop, Method, Row, Weight, Word
from assess.value import Text, Value

_ = str  # marks a sentence for the catalogue; whoever shows the refusal translates it

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
# From 0 on, every property would be flagged, also where nothing was found.
CutOff = Annotated[float, Field(ge=0.01, le=1, allow_inf_nan=False)]
Carrying = Literal["underpins", "supports", "contributes_to"]
Confidence = Literal["high", "medium", "low"]
Levels = Annotated[int, Field(ge=0, le=3)]

LEAST = 0.3  # below it, major harm stated would say less of major than material harm stated

NOT_RISING = _("low, centre and high must not fall; correct their order")
WEAK_ABOVE_MATERIAL = _(
    "a weak link would carry more often than a material one; lower the weak or raise the material"
)
MATERIAL_ABOVE_STRONG = _(
    "a material link would carry more often than a strong one; lower the material or raise the"
    " strong"
)
CONFIDENCES_FALL = _(
    "high confidence must weigh at least as much as medium, and medium as low; correct their order"
)
TOO_LITTLE = _(
    "with a confidence below 30 per cent a stated level says less than the one beside it; choose"
    " more"
)
AT_RISK_ABOVE_BROKEN = _("“at risk” must not begin above “broken”; lower it or raise the other")


class Band(Value):
    """How often a link of one strength carries (0 to 1): the centre and the ends of the word."""

    low: Share
    centre: Share
    high: Share

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.centre <= self.high:
            raise ValueError(NOT_RISING)
        return self


class Loss(Value):
    """Levels an effect loses on a link of one relation; 3 lets nothing through."""

    harm: Levels
    benefit: Levels


class Choices(Value):
    """What is chosen otherwise than the toolkit does; whatever is left out stays as it comes.

    Kept with the assessment and printed in every report, so that whoever opens the file computes
    the same figures. A value equal to the toolkit's is none of its own and is left out. `reason`
    says why.
    """

    strengths: dict[Strength, Band] = Field(default_factory=dict)
    losses: dict[Carrying, Loss] = Field(default_factory=dict)
    broken: CutOff | None = None
    at_risk: CutOff | None = None
    confidences: dict[Confidence, Share] = Field(default_factory=dict)
    reason: Text = ""

    @field_validator("strengths")
    @classmethod
    def _own_strengths(cls, given: dict[Strength, Band]) -> dict[Strength, Band]:
        return _own(given, {each.word: band(each) for each in DEFAULT.strengths})

    @field_validator("losses")
    @classmethod
    def _own_losses(cls, given: dict[Carrying, Loss]) -> dict[Carrying, Loss]:
        return _own(given, {each.relation: loss(each) for each in DEFAULT.drops})

    @field_validator("confidences")
    @classmethod
    def _own_confidences(cls, given: dict[Confidence, float]) -> dict[Confidence, float]:
        return _own(given, {each.word: each.share for each in DEFAULT.confidences})

    @field_validator("broken")
    @classmethod
    def _own_broken(cls, given: float | None) -> float | None:
        return None if given == DEFAULT.broken else given

    @field_validator("at_risk")
    @classmethod
    def _own_at_risk(cls, given: float | None) -> float | None:
        return None if given == DEFAULT.at_risk else given

    @model_validator(mode="after")
    def _keep_the_order_of_the_words(self) -> Self:
        method = self.method()
        weak, material, strong = method.strengths
        if _above(weak, material):
            raise ValueError(WEAK_ABOVE_MATERIAL)
        if _above(material, strong):
            raise ValueError(MATERIAL_ABOVE_STRONG)
        shares = [each.share for each in method.confidences]
        if shares != sorted(shares, reverse=True):
            raise ValueError(CONFIDENCES_FALL)
        if shares[-1] < LEAST:
            raise ValueError(TOO_LITTLE)
        if method.at_risk > method.broken:
            raise ValueError(AT_RISK_ABOVE_BROKEN)
        return self

    @property
    def differ(self) -> bool:
        """Whether any number is another than the toolkit's."""
        return self.method() != DEFAULT

    def method(self) -> Method:
        """The toolkit's method with these choices in place of its own."""
        return replace(
            DEFAULT,
            strengths=tuple(self._strength(word) for word in DEFAULT.strengths),
            drops=tuple(self._drop(drop) for drop in DEFAULT.drops),
            confidences=tuple(self._confidence(weight) for weight in DEFAULT.confidences),
            broken=DEFAULT.broken if self.broken is None else self.broken,
            at_risk=DEFAULT.at_risk if self.at_risk is None else self.at_risk,
        )

    def _strength(self, word: Word) -> Word:
        chosen = next((b for name, b in self.strengths.items() if name == word.word), None)
        return Word(word.word, chosen.centre, chosen.low, chosen.high) if chosen else word

    def _drop(self, drop: Drop) -> Drop:
        chosen = next((each for name, each in self.losses.items() if name == drop.relation), None)
        return Drop(drop.relation, chosen.harm, chosen.benefit) if chosen else drop

    def _confidence(self, weight: Weight) -> Weight:
        chosen = next((s for name, s in self.confidences.items() if name == weight.word), None)
        return weight if chosen is None else Weight(weight.word, chosen)


class Difference(NamedTuple):
    """One number of a method and what the toolkit has in its place."""

    row: Row
    toolkit: Row


def differences(method: Method) -> tuple[Difference, ...]:
    """The numbers in which a method is not the toolkit's, in the order a report prints them."""
    ours = {(row.group, row.name): row for row in DEFAULT.rows()}
    pairs = ((row, ours.get((row.group, row.name), row)) for row in method.rows())
    return tuple(Difference(row, toolkit) for row, toolkit in pairs if row != toolkit)


def band(word: Word) -> Band:
    """The band of a strength word."""
    return Band(low=word.low, centre=word.centre, high=word.high)


def loss(drop: Drop) -> Loss:
    """What a relation costs."""
    return Loss(harm=drop.harm, benefit=drop.benefit)


Name = TypeVar("Name", bound=str)
Given = TypeVar("Given")


def _own(given: dict[Name, Given], ours: Mapping[str, Given]) -> dict[Name, Given]:
    """Those that are not the toolkit's, in the order of the words: equal choices, equal files."""
    order = list(ours)
    names = sorted(given, key=order.index)
    return {name: given[name] for name in names if given[name] != ours[name]}


def _above(weaker: Word, stronger: Word) -> bool:
    """Whether any of the three numbers of the weaker word lies above the stronger one's."""
    numbers = ("low", "centre", "high")
    return any(getattr(weaker, name) > getattr(stronger, name) for name in numbers)
