"""The section on drafts: harm, benefit and aim in their own columns, what moved and by what."""

from __future__ import annotations

import re

import pytest

from assess import report
from assess.amendment import add
from assess.compare import compare, options
from assess.proposal import Draft
from assess.report.document import Items, Note, Table
from tests.report.briefs import FRAMEWORK, LIBRARY, NASTY, blocks, brief, said

CASE = LIBRARY.case("2021-european-union-nis2-root-servers")


def told(assessment, audience="annex"):
    found = compare(FRAMEWORK, options(assessment))
    return brief(assessment, comparison=found, audience=audience)


@pytest.fixture(scope="module")
def made():
    return told(CASE.assessment())


def section(made):
    return next(each for each in made.sections if each.id == "drafts")


def tables(made):
    return [block for block in blocks(section(made)) if isinstance(block, Table)]


def test_it_is_there_only_where_drafts_were_compared(made):
    assert "drafts" in [each.id for each in made.sections]
    assert "drafts" not in [each.id for each in brief(CASE.assessment()).sections]


def test_the_brief_leaves_the_tables_of_every_node_to_the_annex(made):
    in_brief = told(CASE.assessment(), "brief")
    assert [each.id for each in section(in_brief).sections] == ["drafts-order", "drafts-step-1"]
    assert section(made).sections[0].id == "drafts-nodes"


def test_the_proposals_own_aim_is_a_column_of_its_own(made):
    first = tables(made)[0]
    assert first.head == ("Draft", "Harm", "Benefit", "The proposal's own aim")
    assert [row[3].text.split(".")[0] for row in first.rows] == ["Partly met", "Partly met"]
    assert all(row[3].user for row in first.rows)


def test_harm_and_benefit_have_tables_of_their_own(made):
    captions = [table.caption for table in tables(made)]
    assert captions == ["What each draft leads to", "Harm in each draft", "Benefit in each draft"]
    harm = {row[0].text: [cell.text for cell in row[1:]] for row in tables(made)[1].rows}
    assert harm["Common Global Identifiers"] == [
        "Material harm or worse: about as likely as not (60%)",
        "Minor harm or worse: unlikely (16%)",
    ]


def test_the_change_of_a_provision_names_the_harm_it_removes(made):
    lists = [block for block in blocks(section(made)) if isinstance(block, Items)]
    root = next(i for each in lists for i in each.items if "Provision root servers" in i.text)
    assert "Common Global Identifiers: 60% out of 60% of the chance of material harm" in root.detail
    assert "Collaborative development" in root.detail


def test_what_is_not_answered_is_never_told_as_nothing_found():
    given = add(CASE.assessment(), Draft(id="d3", kind="no-measure"))
    made = told(given)
    cells = [row[3].text for row in tables(made)[1].rows]
    assert set(cells) == {"Not answered", "Not known"}
    notes = [block for block in blocks(section(made)) if isinstance(block, Note)]
    assert any("15 answers are missing" in text for note in notes for text in note.texts)
    assert "its rank cannot be told yet" in said(made, "drafts")


def test_many_drafts_are_told_in_several_tables():
    given = CASE.assessment()
    for number in range(3, 8):
        given = add(given, Draft(id=f"d{number}", label=f"Text {number}"))
    widths = [len(table.head) for table in tables(told(given))[1:]]
    assert widths == [5, 4, 5, 4]


@pytest.mark.parametrize("kind", report.KINDS)
def test_a_label_stays_text_in_every_file(kind):
    hostile = "".join(c for c in " ".join(NASTY.split())[:280] if c.isprintable())
    given = add(CASE.assessment(), Draft(id="d3", label=hostile))
    written = report.write(told(given), kind)
    if kind == "html":
        assert not re.search(r"<script>alert", written.decode())
    assert written
