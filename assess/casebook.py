"""The cases of a library as a whole: found by words and by what they are, one beside another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assess.case import Case
from assess.judgement import Judgement
from assess.precedents import CHANNELS, Channel, Levels, Near, precedents, stated_in
from assess.proposal import Draft


@dataclass(frozen=True)
class Wish:
    """What is looked for; what is left empty is not asked.

    `text`: every word of it occurs. `channel` with `node`: an effect is stated there on that side;
    without: anywhere.
    """

    text: str = ""
    intervention: str | None = None
    region: str | None = None
    node: str | None = None
    channel: Channel | None = None
    outcome: str | None = None
    kind: str | None = None


def matching(cases: Iterable[Case], wish: Wish) -> tuple[Case, ...]:
    """The cases that are as wished, the newest law first."""
    found = (case for case in cases if _is_as(case, wish))
    return tuple(sorted(found, key=lambda case: (-began(case), case.id)))


def began(case: Case) -> int:
    """The year of the law or proposal, else of its assessment."""
    return case.law_year or case.year


def ended(case: Case) -> int | None:
    """The last year named in the date of the outcome, None where none is."""
    years = re.findall(r"\b(?:19|20)\d\d\b", case.outcome.date) if case.outcome else []
    return max(map(int, years), default=None)


def _is_as(case: Case, wish: Wish) -> bool:
    outcome = case.outcome.status if case.outcome else None
    return (
        wish.intervention in (None, *_interventions(case))
        and wish.region in (None, case.region)
        and wish.outcome in (None, outcome)
        and wish.kind in (None, case.kind)
        and _touches(case, wish.node, wish.channel)
        and _says(case, wish.text)
    )


def _interventions(case: Case) -> set[str]:
    named = {each.mechanism for each in case.judgements if each.mechanism}
    return named | set(case.triage.interventions)


def _touches(case: Case, node: str | None, channel: Channel | None) -> bool:
    if node is None and channel is None:
        return True
    there = (each for each in case.judgements if node in (None, each.node))
    sides = (channel,) if channel else CHANNELS
    return any(each.answer == "effect" and any(getattr(each, s) for s in sides) for each in there)


def _says(case: Case, text: str) -> bool:
    words = plain(text).split()
    if not words:
        return True
    whole = plain("\n".join(_written(case)))
    return all(word in whole for word in words)


def _written(case: Case) -> Iterator[str]:
    yield from (case.id, case.title, case.subject, case.note, *case.authors)
    yield from (case.proposal.title, case.proposal.jurisdiction, case.proposal.summary)
    for draft in case.drafts:
        yield from (f"{each.id} {each.heading} {each.text}" for each in draft.provisions)
    yield from (f"{each.rationale} {each.people} {each.note}" for each in case.judgements)
    yield from (each.text for each in case.recommendations)
    yield from (f"{each.title} {each.publisher}" for each in case.sources)
    yield case.outcome.text if case.outcome else ""


def plain(text: str) -> str:
    """A text as it is compared: small letters, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class Row(NamedTuple):
    """The levels one draft of a case states; `draft` is None where the case has one only."""

    case: Case
    draft: Draft | None
    levels: Levels

    @property
    def name(self) -> str:
        """Title of the case, and of the draft where there are several."""
        return f"{self.case.title} ({self.draft.label})" if self.draft else self.case.title

    @property
    def key(self) -> str:
        """Id of the case, and of the draft where there are several: "slug", "slug/d2"."""
        return f"{self.case.id}/{self.draft.id}" if self.draft else self.case.id


def rows(cases: Iterable[Case], nodes: Sequence[str]) -> tuple[Row, ...]:
    """What each draft of each case states on these nodes."""
    return tuple(each for case in cases for each in _rows(case, nodes))


def _rows(case: Case, nodes: Sequence[str]) -> Iterator[Row]:
    whole = case.assessment()
    for draft in case.drafts:
        levels = stated_in(nodes, whole, draft.id, "a1")
        yield Row(case, draft if len(case.drafts) > 1 else None, levels)


def nearest(
    found: Sequence[Row], nodes: Sequence[str], levels: Levels, most: int = 10
) -> tuple[tuple[Row, Near], ...]:
    """Those nearest to the levels stated of another proposal, as assess.precedents has it."""
    named = {row.key: row for row in found}
    there = precedents(nodes, [(key, row.levels) for key, row in named.items()])
    return tuple((named[near.name], near) for near in there.nearest(levels, most))


class Elsewhere(NamedTuple):
    """A judgement in a case that another can be held against."""

    case: Case
    judgement: Judgement


def elsewhere(cases: Iterable[Case], node: str, mechanisms: Iterable[str]) -> tuple[Elsewhere, ...]:
    """Effects that cases state on a node by one of these interventions, the newest law first."""
    wanted = set(mechanisms)
    return tuple(
        Elsewhere(case, judgement)
        for case in matching(cases, Wish(node=node))
        for judgement in case.judgements
        if judgement.node == node and judgement.answer == "effect" and judgement.mechanism in wanted
    )
