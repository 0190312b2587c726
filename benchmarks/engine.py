"""The engine against the obvious loop, against its own sums, and against numpy's start-up.

Run `python -m benchmarks.engine` (or `--json`). Every figure is a ratio of two things measured in
turns in the same run, so that a slow or busy machine slows both.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import networkx as nx

from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.findings import Findings, analyse
from assess.findings.answers import Answers, answers
from assess.findings.ground import ground, live
from assess.findings.play import CENTRE, Play, Stage
from assess.framework import Framework
from assess.library import Library
from assess.method import DEFAULT
from assess.propagation import DRAWS, count, planes

FRAMEWORK = ("internet-way-of-networking", "1.0.0")
ROUNDS = 5
STARTS = 15


@dataclass(frozen=True)
class Figure:
    """One measured number and the least or most it should be."""

    name: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool:
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )


def assessment(framework: Framework, depth: str, seed: int) -> Assessment:
    """Answers on all nodes this depth asks about: every one an effect, some of them mixed."""
    chance = random.Random(seed)
    empty = Assessment(
        framework=FrameworkRef(id=framework.id, version=framework.version),
        triage=Triage(depth=depth),
    )
    for node in empty.to_judge(framework):
        empty = empty.record(answer(node.id, chance))
    return empty


def answer(node: str, chance: random.Random) -> Judgement:
    return Judgement(
        node=node,
        answer="effect",
        harm=chance.choice(["minor", "material", "major"]),
        benefit=chance.choice([None, "minor", "material"]),
        likelihood=chance.choice(["very likely", "likely", "unlikely"]),
        confidence=chance.choice(["high", "medium", "low"]),
        rationale="r",
    )


def by_networkx(framework: Framework, given: Answers, draws: int) -> dict[str, list[int]]:
    """The same model in the obvious way: one draw after another over a networkx graph.

    Counts level 1, 2, 3 or more for every node and channel; nothing else is worked out.
    """
    chance = random.Random(1)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(framework.nodes)))
    for arc in ground(framework, DEFAULT).network.arcs:
        if arc.target not in given.answered:
            graph.add_edge(arc.origin, arc.target, share=arc.shares[1], drops=arc.drops)
    counts = {f"{node} {c}": [0, 0, 0] for node in graph for c in (0, 1)}
    links = [(link, link["share"]) for _, _, link in graph.edges(data=True)]
    for _ in range(draws):
        for link, share in links:
            link["live"] = chance.random() < share
        for channel in (0, 1):
            for node, level in worst(graph, given, channel, chance).items():
                for reached in range(level):
                    counts[f"{node} {channel}"][reached] += 1
    return counts


def worst(
    graph: nx.MultiDiGraph, given: Answers, channel: int, chance: random.Random
) -> dict[int, int]:
    """The level every node ends at in one draw: over live links until nothing gets worse."""
    levels: dict[int, int] = {}
    for each in given.by_channel(channel):
        u = chance.random()
        levels[each.node] = max(levels.get(each.node, 0), sum(u < p for p in each.centre))
    waiting = list(levels)
    while waiting:
        node = waiting.pop()
        for _, target, link in graph.out_edges(node, data=True):
            level = levels[node] - link["drops"][channel]
            if link["live"] and level > levels.get(target, 0):
                levels[target] = level
                waiting.append(target)
    return levels


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds, so that other programs on the machine count less."""
    start = time.process_time()
    work()
    return time.process_time() - start


def draws_only(framework: Framework, given: Answers) -> None:
    """Our draws from nothing kept: numbers, planes, sweep, counts."""
    planes.cache_clear()
    live.cache_clear()
    stage = Stage(ground(framework, DEFAULT), given)
    stage.__dict__["slots"] = {CENTRE: 0}
    for channel in (0, 1):
        count(Play(stage, channel).state)


def against_networkx(framework: Framework, depth: str) -> list[Figure]:
    """One changed answer and everything recomputed; and the draws alone."""
    before = assessment(framework, depth, seed=1)
    node = framework.critical_properties[2].id
    variants = [before.record(answer(node, random.Random(seed))) for seed in range(ROUNDS)]
    analyse(framework, before)
    ours, alone, theirs = [], [], []
    for changed in variants:
        given = answers(framework, changed, "d1", "a1", DEFAULT)
        ours.append(seconds(lambda changed=changed: analyse(framework, changed)))
        alone.append(seconds(lambda given=given: draws_only(framework, given)))
        theirs.append(seconds(lambda given=given: by_networkx(framework, given, DRAWS)))
    click, drawn, loop = (statistics.median(each) for each in (ours, alone, theirs))
    name = f"{depth} assessment"
    return [
        Figure(f"{name}: findings after one changed answer", click * 1e3, "ms"),
        Figure(f"{name}: {DRAWS:,} draws by a networkx loop", loop * 1e3, "ms"),
        Figure(f"{name}: loop over whole recomputation", loop / click, "x", least=60),
        Figure(f"{name}: our draws alone, nothing kept from before", drawn * 1e3, "ms"),
        Figure(f"{name}: loop over our draws alone", loop / drawn, "x"),
    ]


def sums(framework: Framework) -> Figure:
    """How far causes and ways are from adding up to what they explain, at worst."""
    found = [
        analyse(framework, assessment(framework, depth, seed))
        for depth in ("quick", "standard")
        for seed in range(4)
    ]
    return Figure("sums of causes and ways, worst error", max(map(error, found)), "", most=1e-12)


def error(findings: Findings) -> float:
    worst_error = 0.0
    for verdict in (findings.harm, findings.benefit):
        for made in verdict.explanations:
            worst_error = max(worst_error, abs(made.p - sum(c.share for c in made.causes)))
    for node in findings.nodes:
        for made in (*node.harm.explanations, *node.benefit.explanations):
            ways = sum(way.share for way in made.ways) + made.other_ways
            causes = sum(cause.share for cause in made.causes)
            worst_error = max(worst_error, abs(made.p - ways), abs(made.p - causes))
    return worst_error


def start_up() -> Figure:
    """Processor time of importing the engine, in fresh interpreters, against numpy alone."""
    script = "import time; t = time.process_time(); import {}; print(time.process_time() - t)"

    def taken(module: str) -> float:
        command = [sys.executable, "-c", script.format(module)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    taken("assess.findings")
    pairs = [(taken("numpy"), taken("assess.findings")) for _ in range(STARTS)]
    numpy, engine = (statistics.median(each) for each in zip(*pairs, strict=True))
    return Figure("import of the engine over import of numpy", engine / numpy, "x", most=1.5)


def figures() -> list[Figure]:
    framework = Library().framework(*FRAMEWORK)
    return [
        *against_networkx(framework, "quick"),
        *against_networkx(framework, "standard"),
        sums(framework),
        start_up(),
    ]


def table(found: list[Figure]) -> str:
    lines = []
    for each in found:
        bound = f">= {each.least:g}" if each.least is not None else ""
        bound = f"<= {each.most:g}" if each.most is not None else bound
        verdict = "" if not bound else "met" if each.met else "MISSED"
        value = f"{each.value:.3g} {each.unit}"
        lines.append(f"{each.name:<58} {value:>12}  {bound:<9} {verdict}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    found = figures()
    if options.json:
        print(json.dumps([{**asdict(each), "met": each.met} for each in found], indent=2))
    else:
        print(table(found))
    return 0 if all(each.met for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
