"""`assess move`: an assessment to another version of its framework, or back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assess.cli.opened import Opened, open_
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.migration import Plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    told = "an assessment file, a report with one inside, a case.yaml, the name of a case, or -"
    parser.add_argument("assessment", metavar="ASSESSMENT", help=told)
    parser.add_argument("--to", metavar="VERSION", help="the version to move to, such as 1.1.0")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what becomes of each answer, write nothing"
    )
    parser.add_argument(
        "--undo", action="store_true", help="go back to the assessment before its last move"
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="where to write; else standard output"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints or writes the assessment as it is after the move."""
    if bool(chosen.to) == chosen.undo:
        raise AssessError("say either --to VERSION or --undo; see assess move --help")
    opened = open_(chosen.assessment)
    return _undo(opened, chosen) if chosen.undo else _move(opened, chosen)


def _move(opened: Opened, chosen: argparse.Namespace) -> int:
    from assess import migration

    before = opened.assessment
    plan = migration.plan(before, migration.way(before, chosen.to, opened.library))
    if chosen.dry_run:
        print("\n".join(_lines(plan)))
        return 0
    moved = migration.move(before, plan)
    print(" ".join(_counts(plan)), file=sys.stderr)
    _write(moved, chosen.out)
    return 0


def _undo(opened: Opened, chosen: argparse.Namespace) -> int:
    from assess import migration
    from assess.text import words
    from assess.wording.migration import since

    now = opened.assessment
    before = migration.back(now)
    way = migration.between(before, now.framework, now.topics, opened.library)
    told = since(words(), migration.since(now, migration.plan(before, way)))
    if told:
        kept = f"{' '.join(told)} They stay in {chosen.assessment} only; keep it."
        print(kept, file=sys.stdout if chosen.dry_run else sys.stderr)
    elif chosen.dry_run:
        print("nothing was changed since the move; going back sets nothing aside")
    if not chosen.dry_run:
        _check_kept(bool(told), chosen)
        _write(before, chosen.out)
    return 0


def _check_kept(changed: bool, chosen: argparse.Namespace) -> None:
    """Raises AssessError where answers given since would be written over by those before."""
    out = chosen.out
    if changed and out and out.exists() and out.samefile(chosen.assessment):
        raise AssessError(
            f"{out}: it holds answers given since the move, which would be lost; give another FILE"
        )


def _lines(plan: Plan) -> list[str]:
    from assess.cli.table import aligned
    from assess.tables import fates
    from assess.text import words

    table = fates(plan, words())
    return [*table.sentences, "", *aligned([table.columns, *table.rows])]


def _counts(plan: Plan) -> tuple[str, ...]:
    from assess.text import words
    from assess.wording.migration import counts

    return counts(words(), plan)


def _write(assessment: Assessment, out: Path | None) -> None:
    from assess.bundle import dumps

    text = dumps(assessment)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
