"""Word templates made for the tests, by hand and broken on purpose."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.shared import Inches

TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def template(*paragraphs, header="", table=""):
    """A template with a paragraph for each text; a list of texts becomes the runs of one."""
    document = docx.Document()
    for text in paragraphs:
        line = document.add_paragraph()
        for run in [text] if isinstance(text, str) else text:
            line.add_run(run)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if table:
        document.add_table(1, 1).cell(0, 0).text = table
    return saved(document)


def saved(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def letter():
    """On US Letter paper with wide margins, without a style for lists."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = Inches(2)
    for style in list(document.styles.element):
        name = style.find("{*}name")
        if name is not None and name.values()[0] == "List Bullet":
            document.styles.element.remove(style)
    document.add_paragraph("{{ everything }}")
    return saved(document)


def changed(data, name, old, new):
    """The same file with a text in one part put in another's place; it must be there."""
    assert old in parts(data)[name]
    return packed({**parts(data), name: parts(data)[name].replace(old, new)})


def added(data, **more):
    return packed({**parts(data), **more})


def related(data, kind, target):
    """The same file with a relation to something elsewhere."""
    relation = (
        f'<Relationship Id="rId99" Type="{KINDS}/{kind}" Target="{target}" TargetMode="External"/>'
    )
    return changed(data, RELATIONS, b"</Relationships>", relation.encode() + b"</Relationships>")


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return made.getvalue()


def field(instruction):
    """A field of Word, its instruction cut over two runs."""
    half = len(instruction) // 2
    pieces = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>"
        for part in (instruction[:half], instruction[half:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    return f"<w:p>{begin}{pieces}{end}</w:p>".encode()
