"""The numbers of a method in words: the four choices that are ours, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from assess import wording
from assess.assessment import CONFIDENCES, LIKELIHOODS, Assessment
from assess.findings import Firmness
from assess.framework import Strength
from assess.method import DEFAULT, Method
from assess.text import Words

Group = Literal["strength", "loss", "flag", "confidence", "likelihood", "other"]
OURS: tuple[Group, ...] = ("strength", "loss", "flag", "confidence")
STRENGTHS: tuple[Strength, ...] = ("weak", "material", "strong")


@dataclass(frozen=True)
class Number:
    """One number of the method with its name; `toolkit` is the toolkit's own where they differ."""

    name: str
    value: str
    toolkit: str = ""


@dataclass(frozen=True)
class Numbers:
    """The numbers that belong together, under a title."""

    group: Group
    title: str
    rows: tuple[Number, ...]

    @property
    def ours(self) -> bool:
        """Whether no source gives them, so that the project had to choose."""
        return self.group in OURS


def numbers(words: Words, method: Method) -> tuple[Numbers, ...]:
    """Every number the engine uses, the four choices first."""
    pairs = zip(_all(words, method), _all(words, DEFAULT), strict=True)
    return tuple(_beside(found, toolkit) for found, toolkit in pairs)


def chosen_otherwise(words: Words, assessment: Assessment) -> str:
    """One line naming what an assessment chooses otherwise than the toolkit; empty if nothing."""
    _ = words.gettext
    told = [
        _("{name}: {value} instead of {toolkit}").format(
            name=row.name, value=row.value, toolkit=row.toolkit
        )
        for each in numbers(words, assessment.choices.method())
        for row in each.rows
        if row.toolkit
    ]
    if not told:
        return ""
    return _("With values of this assessment's own, not the toolkit's: {values}.").format(
        values=wording.series(words, told)
    )


def _beside(found: Numbers, toolkit: Numbers) -> Numbers:
    rows = (
        replace(mine, toolkit=ours.value if ours.value != mine.value else "")
        for mine, ours in zip(found.rows, toolkit.rows, strict=True)
    )
    return replace(found, rows=tuple(rows))


def _all(words: Words, method: Method) -> tuple[Numbers, ...]:
    _ = words.gettext
    return (
        Numbers(
            "strength",
            _("How often a link lets an effect through"),
            tuple(_strengths(words, method)),
        ),
        Numbers(
            "loss",
            _("How many levels an effect loses on a link"),
            tuple(_losses(words, method)),
        ),
        Numbers(
            "flag",
            _("From which chance of major harm a critical property is flagged"),
            (
                Number(wording.flag(words, "broken"), words.exact(method.broken)),
                Number(wording.flag(words, "at-risk"), words.exact(method.at_risk)),
            ),
        ),
        Numbers(
            "confidence",
            _("How often the level stated is taken to be right"),
            tuple(
                Number(wording.confidence(words, key), words.exact(method.kernel(3, key)[3]))
                for key in CONFIDENCES
            ),
        ),
        Numbers("likelihood", _("What the likelihood words mean"), tuple(_likely(words, method))),
        Numbers("other", _("The other numbers"), tuple(_others(words, method))),
    )


def _ranged(words: Words, centre: float, low: float, high: float) -> str:
    return words.gettext("{centre} (from {low} to {high})").format(
        centre=words.exact(centre), low=words.exact(low), high=words.exact(high)
    )


def _strengths(words: Words, method: Method) -> Iterator[Number]:
    _ = words.gettext
    names = {
        "weak": _("A weak link"),
        "material": _("A material link"),
        "strong": _("A strong link"),
    }
    for key in STRENGTHS:
        band = method.strength(key)
        yield Number(names[key], _ranged(words, band.centre, band.low, band.high))


def _losses(words: Words, method: Method) -> Iterator[Number]:
    _ = words.gettext
    names = {
        "underpins": _("A link that underpins"),
        "supports": _("A link that supports"),
        "contributes_to": _("A link that contributes to"),
    }
    for drop in method.drops:
        said = _("harm {harm}, benefit {benefit}")
        yield Number(names[drop.relation], said.format(harm=drop.harm, benefit=drop.benefit))


def _likely(words: Words, method: Method) -> Iterator[Number]:
    for key in LIKELIHOODS:
        band = method.likelihood(key)
        said = wording.opening(wording.likelihood_word(words, key))
        yield Number(said, _ranged(words, band.centre, band.low, band.high))


def _others(words: Words, method: Method) -> Iterator[Number]:
    _ = words.gettext
    yield Number(
        _("A level's chance, against that of the level one step nearer to the one stated"),
        str(Fraction(method.spread).limit_denominator(1000)),
    )
    least: tuple[tuple[Firmness, float], ...] = (
        ("firm", method.firm),
        ("fairly firm", method.fairly_firm),
    )
    for key, share in least:
        name = _("Readings in which the conclusion is the same, at least, to call it {firmness}")
        yield Number(name.format(firmness=wording.firmness(words, key)), words.exact(share))
    yield Number(_("Ways told one by one, at most"), words.number(method.ways))
    yield Number(_("Draws"), words.number(method.draws))
