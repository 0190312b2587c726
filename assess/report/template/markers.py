"""Where fields stand in the paragraphs of a Word file.

Word cuts a text into runs as it likes, in the middle of a word too. So a paragraph's text is put
together first, and a field is looked for in the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

_FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Marker:
    """A field in a paragraph's text: its name as written, made plain, and its place in it."""

    name: str
    start: int
    end: int


class Lines:
    """One paragraph of a Word file (a `w:p`), with its own text put together."""

    def __init__(self, paragraph: _Element) -> None:
        self.paragraph = paragraph
        inner = (each for each in paragraph.iter(qn("w:t")))
        self._pieces = [each for each in inner if _paragraph_of(each) is paragraph]

    @cached_property
    def text(self) -> str:
        """All of its text, without that of boxes anchored in it."""
        return "".join(each.text or "" for each in self._pieces)

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The fields in it, in order."""
        return tuple(
            Marker("_".join(found[1].lower().split()), found.start(), found.end())
            for found in _FIELD.finditer(self.text)
        )

    @property
    def is_unclosed(self) -> bool:
        """Whether braces are left over when all fields are taken out."""
        rest = _FIELD.sub("", self.text)
        return "{{" in rest or "}}" in rest

    @property
    def has_commands(self) -> bool:
        """Whether it holds what other programs take as commands."""
        return "{%" in self.text or "{#" in self.text

    def replace(self, values: dict[str, str]) -> None:
        """Put values in the place of those of these fields that stand in it."""
        for marker in reversed(self.markers):
            if marker.name in values:
                self._put(marker, values[marker.name])

    def _put(self, marker: Marker, value: str) -> None:
        """The value takes the look of the run in which the field begins."""
        place, given = 0, False
        for piece in self._pieces:
            text = piece.text or ""
            start, end = max(marker.start - place, 0), min(marker.end - place, len(text))
            place += len(text)
            if start >= end:
                continue
            piece.text = text[:start] + ("" if given else value) + text[end:]
            piece.set(_XML_SPACE, "preserve")
            given = True

    def break_lines(self) -> None:
        """Line breaks in values become line breaks of Word."""
        for piece in self._pieces:
            first, *others = (piece.text or "").split("\n")
            piece.text = first
            for line in reversed(others):
                more = OxmlElement("w:t")
                more.text = line
                more.set(_XML_SPACE, "preserve")
                piece.addnext(more)
                piece.addnext(OxmlElement("w:br"))


def lines(root: _Element) -> Iterator[Lines]:
    """All paragraphs of a part that hold braces."""
    for paragraph in list(root.iter(qn("w:p"))):
        found = Lines(paragraph)
        if "{" in found.text or "}}" in found.text:
            yield found


def _paragraph_of(piece: _Element) -> _Element | None:
    return next(piece.iterancestors(qn("w:p")), None)
