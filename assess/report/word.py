"""A report as a DOCX file, the assessment file as a part of its own."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from assess.report.carrier import envelope, xml_part
from assess.report.document import Report
from assess.report.wordwriter import Writer, clean

__all__ = ["Writer", "attach", "clean", "describe", "with_fixed_times", "write"]

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
