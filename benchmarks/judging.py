"""How a lexicon does on labelled laws: as it is, with weights learnt from other laws, or without
the words that only the law judged has.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import fmean

from assess.bill.clause import Chain, Clause, Split
from assess.bill.match import Screening
from assess.bill.screening import Finder, Lexicon, look, screen
from assess.bill.screening.folding import fold
from assess.bill.screening.ranking import Seen, ranks
from assess.bill.screening.term import Literal, Term
from assess.intervention import Interventions
from assess.library import CHECKOUT, Library
from benchmarks.labelled import Law, laws

FRAMEWORK = ("internet-way-of-networking", "1.0.0")

# The 18 coarse codes of the labels, and which of our interventions each stands for.
CODES = {
    "BLOCK": "dns-filtering ip-address-blocking endpoint-browser-blocking app-platform-ban",
    "SHUTDOWN": "network-shutdown",
    "CRYPTO": "lawful-access-backdoor strong-encryption-protection",
    "IDENT": "real-name-identification message-traceability",
    "GATEWAY": "mandatory-national-gateway interconnection-regulation ixp-enabling-policy",
    "LICENCE": "service-licensing-registration operator-licensing-restrictive",
    "LOCAL": "data-localization",
    "FEES": "sender-pays-network-fees link-tax social-media-data-tax universal-service-fund",
    "CERTS": "root-certificate-mandate",
    "AGE": "age-verification",
    "CONTENT": "content-takedown-orders intermediary-liability-protection"
    " intermediary-liability-expansion platform-duty-of-care-scoped",
    "MONITOR": "intermediary-liability-expansion client-side-scanning platform-duty-of-care-scoped",
    "ACCESS": "data-retention-logging",
    "TRAFFIC": "net-neutrality-rules service-throttling zero-rating",
    "INTEROP": "platform-interoperability-mandate standards-mandate-top-down",
    "NAMES": "domain-registry-rules",
    "VPN": "vpn-circumvention-ban",
    "SECURITY": "security-baseline-mandate",
}
CARRIED = {code: frozenset(names.split()) for code, names in CODES.items()}

PRIOR = 5.0
"""How many provisions our own estimate of a weight is worth against those counted in laws."""


@dataclass(frozen=True)
class Quality:
    """What was found in one law: means over its codes, and counts of (provision, code) pairs."""

    law: Law
    ndcg: tuple[float, ...]
    precision: tuple[float, ...]
    right: int
    flagged: int
    marked: int


def split(law: Law) -> Split:
    """The labelled provisions of a law as clauses side by side."""
    clauses, start = [], 0
    for number, text in enumerate(law.texts):
        clauses.append(Clause(str(number), str(number), "", text, start, start + len(text)))
        start += len(text) + 1
    return Split(tuple(clauses), Chain("", "", len(clauses)), "")


@cache
def library() -> Library:
    return Library(CHECKOUT)


def kinds() -> Interventions:
    found = library().interventions(*FRAMEWORK)
    assert found is not None, "the framework measured has interventions"
    return found


@cache
def shipped(language: str) -> Lexicon:
    """The lexicon as it is."""
    return library().lexicon(*FRAMEWORK, language)


def learnt(language: str, others: Sequence[Law]) -> Lexicon:
    """The same words with weights moved towards how often each idea was right in other laws."""
    seen: dict[tuple[str, str], list[bool]] = {}
    for law in others:
        for clause, codes in zip(_looked(law), law.codes, strict=True):
            ideas = {f.entry.idea.id: f.entry.idea for f in clause.found if not f.entry.term.weak}
            for idea in ideas.values():
                for name in idea.hints:
                    right = any(name in CARRIED[code] for code in codes)
                    seen.setdefault((idea.id, name), []).append(right)
    made = []
    for idea, terms in shipped(language).ideas:
        hints = {
            name: (PRIOR * weight + sum(seen.get((idea.id, name), ())))
            / (PRIOR + len(seen.get((idea.id, name), ())))
            for name, weight in idea.hints.items()
        }
        made.append((idea.model_copy(update={"hints": hints}), terms))
    return replace(shipped(language), ideas=tuple(made))


def unseen(language: str, law: Law, others: Sequence[Law]) -> Lexicon:
    """The words without those that only this law has among the labelled ones of its language.

    Whoever wrote the words had the labelled laws at hand. What is left was found to be of use in
    another law too, or in none; so a new law will have at least as much of it found.
    """
    elsewhere = {literal for o in others if o.language == language for literal in _literals(o)}
    lone = _literals(law) - elsewhere
    kept = tuple(
        (idea, tuple(short for term in terms if (short := _without(term, lone, language))))
        for idea, terms in shipped(language).ideas
    )
    return replace(shipped(language), ideas=tuple(each for each in kept if each[1]))


def _literals(law: Law) -> set[Literal]:
    finder = finder_of(law.language)
    return {finder.literals[number] for seen in _looked(law) for number in seen.counts}


def _without(term: Term, lone: set[Literal], language: str) -> Term | None:
    """The term without some of its alternatives; None where a side has none left."""
    sides = tuple(
        tuple(each for each in side if _folded(each, language) not in lone) for side in term.sides
    )
    return replace(term, sides=sides) if all(sides) else None


def _folded(literal: Literal, language: str) -> Literal:
    rest = tuple(fold(part, language) for part in literal.rest)
    return literal._replace(begin=fold(literal.begin, language), rest=rest)


@cache
def finder_of(language: str) -> Finder:
    return Finder(shipped(language))


@cache
def _looked(law: Law) -> tuple[Seen, ...]:
    return tuple(look(finder_of(law.language), text) for text in law.texts)


def judged(law: Law, lexicon: Lexicon) -> Quality:
    """Order and flags of one law against its labels."""
    finder = Finder(lexicon)
    order = ranks(finder, [look(finder, text) for text in law.texts])
    screening = screen(split(law), lexicon, finder)
    ndcg, precision = [], []
    for code, names in CARRIED.items():
        truth = [code in codes for codes in law.codes]
        if any(truth):
            best = [max((r.get(n, -99.0) for n in names), default=-99.0) for r in order]
            ranked = [truth[i] for i in sorted(range(len(best)), key=lambda i: -best[i])]
            ndcg.append(gain(ranked[:10]) / gain(sorted(truth, reverse=True)[:10]))
            precision.append(average_precision(ranked))
    flags = set(flagged(screening))
    marks = {(str(n), code) for n, codes in enumerate(law.codes) for code in codes}
    return Quality(law, tuple(ndcg), tuple(precision), len(flags & marks), len(flags), len(marks))


def flagged(screening: Screening) -> Iterator[tuple[str, str]]:
    """The pairs of provision and code that strong matches stand for."""
    for match in screening.ranked:
        if match.strong:
            for code, names in CARRIED.items():
                if match.intervention in names:
                    yield match.clause, code


def gain(ranked: Sequence[bool]) -> float:
    """Discounted gain of the right ones in an order."""
    return sum(1 / math.log2(place + 2) for place, right in enumerate(ranked) if right)


def average_precision(ranked: Sequence[bool]) -> float:
    places = [place for place, right in enumerate(ranked, 1) if right]
    return fmean(count / place for count, place in enumerate(places, 1))


def left_out(make: Callable[[Law, Sequence[Law]], Lexicon]) -> list[Quality]:
    """Each law judged by a lexicon that was made without it."""
    every = laws()
    return [judged(law, make(law, [o for o in every if o.name != law.name])) for law in every]


def as_shipped(law: Law, others: Sequence[Law]) -> Lexicon:
    """Nothing is learnt: our own estimates."""
    return shipped(law.language)


def as_learnt(law: Law, others: Sequence[Law]) -> Lexicon:
    """Weights learnt from the other laws."""
    return learnt(law.language, others)


def as_unseen(law: Law, others: Sequence[Law]) -> Lexicon:
    """Without what may have been written for this law alone."""
    return unseen(law.language, law, others)
