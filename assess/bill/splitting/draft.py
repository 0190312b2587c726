"""The clauses of a law as the provisions of a draft, within what a draft can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assess.bill.clause import Clause, Split
from assess.bill.splitting.clauses import body, unique
from assess.proposal import Provision
from assess.value import LINE_LIMIT, PROVISION_LIMIT

MOST = 2_000
ID = 120
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def provisions(split: Split) -> tuple[Provision, ...]:
    """Provisions and annexes, each without its marker and heading in the text.

    One longer than a provision may be goes on as "6 [2]"; where there are more than 2,000,
    neighbours are joined ("1–3"). Recitals, preamble and headings of chapters are left out.
    """
    kept = [clause for clause in split.clauses if clause.kind in ("provision", "annex")]
    parts = [part for clause in kept for part in _parts(clause)]
    if len(parts) > MOST:
        parts = list(_joined(parts))
    names = unique(name for name, _, _ in parts)
    return tuple(
        Provision(id=name, heading=heading, text=text)
        for name, (_, heading, text) in zip(names, parts, strict=True)
    )


Part = tuple[str, str, str]
"""Number, heading, text."""


def _parts(clause: Clause) -> Iterator[Part]:
    text = _readable(body(clause.text, clause.label, clause.heading))
    heading = _readable(clause.heading).replace("\n", " ").replace("\t", " ")[:LINE_LIMIT]
    number = _readable(clause.id).replace("\n", " ").replace("\t", " ")[:ID] or "?"
    for start in range(0, max(1, len(text)), PROVISION_LIMIT):
        yield number, heading if start == 0 else "", text[start : start + PROVISION_LIMIT]


def _readable(text: str) -> str:
    return _UNREADABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Neighbours joined until no more than 2,000 are left, none longer than it may be."""
    room = -(-len(parts) // MOST)
    for start in range(0, len(parts), room):
        group = parts[start : start + room]
        name = f"{group[0][0]}–{group[-1][0]}" if len(group) > 1 else group[0][0]
        whole = "\n".join(" ".join(filter(None, part)) for part in group)
        yield name, group[0][1], whole[:PROVISION_LIMIT]
