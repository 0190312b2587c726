"""One term of a lexicon: a word, a phrase, a word stem, or two of them that stand close.

encrypt*                     any word that begins so
block | filter*              either
block* ~ website* | domain*  one of the left and one of the right, close and in one sentence
!register                    weak: alone it says little
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Self

WEAK = 0.4
"""What a weak term weighs beside a strong one."""


class Literal(NamedTuple):
    """Words as they are looked for: `begin`, then each of `rest`, and `stem` if the last may go on.

    Where there is a rest, the word before each part of it may go on.
    """

    begin: str
    rest: tuple[str, ...]
    stem: bool


@dataclass(frozen=True, slots=True)
class Term:
    """`sides`: one or two sets of alternatives; two must stand close. `written`: as in the file."""

    written: str
    sides: tuple[tuple[Literal, ...], ...]
    weak: bool

    @classmethod
    def read(cls, written: str) -> Self:
        """Raises ValueError with a sentence for the author of the file."""
        body = written.removeprefix("!")
        sides = tuple(_alternatives(side, written) for side in body.split("~"))
        if len(sides) > 2:
            raise ValueError(f"{written}: at most two sides can stand close; leave one ~ out")
        return cls(written, sides, written.startswith("!"))


def _alternatives(side: str, written: str) -> tuple[Literal, ...]:
    found = []
    for each in side.split("|"):
        words = " ".join(each.split())
        begin, *rest = words.removesuffix("*").split("*")
        if not begin or "!" in words or any(part[:1].isalnum() or not part for part in rest):
            raise ValueError(
                f"{written}: write words, with * only at the end of a word and ! only in front"
            )
        found.append(Literal(begin, tuple(rest), words.endswith("*")))
    return tuple(found)
