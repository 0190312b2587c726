"""Links whose strength decides: what would be found were one of them off, or rated otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.findings import CHANNELS, Channel, staged
from assess.findings.play import Play, Stage
from assess.propagation import DRAWS, WORDS, Planes, count, empty, planes, spread, threshold
from assess.robustness.sureness import LinkRow, Moved

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.framework import Framework
    from assess.method import Method
    from assess.variant import Rating, Variant

_RATINGS: Final[tuple[Rating, ...]] = ("off", "weak", "material", "strong")
_BATCH: Final = 8  # ratings played side by side, so that memory stays small


class Rated(NamedTuple):
    """A link (its place among the arcs) rated otherwise."""

    arc: int
    rating: Rating


def deciding_links(
    framework: Framework,
    assessment: Assessment,
    *,
    draft: str = "d1",
    assessor: str = "a1",
    method: Method | None = None,
    variant: Variant | None = None,
) -> dict[Channel, tuple[LinkRow, ...]]:
    """What another rating of one link would change, all else as it is: verdict or nodes' levels.

    Only ratings that change something, by order of the framework and then of strength. Raises
    AssessError as `analyse` does. Costs more than `robustness`: ask for it when it is looked at.
    """
    method = method or assessment.choices.method()
    stage = staged(framework, assessment, draft, assessor, method=method, variant=variant)
    return {name: _Links(stage, channel, method).rows() for channel, name in enumerate(CHANNELS)}


class _Levels(NamedTuple):
    """Levels (0 to 3) that are found: of the verdict, and of each node."""

    verdict: int
    nodes: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class _Links:
    """The links in one channel, and what is found with any of them rated otherwise."""

    stage: Stage
    channel: int
    method: Method

    def rows(self) -> tuple[LinkRow, ...]:
        """Only ratings that change a level.

        A stronger link never makes less of an effect. So where neither end of the scale changes
        anything, nothing between it and the present rating does.
        """
        found = self._played(self._ends())
        moving = [rated for rated, levels in found.items() if levels != self._now]
        found |= self._played([other for rated in moving for other in self._before(rated)])
        order = sorted(found, key=lambda rated: (rated.arc, _RATINGS.index(rated.rating)))
        return tuple(self._row(each, found[each]) for each in order if found[each] != self._now)

    @cached_property
    def _start(self) -> Planes:
        """(nodes, 1, 3, words): the effects stated."""
        state = empty(len(self.stage.ground.network.nodes), 1)
        play = Play(self.stage, self.channel)
        for each, drawn in zip(play.stated, play.drawn, strict=True):
            state[each.node, 0] |= drawn[3:6]
        return state

    @cached_property
    def _state(self) -> Planes:
        """(nodes, 1, 3, words): where effects arrive with all links as they are."""
        ground = self.stage.ground
        return spread(ground.network, self._start.copy(), self.stage.central, self.channel)

    @cached_property
    def _now(self) -> _Levels:
        return self._levels(self._state)[0]

    def _ends(self) -> list[Rated]:
        """Off and strong, for each link that has something to carry and is not cut."""
        ground, cut = self.stage.ground, self.stage.answers.answered
        return [
            Rated(k, rating)
            for k, arc in enumerate(ground.network.arcs)
            if arc.target not in cut and self._state[arc.origin].any()
            for rating in ("off", "strong")
            if rating != ground.steps[k].strength
        ]

    def _before(self, rated: Rated) -> list[Rated]:
        """The ratings between this one and the present one."""
        present = self.stage.ground.steps[rated.arc].strength
        low, high = sorted(_RATINGS.index(each) for each in (rated.rating, present))
        return [Rated(rated.arc, rating) for rating in _RATINGS[low + 1 : high]]

    def _played(self, every: list[Rated]) -> dict[Rated, _Levels]:
        found: dict[Rated, _Levels] = {}
        for first in range(0, len(every), _BATCH):
            batch = every[first : first + _BATCH]
            found |= zip(batch, self._levels(self._spread(batch)), strict=True)
        return found

    def _spread(self, batch: list[Rated]) -> Planes:
        live = np.repeat(self.stage.central, len(batch), axis=1)
        for slot, rated in enumerate(batch):
            live[rated.arc, slot, 0] = self._carrying(rated)
        state = np.repeat(self._start, len(batch), axis=1)
        return spread(self.stage.ground.network, state, live, self.channel)

    def _carrying(self, rated: Rated) -> Planes:
        """(words,): where the link carries; the same draws as with its present rating."""
        if rated.rating == "off":
            return np.zeros(WORDS, np.uint64)
        share = self.method.strength(rated.rating).centre
        place = self.stage.ground.network.arcs[rated.arc].place
        found: Planes = planes(place, (threshold(share),))[0]
        return found

    def _levels(self, state: Planes) -> list[_Levels]:
        """For each slot of the state."""
        worst: Planes = np.bitwise_or.reduce(state, axis=0)
        worst[:, 2] = np.bitwise_or.reduce(state[list(self.stage.ground.critical), :, 2], axis=0)
        verdicts, nodes = _level(worst).tolist(), _level(state).T.tolist()
        return [_Levels(each, tuple(own)) for each, own in zip(verdicts, nodes, strict=True)]

    def _row(self, rated: Rated, found: _Levels) -> LinkRow:
        names = self.stage.ground.network.nodes
        moved = tuple(
            Moved(node, before, after)
            for node, before, after in zip(names, self._now.nodes, found.nodes, strict=True)
            if before != after
        )
        step, changes = self.stage.ground.steps[rated.arc], found.verdict != self._now.verdict
        return LinkRow(step, rated.rating, found.verdict, changes, moved)


def _level(planes: Planes) -> NDArray[np.int64]:
    """The highest level that at least half of the draws reach; takes (..., 3, words)."""
    found: NDArray[np.int64] = (2 * count(planes) >= DRAWS).sum(axis=-1)
    return found
