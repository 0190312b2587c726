"""HTML built as a tree, so that what anybody wrote can only ever be text in it.

A tree is written out once, at the end; nothing is ever put together from pieces of HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, tostring

from assess.text import Words

Child = Element | str | None
Cell = tuple[Child, ...]

# Elements that end a line of the file, for whoever reads it.
_LINES = frozenset(
    (
        *("head", "title", "meta", "link", "style", "script", "body", "header", "main", "footer"),
        *("nav", "section", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dd"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "figure", "pre"),
    )
)
_LINKED = ("https://", "http://")
# Embeddings, overrides and isolates (Unicode annex 9). Each text is a block or a run of its own and
# needs none; one that is left open would reach beyond it.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def el(tag: str, *children: Child, **attributes: str | None) -> Element:
    """An element. What is None is left out; `class_` is class, `aria_label` is aria-label."""
    named = {
        name.rstrip("_").replace("_", "-"): value
        for name, value in attributes.items()
        if value is not None
    }
    made = Element(tag, named)
    add(made, *children)
    return made


def add(to: Element, *children: Child) -> None:
    """Puts more into an element, after what is there."""
    for child in children:
        if isinstance(child, Element):
            to.append(child)
        elif child and len(to):
            to[-1].tail = (to[-1].tail or "") + child
        elif child:
            to.text = (to.text or "") + child


def written(root: Element) -> bytes:
    """A whole page as UTF-8, an element a line where it makes a block."""
    for each in root.iter():
        if each.tag in _LINES and not each.tail:
            each.tail = "\n"
    return f"<!DOCTYPE html>\n{text_of(root, 'html')}".encode()


def text_of(root: Element, method: Literal["html", "xml"]) -> str:
    """A tree written out, without the characters that turn round whatever stands after them."""
    return tostring(root, encoding="unicode", method=method).translate(_TURNING)


@dataclass(frozen=True)
class Pen:
    """Writes what people wrote: as it stands, each text in a direction of its own."""

    words: Words
    text_language: str
    limit: int = 20_000
    """Characters of one text that are shown; the whole stands in the document."""

    @property
    def language(self) -> str | None:
        """The language of what people wrote, where it is not the page's."""
        return self.text_language if self.text_language != self.words.language else None

    def block(self, tag: str, text: str, class_: str | None = None) -> Element:
        """A text as a block, its line breaks kept."""
        return el(tag, self.shown(text), class_=class_, dir="auto", lang=self.language)

    def inline(self, text: str) -> Child:
        """A text within a sentence or a cell, set apart where it could turn what is beside it."""
        if text.isascii() and self.words.direction == "ltr" and not self.language:
            return text
        return el("bdi", text, lang=self.language)

    def shown(self, text: str) -> str:
        """A text, shortened where it is longer than the page has room for."""
        text = text.strip()
        if len(text) <= self.limit:
            return text
        return self.words.gettext("{text} … (shortened; the data file has the whole text)").format(
            text=text[: self.limit].rstrip()
        )

    def link(self, url: str, text: str) -> Element:
        """A link to another site; an address that is none of the web's is only shown."""
        if url.startswith(_LINKED):
            return el("a", self.inline(text), href=url, rel="noreferrer")
        shown = (" (", self.inline(url), ")") if url else ()
        return el("span", self.inline(text), *shown)
