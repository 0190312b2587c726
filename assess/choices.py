"""The four choices of the method that are this project's own, where an assessment makes others."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.framework import Strength
from assess.method import DEFAULT, Drop, Method, Weight, Word
from assess.value import Text, Value

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Carrying = Literal["underpins", "supports", "contributes_to"]
Confidence = Literal["high", "medium", "low"]
Levels = Annotated[int, Field(ge=0, le=3)]


class Reading(Value):
    """How often a link of one strength carries: the centre and the ends of its meaning."""

    low: Share
    centre: Share
    high: Share

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.centre <= self.high:
            raise ValueError("low, centre and high must not fall; correct their order")
        return self


class Loss(Value):
    """Levels an effect loses on a link of one relation."""

    harm: Levels
    benefit: Levels


class Choices(Value):
    """What is chosen otherwise than the toolkit does; whatever is left out stays as it comes.

    Kept with the assessment and printed in every report, so that whoever opens the file computes
    the same figures. `reason` says why.
    """

    strengths: dict[Strength, Reading] = Field(default_factory=dict)
    losses: dict[Carrying, Loss] = Field(default_factory=dict)
    broken: Share | None = None
    at_risk: Share | None = None
    confidences: dict[Confidence, Share] = Field(default_factory=dict)
    reason: Text = ""

    @model_validator(mode="after")
    def _keep_the_order_of_the_words(self) -> Self:
        method = self.method()
        for words in zip(method.strengths, method.strengths[1:], strict=False):
            for weaker, stronger in zip(words[0][1:], words[1][1:], strict=True):
                if weaker > stronger:
                    raise ValueError(
                        f"a {words[0].word} link would carry more often than a {words[1].word} one;"
                        " raise the stronger or lower the weaker"
                    )
        shares = [each.share for each in method.confidences]
        if shares != sorted(shares, reverse=True):
            raise ValueError(
                "high confidence must weigh at least as much as medium, and medium as low;"
                " correct their order"
            )
        if shares[-1] <= 0.25:
            raise ValueError("a confidence of 25 per cent or less is a guess; choose more")
        if method.at_risk > method.broken:
            raise ValueError("“at risk” must not begin above “broken”; lower it or raise the other")
        return self

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
        chosen = next((r for name, r in self.strengths.items() if name == word.word), None)
        return Word(word.word, chosen.centre, chosen.low, chosen.high) if chosen else word

    def _drop(self, drop: Drop) -> Drop:
        chosen = next((r for name, r in self.losses.items() if name == drop.relation), None)
        return Drop(drop.relation, chosen.harm, chosen.benefit) if chosen else drop

    def _confidence(self, weight: Weight) -> Weight:
        chosen = next((s for name, s in self.confidences.items() if name == weight.word), None)
        return weight if chosen is None else Weight(weight.word, chosen)
