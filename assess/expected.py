"""The findings each case is known to give, kept beside it and signed by a reviewer.

`python -m assess.expected --check` says which differ; `--write` renews them, to be read and
committed by someone who agrees with what moved.
"""

from __future__ import annotations

import argparse
import sys
from itertools import zip_longest
from pathlib import Path

from assess.case import Case
from assess.compare import compare, options
from assess.compare import document as comparison_document
from assess.errors import FileProblems, Place, Problem
from assess.findings import analyse, document
from assess.library import Library
from assess.yamlfile import dump, read, shown

FILE = "expected.yaml"
COMMENT = """\
Computed from case.yaml by `python -m assess.expected --write`, then read and agreed to by a
reviewer. A change here is a change of what the method says of this case: say why in the commit."""
RENEW = "if that is meant, renew it with python -m assess.expected --write and review it"

Spot = tuple[str | int, ...]


def computed(case: Case, library: Library) -> dict[str, object]:
    """What the case gives now, as plain data: the findings on its draft.

    Where it has several, the findings on each and what the comparison of them says.
    """
    framework = library.framework(case.framework.id, case.framework.version)
    assessment = case.assessment()
    found = {
        draft.id: document(analyse(framework, assessment, draft=draft.id)) for draft in case.drafts
    }
    if len(found) == 1:
        return found[case.drafts[0].id]
    together = compare(framework, options(assessment))
    return {"drafts": found, "comparison": comparison_document(together)}


def text(case: Case, library: Library) -> str:
    """The file as it should be."""
    return dump(computed(case, library), COMMENT)


def problems(case_file: Path, case: Case, library: Library) -> tuple[Problem, ...]:
    """What is wrong with the file beside a case: missing, unreadable, or the first difference."""
    path = case_file.with_name(FILE)
    if not path.is_file():
        told = "missing; write it with python -m assess.expected --write and review it"
        return (Problem(Place(shown(path, library.root)), told),)
    try:
        document = read(path, library.root)
    except FileProblems as error:
        return error.problems
    if document.problems:
        return document.problems
    found = difference(document.data, computed(case, library))
    if found is None:
        return ()
    spot, message = found
    return (Problem(document.place(*spot), f"{message}; {RENEW}"),)


def difference(kept: object, now: object, spot: Spot = ()) -> tuple[Spot, str] | None:
    """The first place where two documents differ, and how; None where they are equal.

    Numbers must be equal exactly: findings are the same on every platform.
    """
    if isinstance(kept, dict) and isinstance(now, dict):
        for key in (*kept, *(key for key in now if key not in kept)):
            if key not in now:
                return (*spot, key), "stands here, but is no longer computed"
            if key not in kept:
                return spot, f"{key} is computed, but does not stand here"
            found = difference(kept[key], now[key], (*spot, key))
            if found:
                return found
        return None
    if isinstance(kept, list) and isinstance(now, list | tuple):
        return _difference_in_lists(kept, list(now), spot)
    if type(kept) is type(now) and kept == now:
        return None
    return spot, f"{_brief(kept)} stands here, {_brief(now)} is computed"


def _difference_in_lists(
    kept: list[object], now: list[object], spot: Spot
) -> tuple[Spot, str] | None:
    if len(kept) != len(now):
        return spot, f"{len(kept)} entries stand here, {len(now)} are computed"
    pairs = enumerate(zip_longest(kept, now))
    differences = (difference(old, new, (*spot, place)) for place, (old, new) in pairs)
    return next((found for found in differences if found), None)


def _brief(value: object) -> str:
    if isinstance(value, dict | list | tuple):
        return "a list" if isinstance(value, list | tuple) else "a group of fields"
    written = "nothing" if value is None else str(value)
    return written if len(written) <= 60 else f"{written[:60]}…"


def write(library: Library) -> list[Path]:
    """Writes the files that are missing or differ; returns them."""
    written = []
    for case in library.cases():
        path = library.case_folder(case.id) / "case.yaml"
        if problems(path, case, library):
            path = path.with_name(FILE)
            path.write_text(text(case, library), encoding="utf-8")
            written.append(path)
    return written


def main(arguments: list[str] | None = None, library: Library | None = None) -> int:
    """Checks or renews the expected findings of every case. 0 = all as they should be."""
    parser = argparse.ArgumentParser(prog="python -m assess.expected", description=main.__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="say what differs, change nothing")
    what.add_argument("--write", action="store_true", help="write what differs")
    library = library or Library()
    if parser.parse_args(arguments).write:
        for path in write(library):
            print(f"written: {shown(path, library.root)}")
        return 0
    cases = [(library.case_folder(case.id) / "case.yaml", case) for case in library.cases()]
    found = [each for path, case in cases for each in problems(path, case, library)]
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
