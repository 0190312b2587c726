"""The brief on provisions: what people said of which, what words hint at, what is left."""

from __future__ import annotations

import io

import docx
import pytest

from assess import report
from assess.assessment import Judgement
from assess.bill.screening.lexicon import touched
from assess.margin import margin_of
from assess.mark import Mark
from assess.proposal import Draft, Provision
from assess.report.document import Facts, Paragraph, Table
from tests.report import briefs
from tests.report.briefs import (
    CP1,
    CP4,
    FRAMEWORK,
    INTERVENTIONS,
    LIBRARY,
    NASTY,
    assessed,
    blocks,
    brief,
    judged,
    nasty,
)

LAW = Draft(
    id="d1",
    language="en",
    provisions=(
        Provision(id="1", heading="Filtering", text="Providers block domain names."),
        Provision(id="2", heading="Gateway", text="Traffic passes one national gateway."),
        Provision(id="3", heading="Word", text="Nothing of note."),
        Provision(id="4", heading="Force", text="This Act enters into force in May."),
    ),
)
HARM = judged(CP1, harm="major", provisions=("1", "99"))
BOTH = judged(CP4, harm="material", provisions=("1",))
GAIN = judged(CP4, part=2, benefit="minor", provisions=("1",))
NAMES = {node.id: f"{node.code} {node.name}" for node in FRAMEWORK.judged}


def told(*judgements, marks=(), words=True, **fields):
    given = assessed(*judgements, drafts=(LAW,), marks=marks, **fields)
    screening = LIBRARY.screened(given.framework, LAW)
    known = margin_of(given, "d1", "a1", screening, touched(INTERVENTIONS)) if words else None
    return brief(given, margin=known, audience="annex")


def section(made, name="clauses"):
    return briefs.section(made, name)


def tables(made, name="clauses"):
    return [block for block in section(made, name).blocks if isinstance(block, Table)]


def sentences(made, name="clauses"):
    return [b.text for b in section(made, name).blocks if isinstance(b, Paragraph)]


def cells(made, number):
    """The cells of one provision by the names of what they are about."""
    return {
        head: cell
        for table in tables(made)
        for row in table.rows
        if row[0].text.startswith(number)
        for head, cell in zip(table.spelled_out[1:], row[1:], strict=True)
        if cell.text
    }


def test_a_cell_says_what_the_answers_say_and_nets_nothing():
    found = cells(told(HARM, BOTH, GAIN), "1 ")
    assert found[NAMES[CP1]].text == "Major harm"
    assert (found[NAMES[CP1]].symbol, found[NAMES[CP1]].tone) == ("▼▼▼", "harm")
    assert found[NAMES[CP4]].text == "Material harm and minor benefit"
    assert (found[NAMES[CP4]].symbol, found[NAMES[CP4]].tone) == ("▼▼ ▲", "plain")


@pytest.mark.parametrize(
    ("answer", "text", "symbol"),
    [
        ("none", "No effect", "○"),
        ("not-applicable", "Not applicable", "○"),
        ("dont-know", "Don't know", "?"),
        ("effect", "An effect, how strong is not said", "?"),
        (None, "Cited, not answered yet", "?"),
    ],
)
def test_answers_without_a_level_stay_apart(answer, text, symbol):
    made = told(Judgement(node=CP1, answer=answer, provisions=("2",)))
    cell = cells(made, "2 ")[NAMES[CP1]]
    assert (cell.text, cell.symbol) == (text, symbol)


def test_a_readers_mark_is_told_apart_from_an_answer_and_explained():
    kind = INTERVENTIONS.interventions[0]
    mark = Mark(provision="3", wording=LAW.provisions[2].wording).decide(kind.id, "added")
    made = told(HARM, marks=(mark,))
    marked = cells(made, "3 ")
    assert {cell.text for cell in marked.values()} == {"Marked"}
    assert set(marked) == {NAMES[node] for node in touched(INTERVENTIONS)[kind.id]}
    terms = [f.term for b in section(made).blocks if isinstance(b, Facts) for f in b.facts]
    assert terms == ["Marked", "An empty cell"]


def test_words_alone_stand_in_a_list_of_their_own():
    made = told(HARM)
    assert "Hint" not in str(section(made))
    listed = {row[0].text: row[1].text for row in tables(made, "hints")[0].rows}
    assert set(listed) == {"1 Filtering", "2 Gateway"}
    assert "CP4" in listed["1 Filtering"]
    assert "CP3" in listed["2 Gateway"]
    judged_there = told(HARM, BOTH)
    listed = {row[0].text: row[1].text for row in tables(judged_there, "hints")[0].rows}
    assert "CP4" not in listed["1 Filtering"]
    lead, known, _ = sentences(made, "hints")
    assert "not of what was found" in lead
    assert known.startswith("In English it looks for")


def test_what_is_left_is_counted_with_its_share_and_never_told_as_no_effect():
    read = Mark(provision="4", read=True, wording=LAW.provisions[3].wording)
    unread, found_nothing = sentences(told(HARM, marks=(read,)))[-2:]
    assert unread.startswith("1 provision (14% of the text) has no sign: no answer cites it")
    assert "has not said to have read it yet" in unread
    assert found_nothing.startswith("1 provision (28% of the text) was read by the assessor")


def test_without_words_to_look_for_only_citations_are_told():
    made = told(HARM, words=False)
    assert section(made, "hints") is None
    assert sentences(made)[-1].startswith("3 provisions (73% of the text) are cited by no answer.")
    assert "listed word" not in str(section(made))


def test_a_number_that_is_not_in_the_text_is_named():
    assert "Cited, but not in the text of this draft: 99." in sentences(told(HARM))


def test_where_nothing_is_cited_that_is_said():
    made = told(judged(CP1, harm="major"))
    assert tables(made) == []
    assert sentences(made)[0].startswith("No answer cites a provision: nothing in this paper")
    without_text = brief(assessed(drafts=(Draft(id="d1", kind="no-measure"),)))
    assert section(without_text) is None


def test_as_many_columns_stand_abreast_as_find_room():
    answers = [judged(node.id, harm="minor", provisions=("1",)) for node in FRAMEWORK.judged]
    heads = [table.head for table in tables(told(*answers))]
    assert [len(head) for head in heads] == [6, 6, 6]
    assert heads[0][1:] == ("CP1", "CP2", "CP3", "CP4", "CP5")
    six = tables(told(*answers[5:11]))
    assert [len(table.head) for table in six] == [4, 4]  # none has one column left over
    assert tables(told(HARM))[0].head == ("Provision", "CP1")
    assert any("for Open Architecture" in text for text in sentences(told(HARM)))


def test_in_word_the_head_row_is_repeated_and_the_codes_are_explained():
    document = docx.Document(io.BytesIO(report.write(told(HARM), "docx")))
    table = next(t for t in document.tables if t.cell(0, 0).text == "Provision")
    assert [cell.text for cell in table.rows[0].cells] == ["Provision", "CP1"]
    assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
    assert [cell.text for cell in table.rows[1].cells] == ["1 Filtering", "▼▼▼ Major harm"]
    assert NAMES[CP1] in [paragraph.text for paragraph in document.paragraphs]


def test_on_a_web_page_the_columns_are_named_in_full():
    html = report.write(told(HARM), "html").decode()
    name = NAMES[CP1]
    assert f'<th role="columnheader" scope="col">{name}</th>' in html
    assert f'class="harm" data-head="{name}"' in html


@pytest.mark.parametrize("kind", report.KINDS)
def test_headings_of_a_law_stay_text(kind):
    made = brief(nasty())
    written = report.write(made, kind).decode("utf-8", "ignore")
    assert "<script>alert" not in written
    assert any(cell.user for table in tables(made) for cell in (table.rows[0][0],))
    assert " ".join(NASTY.split())[:50] in " ".join(str(list(blocks(section(made)))).split())
