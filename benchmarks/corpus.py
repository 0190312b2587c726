"""A corpus of legal XML screened end to end: one worker, two, two of Dask, and lxml's bare parse.

Beside them run one and two programs that share nothing but the machine: no two workers can gain
more than those do, and two virtual cores are not always two. Times are on the clock, since the
work is other processes'; what those took of a processor stands beside, which other programs on the
machine change less. Workers are started before. The corpus is made of copies of real laws that
stand beside the project, each a little different.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil

from assess.corpus import documents
from assess.corpus.cluster import dask
from assess.corpus.engine import Engine, processes
from assess.corpus.files import Law, find
from benchmarks.figure import Figure, machine, ratio, table

LAWS = Path(__file__).resolve().parents[2] / "shared" / "bills" / "laws"
ENDINGS = {".xml", ".akn"}
BYTES = 20_000_000
ROUNDS = 3
COUNTING = "sum(number * number for number in range(10_000_000))"


class Taken(NamedTuple):
    """Seconds on the clock, and of processors."""

    clock: float
    processor: float


def made(folder: Path, size: int) -> tuple[Law, ...]:
    """Copies of the laws in legal XML, each with a comment of its own, until they fill `size`."""
    originals = sorted(p for p in LAWS.rglob("*") if p.suffix in ENDINGS)
    written = number = 0
    while written < size:
        original = originals[number % len(originals)]
        data = original.read_bytes() + b"<!-- %d -->" % number
        (folder / f"{number:06}{original.suffix}").write_bytes(data)
        written, number = written + len(data), number + 1
    return find([str(folder)]).laws


def spent() -> float:
    """Processor seconds of this process and all that it started."""
    running = psutil.Process()
    times = [each.cpu_times() for each in (running, *running.children(recursive=True))]
    return sum(each.user + each.system for each in times)


def seconds(work: Callable[[], object]) -> Taken:
    """What a work takes, in other processes too."""
    start, before = time.perf_counter(), spent()
    work()
    return Taken(time.perf_counter() - start, spent() - before)


def screened(engine: Engine, laws: Sequence[Law]) -> None:
    """Every law, to its line."""
    lines = list(engine.lines(laws, None))
    assert len(lines) == len(laws)
    assert all(map(documents.is_screened, lines)), "a law of the benchmark was not read"


def parsed(laws: Sequence[Law]) -> None:
    """What reading XML costs at least: every file read and parsed by lxml, in this process."""
    from lxml import etree

    for law in laws:
        etree.fromstring(Path(law.path).read_bytes())


def counted(programs: int) -> None:
    """So many programs side by side that only count."""
    running = [subprocess.Popen([sys.executable, "-c", COUNTING]) for _ in range(programs)]
    ended = [program.wait() for program in running]
    assert not any(ended)


def measured(laws: Sequence[Law], rounds: int) -> dict[str, list[Taken]]:
    """Each way by round; all ways take their turn in each. A first one, not counted, warms up."""
    with ExitStack() as opened:
        one = opened.enter_context(processes(1))
        two = opened.enter_context(processes(2))
        cluster = opened.enter_context(dask(None, 2))
        ways: dict[str, Callable[[], object]] = {
            "parse": lambda: parsed(laws),
            "one": lambda: screened(one, laws),
            "two": lambda: screened(two, laws),
            "dask": lambda: screened(cluster, laws),
            "program": lambda: counted(1),
            "programs": lambda: counted(2),
        }
        taken = [{name: seconds(way) for name, way in ways.items()} for _ in range(rounds + 1)]
    return {name: [each[name] for each in taken[1:]] for name in ways}


def figures(laws: Sequence[Law], rounds: int) -> list[Figure]:
    """What is demanded of two workers, and what one does."""
    megabytes = sum(os.path.getsize(law.path) for law in laws) / 1e6
    taken = measured(laws, rounds)
    clock = {name: median(each.clock for each in of) for name, of in taken.items()}
    processor = {name: median(each.processor for each in of) for name, of in taken.items()}
    name = f"corpus, {len(laws)} laws of {megabytes:.0f} MB"
    return [
        Figure(f"{name}: two workers over one", ratio(clock["one"], clock["two"]), "x", least=1.8),
        Figure(
            "two programs that share nothing over one",
            ratio(2 * clock["program"], clock["programs"]),
            "x",
        ),
        Figure(
            f"{name}: what two would be over one by the processor time of both",
            ratio(2 * processor["one"], processor["two"]),
            "x",
        ),
        Figure(f"{name}: one worker", ratio(megabytes, clock["one"]), "MB/s"),
        Figure(f"{name}: a second of one processor", ratio(megabytes, processor["one"]), "MB"),
        Figure(
            f"{name}: the same, of lxml's parse", ratio(processor["parse"], processor["one"]), "x"
        ),
        Figure(f"{name}: two of Dask over two", ratio(clock["two"], clock["dask"]), "x"),
    ]


def main(arguments: list[str] | None = None) -> int:
    """1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("--bytes", type=int, default=BYTES, help="size of the corpus")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args(arguments)
    if not LAWS.is_dir():
        print("corpus: the laws are not here (../shared/bills/laws); nothing was measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = figures(made(Path(folder), options.bytes), options.rounds)
    print(f"{machine()}\n{table(found)}")
    return 0 if all(figure.met for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
