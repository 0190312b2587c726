"""A report as a DOCX file: real styles and headings, the assessment file as a part of its own.

Pictures are left out: a DOCX shows SVG only beside a raster copy, and nothing here draws one. The
tables say the same in words.
"""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, RGBColor
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from assess.report import paper
from assess.report.carrier import envelope, xml_part
from assess.report.direction import right_to_left
from assess.report.document import (
    Block,
    Cell,
    Fact,
    Facts,
    Items,
    Mark,
    Marks,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    Tone,
    UserText,
    Verdict,
)

_ROLES = {"body": "Normal", "lead": "Lead", "small": "Small"}
_BORDERS = {"question": "single", "suggestion": "dashed", "caution": "single"}
_STORE = "{B1F5E3C0-6B1D-4B7C-9A57-6F0C1D7A2E11}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    f'<ds:datastoreItem ds:itemID="{_STORE}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    "<ds:schemaRefs/></ds:datastoreItem>"
)


def write(report: Report) -> bytes:
    """The report as a DOCX file; the same report always gives the same bytes."""
    document = docx.Document()
    Writer(document, report).write()
    describe(document, report)
    _carry(document, envelope(report))
    made = BytesIO()
    document.save(made)
    return with_fixed_times(made, report.made_on)


def describe(document: Document, report: Report) -> None:
    """Say in the file's properties what it is, by what it was made and when."""
    about = document.core_properties
    noon = datetime.datetime.combine(report.made_on, datetime.time(12))
    about.title, about.subject = clean(report.title)[:255], report.kind
    about.author = about.last_modified_by = about.comments = report.maker
    about.created = about.modified = noon
    about.language, about.keywords, about.revision = report.words.language, "", 1


def _carry(document: Document, content: bytes) -> None:
    """Put what travels in, in the place of the template's own extra parts."""
    main, package = document.part, document.part.package
    for rels, kind in (
        (main.rels, RELATIONSHIP_TYPE.CUSTOM_XML),
        (package.rels, RELATIONSHIP_TYPE.THUMBNAIL),
    ):
        for key in [key for key, rel in rels.items() if rel.reltype == kind]:
            rels.pop(key)
    attach(document, content, 1)


def attach(document: Document, content: bytes, number: int) -> None:
    """Put what travels in, as the custom XML part of this number."""
    main, package = document.part, document.part.package
    name = PackURI(f"/customXml/item{number}.xml")
    item = Part(name, CONTENT_TYPE.XML, xml_part(content), package)
    name = PackURI(f"/customXml/itemProps{number}.xml")
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    item.relate_to(
        Part(name, kind, _PROPERTIES.encode(), package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS
    )
    main.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def with_fixed_times(made: BytesIO, day: datetime.date) -> bytes:
    """The same file with each of its parts dated at noon of this day."""
    packed = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()


def clean(text: str) -> str:
    """Text without the two characters that XML cannot hold."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


class Writer:
    """Writes blocks into one document."""

    def __init__(self, document: Document, report: Report) -> None:
        self.document, self.report = document, report
        self.rtl = report.words.direction == "rtl"
        self.bookmarks = 0
        self.size = paper.SMALL if report.is_compact else paper.FULL
        paper.prepare(document, report.words.language, self.size, rtl=self.rtl)
        self.styles = {str(style.name): style.style_id for style in document.styles}

    def write(self) -> None:
        report = self.report
        self.line(report.kind, "Subtitle")
        self.line(report.title, "Title", user=True)
        self.facts(report.facts)
        if report.has_contents:
            self.contents()
        for section in report.sections:
            self.section(section, 1)
        self.footer()

    def line(self, text: str, style: str, *, user: bool = False) -> DocxParagraph:
        """A paragraph; the assessor's words carry their own language and direction."""
        paragraph = self.paragraph(style)
        self.run(paragraph, text, user=user)
        return paragraph

    def paragraph(self, style: str) -> DocxParagraph:
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self.styles[style]
        return paragraph

    def run(
        self, paragraph: DocxParagraph, text: str, *, user: bool = False, tone: Tone | None = None
    ) -> Run:
        run = paragraph.add_run(clean(text))
        if tone:
            run.font.color.rgb = RGBColor.from_string(paper.TONES[tone])
        towards = right_to_left(text)
        rtl = self.rtl if towards is None else towards
        if rtl:
            paper.add(run._r.get_or_add_rPr(), "rtl")
        if user:
            language = self.report.text_language
            paper.add(run._r.get_or_add_rPr(), "lang", val=language, bidi=language)
            if rtl != self.rtl:
                paper.add(paragraph._p.get_or_add_pPr(), "bidi", val="1" if rtl else "0")
        return run

    def contents(self) -> None:
        _ = self.report.words.gettext
        self.line(_("Contents"), "Label").paragraph_format.space_before = Emu(190_500)
        for section in self.report.sections:
            self.link(self.paragraph("Small"), section.title, anchor=section.id)

    def section(self, section: Section, depth: int) -> None:
        heading = self.line(section.title, f"Heading {min(depth, 3)}")
        self.bookmark(heading, section.id)
        for block in section.blocks:
            self.block(block)
        for child in section.sections:
            self.section(child, depth + 1)

    def bookmark(self, paragraph: DocxParagraph, name: str) -> None:
        self.bookmarks += 1
        for tag in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{tag}")
            mark.set(qn("w:id"), str(self.bookmarks))
            if tag == "bookmarkStart":
                mark.set(qn("w:name"), name.replace("-", "_")[:40])
            paragraph._p.append(mark)

    def link(self, paragraph: DocxParagraph, text: str, *, url: str = "", anchor: str = "") -> None:
        link = OxmlElement("w:hyperlink")
        if url:
            target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), target)
        else:
            link.set(qn("w:anchor"), anchor.replace("-", "_")[:40])
        run = self.run(paragraph, text)
        run._r.style = self.styles["Hyperlink"]
        link.append(run._r)
        paragraph._p.append(link)

    def block(self, block: Block) -> None:
        if isinstance(block, Verdict | Note):
            self.set_apart(block)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Facts):
            self.facts(block.facts)
        elif isinstance(block, Items):
            self.items(block)
        else:
            self.plain(block)

    def plain(self, block: Paragraph | UserText | Marks | Picture) -> None:
        if isinstance(block, Paragraph):
            self.numbered(block.number, block.text, _ROLES[block.role])
        elif isinstance(block, UserText):
            if block.label:
                self.line(block.label, "Label")
            style = "Normal" if block.number else "Assessor Words"
            self.numbered(block.number, block.text, style, user=True)
        elif isinstance(block, Marks):
            for mark in block.marks:
                self.mark(mark)

    def numbered(self, number: str, text: str, style: str, *, user: bool = False) -> None:
        """A paragraph whose number, where it has one, stands out at its start."""
        paragraph = self.paragraph(style)
        if number:
            start = "right" if self.rtl else "left"
            indent = {start: "560", "hanging": "560"}
            paper.add(paragraph._p.get_or_add_pPr(), "ind", **indent)
            self.run(paragraph, f"{number}\t")
        self.run(paragraph, text, user=user)

    def mark(self, mark: Mark) -> None:
        paragraph = self.paragraph("Finding")
        if mark.symbol:
            self.run(paragraph, f"{mark.symbol} ", tone=mark.tone)
        self.run(paragraph, mark.text)

    def set_apart(self, block: Verdict | Note) -> None:
        if isinstance(block, Verdict):
            lines = [self.line(block.heading, "Label"), self.line(block.text, "Verdict")]
            lines += [self.line(text, "Verdict Detail") for text in block.more]
            for line in lines:
                self.panel(line, paper.TONES[block.tone])
        else:
            lines = [self.line(block.title, "Note Title")]
            lines += [self.line(text, "Note Text") for text in block.texts]
            for line in lines:
                self.frame(line, _BORDERS[block.kind])
        for line in lines[:-1] if len(lines) < 5 else ():
            line.paragraph_format.keep_with_next = True  # a long box may run over a page
        self.gap()  # without it, two boxes that follow each other become one

    def panel(self, line: DocxParagraph, colour: str) -> None:
        properties = line._p.get_or_add_pPr()
        start = "right" if self.rtl else "left"
        paper.edge(paper.add(properties, "pBdr"), start, colour, 36, space="10")
        paper.add(properties, "shd", val="clear", color="auto", fill=paper.PANEL)
        paper.add(properties, "ind", left="240", right="240")

    def frame(self, line: DocxParagraph, kind: str) -> None:
        properties = line._p.get_or_add_pPr()
        borders = paper.add(properties, "pBdr")
        for side in ("top", "left", "bottom", "right"):
            paper.edge(borders, side, paper.SOFT, 4, kind=kind, space="6")
        paper.add(properties, "ind", left="160", right="160")

    def items(self, block: Items) -> None:
        for each in block.items:
            paragraph = self.line(each.text, "List Bullet")
            if each.url:
                paragraph.add_run().add_break()
                web = each.url.startswith(("https://", "http://"))
                if web:
                    self.link(paragraph, each.url, url=each.url)
                else:
                    self.run(paragraph, each.url, tone="plain")
            if each.detail:
                paragraph.add_run().add_break()
                self.run(paragraph, each.detail, tone="plain")

    def facts(self, facts: tuple[Fact, ...]) -> None:
        cells = self.grid((3, 9), len(facts))
        for (term, text), fact in zip(cells, facts, strict=True):
            self.fill(term, Cell(fact.term), "Label")
            self.fill(text, Cell(fact.text, user=fact.user), "Table Text")
        self.gap()

    def table(self, table: Table) -> None:
        self.line(table.caption, "Caption")
        head, *rows = self.grid(table.widths, len(table.rows) + 1, table.caption)
        for target, text in zip(head, table.head, strict=True):
            self.fill(target, Cell(text), "Table Head")
        for targets, row in zip(rows, table.rows, strict=True):
            for target, cell in zip(targets, row, strict=True):
                self.fill(target, cell, "Table Text")
        self.gap()
        if table.key:
            self.line("; ".join(table.meanings), "Small")

    def grid(self, widths: tuple[int, ...], rows: int, caption: str = "") -> list[list[_Cell]]:
        """An empty table, its cells row by row; with a caption its first row is a header."""
        grid: DocxTable = self.document.add_table(rows, len(widths))
        grid.autofit = False
        properties = grid._tbl.tblPr
        if self.rtl:
            paper.add(properties, "bidiVisual")
        borders = paper.add(properties, "tblBorders")
        for side in ("top", "bottom", "insideH"):
            paper.edge(borders, side, paper.LINE, 4)
        if caption:
            paper.add(properties, "tblCaption", val=clean(caption))
            paper.add(grid._tbl.tr_lst[0].get_or_add_trPr(), "tblHeader")
        return self.sized(grid, widths)

    def sized(self, grid: DocxTable, widths: tuple[int, ...]) -> list[list[_Cell]]:
        """Columns at their widths, rows that never break across pages."""
        full = Mm(paper.PAGE[0] - 2 * self.size.margin)
        columns = [Emu(full * width // sum(widths)) for width in widths]
        for column, width in zip(grid._tbl.tblGrid.gridCol_lst, columns, strict=True):
            column.w = width
        cells = []
        for row in grid._tbl.tr_lst:  # python-docx's own access takes time with the square of rows
            paper.add(row.get_or_add_trPr(), "cantSplit")
            for cell, width in zip(row.tc_lst, columns, strict=True):
                cell.width = width
            cells.append([_Cell(cell, grid) for cell in row.tc_lst])
        return cells

    def fill(self, target: _Cell, cell: Cell, style: str) -> None:
        paragraph = DocxParagraph(target._tc.p_lst[0], target)
        paragraph._p.style = self.styles[style]
        if cell.symbol:
            self.run(paragraph, f"{cell.symbol} ", tone=cell.tone)
        self.run(paragraph, cell.text, user=cell.user)

    def gap(self) -> None:
        """Space below a table or a box, which have none of their own."""
        gap = self.paragraph("Small").paragraph_format
        gap.space_after = Emu(0)
        gap.line_spacing = 0.7

    def footer(self) -> None:
        _ = self.report.words.gettext
        footer = self.document.sections[0].footer.paragraphs[0]
        before, _number, after = _("Page {number}").partition("{number}")
        self.run(footer, f"{self.report.title[:90]}  ·  ", user=False)
        self.run(footer, before)
        for kind in ("begin", "", "end"):
            self.field(footer.add_run(), kind)
        self.run(footer, after)

    def field(self, run: Run, kind: str) -> None:
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = "PAGE"
        run._r.append(mark)
