"""What readers decided, as a table of labels that no spreadsheet computes."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from assess.assessment import Assessment, FrameworkRef
from assess.bill.labels import COLUMNS, labels
from assess.mark import Mark
from assess.proposal import Draft, Proposal, Provision

GATE = Provision(id="6", heading="Gateway", text="All traffic\npasses one gateway.")


def marked(*marks: Mark, title: str = "Gateway Act", **draft: object) -> Assessment:
    fields = {"language": "en", "provisions": (GATE,), **draft}
    return Assessment(
        framework=FrameworkRef(id="small", version="1.0.0"),
        proposal=Proposal(title=title),
        drafts=(Draft(id="d1", **fields),),
        marks=marks,
    )


def rows(assessment: Assessment) -> list[list[str]]:
    head, *found = csv.reader(StringIO(labels(assessment)))
    assert tuple(head) == COLUMNS
    return found


def test_each_decision_is_a_row() -> None:
    mark = Mark(
        provision="6",
        accepted=("gateway",),
        rejected=("licence",),
        added=("logging",),
        wording=GATE.wording,
    )
    said = ["Gateway Act", "en", "6", "Gateway All traffic passes one gateway.", GATE.wording]
    assert rows(marked(mark)) == [
        [*said, "gateway", "accepted", "a1"],
        [*said, "licence", "rejected", "a1"],
        [*said, "logging", "added", "a1"],
    ]


def test_a_provision_read_without_finding_anything_is_a_row_too() -> None:
    (row,) = rows(marked(Mark(provision="6", read=True)))
    assert row[5:] == ["", "nothing found", "a1"]
    rejected = Mark(provision="6").decide("gateway", "rejected")
    assert [row[5:7] for row in rows(marked(rejected))] == [
        ["gateway", "rejected"],
        ["", "nothing found"],
    ]


def test_without_marks_there_is_only_the_head() -> None:
    assert rows(marked()) == []


def test_a_wording_that_is_no_more_has_no_first_words() -> None:
    old = Mark(provision="6", read=True, wording="0" * 16)
    gone = Mark(provision="9", read=True)
    assert [row[2:5] for row in rows(marked(old, gone))] == [["6", "", "0" * 16], ["9", "", ""]]


def test_the_language_is_guessed_where_the_draft_names_none() -> None:
    law = Provision(id="1", text="the duty of any person and of the operator to keep records " * 9)
    (row,) = rows(marked(Mark(provision="1", read=True), language="", provisions=(law,)))
    assert row[1] == "en"


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(title: str) -> None:
    law = Provision(id="=6", text="@SUM(A1)")
    made = marked(Mark(provision="=6", read=True), title=title, provisions=(law,))
    assert [cell[:2] for cell in rows(made)[0] if cell[:1] in "'=+-@" and cell] == [
        f"'{title[0]}",
        "'=",
        "'@",
    ]


def test_quotes_commas_and_other_scripts_come_back_as_they_were() -> None:
    law = Provision(id="6", text='Say "yes", or المادة 6')
    (row,) = rows(marked(Mark(provision="6", read=True), provisions=(law,)))
    assert row[3] == 'Say "yes", or المادة 6'
