"""Which judged proposals are nearest to one: by the levels stated on what both judged.

The distance is Gower's with missing values left out (Gower 1971, doi:10.2307/2528823): the mean,
over the entries known in both, of how far apart the levels are, as a part of the whole scale. An
entry is one node in one channel. What nobody knows is never taken as "no effect", and two that
share fewer than half of the entries are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assess.assessment import Assessment, Judgement
from assess.framework import LEVELS

Channel = Literal["harm", "benefit"]
CHANNELS: Final[tuple[Channel, ...]] = ("harm", "benefit")
UNKNOWN: Final = -1
TOP: Final = 3
"""The highest level; levels are 0 to 3."""

Levels = NDArray[np.int8]
"""(entries,) of levels 0 to 3, UNKNOWN where nothing was said; node by node, harm then benefit."""

_BITS = 64 // TOP * TOP  # of a word: entries are not torn apart


class Near(NamedTuple):
    """One that is near. `distance` is 0 (the same) to 1; `common` counts the entries both know.

    `shared` are the nodes on which both state an effect on the same side, `apart` those on which
    one states an effect and the other none, or on the other side only.
    """

    name: str
    distance: float
    common: int
    shared: tuple[str, ...]
    apart: tuple[str, ...]


def stated(nodes: Sequence[str], judgements: Iterable[Judgement]) -> Levels:
    """What judgements of one person on one draft state of these nodes; the worst of several."""
    levels = np.full((len(nodes), len(CHANNELS)), UNKNOWN, np.int8)
    place = {node: row for row, node in enumerate(nodes)}
    for judgement in judgements:
        if judgement.node in place and judgement.answer in ("effect", "none"):
            row = levels[place[judgement.node]]
            np.maximum(row, [_level(judgement, channel) for channel in CHANNELS], out=row)
    return levels.ravel()


def _level(judgement: Judgement, channel: Channel) -> int:
    """An effect without its level says nothing yet."""
    if judgement.answer == "none":
        return 0
    if judgement.harm is None and judgement.benefit is None:
        return UNKNOWN
    said = judgement.harm if channel == "harm" else judgement.benefit
    return LEVELS.index(said) + 1 if said else 0


@dataclass(frozen=True)
class Precedents:
    """Many proposals, ready to be compared with one; made by `precedents`."""

    nodes: tuple[str, ...]
    names: tuple[str, ...]
    levels: NDArray[np.int8]
    _raised: tuple[NDArray[np.uint64], ...]
    _known: tuple[NDArray[np.uint64], ...]

    def nearest(self, levels: Levels, most: int = 10) -> tuple[Near, ...]:
        """The `most` nearest, nearest first, equal ones by name; fewer where too little is shared.

        Exact: every one is compared.
        """
        raised, known = _packed(levels[None])
        differing = np.zeros(len(self.names), np.uint16)
        common = np.zeros(len(self.names), np.uint16)
        for ours, theirs, known_to_us, known_to_them in zip(
            raised, self._raised, known, self._known, strict=True
        ):
            both = known_to_them & known_to_us
            common += np.bitwise_count(both)
            differing += np.bitwise_count((theirs ^ ours) & both)
        enough = 2 * common >= TOP * levels.size
        distance = np.where(enough, differing / np.maximum(common, 1), np.inf)
        return tuple(
            self._near(row, float(distance[row]), int(common[row]) // TOP, levels)
            for row in self._first(distance, most)
        )

    def _first(self, distance: NDArray[np.float64], most: int) -> list[int]:
        kept = min(most, len(distance))
        last = np.partition(distance, kept - 1)[kept - 1] if kept else np.inf
        rows = np.flatnonzero((distance <= last) & np.isfinite(distance)).tolist()
        return sorted(rows, key=lambda row: (distance[row], self.names[row]))[:most]

    def _near(self, row: int, distance: float, common: int, levels: Levels) -> Near:
        ours = levels.reshape(-1, len(CHANNELS))
        theirs = self.levels[row].reshape(-1, len(CHANNELS))
        alike = ((ours > 0) & (theirs > 0)).any(axis=1)
        known = ((ours >= 0) & (theirs >= 0)).all(axis=1)
        effect = (ours > 0).any(axis=1) | (theirs > 0).any(axis=1)
        return Near(
            self.names[row],
            distance,
            common,
            self._named(alike),
            self._named(known & effect & ~alike),
        )

    def _named(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(self.nodes[at] for at in np.flatnonzero(chosen))


def precedents(nodes: Sequence[str], levels: Iterable[tuple[str, Levels]]) -> Precedents:
    """Proposals by name, each with the levels stated on these nodes."""
    named = list(levels)
    table = np.array([each for _, each in named], np.int8)
    table = table.reshape(len(named), len(nodes) * len(CHANNELS))
    raised, known = _packed(table)
    return Precedents(tuple(nodes), tuple(name for name, _ in named), table, raised, known)


def stated_in(nodes: Sequence[str], assessment: Assessment, draft: str, assessor: str) -> Levels:
    """What one person states of one draft."""
    own = [each for each in assessment.judgements if each.key[:2] == (draft, assessor)]
    return stated(nodes, own)


def _packed(
    table: NDArray[np.int8],
) -> tuple[tuple[NDArray[np.uint64], ...], tuple[NDArray[np.uint64], ...]]:
    """Levels as bits raised up to them, so that bits that differ count levels apart; and a mask.

    Words of one column each: (rows,) uint64, as many as the entries need.
    """
    steps = np.arange(1, TOP + 1)
    bits = (table[:, :, None] >= steps).reshape(len(table), table.shape[1] * TOP)
    mask = np.repeat(table >= 0, TOP, axis=1)
    return _words(bits), _words(mask)


def _words(bits: NDArray[np.bool_]) -> tuple[NDArray[np.uint64], ...]:
    places = np.uint64(1) << np.arange(_BITS, dtype=np.uint64)
    return tuple(
        (bits[:, start : start + _BITS] * places[: bits.shape[1] - start]).sum(
            axis=1, dtype=np.uint64
        )
        for start in range(0, bits.shape[1], _BITS)
    )
