"""The text that a report prints, picked out of its file, whoever saved it last.

Reading is safe on files from strangers behind the airlock only.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from io import BytesIO

from lxml import etree

from assess.packed import DAMAGED, LOCKED, unpacked
from assess.report import Kind
from assess.report.carrier import is_pdf

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_LIMIT = 64 * 1024 * 1024  # bytes of one unpacked part of a DOCX file
_BREAKS = {f"{_W}tab", f"{_W}br", f"{_W}cr"}
_UNSEEN = {"script", "style", "head", "title", "desc"}
_INLINE = {"a", "b", "em", "i", "span", "strong", "tspan"}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Unreadable(Exception):
    """A file whose text cannot be read."""


def kind_of(data: bytes) -> Kind:
    """What kind of report this is, by its content."""
    if is_pdf(data):
        return "pdf"
    if data.startswith(b"PK"):
        return "docx"
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return "json" if start == b"{" else "html" if start == b"<" else "md"


def pieces(data: bytes) -> list[str]:
    """Paragraphs, cells, lines: the text that is seen, piece by piece in its order.

    Raises Unreadable.
    """
    pick = {"pdf": _of_pdf, "docx": _of_docx, "html": _of_html, "md": _of_markdown}[kind_of(data)]
    try:
        texts = [" ".join(_INVISIBLE.sub("", text).split()) for text in pick(data)]
    except (*DAMAGED, LOCKED, KeyError, SyntaxError):
        raise Unreadable from None  # what the readers of PDF, ZIP and XML say of a broken file
    return [text for text in texts if text]


def _of_pdf(data: bytes) -> Iterator[str]:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            yield from page.get_textpage().get_text_range().splitlines()


def _of_docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in _BODIES:
            if name in archive.namelist():
                content = unpacked(archive, archive.getinfo(name), _LIMIT)
                if content is None:
                    raise Unreadable
                yield from _paragraphs(content)


def _paragraphs(content: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for paragraph in etree.fromstring(content, parser).iter(f"{_W}p"):
        yield "".join(
            " " if run.tag in _BREAKS else run.text or ""
            for run in paragraph.iter(f"{_W}t", *_BREAKS)
        )


def _of_html(data: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(data.decode("utf-8", "replace"))
    page.close()
    return iter("".join(page.parts).split("\n"))


class _Page(HTMLParser):
    """Gathers what is seen, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen.append(tag)
        elif tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.unseen and tag == self.unseen[-1]:
            self.unseen.pop()
        elif tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(" ".join(data.split("\n")))


def _of_markdown(data: bytes) -> Iterator[str]:
    return iter(_COMMENT.sub("", data.decode("utf-8", "replace")).splitlines())
