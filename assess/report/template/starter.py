"""A template to begin with: it works as it is, and explains every field on its last page."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK

from assess.report import paper, word
from assess.report.template.fields import PARTS, WORDS, meaning
from assess.text import Words

DAY: Final = datetime.date(2026, 11, 22)
"""The day that stands in the file: the same starter always has the same bytes."""


def starter(words: Words) -> bytes:
    """A Word template as a DOCX file, in the reader's language."""
    _ = words.gettext
    document = docx.Document()
    paper.prepare(document, words.language, paper.FULL, rtl=words.direction == "rtl")
    header = document.sections[0].header.paragraphs[0]
    header.text = _("Put your logo and name here.")
    document.sections[0].footer.paragraphs[0].text = "{{ title }}  ·  {{ date }}"
    document.add_paragraph("{{ kind }}", "Subtitle")
    document.add_paragraph("{{ title }}", "Title")
    document.add_paragraph(
        _("Write here what stands in every paper of yours; it is kept as you write it.")
    )
    document.add_paragraph("{{ facts }}")
    document.add_paragraph("{{ everything }}")
    _explained(document, words)
    about = document.core_properties
    about.title, about.language, about.comments = _("Template"), words.language, ""
    about.author = about.last_modified_by = ""
    about.created = about.modified = datetime.datetime.combine(DAY, datetime.time(12))
    made = BytesIO()
    document.save(made)
    return word.with_fixed_times(made, DAY)


def _explained(document: Document, words: Words) -> None:
    """All fields by name, without braces: those would be filled in."""
    _ = words.gettext
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(_("Delete this page before you use the template"), "Heading 1")
    document.add_paragraph(
        _(
            "A field is one of the names below in double braces. It may be written in any font and"
            " size; what is put in its place looks the same. Headings, text, lists and tables take"
            " your styles where the names are the same."
        )
    )
    for title, names in (
        (_("Fields for a few words, anywhere, also in the header and footer"), WORDS),
        (_("Fields for whole parts, each in a paragraph of its own in the text"), PARTS),
    ):
        document.add_paragraph(title, "Heading 2")
        for name in names:
            line = document.add_paragraph(style="List Bullet")
            line.add_run(name).bold = True
            line.add_run(f": {meaning(words, name)}")
