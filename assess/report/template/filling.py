"""A template filled with a report: the organisation's page, header and styles, our paragraphs.

Our parts are written by the one Word writer into a document of their own and then moved over. A
style that the template has under the same name is used as it is; one that it lacks is added,
without a font, so that it takes that of the template's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.shared import Length
from lxml.etree import _Element

from assess.report import paper, word
from assess.report.carrier import NAMESPACE, envelope
from assess.report.document import Report
from assess.report.template.fields import FACTS, PARTS, Plan, values
from assess.report.template.markers import lines
from assess.report.template.package import opened
from assess.report.template.styles import Styles


class Filled(NamedTuple):
    """A paper made with a template, and the titles of the parts it has no field for."""

    data: bytes
    left_out: tuple[str, ...]


def fill(report: Report, template: bytes) -> Filled:
    """The report in a template that `check` has nothing against, as a DOCX file.

    The same report and the same template always give the same bytes.
    """
    report = replace(report, seal=report.seal.model_copy(update={"template": True}))
    document = opened(template)
    places = _places(document)
    plan = Plan(report, frozenset(places))
    given = values(report)
    for root in _roots(document):
        for each in lines(root):
            each.replace({name: word.clean(value) for name, value in given.items()})
            each.break_lines()
    pour = _Pour(document, report)
    for name, paragraph in places.items():
        pour.into(paragraph, name, plan)
    word.describe(document, report)
    _carry(document, envelope(report))
    made = BytesIO()
    document.save(made)
    return Filled(word.with_fixed_times(made, report.made_on), plan.left_out())


def left_out(report: Report, template: bytes) -> tuple[str, ...]:
    """The titles of the parts of a report for which a template has no field."""
    return Plan(report, frozenset(_places(opened(template)))).left_out()


def _places(document: Document) -> dict[str, _Element]:
    """The paragraphs that stand for parts of the report, before anything is filled in."""
    found: dict[str, _Element] = {}
    for each in lines(document.element.body):
        for marker in each.markers:
            if marker.name in PARTS:
                found[marker.name] = each.paragraph
    return found


def _roots(document: Document) -> Iterator[_Element]:
    yield document.element.body
    for relation in document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part.element


class _Pour:
    """Writes parts of a report beside a template and moves them in."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document, self._report = document, report
        self._beside = docx.Document()
        self._writer = word.Writer(self._beside, report)
        self._styles = Styles(document, self._beside)
        self._width = _width(document) / max(1, _width(self._beside))

    def into(self, paragraph: _Element, name: str, plan: Plan) -> None:
        """Put what belongs to a field where its paragraph is, and take that out."""
        body = self._beside.element.body
        before = len(body)
        if name == FACTS:
            self._writer.facts(self._report.facts)
        for section in plan.sections(name):
            self._writer.section(section, 1)
        for element in list(body)[before - 1 : -1]:  # the last child is the page itself
            self._fit(element)
            paragraph.addprevious(element)
        _take_out(paragraph)

    def _fit(self, element: _Element) -> None:
        """Make a paragraph or table of ours one of the template's."""
        for mark in list(element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            _remove(mark)  # nothing leads there, and their names may be taken
        for link in element.iter(qn("w:hyperlink")):
            self._relink(link)
        for width in element.iter(qn("w:gridCol"), qn("w:tcW")):
            twips = int(width.get(qn("w:w"), "0"))
            width.set(qn("w:w"), str(round(twips * self._width)))
        self._styles.bring(element)
        self._speak(element)

    def _relink(self, link: _Element) -> None:
        key = link.get(qn("r:id"))
        if key:
            url = self._beside.part.rels[key].target_ref
            part = self._document.part
            link.set(qn("r:id"), part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _speak(self, element: _Element) -> None:
        """Say language and direction, which the template may have otherwise."""
        words = self._report.words
        for each in element.iter():
            if isinstance(each, CT_R) and each.find(f"{qn('w:rPr')}/{qn('w:lang')}") is None:
                language = words.language
                paper.add(each.get_or_add_rPr(), "lang", val=language, bidi=language)
            if isinstance(each, CT_P) and words.direction == "rtl":
                properties = each.get_or_add_pPr()
                if properties.find(qn("w:bidi")) is None:
                    paper.add(properties, "bidi")


def _width(document: Document) -> int:
    """Room for text between the margins of the first page."""
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    full = (page or _A4) - (left or 0) - (right or 0)
    return full if full > 0 else _A4


_A4 = Length(7_560_310)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None  # it stands in a body
    parent.remove(element)


def _take_out(paragraph: _Element) -> None:
    """Remove the field's paragraph; one that ends a section of the page is only emptied."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        _remove(paragraph)
        return
    for child in list(paragraph):
        if child.tag != qn("w:pPr"):
            paragraph.remove(child)


def _carry(document: Document, content: bytes) -> None:
    """Put what travels in; a template that once was a report must not bring its own answers."""
    package = document.part.package
    for holder in (package, *package.iter_parts()):
        for key, relation in list(holder.rels.items()):
            stale = relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL or (
                relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
                and not relation.is_external
                and NAMESPACE.encode() in relation.target_part.blob
            )
            if stale:
                holder.rels.pop(key)
    taken = {str(part.partname) for part in package.iter_parts()}
    number = 1
    while {f"/customXml/item{number}.xml", f"/customXml/itemProps{number}.xml"} & taken:
        number += 1
    word.attach(document, content, number)
