"""DOCX and ODT: packed XML. Sizes are looked at before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from assess.bill.extract import Kind
from assess.bill.reading import numbering
from assess.bill.reading.coding import decode
from assess.bill.reading.limits import PART, PARTS, RATIO, SMALL, Refused
from assess.bill.reading.lines import Block, with_their_markers
from assess.bill.reading.marked import local, parse_xml
from assess.packed import DAMAGED, LOCKED, unpacked
from assess.text import Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _STYLES, _NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_CONTENT = "content.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}moveFrom", f"{W}del", _FALLBACK})
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NOT_LAW = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}ruby-text"}
)


def read_packed(data: bytes, words: Words) -> tuple[Kind, tuple[Block, ...]]:
    """The paragraphs of a DOCX or ODT. Raises Refused for any other packed file."""
    _ = words.gettext
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if len(names) > PARTS:
                raise _too_large(words)
            if _BODY in names:
                return "docx", _docx(archive, names, words)
            if _CONTENT in names:
                return "odt", _odt(_part(archive, _CONTENT, words), words)
    except DAMAGED:
        raise Refused(
            _("the document is damaged or cut off; fetch it again, or open it and save it anew")
        ) from None
    except LOCKED:
        raise Refused(
            _("the document is locked with a password; save a copy without one")
        ) from None
    raise Refused(
        _("this is a packed file without a text document in it; bring the law as DOCX or PDF")
    )


def _part(archive: zipfile.ZipFile, name: str, words: Words) -> etree._Element:
    """The root of one part, unpacked only if it is no larger than it may be and says it is."""
    entry = archive.getinfo(name)
    ratio = entry.file_size / max(1, entry.compress_size)
    if entry.file_size > PART or (entry.file_size > SMALL and ratio > RATIO):
        raise _too_large(words)
    content = unpacked(archive, entry, entry.file_size)
    if content is None:
        raise _too_large(words)
    return parse_xml(decode(content, words)[0], words)


def _too_large(words: Words) -> Refused:
    return Refused(
        words.gettext(
            "the document unpacks to far more than any law; open it and save it anew, "
            "or bring the law as PDF"
        )
    )


# --- DOCX --------------------------------------------------------------------------------------


def _docx(archive: zipfile.ZipFile, names: set[str], words: Words) -> tuple[Block, ...]:
    body = _part(archive, _BODY, words)
    styles = _part(archive, _STYLES, words) if _STYLES in names else None
    numbers = _part(archive, _NUMBERS, words) if _NUMBERS in names else None
    return tuple(with_their_markers(_word_paragraphs(body, styles, numbers)))


def _word_paragraphs(
    body: etree._Element, styles: etree._Element | None, numbers: etree._Element | None
) -> Iterator[Block]:
    levels = _levels(styles)
    counted = numbering.Numbering(numbers, styles)
    etree.strip_elements(body, *_GONE, with_tail=False)
    for paragraph in body.iter(f"{W}p"):
        text = _run_text(paragraph)
        number = counted.of(paragraph) if text.strip() else ""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = levels.get(style.get(f"{W}val", "")) if style is not None else None
        cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
        yield Block(f"{number} {text}" if number else text, level=level, cell=cell)


def _run_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, without those of text boxes inside it, which come by themselves."""
    parts: list[str] = []
    pending = list(paragraph)[::-1]
    while pending:
        element = pending.pop()
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        elif element.tag != f"{W}p":
            pending.extend(list(element)[::-1])
    return "".join(parts)


def _levels(styles: etree._Element | None) -> dict[str, int]:
    """The depth of each style that is a heading, by the style's id."""
    if styles is None:
        return {}
    levels = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        named = _HEADING.fullmatch(name.get(f"{W}val", "")) if name is not None else None
        deep = outline.get(f"{W}val", "") if outline is not None else ""
        if named:
            levels[style.get(f"{W}styleId", "")] = int(named[1])
        elif deep.isdecimal() and int(deep) < 9:
            levels[style.get(f"{W}styleId", "")] = int(deep) + 1
    return levels


# --- ODT ---------------------------------------------------------------------------------------


def _odt(content: etree._Element, words: Words) -> tuple[Block, ...]:
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Refused(
            words.gettext(
                "this is a packed file without a text document in it; bring the law as DOCX or PDF"
            )
        )
    etree.strip_elements(body, *_NOT_LAW, with_tail=False)
    return tuple(with_their_markers(_odt_paragraphs(body)))


def _odt_paragraphs(body: etree._Element) -> Iterator[Block]:
    for paragraph in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        deep = paragraph.get(f"{_TEXT}outline-level", "")
        level = int(deep) if local(paragraph) == "h" and deep.isdecimal() else None
        cell = next(paragraph.iterancestors(f"{_TABLE}table-cell"), None) is not None
        yield Block("".join(_odt_text(paragraph)), level=level, cell=cell)


def _odt_text(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph, without those of frames inside it, which come by themselves."""
    yield paragraph.text or ""
    for element in paragraph:
        name = local(element)
        if name in {"s", "tab", "line-break"}:
            yield " "
        elif name not in {"p", "h"}:
            yield from _odt_text(element)
        yield element.tail or ""
