"""The look of a DOCX report: page, fonts, colours, styles, language and writing direction."""

from __future__ import annotations

from typing import Final, NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from lxml.etree import _Element

from assess.report.document import Tone

PAGE = (210, 297)  # millimetres
SERIF, SANS = "Cambria", "Calibri"
INK, SOFT, ACCENT, LINE, PANEL = "1B2430", "4C5866", "0B4A6F", "C9D1DA", "F4F6F8"
TONES: Final[dict[Tone, str]] = {
    "plain": SOFT,
    "harm": "9C1F1F",
    "benefit": "17603F",
    "unknown": "6A4A00",
}
# The order in which the format wants children; Word may call a file damaged that has another.
_ORDER: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing "
    "mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs "
    "highlight u shd vertAlign rtl cs em lang",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg bidi docGrid",
}


class Look(NamedTuple):
    """Font, size and spacing of one style, in points."""

    font: str
    points: float
    colour: str = INK
    bold: bool = False
    before: float = 0
    after: float = 0
    with_next: bool = False


LOOKS: Final = {
    "Normal": Look(SERIF, 11, after=7),
    "Title": Look(SERIF, 26, bold=True, before=4, after=14, with_next=True),
    "Subtitle": Look(SANS, 10, ACCENT, bold=True, with_next=True),
    "Heading 1": Look(SERIF, 18, ACCENT, bold=True, before=28, after=8, with_next=True),
    "Heading 2": Look(SERIF, 13.5, bold=True, before=18, after=5, with_next=True),
    "Heading 3": Look(SERIF, 11.5, bold=True, before=12, after=4, with_next=True),
    "Caption": Look(SANS, 9.5, SOFT, bold=True, before=10, after=5, with_next=True),
    "List Bullet": Look(SERIF, 11, after=3),
    "Footer": Look(SANS, 8.5, SOFT),
    "Lead": Look(SERIF, 12, after=8),
    "Small": Look(SANS, 9, SOFT, after=5),
    "Label": Look(SANS, 9, SOFT, bold=True, before=5, after=1, with_next=True),
    "Assessor Words": Look(SERIF, 11, after=6),
    "Finding": Look(SANS, 10.5, after=3),
    "Verdict": Look(SERIF, 13.5, bold=True, after=4, with_next=True),
    "Verdict Detail": Look(SERIF, 10.5, after=4),
    "Note Title": Look(SANS, 9.5, bold=True, after=2, with_next=True),
    "Note Text": Look(SANS, 9.5, after=3),
    "Table Text": Look(SANS, 9.5, before=2, after=2),
    "Row Head": Look(SANS, 9.5, bold=True, before=2, after=2),
    "Table Head": Look(SANS, 9, bold=True, before=2, after=2, with_next=True),
}


class Size(NamedTuple):
    """How much room there is: margins in millimetres, lines as a multiple, and the styles."""

    margin: int
    line: float
    looks: dict[str, Look]


def _small() -> dict[str, Look]:
    """The styles for a paper that must stay on one page."""
    points = {"Title": 15.0, "Heading 1": 11.5, "Verdict": 10.5, "Subtitle": 8.5}
    return {
        name: look._replace(
            points=points.get(name, round(2 * 0.82 * look.points) / 2),  # half points are known
            before=0.3 * look.before,
            after=0.35 * look.after,
        )
        for name, look in LOOKS.items()
    }


FULL = Size(margin=25, line=1.2, looks=LOOKS)
SMALL = Size(margin=16, line=1.0, looks=_small())


def add(parent: _Element, tag: str, **attributes: str) -> _Element:
    """Add (or replace) a child in the place the format wants it; attributes are in `w:`."""
    for old in parent.findall(qn(f"w:{tag}")):
        parent.remove(old)
    child = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    order = _ORDER.get(_local(parent))
    if order:
        places = order.split()
        parent[:] = sorted(parent, key=lambda each: places.index(_local(each)))
    return child


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def edge(parent: _Element, side: str, colour: str, eighths: int, **more: str) -> None:
    """A rule on one side; `eighths` of a point wide."""
    kind = more.get("kind", "single")
    add(parent, side, val=kind, sz=str(eighths), space=more.get("space", "0"), color=colour)


def prepare(document: Document, language: str, size: Size, *, rtl: bool) -> None:
    """Give the document its page, styles and language (a BCP 47 tag)."""
    _page(document, size, rtl=rtl)
    there = {style.name for style in document.styles}
    for name, look in size.looks.items():
        if name not in there:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _style(document, name, look, size, rtl=rtl)
    start = "right" if rtl else "left"
    words = document.styles["Assessor Words"].element.get_or_add_pPr()
    edge(add(words, "pBdr"), start, LINE, 18, space="8")
    add(words, "ind", **{start: "200"})
    heading = document.styles["Heading 1"].element.get_or_add_pPr()
    edge(add(heading, "pBdr"), "bottom", LINE, 6, space="3")
    add(document.styles["Title"].element.get_or_add_pPr(), "pBdr")
    _hyperlinks(document)
    _languages(document, language)


def _page(document: Document, size: Size, *, rtl: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = Mm(size.margin)
    section.top_margin = section.bottom_margin = Mm(size.margin)
    section.header_distance = section.footer_distance = Mm(size.margin // 2)
    if rtl:
        add(section._sectPr, "bidi")


def _style(document: Document, name: str, look: Look, size: Size, *, rtl: bool) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, look)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = size.line if look.points < 13 else min(size.line, 1.1)
    layout.keep_with_next, layout.widow_control = look.with_next, True
    if rtl:
        add(style.element.get_or_add_pPr(), "bidi")


def _font(style: ParagraphStyle, look: Look) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.points), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    properties = style.element.get_or_add_rPr()
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), look.font)
    add(properties, "rFonts", **fonts)
    add(properties, "spacing", val="0")
    add(properties, "kern", val="0")
    # size and weight of Arabic and Hebrew letters, which the format keeps apart from the others
    add(properties, "szCs", val=str(round(2 * look.points)))
    add(properties, "bCs", val="1" if look.bold else "0")


def _hyperlinks(document: Document) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.color.rgb = RGBColor.from_string(ACCENT)
    style.font.underline = True


def _languages(document: Document, language: str) -> None:
    for mark in document.styles.element.iter(qn("w:lang")):
        for attribute in ("val", "bidi"):
            mark.set(qn(f"w:{attribute}"), language)
