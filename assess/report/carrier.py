"""What travels inside a report: how it is put there, how it is found again.

That is the assessment in full and the seal that says how the report was made. What is found is
only bytes: `assess.bundle.loads` checks them like any other file. Reading is safe on files from
strangers: nothing is unpacked beyond a limit and no XML entity is ever resolved. Only PDF is read
by a library that is not ours; who reads one from a stranger does so behind the airlock.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import textwrap
import zipfile
from contextlib import closing
from io import BytesIO
from typing import Literal, NamedTuple
from xml.parsers import expat

from pydantic import ValidationError

from assess.packed import DAMAGED, LOCKED, unpacked
from assess.report.document import Report
from assess.report.seal import Seal

FORMAT = "assess-report/1"
LIMIT = 16 * 1024 * 1024
"""Bytes of an assessment that are looked at, at most."""

ELEMENT_ID = "assess-assessment"
ATTACHMENT = "assessment.json"
NAMESPACE = "urn:assess:1"
_ENTRIES = 2_000
_PARTS = 50
_PART = re.compile(r"customXml/item\d{1,4}\.xml")
_SCRIPT = re.compile(rb'<script type="application/json" id="assess-assessment">([^<]*)</script>')
_NEAR = 200  # bytes at the beginning of a file of JSON, in which its format is named
_COMMENT = re.compile(rb"<!-- assess-assessment base64\s([A-Za-z0-9+/=\s]*)-->")


class Carried(NamedTuple):
    """The assessment file inside a report, and its seal; older reports have none."""

    assessment: bytes
    seal: Seal | None


class Lost(Exception):
    """A report from which nothing can be opened.

    `nothing`: no assessment is inside; `damaged`: the file, or what is inside, is; `locked`: with
    a password; `newer`: made by a later version than this.
    """

    def __init__(self, why: Literal["nothing", "damaged", "locked", "newer"]) -> None:
        super().__init__(why)
        self.why = why


def envelope(report: Report) -> bytes:
    """What travels inside: the seal and the assessment, as one JSON object in UTF-8."""
    made = report.seal.model_dump(mode="json")
    document = {"format": FORMAT, "made": made, "assessment": json.loads(report.assessment)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def carried(data: bytes) -> Carried | None:
    """What is inside a report; None for a file that is an assessment itself, or claims to be.

    Raises Lost.
    """
    if is_pdf(data):
        return _unpacked(_from_pdf(data))
    if data.startswith(b"PK"):
        return _unpacked(_from_docx(data))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"", b"{", b"["):
        return _unpacked(data) if FORMAT.partition("/")[0].encode() in data[:_NEAR] else None
    return _unpacked(_from_text(data))


def extract(data: bytes) -> bytes | None:
    """The assessment file inside a report; None where there is none."""
    try:
        found = carried(data)
    except Lost:
        return None
    return found.assessment if found else None


def is_pdf(data: bytes) -> bool:
    """Whether these are the bytes of a PDF file, whole or not."""
    return b"%PDF-" in data[:1024]


def _unpacked(raw: bytes) -> Carried:
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError):
        raise Lost("damaged") from None
    kind = document.get("format") if isinstance(document, dict) else None
    if not str(kind).startswith("assess-report/"):
        return Carried(raw, None)  # as reports carried it before they had a seal
    if kind != FORMAT:
        raise Lost("newer")
    if not isinstance(document.get("assessment"), dict):
        raise Lost("damaged")
    return Carried(json.dumps(document["assessment"]).encode(), _seal(document.get("made")))


def _seal(made: object) -> Seal | None:
    """The seal, where it is one that this version understands."""
    try:
        return Seal.model_validate_json(json.dumps(made), strict=True)
    except ValidationError:
        return None


def ascii_json(content: bytes) -> str:
    """The same JSON in ASCII, with nothing in it that HTML or XML would read as markup."""
    text = json.dumps(json.loads(content), ensure_ascii=True, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def html_script(content: bytes) -> str:
    """What travels as a data block for the end of an HTML page; nothing in it is executed."""
    return f'<script type="application/json" id="{ELEMENT_ID}">{ascii_json(content)}</script>'


def markdown_comment(content: bytes) -> str:
    """What travels as a comment for the end of a Markdown file; base64 holds no dashes."""
    coded = base64.b64encode(content).decode("ascii")
    return "\n".join(("<!-- assess-assessment base64", *textwrap.wrap(coded, 76), "-->"))


def xml_part(content: bytes) -> bytes:
    """What travels as a custom XML part for a DOCX file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<assessment xmlns="{NAMESPACE}">'
        f"{ascii_json(content)}</assessment>"
    ).encode("ascii")


def _from_text(data: bytes) -> bytes:
    """From HTML or Markdown."""
    if found := _last(_SCRIPT, data):
        return found
    coded = _last(_COMMENT, data)
    if coded is None:
        raise Lost("nothing")
    try:
        return base64.b64decode(b"".join(coded.split()), validate=True)
    except binascii.Error:
        raise Lost("damaged") from None


def _last(pattern: re.Pattern[bytes], data: bytes) -> bytes | None:
    """The last match, since the report puts its file at the end."""
    found = None
    for match in pattern.finditer(data):
        found = match[1]
    return found if found and len(found) <= 2 * LIMIT else None


def _from_docx(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _ENTRIES:
                raise Lost("nothing")
            parts = [entry for entry in entries if _PART.fullmatch(entry.filename)]
            texts = (_part_text(archive, entry) for entry in parts[:_PARTS])
            found = next((text for text in texts if text), None)
    except (*DAMAGED, LOCKED):  # reports are never locked
        raise Lost("damaged") from None
    if found is None:
        raise Lost("nothing")
    return found


def _from_pdf(data: bytes) -> bytes:
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            for number in range(min(document.count_attachments(), _PARTS)):
                attachment = document.get_attachment(number)
                if attachment.get_name() == ATTACHMENT:
                    return bytes(attachment.get_data())
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Lost("locked" if locked else "damaged") from None
    raise Lost("nothing")


def _part_text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    content = unpacked(archive, entry, LIMIT)
    return None if content is None else _element_text(content)


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
