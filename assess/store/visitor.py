"""Who opens saved work, and what they may change in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assess.errors import NotSaved
from assess.panel import Panel, Phase
from assess.store.entry import Kept, Kind
from assess.store.failure import (
    BOTH_ENDED,
    FIRST_ENDED,
    NOT_YOURS,
    NOTES_ENDED,
    OWNERS_PART,
    PICK_A_NAME,
)

Role = Literal["owner", "seat", "join"]
PERSONAL: tuple[Kind, ...] = ("judgement", "note", "mark")


@dataclass(frozen=True)
class Visitor:
    """Whom a token makes of its reader; `assessor` is empty for the round link ("join")."""

    role: Role
    assessor: str

    def check_owner(self) -> None:
        """Raises NotSaved for everybody but the owner."""
        if self.role != "owner":
            raise NotSaved(OWNERS_PART)

    def check_person(self) -> None:
        """Raises NotSaved for who has not picked a name yet."""
        if self.role == "join":
            raise NotSaved(PICK_A_NAME)

    def check(self, row: Kept, phase: Phase | None) -> None:
        """Raises NotSaved where this entry is not theirs to change.

        Asked before anything is compared: "the same is there already" would tell what is there.
        """
        self.check_person()
        if row.kind not in PERSONAL:
            self.check_owner()
        elif row.assessor != self.assessor and (phase or self.role != "owner"):
            raise NotSaved(NOT_YOURS)


def check_open(row: Kept, phase: Phase | None) -> None:
    """Raises NotSaved where nobody may change this entry in this phase of the rounds."""
    if phase is None or row.kind not in PERSONAL:
        return
    panel = Panel(phase=phase)
    if row.kind == "note" and not panel.notes_open:
        raise NotSaved(NOTES_ENDED)
    if row.kind == "judgement" and not panel.private:
        raise NotSaved(FIRST_ENDED if phase == "discussion" else BOTH_ENDED)
