"""The tipping table: the verdict for each level of each answer, all else as stated."""

from __future__ import annotations

import numpy as np

from assess.findings.explanation import level_of, three, triple
from assess.propagation import WORDS, Planes, count
from assess.robustness.answers import Answer
from assess.robustness.side import Side
from assess.robustness.sureness import Reached, Tip


def tipping(side: Side) -> tuple[Tip, ...]:
    """One row for each answer and each gap, in the framework's order."""
    once, twice = _hit(side.stated)
    answered = dict(zip(side.gaps, _third(side), strict=True))
    rows = []
    for answer, own in zip(side.answers, side.stated, strict=True):
        others = twice | (once & ~own)
        if answer.place in answered:
            others[2] = answered[answer.place]
        rows.append(_row(side, answer, others))
    return tuple(rows)


def _row(side: Side, answer: Answer, others: Planes) -> Tip:
    at = np.concatenate((np.zeros((1, 3, WORDS), np.uint64), answer.drawn))
    at[:, 2] &= side.reach[answer.place, 0]
    counts = count(at | others)
    none, minor, material, major = (
        Reached(level_of(three(each)), triple(three(each))) for each in counts
    )
    verdicts = (none, minor, material, major)
    decides = any(each.level != side.reached.level for each in verdicts)
    return Tip(answer.node, answer.part, answer.said, answer.now, answer.certain, verdicts, decides)


def _hit(stated: Planes) -> tuple[Planes, Planes]:
    """The draws in which at least one answer brings each step, and in which at least two do."""
    once, twice = np.zeros((2, 3, WORDS), np.uint64)
    for each in stated:
        twice |= once & each
        once |= each
    return once, twice


def _third(side: Side) -> Planes:
    """(gaps, words): where the other answers bring the third step once a gap is answered."""
    found = np.zeros((len(side.gaps), WORDS), np.uint64)
    for answer in side.answers:
        if answer.now:
            found |= answer.drawn[answer.now - 1, 2] & side.reach[answer.place, 1:]
    return found
