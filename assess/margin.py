"""The margin of a law: which provision may touch which node, by its words, by what readers
decided, and by the answers that cite it.

It leads a reader to provisions. It is never a finding: a provision with an empty margin is one
that nobody has read yet, or in which nobody has found anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from assess.assessment import Assessment
from assess.bill.match import Match, Screening
from assess.judgement import Judgement
from assess.mark import Mark
from assess.proposal import Draft, Provision

Basis = Literal["held", "strong", "weak", "cited"]
BASES: tuple[Basis, ...] = ("held", "strong", "weak", "cited")
"""What puts a provision beside a node, strongest first: a reader accepted or added an
intervention; its words match, or match weakly; or nothing but an answer that cites it."""

Shelf = Literal["matched", "weak", "unread", "read"]
SHELVES: tuple[Shelf, ...] = ("matched", "weak", "unread", "read")
"""The lists of provisions: matched (or held by a reader), weakly matched, matched by nothing and
unread by the reader, and read by the reader with nothing found."""


class Beside(NamedTuple):
    """A provision beside a node. `interventions` are those that may touch it, on this basis."""

    provision: str
    node: str
    basis: Basis
    interventions: tuple[str, ...] = ()
    cited: bool = False


@dataclass(frozen=True)
class Margin:
    """The margin of one draft as one assessor has it.

    `marks` are the decisions that stand, by provision; `earlier` those that were taken on another
    wording of a provision and count for nothing until it is looked at again. `may_touch` says for
    each intervention which nodes it typically reaches, and how strongly (1 to 3).
    """

    draft: Draft
    screening: Screening
    marks: Mapping[str, Mark]
    earlier: Mapping[str, Mark]
    judgements: tuple[Judgement, ...]
    may_touch: Mapping[str, Mapping[str, int]]

    def matches(self, provision: str) -> tuple[Match, ...]:
        """What the words of a provision hint at, without what the reader rejected."""
        rejected = self.marks[provision].rejected if provision in self.marks else ()
        found = self.screening.matches.get(provision, ())
        return tuple(each for each in found if each.intervention not in rejected)

    def shelf(self, provision: str) -> Shelf:
        """The list a provision stands in."""
        mark = self.marks.get(provision)
        found = self.matches(provision)
        if (mark and mark.held) or any(match.strong for match in found):
            return "matched"
        if found:
            return "weak"
        return "read" if mark and mark.read else "unread"

    @cached_property
    def shelves(self) -> dict[Shelf, tuple[Provision, ...]]:
        """Every provision in its list, in the order of the law; all lists, empty ones too."""
        there = [(self.shelf(each.id), each) for each in self.draft.provisions]
        return {name: tuple(each for on, each in there if on == name) for name in SHELVES}

    def share(self, shelf: Shelf) -> float:
        """Which part of the text the provisions in a list are, 0 to 1; 0 where there is no text."""
        whole = sum(each.length for each in self.draft.provisions)
        return sum(each.length for each in self.shelves[shelf]) / whole if whole else 0.0

    def of(self, provision: str) -> tuple[Beside, ...]:
        """The nodes in the margin of a provision, each once, on its strongest basis."""
        return tuple(each for each in self._all if each.provision == provision)

    def beside(self, node: str) -> tuple[Beside, ...]:
        """The provisions beside a node: the strongest basis first, then the level that such
        interventions typically reach there, then the rank of the words, then the place.
        """
        there = [each for each in self._all if each.node == node]
        return tuple(sorted(there, key=self._order))

    @cached_property
    def _all(self) -> tuple[Beside, ...]:
        return tuple(each for own in self.draft.provisions for each in self._of(own.id))

    def _of(self, provision: str) -> list[Beside]:
        cited = {each.node for each in self.judgements if provision in each.provisions}
        hints = self._hints(provision)
        nodes = dict.fromkeys(
            [*(node for kinds in hints.values() for node in self._touched(kinds)), *cited]
        )
        return [self._one(provision, node, hints, node in cited) for node in nodes]

    def _hints(self, provision: str) -> dict[Basis, tuple[str, ...]]:
        """The interventions a provision may hold, each once, on its strongest basis."""
        mark, found = self.marks.get(provision), self.matches(provision)
        held = mark.held if mark else ()
        return {
            "held": held,
            "strong": tuple(
                each.intervention for each in found if each.strong and each.intervention not in held
            ),
            "weak": tuple(
                each.intervention
                for each in found
                if not each.strong and each.intervention not in held
            ),
        }

    def _one(
        self, provision: str, node: str, hints: Mapping[Basis, tuple[str, ...]], cited: bool
    ) -> Beside:
        for basis, kinds in hints.items():
            touching = tuple(each for each in kinds if node in self.may_touch.get(each, ()))
            if touching:
                return Beside(provision, node, basis, touching, cited)
        return Beside(provision, node, "cited", (), cited)

    def _touched(self, kinds: Iterable[str]) -> list[str]:
        return [node for kind in kinds for node in self.may_touch.get(kind, ())]

    def _order(self, beside: Beside) -> tuple[int, int, float]:
        reached = [self.may_touch[each][beside.node] for each in beside.interventions]
        return BASES.index(beside.basis), -max(reached, default=0), -self._rank(beside)

    def _rank(self, beside: Beside) -> float:
        ranks = [
            match.rank
            for match in self.matches(beside.provision)
            if match.intervention in beside.interventions
        ]
        return max(ranks, default=0.0)


def margin(
    draft: Draft,
    screening: Screening,
    marks: Iterable[Mark],
    judgements: Iterable[Judgement],
    may_touch: Mapping[str, Mapping[str, int]],
) -> Margin:
    """The margin of a draft from one assessor's marks and judgements.

    A mark stands for every provision of the same wording, on whatever draft and under whatever
    number it was made. `judgements` on other drafts are left out.
    """
    decided = sorted(marks, key=lambda each: each.draft != draft.id)
    by_wording = {each.wording: each for each in reversed(decided) if each.wording}
    by_number = {each.provision: each for each in decided if each.draft == draft.id}
    stands, earlier = {}, {}
    for provision in draft.provisions:
        own = by_number.get(provision.id)
        current = own if own and own.wording in ("", provision.wording) else None
        found = current or by_wording.get(provision.wording)
        if found:
            stands[provision.id] = found
        elif own:
            earlier[provision.id] = own
    return Margin(
        draft,
        screening,
        stands,
        earlier,
        tuple(each for each in judgements if each.draft == draft.id),
        may_touch,
    )


def margin_of(
    assessment: Assessment,
    draft: str,
    assessor: str,
    screening: Screening,
    may_touch: Mapping[str, Mapping[str, int]],
) -> Margin:
    """The margin of a draft of an assessment as this assessor has it."""
    marks = (each for each in assessment.marks if each.assessor == assessor)
    judgements = (each for each in assessment.judgements if each.assessor == assessor)
    return margin(assessment.draft(draft), screening, marks, judgements, may_touch)
