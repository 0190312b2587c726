"""Where the claims of a case come from, and what became of the proposal."""

from __future__ import annotations

import datetime
from typing import Literal

from assess.value import Line, Slug, Text, Value

CaseKind = Literal["published-brief", "published-text", "own-reading"]
Seen = Literal["read", "excerpt", "own-knowledge"]
OutcomeStatus = Literal[
    "adopted",
    "adopted-amended",
    "implemented",
    "in-force",
    "lapsed",
    "ongoing",
    "postponed",
    "proposed-stalled",
    "refused",
    "reversed",
    "struck-down",
    "superseded",
    "voluntary-launched",
    "withdrawn",
]
StatedBy = Literal["source", "us"]
# The parts of the world that have a name in the app; others may stand in a file.
REGIONS = (
    "africa",
    "asia-pacific",
    "europe",
    "global",
    "latin-america-caribbean",
    "middle-east-central-asia",
    "north-america",
)


class CaseSource(Value):
    """A text the case rests on. `url` is the official address; `seen` is how much of it was."""

    id: Slug
    title: Line
    publisher: Line
    url: Line
    date: datetime.date | None = None
    seen: Seen
    used_for: Text
    note: Text = ""


class Outcome(Value):
    """What became of the proposal."""

    status: OutcomeStatus
    date: Line
    text: Text
    sources: tuple[Slug, ...]
    seen: Seen


class Recommendation(Value):
    """What the case recommends, and whether a source or we say so."""

    text: Text
    stated_by: StatedBy
    sources: tuple[Slug, ...] = ()
