"""Which provisions of a law may touch what, by the words of a lexicon.

A match says: read this. No match says only that no word of the lexicon stands there.
"""

from __future__ import annotations

from collections.abc import Mapping

from assess.bill.clause import Clause, Split
from assess.bill.match import Match, Place, Screening, Word
from assess.bill.screening.finding import Finder, Found
from assess.bill.screening.lexicon import Lexicon, languages, lexicon
from assess.bill.screening.ranking import Seen, Weights, hinted, ranks

__all__ = ["STRONG", "Finder", "Lexicon", "languages", "lexicon", "screen"]

STRONG = 0.5
"""From this weight of its hints on a match is strong."""

SCREENED = ("provision", "annex")


def screen(split: Split, lexicon: Lexicon, finder: Finder | None = None) -> Screening:
    """The provisions and annexes of a law with the interventions their words hint at.

    A finder of the same lexicon may be given, so that many laws are screened with one.
    """
    finder = finder or Finder(lexicon)
    clauses = [clause for clause in split.clauses if clause.kind in SCREENED]
    seen = [look(finder, clause.text) for clause in clauses]
    matches = {
        clause.id: found
        for clause, each, rank in zip(clauses, seen, ranks(finder, seen), strict=True)
        if (found := _matches(clause, each, rank, lexicon, finder))
    }
    return Screening(
        screened=tuple(Place(c.id, c.label, c.heading, c.start, c.end) for c in clauses),
        matches=matches,
        coverage=lexicon.coverage,
        aside=tuple(clause.id for clause in split.clauses if clause.kind not in SCREENED),
        refers=_references(clauses, matches),
    )


def look(finder: Finder, text: str) -> Seen:
    """What the finder sees in one clause."""
    places = finder.places(finder.folded(text))
    counts = {number: len(spans) for number, spans in places.items()}
    return Seen(tuple(finder.find(text, places)), counts, len(text))


def _matches(
    clause: Clause, seen: Seen, rank: Weights, lexicon: Lexicon, finder: Finder
) -> tuple[Match, ...]:
    words: dict[str, list[Word]] = {}
    for found in seen.found:
        told = _words(finder, clause.text, found)
        for intervention in found.entry.idea.hints:
            words.setdefault(intervention, []).extend(told)
    strength = hinted(seen.found)
    made = (
        Match(
            clause=clause.id,
            intervention=intervention,
            rank=rank[intervention],
            strong=strength[intervention] >= STRONG,
            words=tuple(sorted(told, key=lambda word: (word.start, word.end))),
            may_touch=tuple(lexicon.may_touch.get(intervention, ())),
        )
        for intervention, told in words.items()
    )
    return tuple(sorted(made, key=lambda match: (not match.strong, -match.rank)))


def _words(finder: Finder, text: str, found: Found) -> list[Word]:
    entry = found.entry
    return [
        Word(start, end, text[start:end], entry.term.written, entry.idea.why)
        for start, end in finder.spans(found, text)
    ]


def _references(
    clauses: list[Clause], matches: Mapping[str, tuple[Match, ...]]
) -> dict[str, tuple[str, ...]]:
    strong = {name for name, found in matches.items() if any(match.strong for match in found)}
    named = {c.id: tuple(r for r in c.refers if r in strong and r != c.id) for c in clauses}
    return {name: others for name, others in named.items() if others}
