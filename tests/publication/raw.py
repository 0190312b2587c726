"""A page as its bytes have it: its elements, where it leads, and what is wrong with its HTML."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "br", "input", "path"}
# What may hold words and runs of words, but no blocks.
WORDS_ONLY = {
    *("p", "h1", "h2", "h3", "h4", "span", "a", "b", "bdi", "cite", "code", "caption", "summary"),
    *("dt", "legend", "label", "title"),
}
BLOCKS = {
    *("p", "h1", "h2", "h3", "h4", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "section"),
    *("blockquote", "figure", "pre", "nav", "header", "details", "form", "fieldset"),
}
# By which the browser would ask for something by itself.
FETCHES = {"src", "srcset", "background", "poster", "data", "action", "ping"}
WITHOUT_END = "an element that was never closed"


class Tag(NamedTuple):
    """One element as it was opened."""

    name: str
    attributes: dict[str, str]


@dataclass
class Raw(HTMLParser):
    """What a page says, read without a browser."""

    text: str
    tags: list[Tag] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.text)
        self.close()
        self.wrong += [f"{WITHOUT_END}: {name}" for name in self.open]
        twice = [name for name, count in Counter(self.ids).items() if count > 1]
        self.wrong += [f"two elements are called {name}" for name in twice]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = [each for each in self.open if each in WORDS_ONLY]
        if tag in BLOCKS and inside:
            self.wrong.append(f"<{tag}> inside <{inside[-1]}>")
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong.append(f"<{tag}/> is no HTML")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if "script" not in self.open and "style" not in self.open:
            self.shown.append(data)

    @property
    def words(self) -> str:
        """What a reader sees, on one line."""
        return " ".join("".join(self.shown).split())

    @property
    def ids(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    def named(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of a name."""
        return [tag.attributes for tag in self.tags if tag.name == name]

    def meta(self, name: str) -> str:
        """What a meta element says."""
        found = [
            each for each in self.named("meta") if name in (each.get("name"), each.get("property"))
        ]
        return found[0]["content"] if found else ""

    @property
    def links(self) -> Iterator[str]:
        """Wherever the page leads."""
        for tag in self.tags:
            if "href" in tag.attributes:
                yield tag.attributes["href"]
        for each in self.named("meta"):
            if each.get("http-equiv") == "refresh":
                yield each["content"].partition("url=")[2]

    @property
    def fetched(self) -> list[str]:
        """What a browser would ask for by itself."""
        asked = [
            f"{tag.name} {name}" for tag in self.tags for name in FETCHES & set(tag.attributes)
        ]
        kinds = {"stylesheet", "icon", "preload", "prefetch", "preconnect"}
        return asked + [each["href"] for each in self.named("link") if each.get("rel") in kinds]


def resolved(link: str, page: str) -> tuple[str, str]:
    """The path a link leads to from a page of the site, and the place on it."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if not path:
        return page, parts.fragment
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), parts.fragment


def outside(link: str) -> bool:
    """Whether a link leads to another site."""
    return bool(urlsplit(link).scheme)
