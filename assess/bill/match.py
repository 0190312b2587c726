"""What screening found in a law: which provision may touch what, by which words, and what is left.

A provision without a match is one that nobody has read yet: the lexicon has no word for it. That
is never to be told as "no impact".
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from assess.bill.extract import Extract
from assess.value import Value

Support = Literal["supported", "experimental", "none"]


@dataclass(frozen=True, slots=True)
class Word:
    """A place in a clause: `text` is `clause.text[start:end]`, always whole words.

    `term` is the lexicon's term it belongs to; a pair of words that stand close has two places.
    `why` says in a sentence what such wording hints at.
    """

    start: int
    end: int
    text: str
    term: str
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """An intervention that the words of one clause hint at.

    `rank` orders the matches of one law, higher first; it is no probability and may be negative.
    `may_touch` are ids of the nodes that such an intervention often bears on.
    """

    clause: str
    intervention: str
    rank: float
    strong: bool
    words: tuple[Word, ...]
    may_touch: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a screened clause stands in the extracted text."""

    id: str
    label: str
    heading: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start


Share = Annotated[float, Field(ge=0, le=1)]


class Measured(Value):
    """How much of what readers labelled was found, by pairs of provision and kind of measure.

    `recall` and `precision` are for a law the words were not written for: each law is judged
    without the words that no other labelled law of the language has. `recall_known` is with all
    words, some of which were written with these laws in view: the most to hope for.
    """

    date: datetime.date
    laws: int = Field(gt=0)
    provisions: int = Field(gt=0)
    recall: Share
    recall_known: Share
    precision: Share


@dataclass(frozen=True)
class Coverage:
    """What the lexicon knows of a language: `terms` (words, phrases and stems) and `ideas` that
    have any, of `of` in all.

    `version` names the framework's version and the content of the files. `measured` is None where
    no law in the language was labelled. `parity` has for another language the share of strong
    matches that both give on the same provisions, of those that either gives (Jaccard, 0 to 1).
    `tested` says on what.
    """

    language: str | None
    support: Support
    version: str
    terms: int
    ideas: int
    of: int
    tested: str = ""
    measured: Measured | None = None
    parity: Mapping[str, float] = field(default_factory=dict)

    @property
    def recall(self) -> float | None:
        """Which part of what matters is found in a law the words were not written for, 0 to 1."""
        return self.measured.recall if self.measured else None

    def document(self) -> dict[str, Any]:
        """As JSON, without the language."""
        return {
            "version": self.version,
            "terms": self.terms,
            "ideas": self.ideas,
            "ideas_in_all": self.of,
            "support": self.support,
            "tested": self.tested,
            "measured": self.measured.model_dump(mode="json") if self.measured else None,
            "parity": dict(self.parity),
        }


@dataclass(frozen=True)
class Screening:
    """The matches of a law by clause, the best first within each, and what nobody has read.

    `screened` are its provisions and annexes in order; `aside` the ids of the rest (recitals,
    preamble), which is not screened. `refers` names for a clause the matched ones it refers to:
    a note beside it, not a match.
    """

    screened: tuple[Place, ...]
    matches: Mapping[str, tuple[Match, ...]]
    coverage: Coverage
    aside: tuple[str, ...] = ()
    refers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def matched(self) -> tuple[str, ...]:
        """Ids of the clauses with a strong match, in the order of the law."""
        return tuple(p.id for p in self.screened if any(m.strong for m in self._of(p.id)))

    @property
    def weakly_matched(self) -> tuple[str, ...]:
        """Ids of the clauses with weak matches only."""
        strong = set(self.matched)
        return tuple(p.id for p in self.screened if self._of(p.id) and p.id not in strong)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """Ids of the clauses with no match: not read by anyone yet."""
        return tuple(place.id for place in self.screened if not self._of(place.id))

    @property
    def unmatched_share(self) -> float:
        """Which part of the screened text the unmatched clauses are, 0 to 1; 1 where none is."""
        unread = set(self.unmatched)
        whole = sum(place.length for place in self.screened)
        return sum(p.length for p in self.screened if p.id in unread) / whole if whole else 1.0

    @property
    def ranked(self) -> tuple[Match, ...]:
        """All matches, strong ones first, the highest rank first."""
        every = [match for found in self.matches.values() for match in found]
        return tuple(sorted(every, key=lambda match: (not match.strong, -match.rank)))

    def _of(self, clause_id: str) -> tuple[Match, ...]:
        return self.matches.get(clause_id, ())

    def document(self, extract: Extract, file: str = "", chain: str = "") -> dict[str, Any]:
        """As JSON (`assess-screening/1`); `start` and `end` are places in the extracted text."""
        known = self.coverage
        return {
            "format": "assess-screening/1",
            "file": file,
            "language": known.language,
            "lexicon": known.document(),
            "chain": chain,
            "provisions": [self._provision(place) for place in self.screened],
            "unmatched": list(self.unmatched),
            "unmatched_share": round(self.unmatched_share, 4),
            "not_screened": list(self.aside),
            "read": {
                "pages": extract.pages,
                "pages_with_text": extract.pages_with_text,
                "characters": len(extract.text),
                "warnings": list(extract.warnings),
            },
        }

    def _provision(self, place: Place) -> dict[str, Any]:
        return {
            "id": place.id,
            "label": place.label,
            "heading": place.heading,
            "start": place.start,
            "end": place.end,
            "matches": [_match(match, place.start) for match in self._of(place.id)],
            "refers": list(self.refers.get(place.id, ())),
        }


def _match(match: Match, start: int) -> dict[str, Any]:
    return {
        "intervention": match.intervention,
        "rank": round(match.rank, 3),
        "strong": match.strong,
        "words": [
            {
                "start": start + word.start,
                "end": start + word.end,
                "text": word.text,
                "term": word.term,
                "why": word.why,
            }
            for word in match.words
        ],
        "may_touch": list(match.may_touch),
    }
