"""PDF: the text of its pages in reading order, by pdfium."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from assess.bill.reading import ocr
from assess.bill.reading.joining import paragraphs
from assess.bill.reading.limits import PAGES, Refused
from assess.bill.reading.lines import Block, with_their_markers
from assess.text import Words

SLOW = 5.0  # processor seconds; what took longer to open than any law is not drawn as well
INKED = 40  # characters; a page with fewer is a picture of text, or empty


class Printed(NamedTuple):
    """The paragraphs of a PDF, how many pages it has and how many gave text, and how.

    `blocks` can be gone through once. `scanned`: most pages are pictures of text; `ocr`: some were
    recognised by a program.
    """

    blocks: Iterable[Block]
    pages: int
    pages_with_text: int
    scanned: bool
    ocr: bool


def read_pdf(data: bytes, words: Words) -> Printed:
    """Reads a PDF. Raises Refused, or MemoryError for one that unpacks to more than there is."""
    begun = time.process_time()
    document = _opened(data, words)
    try:
        pages = list(_texts(document))
        scanned = sum(_inked(page) for page in pages) < len(pages) / 2
        recognised: dict[int, str] = {}
        if scanned and time.process_time() - begun < SLOW:
            bare = [number for number, page in enumerate(pages) if not _inked(page)]
            recognised = ocr.recognise(document, bare, words.language)
            pages = [recognised.get(number, page) for number, page in enumerate(pages)]
    finally:
        document.close()
    inked = sum(_inked(page) for page in pages)
    blocks = with_their_markers(paragraphs(pages))
    return Printed(blocks, len(pages), inked, scanned, bool(recognised))


def _opened(data: bytes, words: Words) -> pypdfium2.PdfDocument:
    _ = words.gettext
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Refused(_("the PDF is locked with a password; save a copy without one")) from None
        raise Refused(
            _("the PDF is damaged or cut off; fetch it again, or open it and save it anew")
        ) from None
    if count > PAGES:
        raise Refused(
            _("the PDF has {number} pages, more than {limit}; bring the law in parts").format(
                number=words.number(count), limit=words.number(PAGES)
            )
        )
    if not count:
        raise Refused(_("the PDF has no pages; fetch it again, or open it and save it anew"))
    return document


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The text of each page; nothing for a page that cannot be opened."""
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            yield ""


def _inked(page: str) -> bool:
    """Whether a page has text: its first words nearly always tell."""
    return any(len("".join(part.split())) >= INKED for part in (page[: 5 * INKED], page))
