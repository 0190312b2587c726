"""`assess cases`: the library of cases, and which of them are nearest to an assessment."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assess.cli.table import aligned, print_json

if TYPE_CHECKING:
    from assess.case import Case


def run(chosen: argparse.Namespace) -> int:
    """Prints all cases, one in full, or those near an assessment."""
    from assess.errors import AssessError
    from assess.library import Library

    if chosen.near and chosen.slug:
        raise AssessError("name a case or ask for those near an assessment, not both")
    if chosen.near:
        return _near(chosen)
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


def _near(chosen: argparse.Namespace) -> int:
    from assess.casebook import nearest, rows
    from assess.cli.opened import open_
    from assess.explain.precedents import nearness
    from assess.precedents import stated_in
    from assess.text import words

    opened = open_(chosen.near)
    draft, assessor = opened.asked(None, None)
    nodes = [node.id for node in opened.framework.core_judged]
    others = [case for case in opened.library.cases() if case != opened.case]
    levels = stated_in(nodes, opened.assessment, draft, assessor)
    found = [near for _, near in nearest(rows(others, nodes), nodes, levels)]
    if chosen.json:
        near = [each._asdict() for each in found]
        print_json({"format": "assess-precedents/1", "entries": levels.size, "nearest": near})
        return 0
    for each in found:
        print("\n  ".join([each.name, *nearness(words(), opened.framework, each)]))
    if not found:
        print("no case shares half of the answers with this assessment; answer more of it")
    return 0


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
