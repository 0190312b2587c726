"""What kind of file some bytes are: their content says it, never the file's name."""

from __future__ import annotations

import re

from assess.bill.extract import Kind
from assess.bill.reading.limits import Refused
from assess.bill.reading.schemas import tags
from assess.text import Words

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HEAD = 4096
_PROLOG = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_HTML = tags("html head body div p table center font span br h1 h2 h3 h4 h5 h6 ul ol")
_HEADING = re.compile(r"^#{1,6} \S", re.M)
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\d\]])')


def packed(data: bytes, words: Words) -> bool:
    """Whether the bytes are a packed document (DOCX, ODT). Raises Refused for known other files."""
    _ = words.gettext
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Refused(_("the document is locked with a password; save a copy without one"))
        raise Refused(
            _("this is a Word file of the old kind (.doc); open it and save it as DOCX or PDF")
        )
    if data.startswith(b"{\\rtf"):
        raise Refused(_("this is an RTF file; open it and save it as DOCX or PDF"))
    if data.startswith(_PICTURES):
        raise Refused(_("this is a picture; bring the law as text, as PDF or as DOCX"))
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; some programs write a few bytes before its mark."""
    return b"%PDF-" in data[:1024]


def kind(text: str, words: Words) -> Kind:
    """What kind of text it is. Raises Refused for JSON, which no parliament publishes laws in."""
    if _JSON.match(text):
        raise Refused(
            words.gettext("this is a data file (JSON); bring the law as DOCX, PDF, HTML or text")
        )
    head = text[:_HEAD].lstrip("\ufeff")
    prolog = _PROLOG.match(head)
    root = _ROOT.match(head, prolog.end() if prolog else 0)
    if root:
        return "html" if root[1].lower() in _HTML else "xml"
    if head.lstrip().startswith(("<?xml", "<!DOCTYPE")):
        return "xml"  # whatever begins so far behind is no page
    return "markdown" if _HEADING.search(text) else "text"
