"""What every format of marked-up text shares: one parser that opens nothing from outside."""

from __future__ import annotations

import re

from lxml import etree

from assess.bill.reading.limits import HTML_DEPTH, XML_DEPTH, Refused
from assess.text import Words

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")


def parse_xml(text: str, words: Words) -> etree._Element:
    """The root of an XML text. Raises Refused for one that declares entities or is damaged."""
    refuse_entities(text, words)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(as_bytes(_DECLARATION.sub("", text, count=1)), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise too_deep(XML_DEPTH, words) from None
        raise damaged(error.lineno or 1, words) from None


def parse_html(text: str, words: Words) -> etree._Element:
    """The root of an HTML text, however badly it is written.

    Raises Refused for one that declares entities or nests deeper than the parser follows, which
    would silently lose text.
    """
    refuse_entities(text, words)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(as_bytes(text), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise too_deep(HTML_DEPTH, words)
    if root is None:
        raise Refused(words.gettext("the page holds no text; save it anew from your browser"))
    return root


def refuse_entities(text: str, words: Words) -> None:
    """Raises Refused where a text declares entities, which can be made to fill the memory."""
    if "<!" in text and _ENTITY.search(text):
        raise Refused(
            words.gettext(
                "the file declares entities, which laws do not need and which can hide harm; "
                "bring it as DOCX, PDF or text"
            )
        )


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def as_bytes(text: str) -> bytes:
    """The text for a parser, without the empty characters no parser takes."""
    return (text.replace("\x00", "") if "\x00" in text else text).encode("utf-8", "replace")


def damaged(line: int, words: Words) -> Refused:
    """What is said of an XML that breaks its own rules."""
    return Refused(
        words.gettext(
            "the XML is damaged at line {line}; fetch it again, or bring the law as DOCX or PDF"
        ).format(line=words.number(line))
    )


def too_deep(limit: int, words: Words) -> Refused:
    """What is said of parts that stand in one another deeper than a parser follows."""
    return Refused(
        words.gettext(
            "its parts stand in one another more than {limit} deep, so that text would be lost; "
            "save it as plain text or PDF"
        ).format(limit=words.number(limit))
    )
