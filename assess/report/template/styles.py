"""Styles of one Word document brought into another, by their names."""

from __future__ import annotations

import copy

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from lxml.etree import _Element

_NAMED_BY = ("w:pStyle", "w:rStyle", "w:tblStyle")


class Styles:
    """What the styles of the document `beside` are called in `document`."""

    def __init__(self, document: Document, beside: Document) -> None:
        self._document, self._beside = document, beside
        self._there = {_name(style): _id(style) for style in _styles(document)}
        self._ours = {_id(style): style for style in _styles(beside)}
        self._called: dict[str, str] = {}

    def bring(self, element: _Element) -> None:
        """Let a paragraph or table of ours use the styles of the template."""
        for named in element.iter(*map(qn, _NAMED_BY)):
            named.set(qn("w:val"), self._id(_value(named)))

    def _id(self, ours: str) -> str:
        """Its id in the template; a style that is lacking there is added."""
        if ours not in self._called:
            style = self._ours[ours]
            there = self._there.get(_name(style))
            self._called[ours] = there or self._added(style, ours)
        return self._called[ours]

    def _added(self, style: _Element, ours: str) -> str:
        taken = set(self._there.values())
        name = next(
            each for each in (ours, *(f"{ours}{n}" for n in range(1, 999))) if each not in taken
        )
        added = copy.deepcopy(style)
        added.set(qn("w:styleId"), name)
        for tag in ("w:rPr/w:rFonts", "w:link", "w:next"):
            for child in added.findall("/".join(map(qn, tag.split("/")))):
                parent = child.getparent()
                assert parent is not None  # it was found below another
                parent.remove(child)
        self._there[_name(style)] = name
        based = added.find(qn("w:basedOn"))
        if based is not None:
            based.set(qn("w:val"), self._id(_value(based)))
        for list_of in added.iter(qn("w:numId")):
            list_of.set(qn("w:val"), self._list(_value(list_of), name))
        self._document.styles.element.append(added)
        return name

    def _list(self, number: str, style: str) -> str:
        """The number in the template of a list of ours, its bullets or digits brought along."""
        ours = self._beside.part.numbering_part.element
        theirs = self._numbering()
        entries = ours.findall(qn("w:num"))
        entry = next(each for each in entries if each.get(qn("w:numId")) == number)
        shape_id = _value(entry.find(qn("w:abstractNumId")))
        shape = next(
            copy.deepcopy(each)
            for each in ours.findall(qn("w:abstractNum"))
            if each.get(qn("w:abstractNumId")) == shape_id
        )
        for named in shape.iter(qn("w:pStyle")):
            named.set(qn("w:val"), style)
        new_shape = _free(theirs, "w:abstractNum", "w:abstractNumId")
        new_number = _free(theirs, "w:num", "w:numId")
        shape.set(qn("w:abstractNumId"), new_shape)
        first = theirs.find(qn("w:num"))  # the format wants all shapes before all lists
        if first is None:
            theirs.append(shape)
        else:
            first.addprevious(shape)
        added = OxmlElement("w:num")
        added.set(qn("w:numId"), new_number)
        of = OxmlElement("w:abstractNumId")
        of.set(qn("w:val"), new_shape)
        added.append(of)
        last = theirs.findall(qn("w:num"))
        (last[-1] if last else shape).addnext(added)
        return new_number

    def _numbering(self) -> _Element:
        part = self._document.part
        for relation in part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                found: _Element = relation.target_part.element
                return found
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        made = NumberingPart.load(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, part.package
        )
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        element: _Element = made.element
        return element


def _styles(document: Document) -> list[_Element]:
    return list(document.styles.element.findall(qn("w:style")))


def _name(style: _Element) -> str:
    """A style's name as the file has it; Word takes capitals and small letters for the same."""
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).lower()


def _value(element: _Element) -> str:
    return str(element.get(qn("w:val")))


def _id(style: _Element) -> str:
    return str(style.get(qn("w:styleId")))


def _free(root: _Element, tag: str, attribute: str) -> str:
    taken = [int(each.get(qn(attribute), "0")) for each in root.findall(qn(tag))]
    return str(max(taken, default=0) + 1)
