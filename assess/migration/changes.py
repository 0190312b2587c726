"""The list of changes that a new version of a framework brings along (`changes.yaml`)."""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from assess.framework import Version
from assess.value import Slug, Text, Value

ChangeKind = Literal["added", "reworded", "moved", "split", "merged", "removed", "rescaled"]
Meaning = Literal["same", "changed"]

_MANY: Final = 1_000
# How many ids may stand in `from` and in `to`: least and most.
_SHAPES: Final[dict[ChangeKind, tuple[tuple[int, int], tuple[int, int], str]]] = {
    "added": ((0, 0), (1, _MANY), "has nothing in from and the new ids in to"),
    "removed": ((1, _MANY), (0, 0), "has the ids that are gone in from and nothing in to"),
    "reworded": ((1, 1), (1, 1), "has one id in from and one in to"),
    "rescaled": ((1, 1), (1, 1), "has one id in from and one in to"),
    "moved": ((1, 1), (1, 1), "has one id in from and one in to"),
    "split": ((1, 1), (2, _MANY), "has one id in from and two or more in to"),
    "merged": ((2, _MANY), (1, 1), "has two or more ids in from and one in to"),
}


class Change(Value):
    """One thing that differs; `note` says it in plain words, for whoever answered before.

    added, removed: nodes. reworded: an assessor reads other words, whose `meaning` is the same or
    changed. rescaled: the sentences of the levels mean another thing. moved: another id, kind or
    goal. split, merged: one node became several, or several one.
    """

    kind: ChangeKind
    origins: tuple[Slug, ...] = Field(default=(), alias="from", max_length=_MANY)
    targets: tuple[Slug, ...] = Field(default=(), alias="to", max_length=_MANY)
    meaning: Meaning | None = None
    note: Text

    @model_validator(mode="after")
    def _has_its_shape(self) -> Self:
        (least, most), (fewest, highest), shape = _SHAPES[self.kind]
        fits = least <= len(self.origins) <= most and fewest <= len(self.targets) <= highest
        if not fits:
            raise ValueError(f"{self.kind} {shape}; mend the two lists")
        if len({*self.origins}) < len(self.origins) or len({*self.targets}) < len(self.targets):
            raise ValueError("an id stands twice in one list; keep one")
        if (self.kind == "reworded") != (self.meaning is not None):
            raise ValueError(
                "meaning (same or changed) is said of what is reworded, and of nothing else"
            )
        if not self.note.strip():
            raise ValueError("note is empty; say in it what differs, for whoever answered before")
        return self


class Changes(Value):
    """All that differs in what assessors are asked, since the version named."""

    since: Version
    changes: tuple[Change, ...] = Field(default=(), max_length=2_000)
