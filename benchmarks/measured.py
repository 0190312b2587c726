"""What the lexicon's files say of themselves, measured again: recall, precision and parity."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from assess.bill.match import Measured
from assess.bill.screening import Finder, Lexicon, languages, look
from assess.bill.screening.ranking import hinted
from assess.library import CHECKOUT
from benchmarks import parity
from benchmarks.judging import (
    CARRIED,
    FRAMEWORK,
    Quality,
    as_shipped,
    as_unseen,
    finder_of,
    left_out,
    shipped,
)
from benchmarks.labelled import Law, laws

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def every_language() -> tuple[str, ...]:
    """Those that the lexicon has words in."""
    return languages(CHECKOUT / "frameworks" / FRAMEWORK[0] / FRAMEWORK[1])


@cache
def judged_all() -> tuple[list[Quality], list[Quality]]:
    """Each law judged without the words that only it has, and with all words."""
    return left_out(as_unseen), left_out(as_shipped)


def measured(language: str, date: datetime.date) -> Measured | None:
    """None where fewer than two laws are labelled: then no word is known to be of use elsewhere."""
    unseen, known = (
        [quality for quality in every if quality.law.language == language] for every in judged_all()
    )
    if len(unseen) < 2:
        return None
    return Measured(
        date=date,
        laws=len(unseen),
        provisions=sum(len(quality.law.texts) for quality in unseen),
        recall=round(recall(unseen), 2),
        recall_known=round(recall(known), 2),
        precision=round(precision(unseen), 2),
    )


def recall(found: Iterable[Quality]) -> float:
    """The share of the labelled pairs that were found."""
    every = list(found)
    return sum(each.right for each in every) / max(1, sum(each.marked for each in every))


def precision(found: Iterable[Quality]) -> float:
    """The share of the pairs found that are labelled."""
    every = list(found)
    return sum(each.right for each in every) / max(1, sum(each.flagged for each in every))


def told() -> str:
    """What goes into each language's file, ready to be copied."""
    lines = []
    for language in every_language():
        lines.append(f"# {language}.yaml")
        if found := measured(language, datetime.datetime.now(tz=datetime.UTC).date()):
            lines.append("measured:")
            lines += [f"  {name}: {value}" for name, value in found.model_dump().items()]
        for other, share in parity.parities(parity.kept(), language).items():
            lines.append(f"parity: {{{other}: {share}}}")
    return "\n".join(lines)


def thresholds() -> dict[str, float]:
    """For each law the weight that tells strong from weak best on all other laws.

    Best is F2, by which a pair that is missed counts twice one that is found in vain.
    """
    made = {law.name: _scored(law, shipped(law.language)) for law in laws()}
    chosen = {}
    for name in made:
        others = [pair for other, pairs in made.items() if other != name for pair in pairs]
        chosen[name] = max(THRESHOLDS, key=_f2(others))
    return chosen


def _scored(law: Law, lexicon: Lexicon) -> list[tuple[float, bool]]:
    """For each provision and code the strength of its hints, and whether it is labelled."""
    finder: Finder = finder_of(lexicon.language)
    made = []
    for text, codes in zip(law.texts, law.codes, strict=True):
        hints = hinted(look(finder, text).found)
        for code, names in CARRIED.items():
            made.append((max(hints.get(name, 0.0) for name in names), code in codes))
    return made


def _f2(pairs: Sequence[tuple[float, bool]]) -> Callable[[float], float]:
    def score(least: float) -> float:
        right = sum(label for strength, label in pairs if strength >= least)
        flagged = sum(strength >= least for strength, _ in pairs)
        return 5 * right / (4 * sum(label for _, label in pairs) + flagged)

    return score
