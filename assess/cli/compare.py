"""`assess compare`: drafts, options or assessors side by side."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assess.cli.opened import Opened, open_
from assess.cli.table import print_json
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.agreement import Agreement
    from assess.assessment import Assessment
    from assess.compare import Comparison


def run(chosen: argparse.Namespace) -> int:
    """Prints what is compared as text or as JSON."""
    from assess.dossier import agreed

    names = chosen.assessments
    opened = [open_(name) for name in names]
    _same_framework(names, opened)
    merged = _merged(names, [each.assessment for each in opened])
    drafts = _drafts(names, opened, merged)
    people = [agreed(opened[0].framework, merged, d.id) for d in merged.drafts] if merged else []
    if drafts is None and not any(people):
        raise AssessError(
            f"{names[0]}: one draft, judged by one person: there is nothing to compare; "
            "name a second file, or add a draft or a person in the app"
        )
    told = [each for each in people if each]
    if chosen.json:
        print_json(_document(drafts, told))
    else:
        print("\n".join(_lines(opened[0], drafts, told)))
    return 0


def _same_framework(names: Sequence[str], opened: Sequence[Opened]) -> None:
    first = opened[0].assessment.framework
    for name, each in zip(names, opened, strict=True):
        ref = each.assessment.framework
        if ref != first:
            raise AssessError(
                f"{name}: made against {ref.id} {ref.version}, {names[0]} against {first.id} "
                f"{first.version}; only findings of the same framework version can be compared"
            )
        if each.assessment.overlay != opened[0].assessment.overlay:
            raise AssessError(
                f"{name}: asked other questions than {names[0]}, since a chapter changed them in "
                "one of the two; only findings with the same overlay, or without, can be compared"
            )


def _merged(names: Sequence[str], assessments: Sequence[Assessment]) -> Assessment | None:
    """One assessment: the only file, or several people's files on the same proposal and drafts."""
    from assess.agreement import merge

    if len(assessments) == 1:
        return assessments[0]
    first = assessments[0]
    if any((e.proposal, e.drafts) != (first.proposal, first.drafts) for e in assessments):
        return None
    return merge(assessments, names)


def _drafts(
    names: Sequence[str], opened: Sequence[Opened], merged: Assessment | None
) -> Comparison | None:
    """The drafts side by side, as the first person of each file judged them."""
    from assess import compare as side_by_side

    if merged and len(merged.drafts) == 1:
        return None
    first = opened[0].asked(None, None)[1]
    if merged:
        found = side_by_side.options(merged, first)
    else:
        named = [(name, each.assessment) for name, each in zip(names, opened, strict=True)]
        found = side_by_side.options_of_files(named, first)
    return side_by_side.compare(opened[0].framework, found)


def _document(drafts: Comparison | None, people: Sequence[Agreement]) -> dict[str, object]:
    from assess.agreement import document
    from assess.compare import document as side_by_side

    return {
        "format": "assess-comparison/1",
        "drafts": side_by_side(drafts) if drafts else None,
        "assessors": [document(each) for each in people],
    }


def _lines(opened: Opened, drafts: Comparison | None, people: Sequence[Agreement]) -> Iterable[str]:
    from assess.explain import AgreementTelling, agreement_lines, comparison_lines
    from assess.text import words

    if drafts:
        yield from comparison_lines(opened.framework, drafts, words())
    for each in people:
        yield from ("", f"Draft {each.draft}", "") if drafts else ()
        yield from agreement_lines(AgreementTelling(opened.framework, each, words()))
