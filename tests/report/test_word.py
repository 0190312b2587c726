"""The brief as DOCX."""

from __future__ import annotations

import dataclasses
import gettext
import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from assess import report
from assess.submission import Advice, Recommendations
from assess.text import Words
from tests.report.briefs import (
    CASES,
    DAY,
    DIFFERENT,
    assessed,
    brief,
    case_brief,
    nasty,
)
from tests.report.opened import OFFICE, converted, docx_faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}w"


def docx_text(data):
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(p.itertext("{*}t")) for p in body.iter("{*}p"))


def test_docx_has_real_headings_and_header_rows():
    document = docx.Document(io.BytesIO(report.write(case_brief(CASES[0].id), "docx")))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [section.title for section in case_brief(CASES[0].id).sections]
    xml = etree.tostring(document.element)
    assert xml.count(b"<w:tblHeader/>") == xml.count(b"<w:tblCaption")
    assert xml.count(b"<w:tblHeader/>") >= 5


def test_docx_says_its_title_language_and_day():
    document = docx.Document(io.BytesIO(report.write(case_brief(CASES[0].id), "docx")))
    about = document.core_properties
    assert about.title == case_brief(CASES[0].id).title
    assert about.language == "en"
    assert about.created.date() == about.modified.date() == DAY
    assert b'w:lang w:val="en"' in etree.tostring(document.styles.element)


def test_docx_keeps_hostile_text_as_text():
    text = docx_text(report.write(brief(nasty()), "docx"))
    assert "</script><script>alert(1)</script>" in text
    assert "\ufffd\ufffd end" in text


def test_docx_runs_from_right_to_left_where_the_language_does():
    data = report.write(brief(nasty(), Words("ar", gettext.NullTranslations())), "docx")
    document = docx.Document(io.BytesIO(data))
    xml = etree.tostring(document.element)
    assert b"<w:bidiVisual/>" in xml
    assert b"<w:rtl/>" in xml
    assert b"<w:bidi/>" in etree.tostring(document.styles["Normal"].element)
    assert b"<w:bidi/>" not in etree.tostring(
        docx.Document(io.BytesIO(report.write(brief(assessed()), "docx"))).styles["Normal"].element
    )


def test_docx_children_stand_in_the_order_the_format_wants():
    from assess.report import paper

    document = docx.Document(io.BytesIO(report.write(brief(nasty()), "docx")))
    for tree in (document.element, document.styles.element):
        for name, order in paper._ORDER.items():
            places = order.split()
            for parent in tree.iter("{*}" + name):
                found = [places.index(child.tag.rpartition("}")[2]) for child in parent]
                assert found == sorted(found)


def test_the_number_of_what_she_wrote_hangs_where_her_words_begin():
    texts = ("Allow several.", "اسمح بعدة بوابات.")
    advice = Recommendations(items=tuple(Advice(text=each) for each in texts))
    made = brief(
        assessed(recommendations=advice),
        Words("ar", gettext.NullTranslations()),
        audience="one-page",
    )
    document = docx.Document(io.BytesIO(report.write(made, "docx")))
    hangs = {
        paragraph.text: paragraph._p.pPr.find("{*}ind").keys()[0].rpartition("}")[2]
        for paragraph in document.paragraphs
        if re.match(r"\d\.\t", paragraph.text)
    }
    assert hangs == {f"1.\t{texts[0]}": "left", f"2.\t{texts[1]}": "right"}


def test_docx_tables_have_bold_heads_of_rows_and_begin_where_the_text_does():
    document = docx.Document(io.BytesIO(report.write(case_brief(CASES[0].id), "docx")))
    table = next(t for t in document.tables if t.cell(0, 0).text == "Name")
    assert table.cell(1, 0).paragraphs[0].style.font.bold
    assert not table.cell(1, 1).paragraphs[0].style.font.bold
    assert {e._tbl.tblPr.find("{*}tblCellMar/{*}left").get(W) for e in document.tables} == {"0"}


def test_docx_carries_the_assessment_as_a_part_of_its_own():
    with zipfile.ZipFile(io.BytesIO(report.write(brief(assessed()), "docx"))) as archive:
        names = archive.namelist()
        relations = archive.read("word/_rels/document.xml.rels")
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 12, 0, 0)}
    assert "customXml/item1.xml" in names
    assert b"customXml/item1.xml" in relations
    assert "docProps/thumbnail.jpeg" not in names


def test_docx_leaves_pictures_out_since_the_tables_say_the_same():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    plain, with_picture = brief(assessed()), brief(assessed(), picture_svg=svg)
    one, other = (
        zipfile.ZipFile(io.BytesIO(report.write(each, "docx"))) for each in (plain, with_picture)
    )
    assert one.namelist() == other.namelist()
    assert one.read("word/document.xml") == other.read("word/document.xml")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not here to open a DOCX")
def test_libreoffice_shows_the_title_and_every_heading(tmp_path):
    papers = {f"{c}-{a}": case_brief(c, a) for c in DIFFERENT for a in report.AUDIENCES}
    for name, made in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(report.write(made, "docx"))
    shown = converted(tmp_path)
    for name, made in papers.items():
        assert docx_faults(shown / f"{name}.pdf", made) == [], name
    other = dataclasses.replace(made, title="Another title")
    assert docx_faults(shown / f"{name}.pdf", other) == [
        "LibreOffice does not show “Another title”"
    ]
    assert docx_faults(shown / "none.pdf", made) == ["LibreOffice did not open it"]
