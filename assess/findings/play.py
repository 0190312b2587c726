"""The same draws played for every reading of the words and every way to fill the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings.answers import Answers, Stated
from assess.findings.effect import Doubt
from assess.findings.ground import Ground, live
from assess.propagation import (
    Planes,
    Sampled,
    Source,
    carry,
    count,
    empty,
    network,
    planes,
    sample,
    spread,
    steps,
    threshold,
)

End = Literal["low", "centre", "high"]
Fill = Literal["derived", "none", "major"]
Counts = NDArray[np.int64]
_PLACE: Final = {"low": 0, "centre": 1, "high": 2}
_ALL: Final = ~np.uint64(0)


class Slot(NamedTuple):
    """One case. `gaps` and `depth` say what stands where an answer is missing or was not asked.

    "derived" leaves the node to the links; "none" and "major" are the two ends of what an
    answer could be: "no effect", which cuts the links, or major for certain in both channels.
    `certain` takes stated effects as certain and exact.
    """

    words: End = "centre"
    gaps: Fill = "derived"
    depth: Fill = "derived"
    certain: bool = False


CENTRE: Final = Slot()
CERTAIN: Final = Slot(certain=True)
ENDS: Final = (Slot("low", "none"), Slot("high", "major"))
FAR_ENDS: Final = (Slot("low", "none", "none"), Slot("high", "major", "major"))
RANGES: Final[dict[Doubt, tuple[Slot, Slot]]] = {
    "words": (Slot("low"), Slot("high")),
    "gaps": (Slot(gaps="none"), Slot(gaps="major")),
    "depth": (Slot(depth="none"), Slot(depth="major")),
}


@dataclass(frozen=True, eq=False)
class Stage:
    """What both channels of one assessment share."""

    ground: Ground
    answers: Answers

    @cached_property
    def slots(self) -> dict[Slot, int]:
        """The cases worth playing, and where: cases that cannot differ are played once."""
        wanted = [CENTRE, CERTAIN, *ENDS, *RANGES["words"]]
        wanted += RANGES["gaps"] if self.answers.unknown else ()
        wanted += (*RANGES["depth"], *FAR_ENDS) if self.answers.not_asked else ()
        places: dict[Slot, int] = {}
        return {slot: places.setdefault(self._meant(slot), len(places)) for slot in wanted}

    @cached_property
    def played(self) -> tuple[Slot, ...]:
        """One case for each place."""
        return tuple({k: slot for slot, k in self.slots.items()}.values())

    def _meant(self, slot: Slot) -> Slot:
        """Where nothing is missing, it does not matter what stands for it."""
        return slot._replace(
            gaps=slot.gaps if self.answers.unknown else "derived",
            depth=slot.depth if self.answers.not_asked else "derived",
        )

    @cached_property
    def links(self) -> Planes:
        """(arcs, 3, words): the draws in which each link carries, for its low, centre and high."""
        return live(self.ground.network)

    @cached_property
    def live(self) -> Planes:
        """(arcs, slots, 1, words): the same for every case, links into answered nodes cut."""
        found: Planes = self.links[:, [_PLACE[slot.words] for slot in self.played], None]
        for k, slot in enumerate(self.played):
            cut = self.answers.answered | self.filled(slot, "none")
            found[[i for i, arc in enumerate(self.ground.network.arcs) if arc.target in cut], k] = 0
        return found

    @cached_property
    def central(self) -> Planes:
        """(arcs, 1, 1, words): words at their centre, links into answered nodes cut."""
        found: Planes = self.links[:, 1, None, None].copy()
        arcs = self.ground.network.arcs
        found[[i for i, arc in enumerate(arcs) if arc.target in self.answers.answered]] = 0
        return found

    def sample(self, draws: int, seed: int) -> Sampled:
        """The central case from plain random draws instead of the fixed ones: a reference."""
        ground, answered = self.ground, self.answers.answered
        uncut = tuple(arc for arc in ground.network.arcs if arc.target not in answered)
        sources = [Source(each.node, each.channel, each.centre) for each in self.answers.stated]
        return sample(network(ground.network.nodes, uncut), sources, ground.critical, draws, seed)

    def filled(self, slot: Slot, fill: Fill) -> frozenset[int]:
        """The nodes without an answer for which this case supposes one."""
        gaps = self.answers.unknown if slot.gaps == fill else frozenset()
        return gaps | (self.answers.not_asked if slot.depth == fill else frozenset())


@dataclass(frozen=True, eq=False)
class Play:
    """One assessment played in one channel (0 harm, 1 benefit)."""

    stage: Stage
    channel: int

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """The effects stated in this channel; their order is that of the causes below."""
        return self.stage.answers.by_channel(self.channel)

    @cached_property
    def drawn(self) -> tuple[Planes, ...]:
        """(9, words) for each stated effect: level 1, 2, 3 or more, read low, centre and high."""
        return tuple(_drawn(each) for each in self.stated)

    @cached_property
    def state(self) -> Planes:
        """(nodes, slots, 3, words): the draws in which a node reaches level 1, 2, 3 or more."""
        stage = self.stage
        state = empty(len(stage.ground.network.nodes), len(stage.played))
        for k, slot in enumerate(stage.played):
            for each, drawn in zip(self.stated, self.drawn, strict=True):
                state[each.node, k] |= _own(each, drawn, slot)
            state[list(stage.filled(slot, "major")), k] = _ALL
        return spread(stage.ground.network, state, stage.live, self.channel)

    @cached_property
    def counts(self) -> Counts:
        """(nodes, slots, 3): in how many draws."""
        return count(self.state)

    @cached_property
    def verdict(self) -> Planes:
        """(slots, 3, words): step 1, 2, 3 or more. Step 3 takes a critical property at level 3."""
        return steps(self.state, self.stage.ground.critical)

    @cached_property
    def causes(self) -> Planes:
        """(nodes, causes, 3, words): where each stated effect arrives, were it the only one."""
        state = empty(len(self.stage.ground.network.nodes), len(self.stated))
        for k, each in enumerate(self.stated):
            state[each.node, k] = self.drawn[k][3:6]
        return spread(self.stage.ground.network, state, self.stage.central, self.channel)

    @cached_property
    def verdict_causes(self) -> Planes:
        """(causes, 3, words): in which draws each cause alone would bring the step."""
        return steps(self.causes, self.stage.ground.critical)

    @cached_property
    def arrived(self) -> NDArray[np.bool_]:
        """(nodes, causes): whether a stated effect arrives at a node in any draw."""
        found: NDArray[np.bool_] = np.any(self.causes, axis=(2, 3))
        return found

    def expected(self, node: int) -> Planes:
        """(causes, 3, words): what the answers on other nodes bring to this one."""
        graph, links = self.stage.ground.network, self.stage.links
        brought = np.zeros(self.causes.shape[1:], np.uint64)
        for k in graph.into[node]:
            arc = graph.arcs[k]
            for cause in np.flatnonzero(self.arrived[arc.origin]).tolist():
                if self.stated[cause].node != node:
                    start = self.causes[arc.origin, cause]
                    carry(brought[cause], start, links[k, 1], arc.drops[self.channel])
        return brought


def _drawn(stated: Stated) -> Planes:
    chances = (*stated.low, *stated.centre, *stated.high)
    return planes(stated.dimension, tuple(threshold(chance) for chance in chances))


def _own(stated: Stated, drawn: Planes, slot: Slot) -> Planes:
    if slot.certain:
        sure = np.zeros((3, drawn.shape[1]), np.uint64)
        sure[: stated.level] = _ALL
        return sure
    first = 3 * _PLACE[slot.words]
    return drawn[first : first + 3]
