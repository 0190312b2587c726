"""`assess screen`: what provisions of draft laws may touch, with the words that say so."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from assess.cli.opened import read

if TYPE_CHECKING:
    from assess.bill.clause import Split
    from assess.bill.extract import Extract
    from assess.bill.match import Match, Screening
    from assess.intervention import Interventions
    from assess.library import Library

FRAMEWORK = "internet-way-of-networking"


class Screened(NamedTuple):
    """One law, read, split and screened."""

    file: str
    extract: Extract
    split: Split
    screening: Screening


def run(chosen: argparse.Namespace) -> int:
    """Prints what was matched; what could not be read is named on stderr and gives 1."""
    from assess.errors import FileProblems
    from assess.library import Library

    library = Library()
    unread = 0
    for name in chosen.bills:
        try:
            found = _screened(name, chosen.lang, library)
        except FileProblems as error:
            unread += 1
            print(f"assess: {error.problems[0]}", file=sys.stderr)
            continue
        if chosen.json:
            print(json.dumps(_document(found), ensure_ascii=False))
        else:
            print("\n".join(_lines(found, _kinds(library))))
    return 1 if unread else 0


def _screened(name: str, language: str | None, library: Library) -> Screened:
    from assess.airlock import read_safely
    from assess.bill.screening import screen
    from assess.bill.splitting import split
    from assess.text import words

    ref = library.latest(FRAMEWORK)
    extract = read_safely(read(name), "standard input" if name == "-" else name, words())
    parts = split(extract)
    lexicon = library.lexicon(ref.id, ref.version, language or extract.language)
    return Screened(name, extract, parts, screen(parts, lexicon))


def _kinds(library: Library) -> Interventions | None:
    ref = library.latest(FRAMEWORK)
    return library.interventions(ref.id, ref.version)


def _document(found: Screened) -> dict[str, object]:
    from assess import wording
    from assess.text import words

    chain = wording.numbering(words(), found.split)
    return found.screening.document(found.extract, file=found.file, chain=chain)


def _lines(found: Screened, kinds: Interventions | None) -> Iterator[str]:
    """Three lists, always: matched, weakly matched, and what nobody has read yet."""
    from assess import wording
    from assess.text import words

    screening, spoken = found.screening, words()
    yield from (found.file, wording.opening(wording.numbering(spoken, found.split)))
    yield from found.extract.warnings
    coverage = screening.coverage
    yield (
        f"Language: {coverage.language or 'not known'} ({coverage.support}); "
        f"{coverage.terms} terms, lexicon {coverage.version}"
    )
    if coverage.support == "none":
        yield "There is no lexicon for it, so nothing could match; name a language with --lang."
    for heading, ids, strong in (
        ("Matched, strongest first", screening.matched, True),
        ("Weakly matched", screening.weakly_matched, False),
    ):
        yield from ("", f"{heading} ({len(ids)} provisions)")
        there = [each for each in screening.ranked if each.clause in ids and each.strong is strong]
        yield from (_told(match, kinds) for match in there)
    share = spoken.percent(screening.unmatched_share)
    count = len(screening.unmatched)
    yield from ("", f"Not matched, unread by anyone yet ({count}; {share} of the text)")
    yield ", ".join(screening.unmatched)
    yield "A match is a hint, not a finding; no match says only that no listed word was there."


def _told(match: Match, kinds: Interventions | None) -> str:
    kind = kinds.get(match.intervention) if kinds else None
    name = kind.name if kind else match.intervention
    said = ", ".join(dict.fromkeys(f"“{word.text}”" for word in match.words))
    return f"- {match.clause}: {name}: {said}"
