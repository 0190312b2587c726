"""Writes the blocks of a report into a Word document: real styles, headings and table heads.

Pictures are left out: a DOCX shows SVG only beside a raster copy, and nothing here draws one. The
tables say the same in words.
"""

from __future__ import annotations

from copy import copy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, RGBColor
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from assess.report import paper
from assess.report.direction import right_to_left
from assess.report.document import (
    Beside,
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
from assess.report.wordcount import of_block

_LONG = 2_000  # characters of two columns that may not find room on one page
_ROLES = {"body": "Normal", "lead": "Lead", "small": "Small"}
_BORDERS = {"question": "single", "suggestion": "dashed", "caution": "single"}


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
        self.into: Document | _Cell = document
        self.is_second = False

    def write(self) -> None:
        report = self.report
        self.head()
        if report.has_contents:
            self.contents()
        for section in report.sections:
            self.section(section, 1)
        self.footer()

    def head(self) -> None:
        report, second = self.report, self.report.second
        self.both(self.paragraph("Subtitle"), report.kind, second.kind if second else "")
        title = self.line(report.title, "Title", user=True)
        if second and second.title != report.title:
            self.run(title, " / ")
            self.in_second().run(title, second.title, user=True)
        self.facts(report.facts)
        if second:
            self.in_second().facts(second.facts)

    def in_second(self, into: _Cell | None = None) -> Writer:
        """Who writes the report's second language into the same document, or into a cell of it."""
        other = copy(self)
        other.report = self.report.second or self.report
        other.rtl = other.report.words.direction == "rtl"
        other.into, other.is_second = into or self.into, True
        return other

    def both(self, paragraph: DocxParagraph, first: str, second: str) -> DocxParagraph:
        """A line in one language, or in both where they are not the same."""
        self.run(paragraph, first)
        if second not in ("", first):
            self.run(paragraph, " / ")
            self.in_second().run(paragraph, second)
        return paragraph

    def line(self, text: str, style: str, *, user: bool = False) -> DocxParagraph:
        """A paragraph; the assessor's words carry their own language and direction."""
        paragraph = self.paragraph(style)
        self.run(paragraph, text, user=user)
        return paragraph

    def paragraph(self, style: str) -> DocxParagraph:
        paragraph = self.into.add_paragraph()
        paragraph._p.style = self.styles[style]
        if self.is_second:
            self.turn(paragraph)
        return paragraph

    def turn(self, paragraph: DocxParagraph) -> None:
        """Let a paragraph run as this language runs."""
        paper.add(paragraph._p.get_or_add_pPr(), "bidi", val="1" if self.rtl else "0")

    def run(
        self,
        paragraph: DocxParagraph,
        text: str,
        *,
        user: bool = False,
        tone: Tone | None = None,
        language: str = "",
    ) -> Run:
        run = paragraph.add_run(clean(text))
        if tone:
            run.font.color.rgb = RGBColor.from_string(paper.TONES[tone])
        towards = right_to_left(text)
        rtl = self.rtl if towards is None else towards
        if rtl:
            paper.add(run._r.get_or_add_rPr(), "rtl")
        if user or self.is_second:
            own = self.report.text_language if user else self.report.words.language
            given = language or own
            paper.add(run._r.get_or_add_rPr(), "lang", val=given, bidi=given)
        if user and rtl != self.rtl:
            paper.add(paragraph._p.get_or_add_pPr(), "bidi", val="1" if rtl else "0")
        return run

    def contents(self) -> None:
        _ = self.report.words.gettext
        second = self.report.second
        again = second.words.gettext("Contents") if second else ""
        label = self.both(self.paragraph("Label"), _("Contents"), again)
        label.paragraph_format.space_before = Emu(190_500)
        for section in self.report.sections:
            line = self.paragraph("Small")
            self.link(line, section.title, anchor=section.id)
            if section.second:
                self.in_second().run(line, f" / {section.second}")

    def section(self, section: Section, depth: int) -> None:
        heading = self.paragraph(f"Heading {min(depth, 3)}")
        self.both(heading, section.title, section.second)
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
        elif isinstance(block, Beside):
            self.beside(block)
        else:
            self.plain(block)

    def beside(self, block: Beside) -> None:
        """Both languages, each in a column, or one below the other where both are wide."""
        if block.is_wide:
            self.block(block.first)
            self.in_second().block(block.second)
            return
        letters = sum(map(len, (*of_block(block.first), *of_block(block.second))))
        first, second = self.columns(whole=letters < _LONG)
        left = copy(self)
        left.into = first
        left.block(block.first)
        self.in_second(second).block(block.second)
        for cell in (first, second):
            cell._tc.remove(cell._tc.p_lst[0])  # the empty one that every new cell has
            for paragraph in cell._tc.p_lst:
                # kept with the next, the row would draw all rows below onto one page with it
                paper.add(paragraph.get_or_add_pPr(), "keepNext", val="0")

    def columns(self, *, whole: bool) -> list[_Cell]:
        """Two columns without lines; unless `whole` they go on over the end of a page."""
        grid: DocxTable = self.document.add_table(1, 2)
        grid.autofit = False
        if self.rtl:
            paper.add(grid._tbl.tblPr, "bidiVisual")
        (cells,) = self.sized(grid, (1, 1), whole=whole)
        return cells

    def plain(self, block: Paragraph | UserText | Marks | Picture) -> None:
        if isinstance(block, Paragraph):
            self.numbered(block.number, block.text, _ROLES[block.role])
        elif isinstance(block, UserText):
            if block.label:
                self.line(block.label, "Label")
            style = "Normal" if block.number else "Assessor Words"
            self.numbered(block.number, block.text, style, user=True, language=block.language)
        elif isinstance(block, Marks):
            for mark in block.marks:
                self.mark(mark)

    def numbered(
        self, number: str, text: str, style: str, *, user: bool = False, language: str = ""
    ) -> None:
        """A paragraph whose number, where it has one, stands out at its start."""
        paragraph = self.paragraph(style)
        if number:
            towards = right_to_left(text) if user else None  # her words run as they are written
            start = "right" if (self.rtl if towards is None else towards) else "left"
            indent = {start: "560", "hanging": "560"}
            paper.add(paragraph._p.get_or_add_pPr(), "ind", **indent)
            self.run(paragraph, f"{number}\t")
        self.run(paragraph, text, user=user, language=language)

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
            self.fill(text, Cell(fact.text, user=fact.user, language=fact.language), "Table Text")
        self.gap()

    def table(self, table: Table) -> None:
        self.line(table.caption, "Caption")
        head, *rows = self.grid(table.widths, len(table.rows) + 1, table.caption)
        for target, text in zip(head, table.head, strict=True):
            self.fill(target, Cell(text), "Table Head")
        for targets, row in zip(rows, table.rows, strict=True):
            styles = ("Row Head", *("Table Text" for _each in row[1:]))
            for target, cell, style in zip(targets, row, styles, strict=True):
                self.fill(target, cell, style)
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

    def sized(
        self, grid: DocxTable, widths: tuple[int, ...], *, whole: bool = True
    ) -> list[list[_Cell]]:
        """Columns at their widths; rows that are `whole` never break across pages."""
        full = Mm(paper.PAGE[0] - 2 * self.size.margin)
        columns = [Emu(full * width // sum(widths)) for width in widths]
        for column, width in zip(grid._tbl.tblGrid.gridCol_lst, columns, strict=True):
            column.w = width
        inside = paper.add(grid._tbl.tblPr, "tblCellMar")  # so that its text begins where all does
        for side, room in (("left", 0), ("right", 160)):
            paper.add(inside, side, w=str(room), type="dxa")
        cells = []
        for row in grid._tbl.tr_lst:  # python-docx's own access takes time with the square of rows
            if whole:
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
        if self.is_second:
            self.turn(paragraph)
        self.run(paragraph, cell.text, user=cell.user, language=cell.language)

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
