"""One walk through a legal XML, as its parser meets it, that gathers paragraphs and provisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

from assess.bill.extract import Line, PieceKind
from assess.bill.reading.limits import XML_DEPTH
from assess.bill.reading.lines import tidy
from assess.bill.reading.marked import as_bytes, damaged, refuse_entities, too_deep
from assess.bill.reading.schemas import BY_ROOT, INLINE, Schema
from assess.text import Words

LONGEST = 100  # characters of a number
WORD = re.compile(r"^[\s“\"«]*(?:§+|[^\W\d_]{3,}\.?|(?:art|sec|s|cl|r|reg)\.)\s*", re.IGNORECASE)
"""The word that stands before a number."""
_PARAGRAPH = re.compile(r"\n\s*\n|\n {3,}")  # LeyChile breaks its lines as it prints them
_OPENING = re.compile(
    r"[\s“”\"'«»]*((?:art[ií]culo|disposici[oó]n)\s+[\w ]{1,20}?[º°]?)\s*[.\-–:]", re.I
)
_UNKNOWN = Schema("", frozenset(), (), frozenset(), frozenset())
_CELLS = frozenset(("td", "th", "entry", "CELL"))
_ROLLING = "EstructuraFuncional"  # in Chile an article, or a title that holds its articles
_GROUP, _MEMBER = "P1group", "P1"  # in the United Kingdom a heading, and the sections under it

_PLAIN, _DIVISION, _CELL, _PIECE, _NUMBER, _HEADING, _MARGIN, _WORDS, _BREAK, _SKIPPED = range(10)
"""What a tag is to us. From _NUMBER on there is no structure in it, only words."""


class MarkedPiece(NamedTuple):
    """A provision as marked: its number as it stands, its lines from `first` up to `after`."""

    kind: PieceKind
    number: str
    heading: str
    first: int
    after: int


class _Tag(NamedTuple):
    name: str
    role: int


@dataclass
class _Open:
    """A piece while its element is read; `depth` elements are open then, itself included.

    `member`: the lines of the first section of a group, whose only one it may be.
    """

    name: str
    kind: PieceKind
    first: int
    depth: int
    number: str = ""
    heading: str = ""
    member: tuple[int, int] | None = None


class _Tags:
    """What each tag is in a schema. `seen` holds those met, prefix and all."""

    def __init__(self, schema: Schema, provisions: frozenset[str]) -> None:
        self.seen: dict[str, _Tag] = {}
        self.kinds: dict[str, PieceKind] = {
            **dict.fromkeys(schema.preambles, "preamble"),
            **dict.fromkeys(schema.annexes, "annex"),
            **dict.fromkeys(schema.recitals, "recital"),
            **dict.fromkeys(provisions, "provision"),
        }
        self._roles = {
            **dict.fromkeys(schema.divisions, _DIVISION),
            **dict.fromkeys(_CELLS, _CELL),
            **dict.fromkeys(self.kinds, _PIECE),
            **dict.fromkeys(schema.margins, _MARGIN),
            **dict.fromkeys(schema.headings, _HEADING),
            **dict.fromkeys(schema.numbers, _NUMBER),
            **dict.fromkeys(INLINE, _WORDS),
            "br": _BREAK,
            **dict.fromkeys(schema.skipped, _SKIPPED),
        }

    def see(self, raw: str) -> _Tag:
        """A tag that is met for the first time."""
        name = raw.rpartition(":")[2]
        self.seen[raw] = tag = _Tag(name, self._roles.get(name, _PLAIN))
        return tag


class Walk:
    """The lines and pieces of a text, in order; its schema and language, as its root says them.

    Raises Refused for a text that declares entities, is damaged, or nests deeper than any law.
    """

    def __init__(self, text: str, words: Words) -> None:
        self.lines: list[Line] = []
        self.pieces: list[MarkedPiece] = []
        self.schema = _UNKNOWN
        self.language = ""
        self._text, self._words = text, words
        self._parts: list[str] = []  # of the paragraph that is read
        self._held = 0  # parts of it before an element that may be a word of it
        self._waiting = ""  # a number, until there is text to stand before
        self._place = 0  # of the next line in the text
        self._stack: list[_Tag] = []  # elements that are open, but those within a sentence
        self._depth = self._cells = 0  # divisions and cells among them
        self._inside = self._skipped = 0  # elements open in a sentence, or in what is skipped
        self._role = _WORDS  # what the outermost of those is
        self._open: _Open | None = None
        self._group = ""  # the heading over several sections
        self._through()

    def _through(self) -> None:
        refuse_entities(self._text, self._words)
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text, parser.buffer_size = True, 2**16
        self._listen()
        parser.StartElementHandler = self._root
        try:
            parser.Parse(as_bytes(self._text), True)
        except expat.ExpatError as error:
            raise damaged(error.lineno, self._words) from None
        self._flush()

    def _listen(self) -> None:
        parser = self._parser
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._parts.append
        parser.SkippedEntityHandler = self._entity

    # --- what the parser meets -----------------------------------------------------------------

    def _root(self, raw: str, attributes: dict[str, str]) -> None:
        name = raw.rpartition(":")[2]
        self.schema = BY_ROOT.get(name, _UNKNOWN)
        self.language = attributes.get("xml:lang", "")
        self._tags = _Tags(self.schema, _provisions(self._text, self.schema))
        self._seen = self._tags.seen
        self._struck = '"deleted"' in self._text
        self._parser.StartElementHandler = self._start
        self._stack.append(_Tag(name, _PLAIN))

    def _start(self, raw: str, attributes: dict[str, str]) -> None:
        try:
            tag = self._seen[raw]
        except KeyError:
            tag = self._tags.see(raw)
        role = tag[1]
        if self._struck and attributes.get("changed") == "deleted":
            role = _SKIPPED
        if self._inside:  # nothing but words
            self._inside += 1
            if role >= _BREAK:
                self._aside(role)
        elif role >= _WORDS or (self._parts and self._begun(role)):
            self._inside, self._role = 1, _WORDS
            if role >= _BREAK:
                self._aside(role)
        elif role >= _NUMBER:
            self._inside, self._role = 1, role
        else:
            self._stack.append(tag)
            if role:
                self._structure(tag)
            if len(self._stack) > XML_DEPTH:
                raise too_deep(XML_DEPTH, self._words)

    def _end(self, _raw: str) -> None:
        if self._inside:
            self._inside -= 1
            if not self._inside and self._role != _WORDS:
                self._end_of_words()
            return
        if self._held:  # it was a word of a sentence
            self._held = 0
            self._stack.pop()
            return
        if self._parts:
            self._paragraph()
        tag = self._stack.pop()
        if tag[1]:
            self._end_of_structure(tag)

    def _entity(self, name: str, _is_parameter: bool) -> None:
        """An entity that only the schema's own file explains: those of HTML are known."""
        self._parts.append(html5.get(f"{name};", f"&{name};"))

    # --- sentences -----------------------------------------------------------------------------

    def _begun(self, role: int) -> bool:
        """Whether an element stands in a sentence that has begun, and is a word of it.

        Where it may hold paragraphs, only what follows tells; then the sentence is held.
        """
        if "".join(self._parts).isspace():
            self._parts.clear()
            return False
        if self._held:  # what held it was no word: it has parts of its own
            before, self._parts[:] = self._parts[: self._held], self._parts[self._held :]
            self._held = 0
            self._write("".join(before), self._stack[-2])
        elif role >= _NUMBER:
            return True
        elif role == _PLAIN:
            self._held = len(self._parts)
            return False
        self._paragraph()
        return False

    def _aside(self, role: int) -> None:
        """A line break within a sentence, or an element that is skipped with all it holds."""
        if role == _BREAK:
            self._parts.append(" ")
            return
        parser, self._skipped = self._parser, 1
        parser.CharacterDataHandler = parser.SkippedEntityHandler = None
        parser.StartElementHandler, parser.EndElementHandler = self._deeper, self._shallower

    def _deeper(self, _raw: str, _attributes: dict[str, str]) -> None:
        self._skipped += 1

    def _shallower(self, raw: str) -> None:
        self._skipped -= 1
        if not self._skipped:
            self._listen()
            self._end(raw)

    def _end_of_words(self) -> None:
        text = tidy("".join(self._parts))
        self._parts.clear()
        if self._role == _NUMBER:
            self._number(text)
        else:
            self._heading(text, margin=self._role == _MARGIN)

    def _paragraph(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        if text.strip():
            self._write(text, self._stack[-1])

    def _write(self, text: str, tag: _Tag) -> None:
        """The sentences of an element, with the number that waits for them."""
        number = self._open.number if self._open else ""
        if number and self._waiting == number and WORD.match(number):
            self._flush()  # "Article 1" without a heading
        level = self._depth if tag[1] == _DIVISION else None
        for part in _PARAGRAPH.split(text) if tag[0] == "Texto" else (text,):
            if part.strip():
                self._waiting = tidy(f"{self._waiting} {part}" if self._waiting else part)
                self._flush(level, cell=self._cells > 0)

    def _flush(self, level: int | None = None, *, cell: bool = False) -> None:
        """Writes what waits as a line of its own."""
        text, self._waiting = self._waiting, ""
        if text:
            self.lines.append(Line(text, self._place, None, level, cell))
            self._place += len(text) + 1

    # --- numbers and headings ------------------------------------------------------------------

    def _number(self, text: str) -> None:
        if not text:
            return
        parent, opened = self._stack[-1].name, self._open
        if parent in self.schema.bracketed and text.isalnum():
            text = f"({text})"
        own = opened is not None and (
            len(self._stack) == opened.depth or (opened.name, parent) == (_GROUP, _MEMBER)
        )
        if opened and own and opened.number and not opened.heading:
            opened.heading = text  # the second number of a part is its heading in some files
            self._waiting = f"{self._waiting} {text}".strip()
            self._flush()
            return
        if opened and not opened.number and (own or opened.kind == "recital"):
            opened.number = text
        elif self._waiting and WORD.match(self._waiting):
            self._flush()
        self._waiting = f"{self._waiting} {text}".strip()

    def _heading(self, text: str, *, margin: bool) -> None:
        if self._open and not self._open.heading:
            self._open.heading = text
        if margin:
            waiting, self._waiting = self._waiting, text
            self._flush()
            self._waiting = waiting
            return
        self._waiting = f"{self._waiting} {text}".strip()
        if not text.endswith("—"):  # one that runs into its text
            self._flush((self._stack[-1].role == _DIVISION and self._depth) or None)

    # --- divisions and pieces ------------------------------------------------------------------

    def _structure(self, tag: _Tag) -> None:
        if tag.role == _DIVISION:
            self._depth += 1
        elif tag.role == _CELL:
            self._cells += 1
        else:
            self._piece(tag.name, self._tags.kinds[tag.name])

    def _end_of_structure(self, tag: _Tag) -> None:
        opened = self._open
        if tag.role == _DIVISION:
            self._depth -= 1
        elif tag.role == _CELL:
            self._cells -= 1
        elif opened and opened.depth > len(self._stack):
            self._flush()
            self._open = None
            if opened.name != _GROUP or opened.member:
                self._add(opened, opened.first, len(self.lines))
        elif opened and opened.depth == len(self._stack) and opened.member:
            self._flush()
            opened.member = (opened.member[0], len(self.lines))

    def _piece(self, name: str, kind: PieceKind) -> None:
        """Begins a piece, unless it stands in one: what an act quotes is none of its own."""
        opened, depth = self._open, len(self._stack)
        if opened and (opened.name, opened.depth, name) == (_GROUP, depth - 1, _MEMBER):
            self._flush()
            if not opened.member:  # alone as yet, and then the group is the section
                opened.member = (len(self.lines), len(self.lines))
                return
            self._add(opened, *opened.member)
            self._group = opened.heading
        elif opened and not _only_holds(opened, name, kind):
            return
        self._flush()
        of_group = name == _MEMBER and self._stack[-2].name == _GROUP
        heading = self._group if of_group else ""
        self._open = _Open(name, kind, len(self.lines), depth, heading=heading)

    def _add(self, opened: _Open, first: int, after: int) -> None:
        if after == first:
            return
        number = opened.number
        if not self.schema.numbers:
            opening = _OPENING.match(self.lines[first].text)
            number = opening[1] if opening else ""
        number = number[:LONGEST].rstrip()  # so that looking at it takes no time
        self.pieces.append(MarkedPiece(opened.kind, number, opened.heading, first, after))


def _only_holds(opened: _Open, name: str, kind: PieceKind) -> bool:
    """Whether the open piece is none, since it holds others: recitals, or a title its articles."""
    if opened.kind == "preamble":
        return kind == "recital"
    return name == opened.name == _ROLLING


def _provisions(text: str, schema: Schema) -> frozenset[str]:
    """The tags that are cited in this document."""
    if schema.name == "UK CLML":
        return frozenset(schema.provisions)
    for tag in schema.provisions:
        if re.search(rf"<(?:[\w.-]+:)?{re.escape(tag)}[\s/>]", text):
            return frozenset((tag,))
    return frozenset()
