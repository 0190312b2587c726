"""Word and OpenDocument: nothing in tables is lost, headings and counted numbers are kept."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from assess.bill.reading import read
from assess.errors import FileProblems
from tests.bill.reading.made import docx, odt, packed, paragraph

STYLES = """
<w:style w:styleId="Titel2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Chap"><w:name w:val="Chapter"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Art"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="none"/><w:lvlText w:val="%5"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="25"/>
<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def listed(text: str, name: int, depth: int = 0) -> str:
    where = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'
    return paragraph(text, where)


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def lines(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def test_points_in_a_table_stand_with_their_letters() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("(a)", "open networks;"))
    extract = read(docx(paragraph("Article 1") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert [(line.text, line.cell) for line in extract.lines] == [
        ("Article 1", False),
        ("(a) open networks;", True),
    ]


def test_a_text_box_comes_once_and_its_text_is_not_in_the_paragraph_around_it() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    around = f"<w:p><w:r><w:t>Around</w:t></w:r><w:r>{both}</w:r></w:p>"
    assert lines(docx(around)) == ["Around", "In the box"]


def test_what_was_struck_out_is_gone_and_what_was_put_in_is_there() -> None:
    runs = (
        "<w:r><w:t>Providers </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:tab/><w:t>keep</w:t><w:br/><w:t>co</w:t><w:noBreakHyphen/>"
        "<w:t>operating.</w:t></w:r>"
    )
    assert lines(docx(f"<w:p>{runs}</w:p>")) == ["Providers shall keep co-operating."]


def test_styles_of_headings_give_their_depth() -> None:
    body = styled("Part", "Chap") + styled("Scope", "Titel2") + styled("Text.", "Body")
    assert [line.level for line in read(docx(body, STYLES)).lines] == [1, 2, None]


def test_numbers_that_word_counts_are_written_out() -> None:
    body = (
        styled("Scope", "Art")
        + listed("first", 1, 1)
        + listed("second", 1, 1)
        + listed("deep", 1, 2)
        + styled("Definitions", "Art")
        + listed("again", 1, 1)
        + listed("dot", 1, 3)
        + listed("bare", 1, 4)
        + listed("yes", 2)
        + listed("zed", 2)
        + listed("beyond", 2)
        + listed("restarted", 3)
        + listed("unknown list", 9)
    )
    assert lines(docx(body, STYLES, NUMBERING)) == [
        "Article 1. Scope",
        "(a) first",
        "(b) second",
        "1.i deep",
        "Article 2. Definitions",
        "(a) again",
        "• dot",
        "bare",
        "Y) yes",
        "Z) zed",
        "AA) beyond",
        "Article 1. restarted",
        "unknown list",
    ]


def test_an_opendocument_text_keeps_tables_headings_and_spaces() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    extract = read(
        odt(
            "<text:tracked-changes><text:p>struck</text:p></text:tracked-changes>"
            '<text:h text:outline-level="2">Chapter 1</text:h>'
            '<text:p>Every<text:s text:c="2"/>net<text:span>work</text:span>'
            "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>"
            "<text:line-break/>is open.</text:p>"
            f"<table:table><table:table-row>{cell.format('1.')}{cell.format('To all.')}"
            "</table:table-row></table:table>"
        )
    )
    assert [(line.text, line.level, line.cell) for line in extract.lines] == [
        ("Chapter 1", 2, False),
        ("Every network is open.", None, False),
        ("1. To all.", None, True),
    ]


def lying(data: bytes) -> bytes:
    """The same file, its directory saying that the first part unpacks to ten bytes."""
    place = data.index(b"PK\x01\x02") + 24
    return data[:place] + (10).to_bytes(4, "little") + data[place + 4 :]


TOO_LARGE = "unpacks to far more than any law"
REFUSED = [
    (docx(paragraph("a" * 3_000_000)), TOO_LARGE),
    (packed({f"{number}.xml": "" for number in range(10_001)}), TOO_LARGE),
    (
        packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "declares entities",
    ),
    (packed({"word/document.xml": "<a>"}), "damaged at line 1"),
    (packed({"word/document.xml": b"\0\1\2\3" * 50}), "not text"),
    (docx(""), "holds no text"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED, ids=range(len(REFUSED)))
def test_a_packed_file_made_to_harm_is_refused(data, why) -> None:
    with pytest.raises(FileProblems, match=why):
        read(data)


def test_a_part_larger_than_it_says_is_not_read_to_its_end() -> None:
    with pytest.raises(FileProblems, match=r"unpacks to|damaged"):
        read(lying(docx(paragraph("a" * 5000))))


def test_an_encrypted_part_is_called_locked() -> None:
    data = bytearray(docx(paragraph("Article 1")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        assert archive.infolist()[0].flag_bits & 1
    with pytest.raises(FileProblems, match="locked with a password"):
        read(bytes(data))
