"""Where a page is served from, as far as its links depend on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Place:
    """How addresses on a site are written.

    root: what leads from the page to the top of the site. ending: what follows the name of a page.
    origin: the public address of the site, without a slash at its end; empty where it is not known.
    app: whether the app answers beside the pages.
    """

    root: str = "/"
    ending: str = ""
    origin: str = ""
    app: bool = True

    def page(self, path: str) -> str:
        """A link to a page of the site, named from the top: "cases/2022-example"."""
        return f"{self.root}{path}{self.ending}"

    def file(self, path: str) -> str:
        """A link to a file of the site."""
        return f"{self.root}{path}"

    def full(self, path: str) -> str:
        """The whole address of a page; empty where the origin is not known."""
        return f"{self.origin}/{path}{self.ending}" if self.origin else ""

    @property
    def list(self) -> str:
        """A link to the list of cases."""
        return self.page("cases/list" if self.app else "index")

    def below(self, depth: int) -> Place:
        """The same site seen from a page so many folders deep; the app's links stay whole."""
        return self if self.app else replace(self, root="../" * depth)


# Kept bytes name no host and lead the same way from a server and from a file: an ending that the
# app takes off again, and never a slash to begin with.
BESIDE: Final = Place(root="../", ending=".html", app=False)
FILES: Final = Place(root="", ending=".html", app=False)


def origin_of(text: str) -> str | None:
    """A site's public address as somebody wrote it, without a slash at its end.

    Empty where nothing is written, None where it is no address of a site.
    """
    text = text.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        host = parts.hostname and parts.port != 0
    except ValueError:
        return None
    plain = text.isascii() and text.isprintable() and not set(text) & set(' "<>\\^`{|}?#@')
    return text if not text or (plain and host and parts.scheme in ("http", "https")) else None
