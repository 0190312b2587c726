"""What tells programs that something is new: an Atom feed, and a map for search engines."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from assess.publication.markup import el, text_of
from assess.publication.page.place import Place
from assess.publication.snapshot import Snapshot
from assess.text import Words

_ATOM = "http://www.w3.org/2005/Atom"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FEED = uuid.UUID("5b0f2c1e-7d53-4f0e-9f0b-0d1f6f6a2a11")
MOST = 50


def atom(words: Words, snapshots: Iterable[Snapshot], place: Place) -> bytes:
    """The newest snapshots, newest first. Its links lead from where the feed itself is.

    An entry is named by its address, which is 128 bits: the same wherever it is served.
    """
    _ = words.gettext
    newest = sorted(snapshots, key=lambda each: (each.made_on, each.address), reverse=True)[:MOST]
    last = max((each.made_on for each in newest), default=datetime.date(2026, 1, 1))
    base = {"xml:base": f"{place.origin}/"} if place.origin else {}
    return _xml(
        el(
            "feed",
            el("title", _("Internet impact assessment: cases")),
            el("id", _FEED.urn),
            el("updated", _moment(last)),
            el("author", el("name", _("Internet impact assessment toolkit"))),
            el("link", rel="self", href=place.file("feed.atom")),
            el("link", rel="alternate", type="text/html", href=place.list),
            *(_entry(each, place) for each in newest),
            xmlns=_ATOM,
            **{"xml:lang": words.language, **base},
        )
    )


def _entry(snapshot: Snapshot, place: Place) -> Element:
    path = f"s/{snapshot.address}"
    return el(
        "entry",
        el("title", snapshot.title),
        el("id", uuid.UUID(hex=snapshot.address).urn),
        el("updated", _moment(snapshot.made_on)),
        el("link", rel="alternate", type="text/html", href=place.page(path)),
        el("link", rel="related", type="application/json", href=place.file(f"{path}.json")),
        el("summary", str(snapshot.facts["content"].get("subject", ""))),
    )


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def sitemap(paths: Sequence[str], place: Place) -> bytes:
    """The pages that search engines may list, by their whole addresses."""
    urls = (el("url", el("loc", place.full(path))) for path in paths)
    return _xml(el("urlset", *urls, xmlns=_MAP))


def _xml(root: Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text_of(root, "xml")}\n'.encode()
