"""One draft against the one it amends: what changed in the text, what becomes of the answers."""

from __future__ import annotations

from assess.amendment.answers import Carried, Carry, Fate, State, Why, carry
from assess.amendment.corrections import cuts, divide, join, rename, renumbered
from assess.amendment.drafts import (
    add,
    amend,
    carry_over,
    merged,
    new_id,
    remove,
    rewrite,
    try_mitigation,
)
from assess.amendment.provisions import CHANGES, Amendment, Change, Match, Span, matched

__all__ = [
    "CHANGES",
    "Amendment",
    "Carried",
    "Carry",
    "Change",
    "Fate",
    "Match",
    "Span",
    "State",
    "Why",
    "add",
    "amend",
    "carry",
    "carry_over",
    "cuts",
    "divide",
    "join",
    "matched",
    "merged",
    "new_id",
    "remove",
    "rename",
    "renumbered",
    "rewrite",
    "try_mitigation",
]
