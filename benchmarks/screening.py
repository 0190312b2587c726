"""Screening against labelled laws, each law left out in turn, and how fast words are found.

The laws and labels stand beside the project in `../shared/bills`; without them only speed on a
made text is measured. `python -m benchmarks.screening`, `--laws` for a table by law.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import fmean

from assess.bill.clause import Chain, Clause, Split
from assess.bill.match import Screening
from assess.bill.screening import Finder, Lexicon, look, screen
from assess.bill.screening.ranking import Seen, ranks
from assess.intervention import Interventions
from assess.library import CHECKOUT, Library
from benchmarks.figure import Figure, in_turns, machine, ratio, table
from benchmarks.labelled import BILLS, Law, laws

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


@cache
def _finder(language: str) -> Finder:
    return Finder(shipped(language))


@cache
def _looked(law: Law) -> tuple[Seen, ...]:
    return tuple(look(_finder(law.language), text) for text in law.texts)


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


def summed(name: str, found: Sequence[Quality]) -> str:
    """One row of the table."""
    ndcg = [value for each in found for value in each.ndcg]
    precision = [value for each in found for value in each.precision]
    right, flagged_, marked = (
        sum(getattr(each, field) for each in found) for field in ("right", "flagged", "marked")
    )
    return (
        f"| {name} | {sum(len(e.law.texts) for e in found)} | {marked} | {fmean(ndcg):.3f} |"
        f" {fmean(precision):.3f} | {right / marked:.2f} | {right / max(1, flagged_):.2f} |"
    )


def told(found: Mapping[str, list[Quality]], by_law: bool) -> str:
    """The table: by language, and by law where asked."""
    lines = [
        "| each law left out | provisions | pairs | nDCG@10 | MAP | recall | precision |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for way, every in found.items():
        lines.append(summed(f"{way}: all", every))
        for language in dict.fromkeys(each.law.language for each in every):
            alike = [each for each in every if each.law.language == language]
            lines.append(summed(f"{way}: {language}, {len(alike)} laws", alike))
        if by_law:
            lines += [summed(f"{way}: {each.law.name}", [each]) for each in every]
    return "\n".join(lines)


def speed(name: str, every: Sequence[Law], demanded: bool = False) -> list[Figure]:
    """Finding every term with its places, against the bare scan of the same automaton."""
    works = [(_finder(law.language), text) for law in every for text in law.texts]
    folded = [(finder.automaton, finder.folded(text)) for finder, text in works]
    characters = sum(len(text) for _, text in works)
    repeats = max(1, 1_000_000 // characters)

    def bare() -> None:
        for _ in range(repeats):
            for automaton, text in folded:
                automaton.find_matches_as_indexes(text, True)

    def whole() -> None:
        for _ in range(repeats):
            for finder, text in works:
                list(finder.find(text, finder.places(finder.folded(text))))

    spent = in_turns(7, bare=bare, whole=whole)
    rate = ratio(characters * repeats / 1e6, spent["whole"])
    over = ratio(spent["whole"], spent["bare"])
    least, most = (20, 4) if demanded else (None, None)
    return [
        Figure(f"{name}: matching, million characters a second", rate, "M/s", least=least),
        Figure(f"{name}: matching over the bare scan of its automaton", over, "x", most=most),
    ]


def main(arguments: list[str] | None = None) -> int:
    """1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening", description=__doc__)
    parser.add_argument("--laws", action="store_true", help="a row for each law")
    options = parser.parse_args(arguments)
    if not BILLS.is_dir():
        print("screening: the labelled laws are not here (../shared/bills); nothing was measured")
        return 0
    every = laws()
    lost = sum(law.lost for law in every)
    # Before anything else is kept in memory that would be looked through for garbage.
    found = speed("all laws", every, demanded=True)
    for language in dict.fromkeys(law.language for law in every):
        found += speed(language, [law for law in every if law.language == language])
    print(f"{machine()}\n{lost} labelled provisions were not found in the texts")
    print(told({"own": left_out(as_shipped), "learnt": left_out(as_learnt)}, options.laws))
    print(table(found))
    return 0 if all(figure.met for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
