"""The brief as PDF: read by a screen reader, set in every script, whatever was typed."""

from __future__ import annotations

import dataclasses
import gettext
import re
import unicodedata
from contextlib import closing

import pypdfium2
import pytest

from assess import diagram, picture, report
from assess.errors import AssessError
from assess.explain import Telling
from assess.findings import analyse
from assess.proposal import Proposal
from assess.report import pdf as pdf_writer
from assess.report.document import (
    Beside,
    Item,
    Items,
    Mark,
    Marks,
    Paragraph,
    Section,
    Table,
    UserText,
)
from assess.report.pdf.glyphs import FONTS, followers, shown
from assess.report.pdf.sheet import sheet
from assess.report.pdf.type import SIGN, Type
from assess.submission import Advice, Recommendations
from assess.text import Words
from tests.report.briefs import (
    CAMBODIA,
    CP4,
    DIFFERENT,
    ENGLISH,
    FRAMEWORK,
    LIBRARY,
    assessed,
    blocks,
    brief,
    case_brief,
    judged,
    nasty,
)
from tests.report.opened import pdf_faults
from tests.report.pdfs import elements, kinds, objects, text_of

ARABIC = "تصبح جميع المسارات معتمدة على نقطة واحدة (BGP)."
CHINESE = "所有路径都要经过少数几个指定的网关，分布式路由因此变成固定的树状结构。"
GREEK, RUSSIAN, TURKISH = "Κάθε διαδρομή", "Все пути ведут", "Ağların tümü; İĞŞ"


@pytest.fixture(scope="module")
def made():
    """The brief of a case, with the framework drawn."""
    case = LIBRARY.case(CAMBODIA)
    given = case.assessment()
    telling = Telling(FRAMEWORK, given, analyse(FRAMEWORK, given), ENGLISH)
    svg = picture.svg(diagram.draw(telling), ENGLISH)
    return brief(given, case=case, picture_svg=svg)


@pytest.fixture(scope="module")
def pdf(made):
    return report.write(made, "pdf")


@pytest.mark.parametrize("audience", report.AUDIENCES)
@pytest.mark.parametrize("case", DIFFERENT)
def test_a_screen_reader_finds_all_it_needs(case, audience):
    made = case_brief(case, audience)
    assert pdf_faults(report.write(made, "pdf"), made) == []


def test_a_screen_reader_finds_the_picture_too(pdf, made):
    assert pdf_faults(pdf, made) == []


@pytest.mark.parametrize(
    ("part", "instead", "fault"),
    [
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>9<", "it does not say that it is PDF/UA-1"),
        (b"/Marked true", b"/Marked null", "it does not say that it is tagged"),
        (b"/Lang(en)", b"/Lang(fr)", "its language is not en"),
        (b"/Title(Sub-Decree", b"/Title(Decree", "its title is not that of the paper"),
        (b"/S/H2", b"/S/H3", "its headings are not tagged in their order"),
        (b"/S/H2", b"/S/H3", "a level of heading is left out"),
        (b"/S/Title", b"/S/Quote", "it has not one title"),
        (b"/Alt(", b"/Art(", "a picture says nothing to whoever cannot see it"),
        (b"/Scope/Column", b"/Scope/Collum", "a table has a row or a column without a head"),
        (b"/S/TH/P", b"/S/TD/P", "a table has a row or a column without a head"),
    ],
)
def test_what_a_screen_reader_misses_is_told(pdf, made, part, instead, fault):
    assert part in pdf
    assert fault in pdf_faults(pdf.replace(part, instead), made)


def test_a_heading_that_no_bookmark_leads_to_is_told(pdf, made):
    other = dataclasses.replace(made, sections=made.sections[1:])
    assert "its bookmarks are not the headings in their order" in pdf_faults(pdf, other)


def test_every_table_has_heads_of_columns_and_of_rows(pdf, made):
    tables = [b for s in made.sections for b in blocks(s) if isinstance(b, Table)]
    heads = [each for each in elements(pdf).values() if each.startswith(b"/TH/")]
    columns = sum(b"/Scope/Column" in each for each in heads)
    assert columns == sum(len(table.head) for table in tables)
    rows = sum(b"/Scope/Row" in each for each in heads)
    assert rows > sum(len(table.rows) for table in tables)  # and the terms of facts
    assert rows + columns == len(heads)
    assert kinds(pdf)["Caption"] >= len(tables)


def test_the_picture_is_drawn_in_lines_and_says_in_words_what_it_shows(pdf):
    (figure,) = (each for each in elements(pdf).values() if each.startswith(b"/Figure"))
    assert b"/Alt" in figure
    assert b"/Subtype/Image" not in b"".join(objects(pdf).values())
    assert "▼▼▼ major harm" in text_of(pdf)  # its words can be selected


def test_heads_of_a_table_are_said_again_on_every_page():
    cited = tuple(str(number) for number in range(1, 120))
    long = brief(assessed(judged(CP4, harm="major", provisions=cited)))
    with closing(pypdfium2.PdfDocument(report.write(long, "pdf"))) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    with_head = [page for page in pages if re.search(r"Provision\s+CP4 Common Global", page)]
    assert len(with_head) >= 3


def test_a_table_does_not_begin_where_one_row_finds_room(pdf):
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    (start,) = (page for page in pages if "Harms and benefits side by side" in page)
    assert start.count("none found") >= 3


def test_a_space_at_which_no_line_may_end_stays_one():
    assert Type().line(" 72–79\u00a0%\n\t(une\u202f!) ") == "72–79\u00a0% (une\u202f!)"


def test_what_leads_into_the_next_and_what_is_short_stays_whole():
    """Whatever says why stands on the page of what it is about."""
    marks, aside = Marks((Mark("▼", "Minor harm."),)), Paragraph("It rests on 6.", "small")
    effect, reason = Paragraph("An effect.", number="7."), UserText("Reason", "Because.")
    items = Items((Item("One."), Item("Two.", "detail " * 300)))
    made = brief(assessed())
    section = Section("s", "S", (marks, aside, effect, reason, effect, items))
    data = sheet(dataclasses.replace(made, sections=(section,)), Type())
    told = data["sections"][0]["blocks"]
    assert [each["leads"] for each in told] == [True, False, True, False, True, False]
    pair = Section("s", "S", (Beside(effect, effect), Beside(reason, reason)))
    data = sheet(dataclasses.replace(made, sections=(pair,)), Type())
    assert data["sections"][0]["blocks"][0]["leads"]
    assert (told[-1]["long"], [each["whole"] for each in told[-1]["items"]]) == (
        True,
        [True, False],
    )


def test_every_script_that_is_promised_is_set():
    scripts = (ARABIC, CHINESE, GREEK, RUSSIAN, TURKISH)
    given = assessed(
        judged(CP4, harm="major", rationale="\n".join(scripts)), proposal=Proposal(title=CHINESE)
    )
    found = unicodedata.normalize("NFKC", text_of(report.write(brief(given), "pdf")))
    assert "cannot be shown" not in found
    for text in scripts:
        words = re.findall(r"\w{3,}", text)[:4]
        assert words
        assert all(word in found or word[::-1] in found for word in words)


def test_a_report_in_arabic_runs_from_right_to_left():
    data = report.write(brief(nasty(), Words("ar", gettext.NullTranslations())), "pdf")
    assert b"/Direction/R2L" in b"".join(objects(data).values())


def test_what_looks_like_markup_is_printed_as_typed():
    typed = '#import "x.typ": * #sys.inputs $ x^2 $ *b* _i_ `raw` @ref <label> \\ // no comment'
    given = assessed(judged(CP4, harm="major", rationale=typed))
    assert typed in " ".join(text_of(report.write(brief(given), "pdf")).split())


def test_a_character_that_no_font_has_is_named_never_left_blank():
    given = assessed(
        judged(CP4, harm="major", rationale="Like \U0001f600 this, \u202e turned\u202c.")
    )
    text = " ".join(text_of(report.write(brief(given), "pdf")).split())
    assert f"2 characters cannot be shown in this PDF; {SIGN} stands in their place" in text
    assert "U+1F600 grinning face, U+202E right-to-left override" in text
    assert f"Like {SIGN} this, {SIGN} turned" in text


def test_marks_and_letters_of_every_plane_can_be_set():
    type = Type()
    codes = (code for code in range(0xA0, 0x110000, 113) if not 0xD800 <= code < 0xE000)
    planes = [chr(code) for code in codes]
    marks = sorted(followers())
    mixed = "".join(a + marks[at % len(marks)] for at, a in enumerate(planes))
    set_in_type = type.line(mixed)
    assert set(set_in_type) <= shown() | {" "}
    given = assessed(judged(CP4, harm="major", rationale=mixed[:15_000]))
    assert report.write(brief(given), "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("length", [27, 5_000])
def test_a_word_without_an_end_stays_on_the_page(length):
    given = assessed(judged(CP4, harm="major", rationale="y" * length))
    found = 0
    with closing(pypdfium2.PdfDocument(report.write(brief(given), "pdf"))) as document:
        for page in document:
            width = page.get_width()
            text = page.get_textpage()
            right = max(text.get_charbox(at)[2] for at in range(text.count_chars()))
            assert right < width - 50
            found += text.get_text_range().count("y")
    assert found >= length  # nothing is cut off either


@pytest.mark.parametrize(
    "words", ["Wide gateways must wait for the Ministry. ", "يجب أن تمر عبر بوابة. "]
)
def test_a_paper_of_one_page_is_set_so_that_it_fits(words):
    effects = (judged(node.id, harm="major", rationale=words * 30) for node in FRAMEWORK.judged)
    advice = tuple(Advice(text=words * 20) for _ in range(9))
    given = assessed(
        *effects,
        proposal=Proposal(title=words * 6, jurisdiction=words * 6, summary=words * 60),
        recommendations=Recommendations(items=advice),
    )
    data = report.write(brief(given, audience="one-page"), "pdf")
    with closing(pypdfium2.PdfDocument(data)) as document:
        assert len(document) == 1


def test_an_empty_assessment_is_a_whole_file():
    assert "Proposal without a title" in text_of(report.write(brief(assessed()), "pdf"))


def test_a_report_that_takes_too_long_is_given_up_with_advice(monkeypatch):
    monkeypatch.setattr(pdf_writer, "SECONDS", 0.001)
    with pytest.raises(AssessError, match="take the web page or the Word file"):
        report.write(brief(assessed()), "pdf")


def test_the_licence_lies_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")
    assert len(list(FONTS.glob("*.[ot]tf"))) == 13
