"""What was read from a file: its text, line by line, and what is known of how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["pdf", "docx", "odt", "html", "text", "markdown", "xml"]
PieceKind = Literal["provision", "recital", "annex", "preamble"]


class Line(NamedTuple):
    """One paragraph: wrapped lines joined, white space made single spaces.

    `start` is the place of its first character in the extracted text; `page` counts from 1;
    `level` is the depth of a heading where the format says it is one; `cell` stands in a table.
    """

    text: str
    start: int
    page: int | None = None
    level: int | None = None
    cell: bool = False


class Piece(NamedTuple):
    """A provision as the format itself marks it; `start` and `end` are places in the text.

    `number` is as readers cite it ("6", "12a"), `label` with its kind ("Article 6").
    """

    kind: PieceKind
    number: str
    label: str
    heading: str
    start: int
    end: int


@dataclass(frozen=True)
class Extract:
    """The text of a file; the texts of its lines, joined by line breaks.

    `pieces` are given where the format marks its provisions (legal XML, of the named `schema`).
    `language` is a BCP 47 tag, as the file says or as its words suggest. `scanned`: pages are
    pictures of text; `ocr`: the text was recognised from them and may be wrong. `warnings` are
    sentences in the reader's words: what may lack or be wrong.
    """

    kind: Kind
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...] = ()
    schema: str = ""
    language: str | None = None
    pages: int | None = None
    pages_with_text: int | None = None
    scanned: bool = False
    ocr: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def length(self) -> int:
        """Characters of the whole text."""
        return self.lines[-1].start + len(self.lines[-1].text) if self.lines else 0
