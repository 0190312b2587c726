"""Screening against labelled laws, each law left out in turn; what two languages of one law agree
on; and how fast words are found.

The laws and labels stand beside the project in `../shared/bills`; without them only the parity on
the excerpts that are kept here is measured. `python -m benchmarks.screening`, `--laws` for a row
for each law, `--measured` for what the lexicon's files have to say.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from statistics import fmean

from benchmarks import measured, parity
from benchmarks.figure import Figure, fastest, machine, ratio, table
from benchmarks.judging import Quality, as_learnt, finder_of, left_out
from benchmarks.labelled import BILLS, Law, laws


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
    works = [(finder_of(law.language), text) for law in every for text in law.texts]
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

    scanned, found = fastest(15, bare, whole)
    rate = ratio(characters * repeats / 1e6, found)
    over = ratio(found, scanned)
    least, most = (20, 4) if demanded else (None, None)
    return [
        Figure(f"{name}: matching, million characters a second", rate, "M/s", least=least),
        Figure(f"{name}: matching over the bare scan of its automaton", over, "x", most=most),
    ]


def main(arguments: list[str] | None = None) -> int:
    """1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening", description=__doc__)
    parser.add_argument("--laws", action="store_true", help="a row for each law")
    parser.add_argument("--measured", action="store_true", help="only what the files have to say")
    options = parser.parse_args(arguments)
    if not BILLS.is_dir():
        print("screening: the labelled laws are not here (../shared/bills); only parity is told")
        print(parity.told())
        return 0
    if options.measured:
        print(measured.told())
        return 0
    found = speeds()
    print(f"{machine()}\n{sum(law.lost for law in laws())} labelled provisions were not found")
    unseen, own = measured.judged_all()
    ways = {"own": own, "without its own words": unseen, "learnt": left_out(as_learnt)}
    print(told(ways, options.laws))
    print(f"strong from, chosen on the other laws: {measured.thresholds()}")
    print(parity.told())
    print(table(found))
    return 0 if all(figure.met for figure in found) else 1


def speeds() -> list[Figure]:
    """Measured before anything else is kept in memory that would be looked through for garbage."""
    every = laws()
    found = speed("all laws", every, demanded=True)
    for language in dict.fromkeys(law.language for law in every):
        found += speed(language, [law for law in every if law.language == language])
    return found


if __name__ == "__main__":
    sys.exit(main())
