"""What readers decided on provisions as a table of labels: to measure words by, and mend them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from assess.assessment import Assessment
from assess.bill.draft_language import language_of
from assess.mark import DECISIONS, Mark

COLUMNS = (
    *("bill", "lang", "provision", "first_words", "wording"),
    *("intervention", "decision", "assessor"),
)
FIRST_WORDS = 90  # characters
NOTHING = "nothing found"
"""The decision of a reader who read a provision and sees no intervention in it."""

# A spreadsheet takes such a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def labels(assessment: Assessment) -> str:
    """All marks as CSV, a row for each decision; `COLUMNS` are its head.

    `decision` is one of assess.mark.DECISIONS, or "nothing found" for a provision that was read
    and holds nothing. `first_words` are empty where the provision now reads otherwise. A cell that
    a spreadsheet would compute begins with an apostrophe.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([_plain(cell) for cell in row] for row in _rows(assessment))
    return written.getvalue()


def _rows(assessment: Assessment) -> Iterator[tuple[str, ...]]:
    languages = {each.id: language_of(each) for each in assessment.drafts}
    for mark in assessment.marks:
        provision = (
            assessment.proposal.title,
            languages[mark.draft],
            mark.provision,
            _first_words(assessment, mark),
            mark.wording,
        )
        for decision in DECISIONS:
            for intervention in getattr(mark, decision):
                yield (*provision, intervention, decision, mark.assessor)
        if mark.read and not mark.held:
            yield (*provision, "", NOTHING, mark.assessor)


def _first_words(assessment: Assessment, mark: Mark) -> str:
    provision = assessment.draft(mark.draft).provision(mark.provision)
    if provision is None or mark.wording not in ("", provision.wording):
        return ""
    said = " ".join(f"{provision.heading} {provision.text[: 2 * FIRST_WORDS]}".split())
    return said[:FIRST_WORDS]


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
