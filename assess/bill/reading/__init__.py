"""A file of any kind to its text: paragraphs in order, and what is known of how they were read.

What a file is, its content says; its name is not trusted. A file from a stranger is read in a
process of its own: `assess.airlock.read_law_safely`.
"""

from __future__ import annotations

from dataclasses import replace

from assess.bill.extract import Extract
from assess.bill.reading import language, sniff
from assess.bill.reading.coding import decode
from assess.bill.reading.doubts import doubts
from assess.bill.reading.limits import CHARACTERS, SIZE_LIMIT, Refused, too_long
from assess.bill.reading.lines import assemble
from assess.errors import FileProblems, Place, Problem
from assess.text import Words
from assess.text import words as words_of

__all__ = ["SIZE_LIMIT", "doubts", "read"]

ENGLISH = words_of("en")


def read(data: bytes, name: str = "", words: Words = ENGLISH) -> Extract:
    """The text of a file, read in this process.

    `name` is said in refusals and decides nothing. Raises FileProblems, in the reader's words, for
    a file that cannot be read, is too large, or holds no text; a scan without text is no error, it
    comes back as `scanned` with its warnings.
    """
    try:
        extract = _read(data, words)
    except Refused as refusal:
        raise FileProblems((Problem(Place(name), str(refusal)),)) from None
    if extract.language is None:
        extract = replace(extract, language=language.guessed(extract.text))
    return replace(extract, warnings=extract.warnings + doubts(extract, len(data), words))


def _read(data: bytes, words: Words) -> Extract:
    _ = words.gettext
    if len(data) > SIZE_LIMIT:
        raise Refused(
            _("the file is larger than {limit} MB; bring the law in parts").format(
                limit=words.number(SIZE_LIMIT // 1024**2)
            )
        )
    if sniff.is_pdf(data):
        extract = _pdf(data, words)
    elif sniff.packed(data, words):
        extract = _packed(data, words)
    else:
        extract = _text(data, words)
    if not extract.lines and not extract.scanned:
        raise Refused(_("the file holds no text; bring the law as DOCX, PDF, HTML or text"))
    return extract


def _pdf(data: bytes, words: Words) -> Extract:
    from assess.bill.reading.pdf import read_pdf

    printed = read_pdf(data, words)
    return Extract(
        "pdf",
        assemble(printed.blocks, words),
        pages=printed.pages,
        pages_with_text=printed.pages_with_text,
        scanned=printed.scanned,
        ocr=printed.ocr,
    )


def _packed(data: bytes, words: Words) -> Extract:
    from assess.bill.reading.office import read_packed

    kind, blocks = read_packed(data, words)
    return Extract(kind, assemble(blocks, words))


def _text(data: bytes, words: Words) -> Extract:
    _ = words.gettext
    text, guessed = decode(data, words)
    warnings = (
        (_("The file does not say which encoding it has; letters with accents may be wrong."),)
        if guessed
        else ()
    )
    extract = _by_kind(text, words)
    return replace(extract, warnings=warnings)


def _by_kind(text: str, words: Words) -> Extract:
    kind = sniff.kind(text, words)
    if kind == "html":
        from assess.bill.reading.html import read_html

        blocks, said = read_html(text, words)
        return Extract("html", assemble(blocks, words), language=language.named(said))
    if kind == "xml":
        from assess.bill.reading.legal import read_legal

        marked = read_legal(text, words)
        return Extract(
            "xml",
            marked.lines,
            pieces=marked.pieces,
            schema=marked.schema.name,
            language=language.named(marked.language),
        )
    from assess.bill.reading.plain import read_markdown, read_text

    if len(text) > CHARACTERS:  # before any work on it
        raise too_long(words)
    if kind == "markdown":
        return Extract("markdown", assemble(read_markdown(text), words))
    blocks, pages = read_text(text)
    lines = assemble(blocks, words)
    inked = len({line.page for line in lines}) if pages else None
    return Extract("text", lines, pages=pages, pages_with_text=inked)
