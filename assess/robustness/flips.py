"""The smallest changes of stated levels that change the verdict: fewest levels moved.

To lower the verdict, draws must be freed of every answer that brings it; to raise it, any one
answer must bring it in more draws. Both bound what a choice of changes can do, so that only
choices that may be enough are tried; those are counted on all draws.

Where a stated level has little weight, "major" may say less of major than "material" does. So an
answer that falls counts for the least of the levels it passes. In a choice of the smallest size
that is the level it ends at: were it one before, a smaller choice would do.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

import numpy as np

from assess.propagation import DRAWS, count
from assess.robustness.answers import Answer
from assess.robustness.freeing import Freeing, freeing
from assess.robustness.raising import Raising, raising
from assess.robustness.search import Moves, choices
from assess.robustness.side import Side, reached
from assess.robustness.sureness import Change, Flip, Flips

LARGEST: Final = 4
LISTED: Final = 10
_TRIED: Final = 20_000  # choices of one size that are tried, at most
_TOGETHER: Final = 128  # choices counted at once, so that memory stays small
_HALF: Final = DRAWS // 2
_NONE: Final = Flips(None, 0, (), LARGEST)

Changed = dict[int, int]
"""Answers by their place, and the level each is changed to."""


def down(side: Side) -> Flips:
    """The fewest levels by which stated answers must fall for the verdict to fall."""
    step = side.reached.level - 1
    movable = [k for k, answer in enumerate(side.answers) if answer.now]
    if step < 0 or not movable:
        return _NONE
    needed = int(count(side.verdict[step])) - _HALF + 1
    return _smallest(side, freeing(side, movable, step, LARGEST), needed, movable, -1)


def up(side: Side) -> Flips:
    """The fewest levels by which stated answers must rise for the verdict to rise."""
    step = side.reached.level
    movable = [k for k, answer in enumerate(side.answers) if answer.now not in (None, 3)]
    if step > 2 or not movable:
        return _NONE
    needed = _HALF - int(count(side.verdict[step]))
    return _smallest(side, raising(side, movable, step, LARGEST), needed, movable, 1)


def _smallest(
    side: Side,
    change: Freeing | Raising,
    needed: int,
    movable: list[int],
    way: int,
) -> Flips:
    """The first size at which any choice is enough, with all choices of that size."""
    for size in range(1, LARGEST + 1 if change.most >= needed else 1):
        enough = _enough(change, size, needed)
        if enough is None:
            return Flips(None, 0, (), size - 1)
        found = [
            {movable[k]: (side.answers[movable[k]].now or 0) + way * by for k, by in moves}
            for moves in enough
        ]
        if found:
            told = tuple(_flip(side, each) for each in found[:LISTED])
            return Flips(size, len(found), told, size)
    return _NONE


def _enough(change: Freeing | Raising, size: int, needed: int) -> list[Moves] | None:
    """The choices of this size that change so many draws; None where too many would be tried."""
    left = choices(change.worth(size), size, change.parts * needed)
    tried = list(islice(left, _TRIED + 1))
    if len(tried) > _TRIED:
        return None
    batches = (tried[first : first + _TOGETHER] for first in range(0, len(tried), _TOGETHER))
    return [
        moves
        for batch in batches
        for moves, gained in zip(batch, change.gained(batch), strict=True)
        if gained >= needed
    ]


def _flip(side: Side, changed: Changed) -> Flip:
    others = [k for k in range(len(side.answers)) if k not in changed]
    verdict = np.bitwise_or.reduce(side.stated[others], axis=0)
    for k, level in changed.items():
        for step in range(3) if level else ():
            verdict[step] |= side.step(side.answers[k], step)[level - 1]
    changes = tuple(_change(side.answers[k], level) for k, level in changed.items())
    return Flip(changes, *reached(verdict))


def _change(answer: Answer, level: int) -> Change:
    return Change(answer.node, answer.part, answer.now or 0, level, answer.certain)
