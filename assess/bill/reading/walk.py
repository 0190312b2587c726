"""One walk through a legal XML, from tag to tag, that gathers paragraphs and provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from assess.bill.extract import Line, PieceKind
from assess.bill.reading.limits import XML_DEPTH
from assess.bill.reading.lines import tidy
from assess.bill.reading.marked import too_deep
from assess.bill.reading.roles import (
    BREAK,
    CELL,
    DIVISION,
    MARGIN,
    NUMBER,
    PLAIN,
    SKIPPED,
    WORDS,
    Roles,
    kinds,
)
from assess.bill.reading.schemas import Schema
from assess.bill.reading.steps import Damaged, References, Step, local, steps, struck_marked
from assess.text import Words

LONGEST = 100  # characters of a number
WORD = re.compile(r"^[\s“\"«]*(?:§+|[^\W\d_]{3,}\.?|(?:art|sec|s|cl|r|reg)\.)\s*", re.IGNORECASE)
"""The word that stands before a number."""
_PARAGRAPH = re.compile(r"\n(?:\s*\n| {3,})")  # LeyChile breaks its lines as it prints them
_OPENING = re.compile(
    r"[\s“”\"'«»]*((?:art[ií]culo|disposici[oó]n)\s+[\w ]{1,20}?[º°]?)\s*[.\-–:]", re.I
)
_ROLLING = "EstructuraFuncional"  # in Chile an article, or a title that holds its articles
_GROUP, _MEMBER = "P1group", "P1"  # in the United Kingdom a heading, and the sections under it

_NEW = tuple.__new__  # takes half the time of Line(), and there are many


class MarkedPiece(NamedTuple):
    """A provision as marked: its number as it stands, its lines from `first` up to `after`."""

    kind: PieceKind
    number: str
    heading: str
    first: int
    after: int


@dataclass(slots=True)
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


class Walk:
    """The lines and pieces of a text, in order.

    Raises Damaged; and Refused for one that nests deeper than any law.
    """

    def __init__(self, schema: Schema, markup: str, words: Words) -> None:
        self.pieces: list[MarkedPiece] = []
        self.lines: list[Line] = []
        self.tight = True  # no ">" was said, which may be a piece of a tag
        self._place = 0  # of the next line in the text
        self._schema, self._words = schema, words
        self._parts: list[str] = []  # of the paragraph that is read; the first is not blank
        self._held = 0  # parts of it before an element that may be a word of it
        self._waiting = ""  # a number, until there is text to stand before
        self._stack = [":"]  # what stands around all, and tags that are open outside sentences
        self._depth = self._cells = 0  # divisions and cells among them
        self._open: _Open | None = None
        self._group = ""  # the heading over several sections
        self._references = References()
        provisions = _provisions(markup, schema)
        self._kinds = kinds(schema, provisions)
        self._roles = Roles(schema, provisions)
        if schema.struck and schema.struck in markup:
            markup = struck_marked(markup, schema.struck)
        self._through(steps(markup))
        self._flush()

    # --- tags ----------------------------------------------------------------------------------

    def _through(self, each: Iterable[Step]) -> None:  # noqa: C901 - a call for each tag is dear
        """Goes from tag to tag, each with the text behind it."""
        parts, stack, roles = self._parts, self._stack, self._roles
        skipped = inside = 0  # elements open in what is skipped, or in a sentence
        outermost = WORDS  # what the outermost of those is
        for closed, opened, empty, whole, text in each:
            if skipped:
                if closed:
                    skipped -= 1
                elif whole is None and not empty:
                    skipped += 1
                if skipped:
                    continue
            elif closed:
                if inside:
                    inside -= 1
                    if not inside and outermost != WORDS:
                        self._end_of_words(outermost)
                elif self._held:  # it was a word of a sentence
                    self._held = 0
                    stack.pop()
                else:
                    if parts:
                        self._paragraph()
                    tag = stack.pop()
                    if tag != closed and tag != closed.rstrip():
                        raise Damaged
                    if roles[tag]:
                        self._end_of_structure(roles[tag])
            else:
                role = roles[opened]
                if whole is not None or empty:
                    if inside or role >= WORDS or (parts and self._is_word(role)):
                        self._word(role, whole or "")
                    elif role:
                        self._whole(opened, role, whole or "")
                    elif whole and not whole.isspace():
                        self._write(whole, opened)
                elif role == SKIPPED:
                    skipped = 1
                    continue
                elif inside or role == BREAK:
                    inside, outermost = inside + 1, outermost if inside else WORDS
                    self._word(role, "")
                elif role >= WORDS or (parts and self._begun(role)):
                    inside, outermost = 1, WORDS
                elif role >= NUMBER:
                    inside, outermost = 1, role
                else:
                    stack.append(opened)
                    if role:
                        self._structure(opened, role)
            if text and (parts or not text.isspace()):
                parts.append(text)
        if len(stack) > 1 or inside or skipped or parts:
            raise Damaged

    def _whole(self, tag: str, role: int, text: str) -> None:
        """A number, a heading or a part of the structure that holds nothing but text."""
        if role >= NUMBER:
            self._ended(role, text)
            return
        self._stack.append(tag)
        self._structure(tag, role)
        if text and not text.isspace():
            self._write(text, tag)
        self._stack.pop()
        self._end_of_structure(role)

    # --- sentences -----------------------------------------------------------------------------

    def _word(self, role: int, text: str) -> None:
        """An element within a sentence that holds nothing but text."""
        if role == BREAK:
            text = f" {text}"
        if text and role != SKIPPED and (self._parts or not text.isspace()):
            self._parts.append(text)

    def _begun(self, role: int) -> bool:
        """Whether an element stands in a sentence that has begun, and is a word of it.

        Where it may hold paragraphs, only what follows tells; then the sentence is held.
        """
        if self._opened("".join(self._parts)).isspace():
            self._parts.clear()
            return False
        if self._held:  # what held it was no word: it has parts of its own
            before, self._parts[:] = self._parts[: self._held], self._parts[self._held :]
            self._held = 0
            self._write("".join(before), self._stack[-2])
        elif role >= NUMBER:
            return True
        elif role == PLAIN:
            self._held = len(self._parts)
            return False
        if self._parts:
            self._paragraph()
        return False

    def _is_word(self, role: int) -> bool:
        """The same of an element that holds nothing but text, of which it is known at once."""
        begun, held, self._held = self._begun(role), self._held, 0
        return begun or held > 0

    def _end_of_words(self, role: int) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        self._ended(role, text)

    def _paragraph(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        self._write(text, self._stack[-1])

    def _write(self, text: str, tag: str) -> None:
        """The sentences of an element, with the number that waits for them."""
        if len(self._stack) > XML_DEPTH:
            raise too_deep(XML_DEPTH, self._words)
        if ">" in text:
            self.tight = False
        if "&" in text:
            text = self._references.opened(text)
        if text.isspace():
            return
        first, *others = self._printed(text) if tag.endswith("Texto") else [text]
        waiting = self._waiting
        if waiting:
            if self._open and waiting == self._open.number and WORD.match(waiting):
                self._line(waiting)  # "Article 1" without a heading
            else:
                first = f"{waiting} {first}"
            self._waiting = ""
        level = self._depth if self._roles[tag] == DIVISION else None
        cell = self._cells > 0
        self._line(tidy(first), level, cell=cell)
        for other in others:
            self._line(tidy(other), level, cell=cell)

    @staticmethod
    def _printed(text: str) -> list[str]:
        """The paragraphs of a text that stands as it was printed."""
        return [part for part in _PARAGRAPH.split(text) if part and not part.isspace()]

    def _flush(self, level: int | None = None) -> None:
        """Writes what waits as a line of its own."""
        if self._waiting:
            self._line(self._waiting, level)
            self._waiting = ""

    def _line(self, text: str, level: int | None = None, *, cell: bool = False) -> None:
        if text:
            self.lines.append(_NEW(Line, (text, self._place, None, level, cell)))
            self._place += len(text) + 1

    def _opened(self, text: str) -> str:
        """The text with what its references stand for."""
        return self._references.opened(text) if "&" in text else text

    # --- numbers and headings ------------------------------------------------------------------

    def _ended(self, role: int, text: str) -> None:
        if ">" in text:
            self.tight = False
        text = tidy(self._references.opened(text) if "&" in text else text)
        if role == NUMBER:
            self._number(text)
        else:
            self._heading(text, margin=role == MARGIN)

    def _number(self, text: str) -> None:
        if not text:
            return
        waiting, opened, parent = self._waiting, self._open, local(self._stack[-1])
        if parent in self._schema.bracketed and text.isalnum():
            text = f"({text})"
        self._waiting = f"{waiting} {text}" if waiting else text
        if opened and not (opened.number and opened.heading):
            own = len(self._stack) == opened.depth or (opened.name, parent) == (_GROUP, _MEMBER)
            if own and opened.number:
                opened.heading = text  # the second number of a part is its heading in some files
                self._flush()
                return
            if not opened.number and (own or opened.kind == "recital"):
                opened.number = text
                return
        if waiting and WORD.match(waiting):
            self._line(waiting)
            self._waiting = text

    def _heading(self, text: str, *, margin: bool) -> None:
        if self._open and not self._open.heading:
            self._open.heading = text
        if margin:
            self._line(text)
            return
        self._waiting = f"{self._waiting} {text}".strip()
        if not text.endswith("—"):  # one that runs into its text
            division = self._roles[self._stack[-1]] == DIVISION
            self._flush((division and self._depth) or None)

    # --- divisions and pieces ------------------------------------------------------------------

    def _structure(self, tag: str, role: int) -> None:
        if role == DIVISION:
            self._depth += 1
        elif role == CELL:
            self._cells += 1
        else:
            self._piece(local(tag))

    def _end_of_structure(self, role: int) -> None:
        opened = self._open
        if role == DIVISION:
            self._depth -= 1
        elif role == CELL:
            self._cells -= 1
        elif opened and opened.depth > len(self._stack):
            self._flush()
            self._open = None
            if opened.name != _GROUP or opened.member:
                self._add(opened, opened.first, len(self.lines))
        elif opened and opened.depth == len(self._stack) and opened.member:
            self._flush()
            opened.member = (opened.member[0], len(self.lines))

    def _piece(self, name: str) -> None:
        """Begins a piece, unless it stands in one: what an act quotes is none of its own."""
        opened, depth, kind = self._open, len(self._stack), self._kinds[name]
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
        of_group = name == _MEMBER and local(self._stack[-2]) == _GROUP
        heading = self._group if of_group else ""
        self._open = _Open(name, kind, len(self.lines), depth, heading=heading)

    def _add(self, opened: _Open, first: int, after: int) -> None:
        if after == first:
            return
        number = opened.number
        if not self._schema.numbers:
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
        if re.search(rf"<(?:[\w.-]++:)?{re.escape(tag)}[\s/>]", text):
            return frozenset((tag,))
    return frozenset()
