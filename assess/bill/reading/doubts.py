"""What the reader of an extract must know before trusting it: what may lack, what may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assess.bill.extract import Extract
from assess.text import Words

if TYPE_CHECKING:
    from assess.bill.law import Law

SPARSE = 200  # bytes of a file for each character of text; formats of text reach thirty
ARABIC_SCRIPT = frozenset(("ar", "fa", "ur"))  # languages that are written in it
SMALL = 200_000  # bytes of a file that may be mostly something else than text


def doubts(law: Extract | Law, size: int, words: Words) -> tuple[str, ...]:
    """Sentences about what was read from a file of `size` bytes; none where there is no doubt."""
    return tuple(_doubts(law, size, words))


def _doubts(law: Extract | Law, size: int, words: Words) -> Iterator[str]:
    _ = words.gettext
    pages, inked = law.pages or 0, law.pages_with_text or 0
    if inked < pages and law.ocr:
        yield words.ngettext(
            "{inked} of {pages} page was read by OCR.",
            "{inked} of {pages} pages were read by OCR. The others are empty, or there was no more "
            "time: have them recognised (OCR) in another program, or bring the law in parts.",
            pages,
        ).format(inked=words.number(inked), pages=words.number(pages))
    elif inked < pages:
        yield words.ngettext(
            "{inked} of {pages} page gave text.", "{inked} of {pages} pages gave text.", pages
        ).format(inked=words.number(inked), pages=words.number(pages))
    if law.scanned and not law.ocr:
        yield _(
            "Most pages hold no text: the file seems to be a scan, pictures of text. Bring the "
            "text itself, or have it recognised (OCR) and check the result."
        )
    if law.ocr:
        yield _(
            "The text was recognised from pictures and may be wrong, numbers above all. Check what "
            "you cite against the page."
        )
        if law.language in ARABIC_SCRIPT:
            yield _(
                "Digits of this script are often taken for one another. Numbers of provisions are "
                "inferred from their order: check the page."
            )
    if not law.length:
        yield _("No text was found. Nothing can be said about what this law does.")
    elif not law.pages and size > SMALL and size > SPARSE * law.length:
        yield _(
            "The file has {size} kB and only {number} characters of text: most of the law may lie "
            "in pictures or in parts that were not read."
        ).format(size=words.number(size // 1000), number=words.number(law.length))
