"""`assess cases`: the library of cases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assess.cli.table import aligned, print_json

if TYPE_CHECKING:
    from assess.case import Case


def run(chosen: argparse.Namespace) -> int:
    """Prints all cases, or one in full."""
    from assess.library import Library

    library = Library()
    if chosen.slug:
        case = library.case(chosen.slug)
        if chosen.json:
            print_json(case.model_dump(mode="json", by_alias=True))
        else:
            print("\n".join(_case_lines(case)))
        return 0
    found = library.cases()
    if chosen.json:
        print_json({"format": "assess-cases/1", "cases": [_case_brief(case) for case in found]})
    else:
        rows = [(case.id, case.title, _status(case)) for case in found]
        print("\n".join(aligned(rows) if rows else ["no cases here"]))
    left_out = len(found) < len(library.case_ids())
    if left_out:
        print("some cases could not be loaded; assess check says why", file=sys.stderr)
    return 1 if left_out else 0


def _case_brief(case: Case) -> dict[str, object]:
    return {
        "id": case.id,
        "title": case.title,
        "jurisdiction": case.proposal.jurisdiction,
        "year": case.year,
        "kind": case.kind,
        "framework": case.framework.model_dump(),
        "outcome": case.outcome.status if case.outcome else None,
    }


def _status(case: Case) -> str:
    return f"{case.outcome.status} {case.outcome.date}" if case.outcome else ""


def _case_lines(case: Case) -> Iterable[str]:
    yield from (case.title, "", case.subject, f"What it rests on: {case.kind}")
    yield from ("", case.note) if case.note else ()
    if case.outcome:
        yield from ("", f"Outcome: {_status(case)}", case.outcome.text)
    yield from ("", "Sources")
    for source in case.sources:
        yield f"- {source.title} ({source.publisher}; seen: {source.seen}), {source.url}"
    yield from ("", f"Findings: assess analyse {case.id}")
