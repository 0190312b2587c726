"""What each answer says in one channel, and what it would say at any other level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from assess.findings import Said, Triple
from assess.findings.answers import chances
from assess.findings.play import Stage
from assess.method import LEVELS
from assess.propagation import WORDS, Planes, planes, threshold

if TYPE_CHECKING:
    from assess.assessment import Assessment, Judgement
    from assess.framework import Framework
    from assess.method import Method

_LEVELS: Final = (1, 2, 3)


def _exact() -> Planes:
    """(3, 3, words): each level in every draw, and no higher one."""
    found = np.zeros((3, 3, WORDS), np.uint64)
    for level in _LEVELS:
        found[level - 1, :level] = ~np.uint64(0)
    found.flags.writeable = False
    return found


_EXACT: Final = _exact()


@dataclass(frozen=True, eq=False)
class Answer:
    """One part of an answer, or a gap, in one channel.

    `place` is the node's place in the framework. `now` and `certain` are as in `Tip`. `chances`
    are, for each level 1 to 3 it could state, those of level 1, 2, 3 or more.
    """

    node: str
    place: int
    part: int
    said: Said
    now: int | None
    dimension: int
    chances: tuple[Triple, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it has no likelihood and confidence of its own."""
        return not self.chances

    @cached_property
    def drawn(self) -> Planes:
        """(3, 3, words): were level 1, 2, 3 stated, where level 1, 2, 3 or more is drawn."""
        return self.drawn_by(self.dimension)

    def drawn_by(self, row: int) -> Planes:
        """The same by another row of numbers than the answer's own."""
        if self.certain:
            return _EXACT
        return planes(row, self._thresholds).reshape(3, 3, WORDS)

    @cached_property
    def _thresholds(self) -> tuple[int, ...]:
        return tuple(threshold(share) for triple in self.chances for share in triple)


def answers(
    framework: Framework, assessment: Assessment, stage: Stage, key: tuple[str, str], method: Method
) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """All answers and gaps of one draft and assessor (`key`): on harm, and on benefit.

    In the framework's order, then by part.
    """
    place = {node.id: k for k, node in enumerate(framework.nodes)}
    gaps = {(gap.node, gap.part): gap.kind for gap in stage.answers.gaps}
    own = {(j.node, j.part): j for j in assessment.judgements if (j.draft, j.assessor) == key}
    found: tuple[list[Answer], list[Answer]] = ([], [])
    for node, part in sorted({*gaps, *own}, key=lambda each: (place[each[0]], each[1])):
        said = gaps.get((node, part)) or own[node, part].answer or "unfinished"
        effect = own[node, part] if said == "effect" else None
        shares = _chances(effect, method) if effect else ()
        for channel, side in enumerate(found):
            now = _level(effect, channel) if effect else None if (node, part) in gaps else 0
            row = framework.answer_row(node, part, channel)
            side.append(Answer(node, place[node], part, said, now, row, shares))
    return tuple(found[0]), tuple(found[1])


def _level(judgement: Judgement, channel: int) -> int:
    word = (judgement.harm, judgement.benefit)[channel]
    return LEVELS.index(word) if word else 0


def _chances(judgement: Judgement, method: Method) -> tuple[Triple, ...]:
    return tuple(chances(level, judgement, method)[1] for level in _LEVELS)
