"""Lawmakers' own XML: the text, and the provisions as the file marks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from assess.bill.extract import Line, Piece, PieceKind
from assess.bill.reading.lines import Block, tidy
from assess.bill.reading.marked import local, parse_xml
from assess.bill.reading.schemas import BY_ROOT, INLINE, Schema
from assess.text import Words

_UNKNOWN = Schema("", frozenset(), (), frozenset(), frozenset())
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PARAGRAPH = re.compile(r"\n\s*\n|\n {3,}")  # LeyChile breaks its lines as it prints them
_OPENING = re.compile(
    r"[\s“”\"'«»]*((?:art[ií]culo|disposici[oó]n)\s+[\w ]{1,20}?[º°]?)\s*[.\-–:]", re.I
)
_WORD = re.compile(r"^[\s“\"«]*(?:§+|[^\W\d_]{3,}\.?|(?:art|sec|s|cl|r|reg)\.)\s*", re.IGNORECASE)
_STRUCK = "struck-out"
LONGEST = 100  # characters of a number
_SIGN = re.compile(r"\s*[§.:–—-]+$")


class _Piece(NamedTuple):
    kind: PieceKind
    number: str
    heading: str
    first: int
    after: int


@dataclass
class _Open:
    """A provision while its element is read."""

    element: etree._Element
    kind: PieceKind
    first: int
    number: str = ""
    heading: str = ""


class Marked(NamedTuple):
    """The blocks of a legal XML, its pieces by the places of their blocks, schema and language."""

    blocks: tuple[Block, ...]
    pieces: tuple[_Piece, ...]
    schema: Schema
    language: str | None

    def placed(self, lines: Sequence[Line]) -> tuple[Piece, ...]:
        """The pieces by places in the text of these lines, one of which is made of each block."""
        return tuple(
            Piece(
                piece.kind,
                _bare(piece.number),
                self._label(piece),
                piece.heading,
                lines[piece.first].start,
                lines[piece.after - 1].start + len(lines[piece.after - 1].text),
            )
            for piece in self.pieces
        )

    def _label(self, piece: _Piece) -> str:
        number = _SIGN.sub("", piece.number.strip(' “"«'))
        says_it = bool(_WORD.match(number)) or "§" in piece.number
        if piece.kind != "provision" or not number or says_it:
            return tidy(piece.number if "§" in piece.number else number)
        french = self.schema.word == "Section" and (self.language or "").startswith("fr")
        return f"{'Article' if french else self.schema.word} {number}"


def read_legal(text: str, words: Words) -> Marked:
    """Reads an XML text. One of no known schema gives its text and no pieces. Raises Refused."""
    root = parse_xml(text, words)
    for element in root.iter():
        element.tag = local(element)
    schema = BY_ROOT.get(root.tag, _UNKNOWN)
    language = _language(root)
    etree.strip_elements(root, *schema.skipped, with_tail=False)
    for element in root.iter():
        if element.get("changed") == "deleted":
            element.tag = _STRUCK
    etree.strip_elements(root, _STRUCK, with_tail=False)
    walk = _Walk(schema, _provisions(root, schema))
    walk.content(root, 0)
    walk.flush()
    return Marked(tuple(walk.blocks), tuple(walk.pieces), schema, language)


def _language(root: etree._Element) -> str | None:
    """As the file says it: on its root, or in its metadata."""
    if said := root.get(_LANGUAGE):
        return said
    for element in root.iter("FRBRlanguage", "LG.DOC", "language"):
        if said := element.get("language") or element.text:
            return said.strip()
    return None


def _provisions(root: etree._Element, schema: Schema) -> frozenset[str]:
    """The tags that are cited in this document."""
    if schema.name == "UK CLML":
        return frozenset(schema.provisions)
    return frozenset(
        next(([tag] for tag in schema.provisions if root.find(f".//{tag}") is not None), [])
    )


class _Walk:
    """Goes through a document once and gathers blocks and pieces."""

    def __init__(self, schema: Schema, provisions: frozenset[str]) -> None:
        self.schema = schema
        self.provisions = provisions
        self.divisions = schema.divisions - provisions
        self.blocks: list[Block] = []
        self.pieces: list[_Piece] = []
        self.open: _Open | None = None
        self.waiting = ""  # a number, until there is text to stand before

    def content(self, element: etree._Element, depth: int) -> None:
        """What stands in an element, in order: sentences, and the parts between them."""
        parts = [element.text or ""]
        mixed = bool(parts[0].strip()) or any((child.tail or "").strip() for child in element)
        for child in element:
            if child.tag in INLINE or (mixed and not len(child)):
                parts.append(" " if child.tag == "br" else _whole(child))
            else:
                self.paragraph("".join(parts), element, depth)
                parts.clear()
                self.part(child, depth)
            parts.append(child.tail or "")
        self.paragraph("".join(parts), element, depth)

    def part(self, element: etree._Element, depth: int) -> None:
        """One element that is no part of a sentence."""
        schema, parent = self.schema, element.getparent()
        if element.tag in schema.numbers:
            self.number(element)
        elif element.tag in schema.headings | schema.margins:
            self.heading(element, depth if _tag(parent) in self.divisions else 0)
        elif not self.open and (kind := self.kind(element)):
            self.piece(element, kind, depth)
        else:
            self.content(element, depth + (element.tag in self.divisions))

    def kind(self, element: etree._Element) -> PieceKind | None:
        """What kind of piece begins with an element, if one does."""
        schema = self.schema
        if element.tag in self.provisions:
            if element.tag == "P1group" and len(element.findall("P1")) != 1:
                return None  # a heading over several sections
            if (
                element.tag == "EstructuraFuncional"
                and element.find(f".//{element.tag}") is not None
            ):
                return None  # a title with its articles
            return "provision"
        if element.tag in schema.recitals:
            return "recital"
        if element.tag in schema.annexes:
            return "annex"
        holds_recitals = any(element.find(f".//{tag}") is not None for tag in schema.recitals)
        return "preamble" if element.tag in schema.preambles and not holds_recitals else None

    def piece(self, element: etree._Element, kind: PieceKind, depth: int) -> None:
        self.flush()
        self.open = _Open(element, kind, len(self.blocks))
        if element.tag == "P1":  # headed by the group it stands in
            self.open.heading = _text(element.find("../Title"))
        self.content(element, depth)
        self.flush()
        made, self.open = self.open, None
        if len(self.blocks) > made.first:
            number = made.number
            if not self.schema.numbers:
                opening = _OPENING.match(self.blocks[made.first].text)
                number = opening[1] if opening else ""
            self.pieces.append(
                _Piece(kind, _name(number), made.heading, made.first, len(self.blocks))
            )

    def number(self, element: etree._Element) -> None:
        text, parent = _text(element), element.getparent()
        if not text:
            return
        if _tag(parent) in self.schema.bracketed and text.isalnum():
            text = f"({text})"
        opened = self.open
        own = opened is not None and parent is not None and _numbers(opened.element, parent)
        if opened and own and opened.number and not opened.heading:
            opened.heading = text  # the second number of a part is its heading in some files
            self.waiting = f"{self.waiting} {text}".strip()
            self.flush()
            return
        if opened and not opened.number and (own or opened.kind == "recital"):
            opened.number = text
        elif self.waiting and _WORD.match(self.waiting):
            self.flush()
        self.waiting = f"{self.waiting} {text}".strip()

    def heading(self, element: etree._Element, level: int) -> None:
        text = _text(element)
        if self.open and not self.open.heading:
            self.open.heading = text
        if element.tag in self.schema.margins:
            self.blocks.extend([Block(text)] if text else [])
        else:
            self.waiting = f"{self.waiting} {text}".strip()
            if not text.endswith("—"):  # one that runs into its text
                self.flush(level or None)

    def paragraph(self, text: str, element: etree._Element, depth: int) -> None:
        """One paragraph, with the number that waits for it."""
        if not text.strip():
            return
        if self.open and self.waiting == self.open.number and _WORD.match(self.waiting):
            self.flush()  # "Article 1" without a heading
        texts = _PARAGRAPH.split(text) if element.tag == "Texto" else [text]
        for each in texts:
            if each.strip():
                self.waiting = f"{self.waiting} {tidy(each)}".strip()
                self.flush(depth if element.tag in self.divisions else None, element)

    def flush(self, level: int | None = None, element: etree._Element | None = None) -> None:
        """Writes what waits as a block of its own."""
        text, self.waiting = tidy(self.waiting), ""
        if text:
            cell = element is not None and any(
                each in {"td", "th", "entry", "CELL"} for each in _around(element)
            )
            self.blocks.append(Block(text, level=level, cell=cell))


def _numbers(piece: etree._Element, parent: etree._Element) -> bool:
    """Whether the number in `parent` is that of the piece, and not of a part of it."""
    return parent is piece or (piece.tag, parent.tag) == ("P1group", "P1")


def _around(element: etree._Element) -> list[str]:
    return [str(element.tag), *(str(each.tag) for each in element.iterancestors())]


def _tag(element: etree._Element | None) -> str:
    return "" if element is None else str(element.tag)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else tidy(_whole(element))


def _whole(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _name(number: str) -> str:
    """A number no longer than any is, so that looking at it takes no time."""
    return number[:LONGEST].rstrip()


def _bare(number: str) -> str:
    """A number as readers cite it: "Article 6" is "6", "12a." is "12a", "1 §" is "1"."""
    bare = _SIGN.sub("", _WORD.sub("", number, count=1).strip()).rstrip("º°")
    return tidy(bare.strip("()")) if re.fullmatch(r"\(\w+\)", bare) else tidy(bare)
