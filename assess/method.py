"""The numbers of the method that no source gives, and the words they stand behind.

Four choices are this project's own: the shares behind the strength words, the level lost on a
link that is only helpful, the cut-offs of the flags, the weight of a stated confidence. The
likelihood numbers are the disjoint bins of the IPCC's Fourth Assessment Report. A report prints
all of them; a change of any is a change of the method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

LEVELS: Final = ("none", "minor", "material", "major")
"""Level words by number, 0 to 3; major is what the flags call severe."""

STRENGTHS: Final = ("weak", "material", "strong")
"""Strength words of a link, weakest first."""


class Word(NamedTuple):
    """A word with its share (0 to 1): the centre, and the ends a reader may take it to mean."""

    word: str
    centre: float
    low: float
    high: float


class Drop(NamedTuple):
    """Levels an effect loses on a link of this relation, by channel."""

    relation: str
    harm: int
    benefit: int


class Weight(NamedTuple):
    """A confidence word and the chance (0 to 1) it gives the stated level."""

    word: str
    share: float


STRENGTH_WORDS: Final = (
    Word("weak", 0.2, 0.10, 0.30),
    Word("material", 0.5, 0.35, 0.65),
    Word("strong", 0.9, 0.80, 1.00),
)
LIKELIHOOD_WORDS: Final = (
    Word("virtually certain", 0.995, 0.99, 1.00),
    Word("very likely", 0.945, 0.90, 0.99),
    Word("likely", 0.78, 0.66, 0.90),
    Word("about as likely as not", 0.495, 0.33, 0.66),
    Word("unlikely", 0.215, 0.10, 0.33),
    Word("very unlikely", 0.055, 0.01, 0.10),
    Word("exceptionally unlikely", 0.005, 0.00, 0.01),
)
CONFIDENCE_WORDS: Final = (Weight("high", 0.8), Weight("medium", 0.6), Weight("low", 0.4))
DROPS: Final = (
    Drop("underpins", harm=0, benefit=1),
    Drop("supports", harm=1, benefit=0),
    Drop("contributes_to", harm=0, benefit=0),
)


class Row(NamedTuple):
    """One number of the method as a report prints it; `low` and `high` where it has ends."""

    group: str
    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Method:
    """Every number the engine uses besides the answers and the framework.

    A relation without a drop (tension) carries nothing. `spread` is the share left when the true
    level lies one step further from the stated one. `draws` is fixed by the point set.
    """

    strengths: tuple[Word, ...] = STRENGTH_WORDS
    likelihoods: tuple[Word, ...] = LIKELIHOOD_WORDS
    confidences: tuple[Weight, ...] = CONFIDENCE_WORDS
    drops: tuple[Drop, ...] = DROPS
    spread: float = 1 / 3
    broken: float = 0.66
    at_risk: float = 0.33
    firm: float = 0.90
    fairly_firm: float = 0.66
    ways: int = 200

    @property
    def draws(self) -> int:
        """How many times the network is played out."""
        return 16_384

    def strength(self, word: str) -> Word:
        """The shares behind a strength word. Raises KeyError for an unknown one."""
        return _named(self.strengths, word)

    def likelihood(self, word: str) -> Word:
        """The shares behind a likelihood word. Raises KeyError for an unknown one."""
        return _named(self.likelihoods, word)

    def drop(self, relation: str) -> Drop | None:
        """What a link of this relation costs; None where it carries nothing."""
        return next((each for each in self.drops if each.relation == relation), None)

    def kernel(self, level: int, confidence: str) -> tuple[float, float, float, float]:
        """Chance of each true level 0 to 3 when `level` is stated with this confidence."""
        share = next(each.share for each in self.confidences if each.word == confidence)
        # powers by multiplication: the same bits on every platform
        steps = (1.0, self.spread, self.spread * self.spread, self.spread**2 * self.spread)
        far = [0.0 if true == level else steps[abs(true - level)] for true in range(4)]
        rest = (1.0 - share) / sum(far)
        none, minor, material, major = (
            share if true == level else rest * far[true] for true in range(4)
        )
        return none, minor, material, major

    def rows(self) -> tuple[Row, ...]:
        """All numbers, one a row, in the order a report prints them."""
        return (
            *(Row("strength", w.word, w.centre, w.low, w.high) for w in self.strengths),
            *(Row("likelihood", w.word, w.centre, w.low, w.high) for w in self.likelihoods),
            *(Row("confidence", w.word, w.share) for w in self.confidences),
            Row("confidence", "spread", self.spread),
            *(Row("harm drop", d.relation, d.harm) for d in self.drops),
            *(Row("benefit drop", d.relation, d.benefit) for d in self.drops),
            Row("flag", "broken", self.broken),
            Row("flag", "at-risk", self.at_risk),
            Row("firmness", "firm", self.firm),
            Row("firmness", "fairly firm", self.fairly_firm),
            Row("ways", "listed at most", self.ways),
            Row("draws", "draws", self.draws),
        )


def _named(words: tuple[Word, ...], name: str) -> Word:
    for word in words:
        if word.word == name:
            return word
    raise KeyError(name)


DEFAULT: Final = Method()
