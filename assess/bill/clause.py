"""A law as its provisions: each with its number, its place in the text and what kind it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["provision", "recital", "annex", "preamble", "division"]
Role = Literal["definitions", "penalties", "final"]


@dataclass(frozen=True)
class Clause:
    """One provision. `id` is its number as cited, unique in its law; `label` has its kind too.

    `start` and `end` are places in the extracted text, the heading included. `role` is set for
    provisions that define, punish, or only end the law (entry into force). `quoted` are the
    provisions of another act that this one inserts or replaces; `refers` names others of this law.
    """

    id: str
    label: str
    heading: str
    text: str
    start: int
    end: int
    kind: ClauseKind = "provision"
    role: Role | None = None
    quoted: tuple[Clause, ...] = ()
    refers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chain:
    """The numbering that was followed: `gaps` are the numbers it lacks."""

    first: str
    last: str
    count: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Split:
    """The clauses of a law in the order of its text, and the chain their numbers make.

    `scheme` names the marker that was followed ("Article 1", "§ 1", "第1条") or the schema.
    """

    clauses: tuple[Clause, ...]
    chain: Chain
    scheme: str

    @property
    def provisions(self) -> tuple[Clause, ...]:
        """The numbered provisions, without recitals, annexes and preamble."""
        return tuple(clause for clause in self.clauses if clause.kind == "provision")
