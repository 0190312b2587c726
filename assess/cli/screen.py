"""`assess screen`: what provisions of draft laws may touch, with the words that say so.

One law, many, or folders of them: each is told as text, as a line of JSON, or written as a line
into a file that a later run goes on with.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assess.cli.opened import read
from assess.cli.progress import Progress
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.corpus.engine import Engine
    from assess.corpus.files import Found
    from assess.corpus.lexicons import Lexicons
    from assess.corpus.record import Done, Record
    from assess.corpus.run import Step

FEW = 8  # laws for which further processes would take longer to start than to help

OUTCOMES = {
    "screened": "screened",
    "done": "screened by an earlier run",
    "copy": "the same as another",
    "unread": "could not be read",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `assess screen` takes."""
    add = parser.add_argument
    add("bills", nargs="+", metavar="BILL", help="a law in a file, a folder of laws, or -")
    add("--lang", metavar="xx", help="its language, if not the one it is written in")
    add("--json", action="store_true", help="one JSON document a line for each law")
    add(
        "--out",
        type=Path,
        metavar="FILE.jsonl",
        help="add these lines to a file, and pass over what it holds already",
    )
    add(
        "--jobs",
        type=_jobs,
        metavar="N",
        help=f"laws read at once; one a processor unless given, one by one up to {FEW}",
    )
    add(
        "--engine",
        choices=["processes", "dask"],
        default="processes",
        help="processes of this machine, or workers of Dask, which is installed apart",
    )
    add(
        "--scheduler",
        metavar="ADDRESS",
        help="of a cluster of Dask; unless given, workers on this machine",
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells each law as it is done; 1 where one could not be read, which stderr names."""
    from assess.corpus.lexicons import Lexicons
    from assess.corpus.run import run as run_over
    from assess.library import Library

    if chosen.scheduler and (chosen.engine != "dask" or chosen.jobs):
        raise AssessError("--scheduler goes with --engine dask, and without --jobs")
    found = _found(chosen)
    lexicons = Lexicons(Library())
    files = len(found.laws) + len(found.missed)
    with _record(chosen.out, lexicons) as record, _engine(chosen, len(found.laws)) as engine:
        told = _Told(_writer(chosen, record, lexicons), Progress(sys.stderr, files))
        try:
            run_over(found, engine, chosen.lang, _done(record, lexicons), told.step)
        finally:
            told.progress.clear()
    told.end(files)
    return 1 if told.unread else 0


class _Told:
    """What became of the files so far: written down, counted, and shown as a counter."""

    def __init__(self, write: Callable[[Step], None], progress: Progress) -> None:
        self.write, self.progress = write, progress
        self.counts: Counter[str] = Counter()
        self.unread: list[str] = []

    def step(self, step: Step) -> None:
        self.counts[step.outcome] += 1
        if step.outcome == "unread":
            document = step.document
            self.unread.append(f"{document['file']}: {document['reason']}")
        if step.new and step.line:
            self.progress.clear()
            self.write(step)
        self.progress.show(self.counts.total(), len(self.unread))

    def end(self, files: int) -> None:
        """Says which files could not be read and why, and how many became what."""
        for line in self.unread:
            print(f"assess: {' '.join(line.splitlines())}", file=sys.stderr)
        if files > 1:
            counted = ((self.counts[key], said) for key, said in OUTCOMES.items())
            parts = [f"{count} {said}" for count, said in counted if count]
            print(f"assess: {files} files: {', '.join(parts)}", file=sys.stderr)


def _found(chosen: argparse.Namespace) -> Found:
    from assess.corpus.files import find

    given = {"-": read("-")} if "-" in chosen.bills else {}
    found = find(chosen.bills, given, chosen.out)
    if not found.laws:
        why = f"{found.missed[0].file}: {found.missed[0].reason}" if found.missed else ""
        raise AssessError(why or f"{', '.join(chosen.bills)}: there is no file to screen")
    return found


@contextmanager
def _record(path: Path | None, lexicons: Lexicons) -> Iterator[Record | None]:
    if path is None:
        yield None
        return
    from assess.corpus.record import Record

    with Record(path, lexicons.version) as record:
        if record.mended:
            told = "its last line was cut off and is taken out; that law is screened again"
            print(f"assess: {path}: {told}", file=sys.stderr)
        yield record


def _done(record: Record | None, lexicons: Lexicons) -> Done:
    from assess.corpus.record import Done

    return record.done if record else Done(lexicons.version)


def _engine(chosen: argparse.Namespace, laws: int) -> AbstractContextManager[Engine]:
    from assess.airlock import cores
    from assess.corpus.engine import processes

    if chosen.engine == "dask":
        from assess.corpus.cluster import dask

        return dask(chosen.scheduler, chosen.jobs or cores())
    return processes(chosen.jobs or (1 if laws <= FEW else cores()))


def _writer(
    chosen: argparse.Namespace, record: Record | None, lexicons: Lexicons
) -> Callable[[Step], None]:
    if record:
        return lambda step: record.append(step.line)
    if chosen.json:
        return lambda step: print(step.line.decode(), end="", flush=True)
    return lambda step: _print_text(step, lexicons)


def _print_text(step: Step, lexicons: Lexicons) -> None:
    from assess.cli.screening import lines

    document = step.document
    if step.outcome == "screened":
        print("\n".join(lines(document, lexicons.kinds())))
    elif step.outcome == "copy":
        print(f"{document['file']}: the same text as {document['same_as']}; see there")


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; give 1 to 256")
    return int(text)
