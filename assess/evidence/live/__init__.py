"""Sources asked over the network: the only rooms of this toolkit that send anything.

Nothing imports this package before somebody has said yes (`assess.evidence.switch`). No endpoint
has been called for real by those who wrote it; docs/live-sources.md says what has been seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from assess.evidence.answers import Answers
from assess.evidence.gathered import Got, as_readings, places
from assess.evidence.indicator import Catalogue
from assess.evidence.live.client import Client
from assess.evidence.live.fetcher import Fetcher
from assess.evidence.live_sources import source_of
from assess.evidence.measured import Measured
from assess.evidence.reading import Reading
from assess.evidence.switch import Permission
from assess.evidence.trouble import Troubled
from assess.refusal import ENGLISH
from assess.text import Words

Shown = Callable[[int, int, str], None]
"""Told how many questions are done, of how many, and which indicator is next."""


def fetch(
    permission: Permission,
    catalogue: Catalogue,
    indicators: Iterable[str],
    country: str,
    *,
    words: Words = ENGLISH,
    progress: Shown = lambda done, total, indicator: None,
) -> tuple[Reading, ...]:
    """A reading for each of these indicators that a source can be asked for, in one country.

    What was fetched lately is not asked for again. A source's fault is a state, not an error.
    Raises NotPermitted, NotKept. Not to be called inside a running event loop.
    """
    asked = [each for each in dict.fromkeys(indicators) if source_of(each)]
    found: dict[str, Got[Measured]] = {}
    with Answers() as answers:
        try:
            with Client(permission) as client:
                fetcher = Fetcher(client, answers, words)
                for done, indicator in enumerate(asked):
                    progress(done, len(asked), indicator)
                    found[indicator] = fetcher.measured(indicator, country)
        except Troubled as error:  # the client itself cannot be made
            found = {each: Got(trouble=error.trouble) for each in asked}
        listed = places(answers)
    return as_readings(catalogue, found, country, listed, words, datetime.now(UTC))
