"""A conclusion in one short sentence, from its numbers alone."""

from __future__ import annotations

from collections.abc import Sequence

from assess import wording
from assess.findings import Channel
from assess.text import Words


def conclusion(words: Words, side: Channel, level: int, p: Sequence[float]) -> str:
    """The level (0 to 3) with its chance: "Breaks a critical property: likely (79%)."

    p: the chances of level 1, 2, 3 or more.
    """
    _ = words.gettext
    if not p[0]:
        return _("{verdict}.").format(verdict=wording.verdict(words, 0, side))
    name = (
        wording.verdict(words, level, side)
        if level
        else wording.opening(wording.possible(words, side))
    )
    return _("{verdict}: {chance}.").format(
        verdict=name, chance=wording.chance(words, p[max(level, 1) - 1])
    )
