"""The clauses of a law as the provisions of a draft, within what a draft can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assess.bill.clause import Clause, Split
from assess.bill.splitting.clauses import body, unique

# What a draft can hold is said by assess.proposal too, which loads far more than splitting needs.
MOST = 2_000
HEADING = 300
TEXT = 200_000
ID = 120
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Part(NamedTuple):
    """What a provision of a draft is made of; `id` is its number."""

    id: str
    heading: str
    text: str


def parts(split: Split) -> tuple[Part, ...]:
    """Provisions and annexes, each without its marker and heading in the text, no id twice.

    They are as many and as long as a draft can hold: one longer than a provision may be goes on
    as "6 [2]"; where there are more than 2,000, neighbours are joined ("1–3"). Recitals, preamble
    and headings of chapters are left out.
    """
    kept = [clause for clause in split.clauses if clause.kind in ("provision", "annex")]
    made = [part for clause in kept for part in _parts(clause)]
    if len(made) > MOST:
        made = list(_joined(made))
    names = unique(part.id for part in made)
    return tuple(part._replace(id=name) for name, part in zip(names, made, strict=True))


def _parts(clause: Clause) -> Iterator[Part]:
    text = _readable(body(clause.text, clause.label, clause.heading))
    heading = _readable(clause.heading).replace("\n", " ").replace("\t", " ")[:HEADING]
    number = _readable(clause.id).replace("\n", " ").replace("\t", " ")[:ID] or "?"
    for start in range(0, max(1, len(text)), TEXT):
        yield Part(number, heading if start == 0 else "", text[start : start + TEXT])


def _readable(text: str) -> str:
    return _UNREADABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Neighbours joined until no more than 2,000 are left, none longer than it may be."""
    room = -(-len(parts) // MOST)
    for start in range(0, len(parts), room):
        group = parts[start : start + room]
        first, last = group[0].id, group[-1].id
        name = f"{first}–{last}" if len(group) > 1 else first
        whole = "\n".join(" ".join(filter(None, part)) for part in group)
        yield Part(name, group[0].heading, whole[:TEXT])
