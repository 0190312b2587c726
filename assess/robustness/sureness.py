"""How sure a conclusion is and what would change it, as plain frozen values.

Levels, steps and shares are those of the findings. "Verdict level" is the step (0 to 3) that at
least half of the draws reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assess.findings import Channel, Said, Step, Triple

if TYPE_CHECKING:
    from assess.variant import Rating


class Reached(NamedTuple):
    """A verdict: its level and the chances of step 1, 2, 3 or worse."""

    level: int
    p: Triple


class Tip(NamedTuple):
    """One row of the tipping table: the verdict for each level of one answer, all else as stated.

    `verdicts` go with level 0 to 3. `now` is the level stated in this channel, 0 where none is;
    None where no answer stands: a part not known, unfinished or not answered. An effect keeps its
    likelihood and confidence at every level; where there are none (`certain`), the level is taken
    as certain and exact. `decides`: some level gives another verdict level than the one found.
    """

    node: str
    part: int
    said: Said
    now: int | None
    certain: bool
    verdicts: tuple[Reached, Reached, Reached, Reached]
    decides: bool


class Change(NamedTuple):
    """One answer at another level; `certain` as in `Tip`."""

    node: str
    part: int
    before: int
    after: int
    certain: bool


class Flip(NamedTuple):
    """Changes that together give another verdict; `level` and `p` are that verdict's."""

    changes: tuple[Change, ...]
    level: int
    p: Triple


@dataclass(frozen=True)
class Flips:
    """The smallest changes of stated levels that lower the verdict, or that raise it.

    `size` counts levels moved: an answer moved by two levels counts twice. None where none was
    found up to `searched`, which is 4, or less where there were too many sets to try them all.
    `count` sets have that size; `sets` holds the first ten, in the order of the answers.
    """

    size: int | None
    count: int
    sets: tuple[Flip, ...]
    searched: int


class Value(NamedTuple):
    """What settling one answer would be worth.

    `before` is the chance of naming the right step of the verdict now, `after` the chance once
    the true level of this answer is known. `shown` from a gain of one point on.
    """

    node: str
    part: int
    before: float
    after: float
    shown: bool


class Stress(NamedTuple):
    """The verdict if answers err together: with chance `rho` an answer uses the shared number."""

    rho: float
    level: int
    p: Triple
    changes: bool


@dataclass(frozen=True)
class Sureness:
    """One channel. `level` and `p` are the verdict's, `value` comes largest gain first."""

    channel: Channel
    level: int
    p: Triple
    tipping: tuple[Tip, ...]
    down: Flips
    up: Flips
    value: tuple[Value, ...]
    stress: tuple[Stress, ...]


@dataclass(frozen=True)
class Robustness:
    """How sure the findings on one draft by one assessor are; harm and benefit stay apart."""

    draft: str
    assessor: str
    harm: Sureness
    benefit: Sureness

    def of(self, channel: Channel) -> Sureness:
        """The harm or the benefit."""
        return self.harm if channel == "harm" else self.benefit


class Moved(NamedTuple):
    """A node whose level would be another."""

    node: str
    before: int
    after: int


class LinkRow(NamedTuple):
    """What another rating of one link would change: the verdict level, or the level of nodes.

    `step` has the strength it is taken to have now.
    """

    step: Step
    rating: Rating
    verdict: int
    changes: bool
    nodes: tuple[Moved, ...]
