"""From several people's answers to how far they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from assess.agreement.dissent import Dissent, Item, dissents, items, stances, unsettled
from assess.agreement.measure import Measure, measure
from assess.agreement.reading import Pooled, View, Vote, played, pooled, votes
from assess.agreement.rounds import Move, moved, refuse_while_open
from assess.assessment import Assessment, Assessor
from assess.errors import AssessError
from assess.findings import Channel
from assess.findings.analysis import staged
from assess.method import Method
from assess.panel import Note

if TYPE_CHECKING:
    from assess.framework import Framework
    from assess.variant import Variant

Round = Literal["now", "first"]
MOST: Final = 50
"""People whose answers are compared at once."""


@dataclass(frozen=True)
class Agreement:
    """What several people's answers on one draft have in common, and what not.

    `items` are all that could be answered, their levels in the order of `assessors`. `views` are
    those of everybody with an answer that says something; `silent` are the others, who count
    nowhere. `pooled` is None where there are fewer than two views. `before` is the first round's
    agreement, where answers have moved since.
    """

    framework: str
    version: str
    draft: str
    round: Round
    method: Method
    assessors: tuple[Assessor, ...]
    items: tuple[Item, ...]
    measure: Measure
    views: tuple[View, ...]
    silent: tuple[str, ...]
    pooled: Pooled | None
    dissents: tuple[Dissent, ...]
    unsettled: tuple[Dissent, ...]
    notes: tuple[Note, ...]
    moves: tuple[Move, ...] = ()
    before: Agreement | None = None

    def assessor(self, assessor_id: str) -> Assessor:
        """Who has this id. Raises KeyError where nobody has."""
        for each in self.assessors:
            if each.id == assessor_id:
                return each
        raise KeyError(assessor_id)

    def votes(self, channel: Channel) -> tuple[Vote, ...]:
        """How many people's own answers lead to which verdict, worst first."""
        return votes(self.views, channel)

    def notes_on(self, node: str) -> tuple[Note, ...]:
        """What people remarked on a node."""
        return tuple(note for note in self.notes if note.node == node)


def agreement(
    framework: Framework,
    assessment: Assessment,
    *,
    draft: str = "d1",
    round: Round = "now",
    variant: Variant | None = None,
) -> Agreement:
    """How far the people who judged a draft agree, now or as the first round ended.

    Pure, and by the one engine; the method is the one the assessment chooses. Raises AssessError
    for an unknown draft, for answers of a round that is still open or never was, for more than
    fifty people, and for a judgement on a node the framework does not ask about.
    """
    people = assessment.assessor_ids
    assessment.check(draft, (*people, "a1")[0])
    if len(people) > MOST:
        raise AssessError(f"answers by {len(people)} people; at most {MOST} can be compared")
    given = _of_round(assessment, round)
    moves = moved(framework, assessment, draft) if round == "now" else ()
    method = assessment.choices.method()
    stages = {
        each: staged(framework, given, draft, each, method=method, variant=variant)
        for each in people
    }
    said = stances(framework, given, draft, {who: each.answers for who, each in stages.items()})
    readings = [played(who, each, method) for who, each in stages.items() if each.answers.answered]
    all_items = items(said)
    return Agreement(
        framework=framework.id,
        version=framework.version,
        draft=draft,
        round=round,
        method=method,
        assessors=_listed(assessment),
        items=all_items,
        measure=measure([item.levels for item in all_items], len(readings)),
        views=tuple(each.view for each in readings),
        silent=tuple(who for who, each in stages.items() if not each.answers.answered),
        pooled=pooled(framework, readings, method) if len(readings) > 1 else None,
        dissents=dissents(framework, said),
        unsettled=unsettled(framework, said),
        notes=tuple(note for note in assessment.notes if note.draft == draft and not note.is_blank),
        moves=moves,
        before=agreement(framework, assessment, draft=draft, round="first", variant=variant)
        if moves
        else None,
    )


def _of_round(assessment: Assessment, round: Round) -> Assessment:
    if round == "now":
        refuse_while_open(assessment)
        return assessment
    if assessment.panel is None:
        raise AssessError("these answers were not given in rounds; ask for those there are now")
    if assessment.panel.phase == "first":
        refuse_while_open(assessment)
    return assessment.first_round()


def _listed(assessment: Assessment) -> tuple[Assessor, ...]:
    names = {each.id: each for each in assessment.assessors}
    return tuple(names.get(each, Assessor(id=each)) for each in assessment.assessor_ids)
