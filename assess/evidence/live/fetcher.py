"""Asks a source only where what is kept is too old, and keeps what comes, good or bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from pydantic import ValidationError

from assess.evidence.answers import Answer, Answers
from assess.evidence.gathered import PLACES, Got, Kind, got, packed, placed
from assess.evidence.live import worldbank
from assess.evidence.live.client import Client
from assess.evidence.live.connectors import CONNECTORS, Asked
from assess.evidence.live_sources import LiveSource
from assess.evidence.measured import Measured, Place
from assess.evidence.trouble import Reason, Trouble, Troubled
from assess.text import Words

IN_A_ROW = 3
"""So many errors of one source, and it is not asked again in this run."""


def _now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """One run of questions; what has failed for good in it is not tried again."""

    def __init__(
        self,
        client: Client,
        answers: Answers,
        words: Words,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._client, self._answers, self._words, self._now = client, answers, words, now
        self._given_up: dict[str, Trouble] = {}
        self._failed: Counter[str] = Counter()

    def places(self) -> tuple[Place, ...]:
        """The countries as the World Bank lists them. Raises Troubled where they are not had."""

        def asked() -> str:
            return placed(worldbank.read_places(self._client.ask(worldbank.ask_places())))

        found = self._kept_or_asked(worldbank.SOURCE, PLACES, Place, asked)
        if not found.values:
            trouble = found.trouble or Trouble(Reason.SHAPE, "[1]")
            raise Troubled(trouble.reason, trouble.detail, trouble.wait)
        return found.values

    def measured(self, indicator: str, country: str) -> Got[Measured]:
        """What is known of an indicator, of all countries where one answer holds them."""
        connector = CONNECTORS[indicator]
        source = connector.source

        def asked() -> str:
            places: frozenset[str] = frozenset()
            if source is worldbank.SOURCE:
                places = frozenset(place.iso2 for place in self.places())
            about = Asked(self._words, country, self._now().date(), places)
            try:
                data = self._client.ask(connector.ask(about))
            except Troubled as error:
                if connector.absent and error.trouble == Trouble(Reason.STATUS, "404"):
                    return packed(())
                raise
            return packed(connector.read(data, about))

        return self._kept_or_asked(source, source.key(indicator, country), Measured, asked)

    def _kept_or_asked(
        self, source: LiveSource, key: str, kind: type[Kind], asked: Callable[[], str]
    ) -> Got[Kind]:
        now = self._now()
        answer = self._answers.get(source.id, key)
        kept = got(answer, kind)
        if answer and kept and _good_enough(answer, source, now):
            return kept
        if source.id in self._given_up:
            return _failed(kept, self._given_up[source.id])
        try:
            body = asked()
        except ValidationError:
            return self._note(source, key, Trouble(Reason.SHAPE, "value"), kept)
        except Troubled as error:
            return self._note(source, key, error.trouble, kept)
        self._failed[source.id] = 0
        self._answers.good(source.id, key, body, now)
        return got(self._answers.get(source.id, key), kind) or Got()

    def _note(
        self, source: LiveSource, key: str, trouble: Trouble, kept: Got[Kind] | None
    ) -> Got[Kind]:
        self._failed[source.id] += 1
        if trouble.state != "error" or self._failed[source.id] >= IN_A_ROW:
            self._given_up[source.id] = trouble
        if _reached(source, trouble):
            self._answers.bad(source.id, key, trouble, self._now())
        return _failed(kept, trouble)


def _good_enough(kept: Answer, source: LiveSource, now: datetime) -> bool:
    """Whether it is young enough, or has failed too lately to be asked for again."""
    if kept.fetched and not kept.trouble and now - kept.fetched < source.keep:
        return True
    return bool(kept.not_before and now < kept.not_before)


def _reached(source: LiveSource, trouble: Trouble) -> bool:
    """Whether the source should be left alone for an hour: not after what the user can mend."""
    mended_here = trouble.state == "offline" or (source.token and trouble.state == "token-required")
    return not mended_here


def _failed(kept: Got[Kind] | None, trouble: Trouble) -> Got[Kind]:
    """What is kept, with the failure beside it."""
    return Got(kept.values, kept.fetched, trouble) if kept else Got(trouble=trouble)
