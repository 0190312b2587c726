"""Which provision bears on which property or enabler: by an answer, a reader's mark, or words.

A provision without any of these is one that nobody has read yet, or in which a reader found
nothing. Neither is ever told as "no impact".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assess.framework import Framework, JudgedNode
from assess.judgement import Judgement
from assess.margin import Basis, Margin
from assess.proposal import Draft, Provision


@dataclass(frozen=True)
class Sign:
    """What stands where a provision meets a node, on its strongest basis.

    `answers` are those that cite the provision there, harm and benefit as each states them; where
    there are none, `interventions` are those that a reader marked, else those that words hint at.
    """

    basis: Basis
    answers: tuple[Judgement, ...] = ()
    interventions: tuple[str, ...] = ()

    @property
    def by_a_person(self) -> bool:
        """Whether somebody said so; else only words point there."""
        return self.basis in ("cited", "held")


@dataclass(frozen=True)
class Row:
    """A provision with its signs by node. `provision` is None where the draft has none of this
    number and an answer cites it all the same.
    """

    number: str
    provision: Provision | None
    signs: Mapping[str, Sign] = field(default_factory=dict)

    @property
    def by_a_person(self) -> bool:
        """Whether an answer cites it or a reader marked it."""
        return any(sign.by_a_person for sign in self.signs.values())

    def on(self, basis: Basis) -> tuple[str, ...]:
        """The nodes with a sign on this basis."""
        return tuple(node for node, sign in self.signs.items() if sign.basis == basis)


@dataclass(frozen=True)
class Rest:
    """Provisions without a sign: how many, and which part of the text they are (0 to 1)."""

    count: int
    share: float


@dataclass(frozen=True)
class Clauses:
    """The matrix of one draft as one assessor has it: `nodes` across, `rows` down.

    `unread` are the provisions without a sign that the assessor has not said to have read, `read`
    those read and nothing found. `screened` tells whether there were words to look for.
    """

    nodes: tuple[JudgedNode, ...]
    rows: tuple[Row, ...]
    unread: Rest
    read: Rest
    screened: bool

    @property
    def said(self) -> tuple[Row, ...]:
        """The provisions that an answer cites or a reader marked."""
        return tuple(row for row in self.rows if row.by_a_person)

    @property
    def hinted(self) -> tuple[Row, ...]:
        """The provisions that nothing but words points to."""
        return tuple(row for row in self.rows if not row.by_a_person)


def clauses(
    framework: Framework,
    draft: Draft,
    judgements: Iterable[Judgement],
    margin: Margin | None = None,
) -> Clauses:
    """The matrix of a draft from one assessor's answers on it, and from its margin where known.

    The rows are in the order of the law; numbers that are cited but not in it come last.
    """
    given = tuple(judgements)
    there = {each.id: each for each in draft.provisions}
    signs: dict[str, dict[str, Sign]] = {number: {} for number in there}
    for node in framework.judged:
        for number, sign in _on(node.id, given, margin).items():
            signs.setdefault(number, {})[node.id] = sign
    left = [each for each in draft.provisions if not signs[each.id]]
    return Clauses(
        framework.judged,
        tuple(Row(name, there.get(name), found) for name, found in signs.items() if found),
        unread=_rest(draft, [each for each in left if not _was_read(margin, each.id)]),
        read=_rest(draft, [each for each in left if _was_read(margin, each.id)]),
        screened=margin is not None and margin.screening.coverage.support != "none",
    )


def _on(node: str, given: tuple[Judgement, ...], margin: Margin | None) -> dict[str, Sign]:
    """The signs on one node by the number of the provision."""
    found = {
        each.provision: Sign(each.basis, (), each.interventions)
        for each in (margin.beside(node) if margin else ())
        if each.basis != "cited"
    }
    answers: dict[str, list[Judgement]] = {}
    for judgement in given:
        for number in dict.fromkeys(judgement.provisions if judgement.node == node else ()):
            answers.setdefault(number, []).append(judgement)
    return found | {number: Sign("cited", tuple(those)) for number, those in answers.items()}


def _was_read(margin: Margin | None, number: str) -> bool:
    mark = margin.marks.get(number) if margin else None
    return bool(mark and (mark.read or mark.held))


def _rest(draft: Draft, left: list[Provision]) -> Rest:
    whole = sum(each.length for each in draft.provisions)
    return Rest(len(left), sum(each.length for each in left) / whole if whole else 0.0)
