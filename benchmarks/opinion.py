"""The second opinion against the labelled laws: as an order of its own, beside the lexicon's, and
as flags where the lexicon has none.

`python -m benchmarks.opinion`, some minutes; it needs the package.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import fmean

from assess.bill.screening import STRONG, Finder, look
from assess.bill.screening.ranking import Weights, hinted, ranks
from assess.bill.second_opinion import AHEAD, ahead, available, encoder
from benchmarks.judging import CARRIED, as_unseen, average_precision, gain, kinds
from benchmarks.labelled import BILLS, Law, laws

MOST = 120_000
"""Characters of a law; longer ones would take too long."""
BESIDE = 0.5
"""What the second opinion weighs beside the lexicon."""


def main() -> int:
    """0, also where there is nothing to measure."""
    if not (BILLS.is_dir() and available()):
        print("opinion: the labelled laws or the package are not here; nothing was measured")
        return 0
    encode = encoder()
    some = [law for law in laws() if sum(map(len, law.texts)) <= MOST]
    start = time.monotonic()
    opinions = {law.name: ahead(law.texts, kinds(), encode) for law in some}
    count = sum(len(text) for law in some for text in law.texts)
    print(f"{', '.join(opinions)}: {count / (time.monotonic() - start):.0f} characters a second")
    orders = {law.name: _lexicon(law) for law in some}
    ways: dict[str, Callable[[Law], list[Weights]]] = {
        "lexicon without its own words": lambda law: orders[law.name],
        "second opinion": lambda law: opinions[law.name],
        "both": lambda law: _both(orders[law.name], opinions[law.name]),
    }
    for name, order in ways.items():
        found = [pair for law in some for pair in _measures(law, order(law))]
        ndcg, precision = (fmean(each) for each in zip(*found, strict=True))
        print(f"{name}: nDCG@10 {ndcg:.3f}, MAP {precision:.3f}")
    right, named, marked = map(
        sum, zip(*(_flags(law, opinions[law.name]) for law in some), strict=True)
    )
    print(f"in provisions without a strong match: {named} named, {right} of {marked} labelled")
    return 0


def _lexicon(law: Law) -> list[Weights]:
    finder = _finder(law)
    return ranks(finder, [look(finder, text) for text in law.texts])


def _finder(law: Law) -> Finder:
    return Finder(as_unseen(law, [other for other in laws() if other.name != law.name]))


def _both(order: list[Weights], opinion: list[Weights]) -> list[Weights]:
    return [
        {name: one.get(name, -3.0) + BESIDE * value for name, value in two.items()}
        for one, two in zip(order, opinion, strict=True)
    ]


def _measures(law: Law, order: list[Weights]) -> list[tuple[float, float]]:
    """nDCG and average precision of each code the law has."""
    found = []
    for code, names in CARRIED.items():
        truth = [code in codes for codes in law.codes]
        if any(truth):
            best = [max((row.get(name, -99.0) for name in names), default=-99.0) for row in order]
            ranked = [truth[at] for at in sorted(range(len(best)), key=lambda at: -best[at])]
            ideal = gain(sorted(truth, reverse=True)[:10])
            found.append((gain(ranked[:10]) / ideal, average_precision(ranked)))
    return found


def _flags(law: Law, opinion: list[Weights]) -> tuple[int, int, int]:
    """Pairs named rightly, named, and labelled, where the lexicon has no strong match."""
    finder, right, named, marked = _finder(law), 0, 0, 0
    for text, codes, row in zip(law.texts, law.codes, opinion, strict=True):
        if max(hinted(look(finder, text).found).values(), default=0.0) >= STRONG:
            continue
        flags = {c for c, names in CARRIED.items() if any(row[name] >= AHEAD for name in names)}
        right, named, marked = right + len(flags & codes), named + len(flags), marked + len(codes)
    return right, named, marked


if __name__ == "__main__":
    sys.exit(main())
