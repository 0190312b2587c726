"""A draft's provisions as a split law, as if it had just been read; places lead back to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from assess.bill.clause import Clause, Split
from assess.bill.splitting.clauses import with_references
from assess.bill.splitting.headings import role
from assess.bill.splitting.markers import annex
from assess.bill.splitting.pieces import chain_of

if TYPE_CHECKING:
    from assess.proposal import Provision

_BEGINNING = 600
"""Characters of a text by which its role is told."""


class Stretch(NamedTuple):
    """A stretch of a provision's heading or of its text: `end` is behind its last character."""

    field: Literal["heading", "text"]
    start: int
    end: int


def from_provisions(provisions: Sequence[Provision]) -> Split:
    """The provisions as clauses side by side, each its heading, a line break and its text.

    Ids stay as they are. One whose id is that of an annex becomes an annex. `scheme` is "", since
    the markers are not kept in a draft.
    """
    made, start = [], 0
    for provision in provisions:
        text = _whole(provision)
        is_annex = annex(provision.id) is not None
        clause = Clause(
            id=provision.id,
            label=provision.id,
            heading=provision.heading,
            text=text,
            start=start,
            end=start + len(text),
            kind="annex" if is_annex else "provision",
            role=None if is_annex else role(provision.heading, provision.text[:_BEGINNING]),
        )
        made.append(clause)
        start = clause.end + 1
    numbered = [clause for clause in made if clause.kind == "provision"]
    return Split(with_references(tuple(made)), chain_of(numbered), "")


def stretches(provision: Provision, start: int, end: int) -> tuple[Stretch, ...]:
    """Where places of the clause made of a provision stand: in its heading, its text, or both."""
    heading, before = len(provision.heading), _before_text(provision)
    found = (
        Stretch("heading", min(start, heading), min(end, heading)),
        Stretch("text", max(start - before, 0), max(end - before, 0)),
    )
    return tuple(each for each in found if each.start < each.end)


def _whole(provision: Provision) -> str:
    return "\n".join(filter(None, (provision.heading, provision.text)))


def _before_text(provision: Provision) -> int:
    """How many characters of the clause stand before the provision's text."""
    return len(provision.heading) + 1 if provision.heading and provision.text else 0
