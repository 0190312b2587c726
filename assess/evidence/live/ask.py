"""One question to one source."""

from __future__ import annotations

from dataclasses import dataclass

from assess.evidence.live_sources import LiveSource


@dataclass(frozen=True)
class Ask:
    """A path and query on the source's only host. The token is added when it is sent."""

    source: LiveSource
    path: str
    query: tuple[tuple[str, str], ...] = ()
