"""The findings each case is known to give, kept beside it and signed by a reviewer.

`python -m assess.expected --check` says which differ; `--write` renews them, to be read and
committed by someone who agrees with what moved.

A file is short enough to be read: the method as a fingerprint, the two verdicts, one line a node.
What leads to a result (causes, ways, prompts) is computed from the same draws and left out.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Final

from assess.case import Case
from assess.compare import Comparison, Extent, Move, Ranked, compare, options
from assess.errors import FileProblems, Place, Problem
from assess.findings import Effect, Findings, NodeFindings, Verdict, analyse
from assess.library import Library
from assess.method import Method
from assess.yamlfile import OneLine, dump, read, shown

FORMAT: Final = "assess-expected/1"
FILE: Final = "expected.yaml"
COMMENT: Final = """\
Computed from case.yaml by `python -m assess.expected --write`, then read and agreed to by a
reviewer. A change here is a change of what the method says of this case: say why in the commit.

class: 0 none, 1 minor, 2 material, 3 major. p: the chance of level 1, 2, 3 or more; low and high:
the same at the ends of what the words may mean and of what is not known; range: the class there.
A side with nothing found, whatever is not known, is left out. It does not mean "no effect"."""
RENEW = "if that is meant, renew it with python -m assess.expected --write and review it"

_DIGITS: Final = 4  # a draw is one in 16,384, so that what moves a few draws shows

Spot = tuple[str | int, ...]


def computed(case: Case, library: Library) -> dict[str, object]:
    """What the case gives now, as plain data: the findings on each draft.

    Where it has several, what their comparison says as well.
    """
    framework = library.framework_of(case)
    assessment = case.assessment()
    found = [analyse(framework, assessment, draft=draft.id) for draft in case.drafts]
    together = compare(framework, options(assessment)) if len(found) > 1 else None
    return {
        "format": FORMAT,
        "framework": OneLine(id=framework.id, version=framework.version),
        "method": _fingerprint(found[0].method),
        "input_sha256": found[0].input_sha256,
        "drafts": {each.draft: _draft(each) for each in found},
        **({"comparison": _comparison(together)} if together else {}),
    }


def _fingerprint(method: Method) -> str:
    """SHA-256 of every number of the method, so that a change shows where no share moved."""
    rows = "\n".join(repr(tuple(row)) for row in method.rows())
    return hashlib.sha256(rows.encode()).hexdigest()


def _draft(findings: Findings) -> dict[str, object]:
    return {
        "verdict": {"harm": _verdict(findings.harm), "benefit": _verdict(findings.benefit)},
        "nodes": {node.id: _node(node) for node in findings.nodes},
    }


def _verdict(verdict: Verdict) -> OneLine:
    return OneLine(
        {"class": verdict.level},
        share=_share(verdict.share),
        firmness=verdict.firmness,
        **_bounds(verdict),
    )


def _node(node: NodeFindings) -> OneLine:
    flag = {"flag": node.flag} if node.flag else {}
    sides = {"harm": node.harm, "benefit": node.benefit}
    found = {side: _effect(each) for side, each in sides.items() if any((*each.p, *each.upper))}
    return OneLine(mode=node.mode, **flag, **found)


def _effect(effect: Effect) -> dict[str, object]:
    return {"class": effect.level, **_bounds(effect)}


def _bounds(found: Verdict | Effect) -> dict[str, object]:
    return {
        "p": [_share(each) for each in found.p],
        "range": [found.lower_level, found.upper_level],
        "low": [_share(each) for each in found.lower],
        "high": [_share(each) for each in found.upper],
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "options": {each.option.id: _standing(each, comparison) for each in comparison.options},
        "steps": [
            {
                "step": f"{step.before} to {step.after}",
                "moves": [_move(each) for each in step.moves],
            }
            for step in comparison.steps
        ],
    }


def _standing(ranked: Ranked, comparison: Comparison) -> OneLine:
    """How an option stands: first in which share of draws, and nowhere worse than each other."""
    own = ranked.option.id
    others = [each.option.id for each in comparison.options if each is not ranked]
    return OneLine(
        first=_extent(ranked.first),
        regret=[_extent(each) for each in ranked.regret],
        nowhere_worse={other: _extent(comparison.dominates(own, other)) for other in others},
    )


def _move(move: Move) -> OneLine:
    return OneLine(
        node=move.node,
        channel=move.channel,
        level=move.level,
        classes=[move.before.level, move.after.level],
        settled=move.settled,
        by=[f"{each.node} {each.part}: {each.shift}" for each in move.reasons],
    )


def _extent(extent: Extent) -> list[float]:
    return [_share(extent.low), _share(extent.high)]


def _share(share: float) -> float:
    return round(share, _DIGITS)


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
