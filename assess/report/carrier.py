"""The assessment file inside a report: how it is put there, how it is found again.

What is found is only bytes: `assess.bundle.loads` checks them like any other file. Reading is safe
on files from strangers: nothing is unpacked beyond a limit and no XML entity is ever resolved.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import textwrap
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

LIMIT = 16 * 1024 * 1024
"""Bytes of an assessment that are looked at, at most."""

ELEMENT_ID = "assess-assessment"
NAMESPACE = "urn:assess:1"
_ENTRIES = 2_000
_PARTS = 50
_PART = re.compile(r"customXml/item\d{1,4}\.xml")
_SCRIPT = re.compile(rb'<script type="application/json" id="assess-assessment">([^<]*)</script>')
_COMMENT = re.compile(rb"<!-- assess-assessment base64\s([A-Za-z0-9+/=\s]*)-->")


def ascii_json(assessment: bytes) -> str:
    """The same JSON in ASCII, with nothing in it that HTML or XML would read as markup."""
    text = json.dumps(json.loads(assessment), ensure_ascii=True, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def html_script(assessment: bytes) -> str:
    """The assessment as a data block for the end of an HTML page; nothing in it is executed."""
    return f'<script type="application/json" id="{ELEMENT_ID}">{ascii_json(assessment)}</script>'


def markdown_comment(assessment: bytes) -> str:
    """The assessment as a comment for the end of a Markdown file; base64 holds no dashes."""
    coded = base64.b64encode(assessment).decode("ascii")
    return "\n".join(("<!-- assess-assessment base64", *textwrap.wrap(coded, 76), "-->"))


def xml_part(assessment: bytes) -> bytes:
    """The assessment as a custom XML part for a DOCX file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<assessment xmlns="{NAMESPACE}">'
        f"{ascii_json(assessment)}</assessment>"
    ).encode("ascii")


def extract(data: bytes) -> bytes | None:
    """The assessment file inside an HTML, DOCX or Markdown report; None where there is none."""
    if data.startswith(b"PK"):
        return _from_docx(data)
    if found := _last(_SCRIPT, data):
        return found
    return _decoded(_last(_COMMENT, data))


def _last(pattern: re.Pattern[bytes], data: bytes) -> bytes | None:
    """The last match, since the report puts its file at the end."""
    found = None
    for match in pattern.finditer(data):
        found = match[1]
    return found if found and len(found) <= 2 * LIMIT else None


def _decoded(coded: bytes | None) -> bytes | None:
    if coded is None:
        return None
    try:
        return base64.b64decode(b"".join(coded.split()), validate=True)
    except binascii.Error:
        return None


def _from_docx(data: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _ENTRIES:
                return None
            parts = [entry for entry in entries if _PART.fullmatch(entry.filename)]
            texts = (_part_text(archive, entry) for entry in parts[:_PARTS])
            return next((text for text in texts if text), None)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return None  # damaged, encrypted or packed in a way that reports never are


def _part_text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    with archive.open(entry) as file:
        content = file.read(LIMIT + 1)
    return _element_text(content) if len(content) <= LIMIT else None


class _Refused(Exception):
    """A document type: reports have none, and entities could be hidden in it."""


def _refuse(*_declaration: object) -> None:
    raise _Refused


def _element_text(content: bytes) -> bytes | None:
    """The text of our element, where the part is ours."""
    parser = expat.ParserCreate(namespace_separator=" ")
    names: list[str] = []
    pieces: list[str] = []
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, _attributes: names.append(name)
    parser.CharacterDataHandler = pieces.append
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, _Refused):
        return None
    ours = names == [f"{NAMESPACE} assessment"]
    return "".join(pieces).strip().encode() if ours else None
