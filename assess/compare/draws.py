"""The harm on each critical property draw by draw, at both ends of what is missing.

All options meet the same numbers: a link carries in the same draws, and an answer that is the
same in two options is the same event in both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from assess.assessment import Judgement
from assess.compare.options import Option
from assess.findings import staged
from assess.findings.play import Play
from assess.framework import Framework
from assess.method import Method
from assess.propagation import empty, spread
from assess.variant import Variant

Levels = NDArray[np.int8]
"""Level 0 to 3 of harm, shaped (critical properties, draws)."""

End = Literal["none", "major"]
ENDS: Final[tuple[End, End]] = ("none", "major")
_ALL: Final = ~np.uint64(0)
_CENTRE: Final = slice(3, 6)


class Scene:
    """One option, ready to be played at either end of what is missing in it."""

    def __init__(
        self, framework: Framework, option: Option, method: Method, variant: Variant | None
    ) -> None:
        stage = staged(
            framework,
            option.assessment,
            option.draft.id,
            option.assessor,
            method=method,
            variant=variant,
        )
        self.play = Play(stage, 0)
        self.missing = {place: _unknown(framework, option, place) for place in self._gaps()}
        self._levels = lru_cache(maxsize=8)(self._played)

    def _gaps(self) -> frozenset[int]:
        return self.play.stage.answers.unknown

    def levels(self, alike: frozenset[int], shared: End, own: End) -> Levels:
        """`shared` is supposed where an answer is missing on a node of `alike`, else `own`."""
        ends = {place: shared if place in alike else own for place in self.missing}
        none = frozenset(place for place, end in ends.items() if end == "none")
        return self._levels(none, frozenset(ends) - none)

    def _played(self, none: frozenset[int], major: frozenset[int]) -> Levels:
        stage = self.play.stage
        network = stage.ground.network
        cut = stage.answers.answered | none
        live = stage.links[:, 1, None, None].copy()
        live[[k for k, arc in enumerate(network.arcs) if arc.target in cut]] = 0
        state = empty(len(network.nodes), 1)
        for stated, drawn in zip(self.play.stated, self.play.drawn, strict=True):
            state[stated.node, 0] |= drawn[_CENTRE]
        state[list(major)] = _ALL
        reached = spread(network, state, live, 0)[list(stage.ground.critical), 0]
        bits = np.unpackbits(reached.view(np.uint8), axis=-1)
        levels: Levels = bits.sum(axis=1, dtype=np.int8)
        return levels


def alike(scenes: tuple[Scene, ...]) -> frozenset[int]:
    """Nodes on which all of these options say "don't know" in the same words.

    What is not known there is the same thing in each, so it is supposed alike in all.
    """
    first, *others = scenes
    return frozenset(
        place
        for place, unknown in first.missing.items()
        if unknown and all(unknown == other.missing.get(place) for other in others)
    )


def _unknown(framework: Framework, option: Option, place: int) -> tuple[Judgement, ...]:
    """The answers on a node where all say "don't know", as they would stand on any draft."""
    found = option.assessment.judgements_on(
        framework.nodes[place].id, option.draft.id, option.assessor
    )
    if any(each.answer != "dont-know" for each in found):
        return ()
    return tuple(_anywhere(each) for each in found)


def _anywhere(judgement: Judgement) -> Judgement:
    fields = {"node", "part", "answer", "reason", "mechanism"}
    return Judgement(**{name: getattr(judgement, name) for name in fields})
