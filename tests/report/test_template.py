"""Word templates of one's own: what goes in, what comes out, what is refused."""

from __future__ import annotations

import gettext
import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from assess import cli, report
from assess.proposal import Proposal
from assess.report import template as templates
from assess.report.carrier import carried
from assess.submission import Submission
from assess.text import Words
from tests.report.briefs import CAMBODIA, CP4, ENGLISH, assessed, brief, case_brief, judged, nasty
from tests.report.templates import (
    MAIN,
    TYPES,
    changed,
    letter,
    parts,
    related,
    template,
)

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
EMPTY = template("{{ everything }}")


def opened(data):
    return docx.Document(io.BytesIO(data))


def texts(data):
    return [paragraph.text for paragraph in opened(data).paragraphs]


def headings(data):
    return [p.text for p in opened(data).paragraphs if p.style.name == "Heading 1"]


@cache
def slim():
    """The brief on a case without what is said of each single property: it is sooner written."""
    made = case_brief(CAMBODIA)
    short = {"exist", "thrive"}
    sections = (replace(s, sections=()) if s.id in short else s for s in made.sections)
    return replace(made, sections=tuple(sections))


def filled(*paragraphs, made=None, **more):
    return templates.fill(made or slim(), template(*paragraphs, **more))


# --- what goes in ------------------------------------------------------------------------------


def test_everything_stands_where_the_field_was_between_ones_own_words() -> None:
    made = slim()
    found = filled("Our notice.", "{{ everything }}", "Our address.").data
    assert texts(found)[0] == "Our notice."
    assert texts(found)[-1] == "Our address."
    assert headings(found) == [section.title for section in made.sections]


def test_a_field_that_word_cut_into_runs_is_one_field() -> None:
    found = filled(["About {", "{ ti", "tle }", "}, made ", "{{DATE}}."], "{{ facts }}").data
    title = case_brief(CAMBODIA).title
    assert texts(found)[0] == f"About {title}, made 22 November 2026."


def test_headers_are_filled_and_keep_what_else_is_there() -> None:
    document = opened(filled("{{ facts }}", header="Logo · {{ kind }} · {{ jurisdiction }}").data)
    assert document.sections[0].header.paragraphs[0].text == (
        "Logo · Internet impact assessment · Cambodia"
    )


def test_a_few_words_may_stand_in_a_table() -> None:
    document = opened(filled("{{ facts }}", table="{{ framework }}").data)
    assert document.tables[-1].cell(0, 0).text == "internet-way-of-networking 1.0.0"


def test_an_address_keeps_its_lines() -> None:
    assessment = assessed(submission=Submission(addressee="The Ministry\n1 Road\nTown"))
    found = filled("To: {{ addressee }}", made=brief(assessment)).data
    assert texts(found)[0] == "To: The Ministry\n1 Road\nTown"


def test_what_was_not_entered_leaves_nothing() -> None:
    assert texts(filled("From {{ sender }}.", made=brief(assessed())).data)[0] == "From ."


def test_each_part_goes_to_one_field_and_none_is_lost() -> None:
    found = filled("{{ recommendations }}", "{{ everything }}", "{{ gaps }}")
    titles = [p.text for p in opened(found.data).paragraphs if p.style.name.startswith("Heading")]
    whole = [
        p.text
        for p in opened(report.write(slim(), "docx")).paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert titles[0] == "Recommendations"
    assert "Gaps and open questions" in titles[-1]
    assert sorted(titles) == sorted(whole)
    assert found.left_out == ()


def test_what_has_no_field_is_told() -> None:
    found = filled("{{ abstract }}", "{{ findings }}", "{{ sources }}")
    assert headings(found.data) == [
        "Abstract",
        "What the Internet needs to exist",
        "What the Internet needs to thrive",
        "Sources",
    ]
    assert "Methodology" in found.left_out
    assert "Sources" not in found.left_out
    assert "Notes" not in found.left_out
    data = template("{{ abstract }}", "{{ findings }}", "{{ sources }}")
    assert templates.left_out(slim(), data) == found.left_out


def test_a_part_that_this_paper_does_not_have_leaves_nothing_behind() -> None:
    made = brief(assessed(judged(CP4, harm="minor")))
    assert texts(filled("Before.", "{{ people }}", "{{ drafts }}", "After.", made=made).data) == [
        "Before.",
        "After.",
    ]


def test_tables_fit_between_the_margins_of_the_template() -> None:
    document = opened(templates.fill(slim(), letter()).data)
    page = document.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    assert len(document.tables) > 5
    for table in document.tables:
        width = sum(int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol")))
        assert 0.97 < width * 635 / room < 1.01


def test_lists_have_bullets_where_the_template_has_no_style_for_them() -> None:
    document = opened(templates.fill(slim(), letter()).data)
    number = document.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element
    (entry,) = [e for e in numbering.findall(qn("w:num")) if e.get(qn("w:numId")) == number]
    shape = entry.find(qn("w:abstractNumId")).get(qn("w:val"))
    (found,) = [
        each
        for each in numbering.findall(qn("w:abstractNum"))
        if each.get(qn("w:abstractNumId")) == shape
    ]
    assert found.find(f".//{qn('w:numFmt')}").get(qn("w:val")) == "bullet"
    order = [child.tag for child in numbering if child.tag != qn("w:numIdMacAtCleanup")]
    assert order == sorted(order, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_a_style_of_the_template_is_used_and_one_it_lacks_takes_its_font() -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = "Our Font"
    document.styles["Heading 1"].font.name = "Our Heading"
    document.add_paragraph("{{ everything }}")
    made = io.BytesIO()
    document.save(made)
    found = opened(templates.fill(slim(), made.getvalue()).data)
    assert found.styles["Heading 1"].font.name == "Our Heading"
    assert found.styles["Verdict"].font.name is None
    assert found.styles["Verdict"].base_style.font.name == "Our Font"
    used = {each.get(qn("w:val")) for each in found.element.body.iter(qn("w:pStyle"))}
    assert used <= {style.style_id for style in found.styles}


def test_the_language_and_direction_are_those_of_the_paper() -> None:
    made = brief(nasty(), Words("ar", gettext.NullTranslations()))
    body = opened(templates.fill(made, EMPTY).data).element.body
    runs = list(body.iter(qn("w:r")))
    assert len(runs) > 50
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None for run in runs)
    lines = list(body.iter(qn("w:p")))
    assert all(p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for p in lines)


def test_what_people_typed_is_never_taken_for_a_field() -> None:
    words = "{{ everything }} {{ nothing }} {% x %} {{ title }}"
    proposal = Proposal(title=words, jurisdiction=words, summary=words)
    made = brief(assessed(judged(CP4, harm="major", rationale=words), proposal=proposal))
    found = filled("{{ title }}", "{{ jurisdiction }}", "{{ everything }}", made=made).data
    assert texts(found)[:2] == [words, words]
    assert texts(found).count(words) >= 4


def test_hostile_text_stands_as_typed() -> None:
    plain = [t for t in texts(report.write(brief(nasty()), "docx")) if "<script>" in t]
    assert plain
    found = texts(templates.fill(brief(nasty()), EMPTY).data)
    assert [t for t in found if "<script>" in t][-len(plain) + 1 :] == plain[1:]


# --- what travels inside -----------------------------------------------------------------------


def test_the_answers_travel_inside_and_the_seal_names_the_template() -> None:
    made = slim()
    inside = carried(filled("{{ abstract }}").data)
    assert inside.assessment == carried(report.write(made, "docx")).assessment
    assert inside.seal.template
    assert not carried(report.write(made, "docx")).seal.template


def test_a_report_taken_for_a_template_loses_the_answers_it_had() -> None:
    old = report.write(brief(assessed(proposal=Proposal(title="Old {{ title }}"))), "docx")
    old = changed(old, MAIN, b"Abstract", b"{{ everything }}")
    assert b"Old" in b"".join(v for k, v in parts(old).items() if k.startswith("customXml/"))
    found = templates.fill(slim(), old).data
    ours = [v for k, v in parts(found).items() if k.startswith("customXml/item") and b"assess" in v]
    assert len([each for each in ours if b"assess-report/1" in each]) == 1
    assert b"Sub-Decree" in carried(found).assessment


def test_a_part_of_the_templates_own_stays_beside_ours() -> None:
    names = [name for name in parts(EMPTY) if name.startswith("customXml/item")]
    assert names, "Word's default has one"
    found = parts(filled("{{ abstract }}").data)
    assert {*names} < {name for name in found if name.startswith("customXml/item")}


def test_the_same_report_and_template_give_the_same_bytes() -> None:
    assert filled("{{ everything }}").data == filled("{{ everything }}").data


def test_links_to_the_web_may_stay_and_a_file_that_word_calls_a_template_is_one() -> None:
    linked = related(EMPTY, "hyperlink", "https://example.org/")
    dotx = changed(linked, TYPES, b"document.main+xml", b"template.main+xml")
    templates.check(dotx, ENGLISH)
    assert headings(templates.fill(slim(), dotx).data)


# --- the starter, the list of fields, the command line ------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_starter_works_as_it_is_and_names_every_field(language) -> None:
    made = templates.starter(Words(language, gettext.NullTranslations()))
    templates.check(made, ENGLISH)
    said = "\n".join(texts(made))
    assert [name for name in templates.FIELDS if f"\n{name}: " not in said] == []
    assert headings(templates.fill(slim(), made).data)[0] == "Abstract"
    assert templates.starter(Words(language, gettext.NullTranslations())) == made


def test_the_manual_lists_the_fields_there_are() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(templates.FIELDS)


def test_the_command_line_fills_a_template_and_says_what_has_no_field(tmp_path, capsys) -> None:
    ours, paper = tmp_path / "ours.docx", tmp_path / "paper.docx"
    ours.write_bytes(template("{{ title }}", "{{ abstract }}"))
    assert cli.main(["report", CAMBODIA, "--to", str(paper), "--template", str(ours)]) == 0
    assert texts(paper.read_bytes())[0] == case_brief(CAMBODIA).title
    assert "ours.docx: no field for: Methodology; " in capsys.readouterr().err


def test_the_command_line_writes_the_starter(tmp_path) -> None:
    path = tmp_path / "starter.docx"
    assert cli.main(["report", "--starter", str(path)]) == 0
    templates.check(path.read_bytes(), ENGLISH)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "x.docx"], "name the assessment and the file to write"),
        ([CAMBODIA], "name the assessment and the file to write"),
        (["--starter", "x.dot"], "x.dot: a template is a Word file; name it .docx"),
        (
            [CAMBODIA, "--to", "x.pdf", "--template", "t"],
            "x.pdf: with --template the report is a Word",
        ),
        ([CAMBODIA, "--to", "x.docx", "--template", "nowhere.docx"], "nowhere.docx: no such file"),
        ([CAMBODIA, "--to", "x.docx", "--template", __file__], "the file is no Word file (DOCX)"),
    ],
)
def test_the_command_line_refuses_in_one_line(
    arguments, told, capsys, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["report", *arguments]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
