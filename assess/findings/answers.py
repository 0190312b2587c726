"""What an assessor said, as numbers the engine can play: one entry for each effect stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from assess.errors import AssessError
from assess.findings.effect import Channel, Gap, GapKind, Said, Triple
from assess.method import LEVELS, Method

if TYPE_CHECKING:
    from assess.assessment import Assessment, Judgement
    from assess.framework import Framework

CHANNELS: Final[tuple[Channel, ...]] = ("harm", "benefit")
_LOUDEST: Final[tuple[Said, ...]] = (
    "effect",
    "none",
    "not-applicable",
    "dont-know",
    "unfinished",
)
_DIRECT: Final = frozenset({"effect", "none", "not-applicable"})


class Stated(NamedTuple):
    """One effect stated by one judgement in one channel (0 harm, 1 benefit).

    `node` is its place in the framework, `dimension` the row of numbers its draws use; `low`,
    `centre` and `high` are the chances of level 1, 2, 3 or more for the readings of its words.
    """

    node: int
    part: int
    channel: int
    level: int
    dimension: int
    low: Triple
    centre: Triple
    high: Triple


@dataclass(frozen=True)
class Answers:
    """All answers of one assessor on one draft. Nodes go by their place in the framework.

    `said` has one word a node, None for goals. `answered` nodes have a direct answer, which cuts
    the links into them; `unknown` ones lack one that was asked for, `not_asked` were never asked.
    """

    stated: tuple[Stated, ...]
    said: tuple[Said | None, ...]
    gaps: tuple[Gap, ...]
    answered: frozenset[int]
    unknown: frozenset[int]
    not_asked: frozenset[int]

    def by_channel(self, channel: int) -> tuple[Stated, ...]:
        """The effects stated in one channel."""
        return tuple(each for each in self.stated if each.channel == channel)

    def level(self, node: int, channel: int) -> int:
        """The highest level stated on a node; 0 where none is."""
        levels = (each.level for each in self.by_channel(channel) if each.node == node)
        return max(levels, default=0)


def answers(
    framework: Framework, assessment: Assessment, draft: str, assessor: str, method: Method
) -> Answers:
    """What this assessor said. Raises AssessError for a judgement no node can take."""
    own = [j for j in assessment.judgements if (j.draft, j.assessor) == (draft, assessor)]
    place = {node.id: k for k, node in enumerate(framework.nodes)}
    judged = {node.id: place[node.id] for node in framework.judged}
    for judgement in own:
        if judgement.node not in judged:
            raise AssessError(_misplaced(framework, judgement.node))
    own.sort(key=lambda j: (place[j.node], j.part))
    asked = {node.id for node in assessment.to_judge(framework)}
    said: dict[str, Said | None] = {
        node: _said([j for j in own if j.node == node], node in asked) for node in judged
    }
    gaps = tuple(gap for node in judged for gap in _gaps(node, own, said[node]))
    return Answers(
        stated=tuple(e for j in own for e in _stated(j, framework, place[j.node], method)),
        said=tuple(said.get(node.id) for node in framework.nodes),
        gaps=gaps,
        answered=frozenset(judged[node] for node in judged if said[node] in _DIRECT),
        unknown=frozenset(judged[gap.node] for gap in gaps),
        not_asked=frozenset(judged[node] for node in judged if said[node] == "not-asked"),
    )


def _misplaced(framework: Framework, node: str) -> str:
    if framework.has(node):
        return f"judgement on {node!r}: it is not judged itself; judge what serves it"
    return (
        f"judgement on {node!r}: not a node of {framework.id} {framework.version}; "
        "correct the id or choose the version it was made for"
    )


def _word(judgement: Judgement) -> Said:
    return judgement.answer if judgement.answer and judgement.counts else "unfinished"


def _said(judgements: list[Judgement], asked: bool) -> Said:
    if not judgements:
        return "not-answered" if asked else "not-asked"
    return min((_word(judgement) for judgement in judgements), key=_LOUDEST.index)


def _gaps(node: str, own: list[Judgement], said: Said | None) -> list[Gap]:
    if said == "not-answered":
        return [Gap(node, 1, "not-answered")]
    return [
        Gap(node, judgement.part, kind, judgement.reason if kind == "dont-know" else None)
        for judgement in own
        if judgement.node == node and (kind := _gap_kind(judgement))
    ]


def _gap_kind(judgement: Judgement) -> GapKind | None:
    word = _word(judgement)
    return word if word in ("unfinished", "dont-know") else None


def _stated(judgement: Judgement, framework: Framework, node: int, method: Method) -> list[Stated]:
    """The harm and the benefit this judgement states, where it counts."""
    if _word(judgement) != "effect":
        return []
    return [
        Stated(
            node,
            judgement.part,
            channel,
            LEVELS.index(word),
            framework.answer_row(judgement.node, judgement.part, channel),
            *chances(LEVELS.index(word), judgement, method),
        )
        for channel, word in enumerate((judgement.harm, judgement.benefit))
        if word
    ]


def chances(level: int, judgement: Judgement, method: Method) -> tuple[Triple, Triple, Triple]:
    """The chances of level 1, 2, 3 or more, read low, centre and high, were `level` stated.

    Likelihood and confidence are those of the judgement, which must have both.
    """
    likelihood = method.likelihood(str(judgement.likelihood))
    _, minor, material, major = method.kernel(level, str(judgement.confidence))
    above = (minor + material + major, material + major, major)
    low, centre, high = (
        (share * above[0], share * above[1], share * above[2])
        for share in (likelihood.low, likelihood.centre, likelihood.high)
    )
    return low, centre, high
