"""One measured number, how two things are measured in turns, and the table of what was found."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Figure:
    """One measured number and the least or most it should be.

    `value` is None where a peer is not installed: such a figure is never met.
    """

    name: str
    value: float | None
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool:
        """Whether it was measured and what is demanded, if anything, is kept."""
        if self.value is None:
            return False
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    @property
    def measured(self) -> str:
        """The number with its unit, in three digits."""
        if self.value is None:
            return "not installed"
        digits = f"{self.value:.3g}" if abs(self.value) < 1000 else f"{self.value:,.0f}"
        return f"{digits} {self.unit}".strip()

    @property
    def demand(self) -> str:
        """What it should be at least or at most; empty where nothing is demanded."""
        if self.least is not None:
            return f">= {self.least:g}"
        return f"<= {self.most:g}" if self.most is not None else ""

    @property
    def outcome(self) -> str:
        """In a word, empty where nothing is demanded of a number that is there."""
        if self.met:
            return "met" if self.demand else ""
        return "MISSED" if self.value is not None else "MISSING"


def ratio(over: float | None, under: float | None) -> float | None:
    """None where either is not there."""
    return None if over is None or under is None else over / under


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds, so that other programs on the machine count less."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(rounds: int, **works: Callable[[], object] | None) -> dict[str, float | None]:
    """Median processor seconds of each work, all of them once a round; None for none.

    Each is done once before, unmeasured, so that nothing is compiled or filled while measured.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            if work and (spent := [seconds(work)]) and turn:
                taken[name] += spent
    return {name: statistics.median(each) if each else None for name, each in taken.items()}


def fastest(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The fewest processor seconds of each work, done in turns: others on the machine only add."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(each) for each in zip(*taken, strict=True)]


def machine() -> str:
    """What it was measured on: cores, processor, Python and numpy; no name and no path."""
    lines = (
        Path("/proc/cpuinfo").read_text().splitlines() if os.path.exists("/proc/cpuinfo") else []
    )
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    python = platform.python_version()
    return f"{os.cpu_count()} virtual cores, {model}, Python {python}, numpy {version('numpy')}"


def table(found: Sequence[Figure]) -> str:
    """Lines for a terminal."""
    width = max(len(each.name) for each in found)
    return "\n".join(
        f"{each.name:<{width}} {each.measured:>14}  {each.demand:<9} {each.outcome}".rstrip()
        for each in found
    )


def markdown(found: Sequence[Figure]) -> str:
    """The same as a table for a document."""
    rows = [f"| {e.name} | {e.demand} | {e.measured} | {e.outcome} |" for e in found]
    return "\n".join(["| figure | demand | measured | |", "| --- | --- | --- | --- |", *rows])


def told(measure: Callable[[], list[Figure]], arguments: Sequence[str] | None, about: str) -> int:
    """Measure and print: a table, or with `--json` one document. 1 where something is not met."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options, _ = parser.parse_known_args(arguments)
    found = measure()
    if options.json:
        rows = [{**asdict(each), "met": each.met} for each in found]
        print(json.dumps({"machine": machine(), "figures": rows}, indent=2))
    else:
        print(f"{machine()}\n{table(found)}")
    return 0 if all(each.met for each in found) else 1
