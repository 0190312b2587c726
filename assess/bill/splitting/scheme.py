"""Which scheme of markers numbers the provisions of a law."""

from __future__ import annotations

from typing import NamedTuple

from assess.bill.splitting.candidates import Scan, candidates
from assess.bill.splitting.chain import Candidate, beginning, best_chain
from assess.bill.splitting.markers import BARE

DENSE = 0.7
THROUGH, SOME = 0.3, 0.05
"""What share of the text stands from the first marker on, at least, where a chain is believed;
less is enough for three words with numbers, behind a long memorandum."""
SOON = 8
"""Lines between the enacting words and the first provision."""


class Numbering(NamedTuple):
    """A chain, what it is worth, and the share of the text from its first marker on.

    `enacted`: it begins right behind the enacting words.
    """

    family: str
    chain: tuple[Candidate, ...]
    worth: float
    through: float
    enacted: bool = False

    @property
    def sound(self) -> bool:
        """Whether it begins at the beginning and lacks few numbers."""
        if not self.chain or beginning(self.chain[0].place) > 2:
            return False
        whole = {candidate.place[0] for candidate in self.chain}
        if len(whole) == 1:
            return len(self.chain) > 1 or self.chain[0].place[0] == 1
        held = len(whole) + sum(c.last[0] - c.place[0] for c in self.chain)
        return held / (max(whole) - min(whole) + 1) >= DENSE


def numbering(seen: Scan) -> Numbering | None:
    """The numbering a law follows, or None where it has none."""
    worded = [_best(seen, family) for family in seen.families if family not in BARE]
    worded = [each for each in worded if _stands(each)]
    believed = [
        each
        for each in worded
        if each.enacted or (each.sound and _far(each) and not _in_an_annex(each, seen))
    ]
    if believed:
        return max(believed, key=_value)
    return max([*_bare(seen), *worded], key=_value, default=None)


def _bare(seen: Scan) -> list[Numbering]:
    """The numberings by numbers alone; there are many, so that they are looked at last."""
    found = [_best(seen, family) for family in seen.families if family in BARE]
    return [each for each in found if _enough(each)]


def _far(each: Numbering) -> bool:
    return each.through >= THROUGH or (len(each.chain) >= 3 and each.through >= SOME)


def _stands(each: Numbering) -> bool:
    """Whether a word with its number is more than one stray line; the only one must be first."""
    return len(each.chain) > 1 or (each.worth > 0.5 and each.sound)


def _value(each: Numbering) -> float:
    return each.worth * (0.3 + 0.7 * each.through) * (0.5 if each.family == "paren" else 1.0)


def _enough(each: Numbering) -> bool:
    """A number alone begins many a line: two at least, beginning at the beginning."""
    if len(each.chain) < (2 if each.enacted else 3) or each.through < THROUGH:
        return False
    return each.sound if each.family == "paren" else each.sound or each.worth > 4


def _in_an_annex(worded: Numbering, seen: Scan) -> bool:
    """Whether a chain stands behind an annex that another ends before: a treaty in a schedule."""
    first = worded.chain[0]
    if not first.annexes:
        return False
    bare = max(_bare(seen), key=_value, default=None)
    if bare is None or not bare.sound or len(bare.chain) < 3:
        return False
    return bare.chain[-1].line < first.line and bare.chain[-1].annexes < first.annexes


def _best(seen: Scan, family: str) -> Numbering:
    """The best chain of a family, read in whatever way is worth most."""
    ways = [_of(seen, family, strict=True)]
    if any("." in marker.number for _, marker in seen.families[family]):
        ways.append(_of(seen, family, strict=True, decimal=True))
    best = max(ways, key=lambda each: each.worth)
    if best.sound and len(best.chain) > 1:
        return best
    lenient = _of(seen, family, strict=False)
    return lenient if lenient.sound and len(lenient.chain) > len(best.chain) else best


def _of(seen: Scan, family: str, *, strict: bool, decimal: bool = False) -> Numbering:
    chain, worth = best_chain(candidates(seen, family, strict=strict, decimal=decimal))
    if not chain:
        return Numbering(family, (), 0.0, 0.0)
    first = chain[0].line
    whole = seen.lines[-1].start + len(seen.lines[-1].text)
    through = 1 - seen.lines[first].start / max(1, whole)
    enacted = seen.enacted is not None and 0 < first - seen.enacted <= SOON
    return Numbering(family, chain, worth, through, enacted and chain[0].place[0] == 1)
