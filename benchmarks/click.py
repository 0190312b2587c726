"""One changed answer: everything the findings page shows, against a loop that only draws.

Run `python -m benchmarks.click`. Ours is `analyse` (both channels, bounds, verdict, flags, causes
and ways of every number, chains, prompts) and `robustness` (the tipping table, the smallest
changes, the value of information, the stress test). The networkx loop does 16,384 draws of the
same assessment and works out nothing else.
"""

from __future__ import annotations

import random
import statistics
import sys

from assess.assessment import Assessment
from assess.findings import Findings, analyse, staged
from assess.findings.ground import live
from assess.propagation import DRAWS, planes
from assess.robustness import deciding_links, robustness
from benchmarks.figure import Figure, seconds, told
from benchmarks.loops import by_networkx
from benchmarks.material import DEPTHS, answer, assessment, framework

ROUNDS = 9


def figures() -> list[Figure]:
    """Both depths, and the sums that must be exact."""
    return [*(row for depth in DEPTHS for row in clicked(depth)), sums()]


def clicked(depth: str) -> list[Figure]:
    """Another answer on one critical property in every round."""
    before = assessment(depth, seed=1)
    node = framework().critical_properties[2].id
    page(before)
    taken: list[tuple[float, ...]] = []
    for seed in range(ROUNDS):
        changed = before.record(answer(node, random.Random(seed)))
        stage = staged(framework(), changed, "d1", "a1")
        taken.append(
            (
                seconds(lambda changed=changed: page(changed)),
                seconds(lambda changed=changed: analyse(framework(), changed)),
                seconds(lambda changed=changed: deciding_links(framework(), changed)),
                seconds(lambda stage=stage: by_networkx(stage, DRAWS)),
            )
        )
    whole, found, links, loop = map(statistics.median, zip(*taken, strict=True))
    name = f"one changed answer, {depth}"
    return [
        Figure(f"{name}: everything on the findings page", 1e3 * whole, "ms", most=40),
        Figure(f"{name}: {DRAWS:,} draws by the networkx loop over that", loop / whole, "x", 60),
        Figure(f"{name}: the findings alone", 1e3 * found, "ms"),
        Figure(f"{name}: besides, which links decide", 1e3 * links, "ms"),
        Figure(f"{name}: the same from nothing kept", 1e3 * seconds(lambda: anew(before)), "ms"),
    ]


def page(given: Assessment) -> None:
    """All numbers of the findings page."""
    analyse(framework(), given)
    robustness(framework(), given)


def anew(given: Assessment) -> None:
    """The same, the fixed draws made again first."""
    planes.cache_clear()
    live.cache_clear()
    page(given)


def sums() -> Figure:
    """How far causes and ways are from adding up to what they explain, at worst."""
    found = [analyse(framework(), assessment(depth, seed)) for depth in DEPTHS for seed in range(4)]
    return Figure(
        "causes and ways apart from what they add up to", max(map(off, found)), most=1e-12
    )


def off(findings: Findings) -> float:
    """The worst over all numbers of one assessment."""
    worst = 0.0
    for verdict in (findings.harm, findings.benefit):
        for made in verdict.explanations:
            worst = max(worst, abs(made.p - sum(cause.share for cause in made.causes)))
    for node in findings.nodes:
        for made in (*node.harm.explanations, *node.benefit.explanations):
            ways = sum(way.share for way in made.ways) + made.other_ways
            causes = sum(cause.share for cause in made.causes)
            worst = max(worst, abs(made.p - ways), abs(made.p - causes))
    return worst


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
