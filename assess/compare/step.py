"""From one option to another: on which nodes harm or benefit moved, and by which answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from assess.amendment import Amendment, Match
from assess.assessment import Judgement
from assess.compare.options import Option, amendment
from assess.findings import CHANNELS, Cause, Channel, Effect, Explanation, Findings
from assess.findings.answers import chances
from assess.method import LEVELS

Shift = Literal["gone", "lower", "unanswered", "new", "higher", "answered", "left-open"]
UNSAID: Final = frozenset({"not-answered", "unfinished", "dont-know", "not-asked"})
_NOTICED: Final = 0.005  # a smaller change of a chance would print as none


@dataclass(frozen=True)
class Reason:
    """One answer that differs and had a part in the result.

    An effect stated before is "gone" or "lower", or the question is "unanswered" now; one stated
    now is "new" or "higher". "answered" and "left-open": a direct answer now stands, or no longer
    stands, in the way of what links bring. `share` and `but_for` are those of the cause in the
    findings where it is the stronger (0 for the last two). `provisions` are those the answer
    cites, with what became of them.
    """

    node: str
    part: int
    shift: Shift
    before: Judgement | None
    after: Judgement | None
    share: float = 0.0
    but_for: float = 0.0
    provisions: tuple[Match, ...] = ()

    @property
    def by_the_text(self) -> tuple[Match, ...]:
        """The provisions cited that are not the same in both drafts."""
        return tuple(match for match in self.provisions if not match.stays)


@dataclass(frozen=True)
class Move:
    """Harm or benefit on one node that is not the same in both.

    `level` (1 to 3) is the one whose chance is told: the higher of the two levels, or the one
    whose chance moved most. `settled` is False where it only looks so because an answer is
    missing: what is unanswered is never taken for nothing.
    """

    node: str
    channel: Channel
    level: int
    before: Effect
    after: Effect
    reasons: tuple[Reason, ...]

    @property
    def falls(self) -> bool:
        """Whether the level, or else the chance of it, is lower than before."""
        return (self.after.level, self.chances[1]) < (self.before.level, self.chances[0])

    @property
    def chances(self) -> tuple[float, float]:
        """The chance of `level` or more, before and after."""
        return self.before.p[self.level - 1], self.after.p[self.level - 1]

    @property
    def settled(self) -> bool:
        """Whether no missing answer could make it otherwise."""
        doubts = {*self.before.doubts, *self.after.doubts}
        return not doubts & {"gaps", "together"} and all(
            reason.shift not in ("unanswered", "left-open") for reason in self.reasons
        )


@dataclass(frozen=True)
class Removal:
    """One provision that differs, and the results its change had a part in."""

    match: Match
    moves: tuple[tuple[Move, Reason], ...]


@dataclass(frozen=True)
class Step:
    """All that moved from one option to another, harm and benefit apart."""

    before: str
    after: str
    amendment: Amendment
    moves: tuple[Move, ...]

    def of(self, channel: Channel, *, falls: bool) -> tuple[Move, ...]:
        """What fell, or rose, in one channel, in the framework's order."""
        return tuple(m for m in self.moves if m.channel == channel and m.falls == falls)

    @cached_property
    def removals(self) -> tuple[Removal, ...]:
        """Which provision's change removes or lessens which harm, in the order of the text."""
        found: dict[int, list[tuple[Move, Reason]]] = {}
        for move in self.of("harm", falls=True):
            for reason in move.reasons:
                for match in reason.by_the_text:
                    found.setdefault(id(match), []).append((move, reason))
        return tuple(
            Removal(match, tuple(found[id(match)]))
            for match in self.amendment.matches
            if id(match) in found
        )


def step(before: Option, after: Option, was: Findings, now: Findings) -> Step:
    """What moved from one option to the other; `was` and `now` are their findings."""
    change = amendment(before, after)
    view = _View(before, after, was, now, change)
    pairs = [(node.id, channel) for node in was.nodes for channel in CHANNELS]
    moves = (view.move(node, channel) for node, channel in pairs)
    return Step(before.id, after.id, change, tuple(move for move in moves if move))


@dataclass(frozen=True)
class _View:
    """Two options with all that is known of both."""

    before: Option
    after: Option
    was: Findings
    now: Findings
    amendment: Amendment

    def move(self, node: str, channel: Channel) -> Move | None:
        was, now = self.was.node(node).effect(channel), self.now.node(node).effect(channel)
        level = _level(was, now)
        if was.level == now.level and abs(was.p[level - 1] - now.p[level - 1]) < _NOTICED:
            return None
        bare = Move(node, channel, level, was, now, ())
        reasons = (*self._answers(bare), *self._modes(bare))
        return Move(node, channel, level, was, now, reasons)

    def _answers(self, move: Move) -> Iterator[Reason]:
        """The causes of the stronger result that are not as strong in the other."""
        for cause in _stronger(move).causes:
            before = _judgement(self.before, cause.node, cause.part)
            after = _judgement(self.after, cause.node, cause.part)
            shift = self._shift(move, cause, before, after)
            if shift:
                cited = self._cited(before if move.falls else after, falls=move.falls)
                yield Reason(
                    *(cause.node, cause.part, shift, before, after, cause.share, cause.but_for),
                    provisions=cited,
                )

    def _shift(
        self, move: Move, cause: Cause, before: Judgement | None, after: Judgement | None
    ) -> Shift | None:
        was, now = (self._chances(each, move.channel) for each in (before, after))
        strong, weak = (was, now) if move.falls else (now, was)
        if all(more <= less for more, less in zip(strong, weak, strict=True)):
            return None
        if not move.falls:
            return "higher" if any(weak) else "new"
        if any(weak):
            return "lower"
        return "unanswered" if self.now.node(cause.node).said in UNSAID else "gone"

    def _chances(self, judgement: Judgement | None, channel: Channel) -> tuple[float, ...]:
        """The chances of level 1, 2, 3 or more that an answer states; zeros where it does not."""
        if judgement is None or judgement.answer != "effect" or not judgement.counts:
            return (0.0, 0.0, 0.0)
        word = judgement.harm if channel == "harm" else judgement.benefit
        if word is None:
            return (0.0, 0.0, 0.0)
        return chances(LEVELS.index(word), judgement, self.now.method)[1]

    def _modes(self, move: Move) -> Iterator[Reason]:
        """Nodes on the way where a direct answer came, or went, that cuts what links bring."""
        ways = _stronger(move).ways
        passed = dict.fromkeys([move.node, *(s.target for way in ways for s in way.steps)])
        for node in passed:
            was, now = self.was.node(node).mode, self.now.node(node).mode
            weaker, stronger = (now, was) if move.falls else (was, now)
            if (weaker, stronger) == ("answered", "derived"):
                shift: Shift = "answered" if move.falls else "left-open"
                before, after = (_judgement(o, node, 1) for o in (self.before, self.after))
                yield Reason(node, 1, shift, before, after)

    def _cited(self, judgement: Judgement | None, *, falls: bool) -> tuple[Match, ...]:
        numbers = judgement.provisions if judgement else ()
        if falls:
            found = (self.amendment.of(number) for number in numbers)
            return tuple(match for match in found if match)
        there = {match.after.id: match for match in self.amendment.matches if match.after}
        return tuple(there[number] for number in numbers if number in there)


def _level(was: Effect, now: Effect) -> int:
    if was.level != now.level:
        return max(was.level, now.level)
    changes = [abs(a - b) for a, b in zip(was.p, now.p, strict=True)]
    return 1 + changes.index(max(changes))


def _stronger(move: Move) -> Explanation:
    """What the larger of the two chances is made of."""
    effect = move.before if move.falls else move.after
    return effect.explanations[move.level - 1]


def _judgement(option: Option, node: str, part: int) -> Judgement | None:
    given = option.assessment.judgements_on(node, option.draft.id, option.assessor)
    return next((each for each in given if each.part == part), None)
