"""Snapshots of the library's cases: made where a case has changed, and never touched again.

`python -m assess.publication --write` makes what is missing, `--check` says what is missing and
what was changed that must not be.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assess.case import Case
from assess.errors import Place, Problem
from assess.library import Library
from assess.publication.document import address, document, same
from assess.publication.shelf import FOLDER, SUMS, Checkout
from assess.publication.snapshot import Snapshot, take
from assess.publication.subject import of_case
from assess.yamlfile import shown

_LINE = re.compile(r"([0-9a-f]{64})  (([0-9a-f]{32})\.(json|html\.gz))")
_NEVER = "a snapshot never changes: put back the file as it was, and make a new one"


def due(library: Library, case: Case, checkout: Checkout) -> bool:
    """Whether a case says something else than its newest snapshot, or has none."""
    line = checkout.of(case.id)
    if not line:
        return True
    today = document(of_case(library, case), line[-1].made_on)
    return not same(today, line[-1].document)


def write(library: Library, made_on: datetime.date, slugs: Sequence[str] = ()) -> list[Path]:
    """Makes the snapshots that are due, of these cases or of all; the folders written to.

    Nothing is written where something is wrong with the snapshots that are there.
    """
    checkout = Checkout(library)
    cases = [library.case(slug) for slug in slugs] or list(library.cases())
    found = [case for case in cases if due(library, case, checkout)]
    return [_keep(library, case, checkout, made_on) for case in found]


def _keep(library: Library, case: Case, checkout: Checkout, made_on: datetime.date) -> Path:
    line = checkout.of(case.id)
    follows = line[-1].address if line else None
    made = take(of_case(library, case), made_on, follows=follows)
    folder = library.case_folder(case.id) / FOLDER
    folder.mkdir(exist_ok=True)
    rows = []
    packed = gzip.compress(made.page, 9, mtime=0)
    for ending, content in (("json", made.document), ("html.gz", packed)):
        name = f"{made.address}.{ending}"
        (folder / name).write_bytes(content)
        rows.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    with (folder / SUMS).open("a", encoding="utf-8", newline="\n") as sums:
        sums.writelines(rows)
    return folder


def problems(library: Library) -> tuple[Problem, ...]:
    """What is wrong with the snapshots of a library: changed, missing or not accounted for."""
    folders = (library.case_folder(slug) / FOLDER for slug in library.case_ids())
    return tuple(
        problem for folder in folders if folder.is_dir() for problem in _in(folder, library.root)
    )


class _Row(NamedTuple):
    """One line of the sums."""

    line: int
    sum: str
    name: str
    address: str


def _in(folder: Path, root: Path) -> Iterator[Problem]:
    sums, rows = folder / SUMS, []
    written = sums.read_text("utf-8").splitlines() if sums.is_file() else []
    for number, text in enumerate(written, 1):
        found = _LINE.fullmatch(text)
        if found:
            rows.append(_Row(number, found[1], found[2], found[3]))
        else:
            told = "not a line of a sum and a snapshot's file name; put it back as it was"
            yield Problem(Place(shown(sums, root), number), told)
    for row in rows:
        yield from _wrong(folder / row.name, row, root)
    yield from _order(sums, [row for row in rows if row.name.endswith(".json")], root)
    known = {SUMS, *(row.name for row in rows)}
    for path in sorted(each for each in folder.iterdir() if each.name not in known):
        told = f"no line of {SUMS} names it; remove it, or put the line back"
        yield Problem(Place(shown(path, root)), told)


def _wrong(path: Path, row: _Row, root: Path) -> Iterator[Problem]:
    if not path.is_file():
        told = "missing; somebody may have cited it: put it back"
        yield Problem(Place(shown(path, root)), told)
        return
    content = path.read_bytes()
    changed = hashlib.sha256(content).hexdigest() != row.sum
    if changed or (path.suffix == ".json" and address(content) != row.address):
        yield Problem(Place(shown(path, root)), f"not what its sum says; {_NEVER}")


def _order(sums: Path, rows: list[_Row], root: Path) -> Iterator[Problem]:
    """Each snapshot names the one before it, so that no line can be moved or left out."""
    before: str | None = None
    for row in rows:
        path = sums.parent / row.name
        content = path.read_bytes() if path.is_file() else b""
        if address(content) != row.address:
            return  # told already
        if Snapshot(content, b"").follows != before:
            told = "does not follow the snapshot in the line before; put the lines back in order"
            yield Problem(Place(shown(sums, root), row.line), told)
        before = row.address


def main(arguments: list[str] | None = None, library: Library | None = None) -> int:
    """Makes or checks the snapshots of the library's cases. 0 = all as they should be."""
    parser = argparse.ArgumentParser(prog="python -m assess.publication", description=main.__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="say what is amiss, change nothing")
    what.add_argument("--write", action="store_true", help="make the snapshots that are due")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="only these cases")
    asked = parser.parse_args(arguments)
    library = library or Library()
    found = problems(library)
    for problem in found:
        print(problem)
    if asked.write and not found:
        for folder in write(library, datetime.datetime.now(datetime.UTC).date(), asked.cases):
            print(f"written: {shown(folder, library.root)}")
    elif asked.check:
        checkout = Checkout(library)
        late = [case.id for case in library.cases() if due(library, case, checkout)]
        for slug in late:
            print(f"{slug}: no snapshot of it as it is; make one with --write once it is settled")
        return 1 if found or late else 0
    return 1 if found else 0
