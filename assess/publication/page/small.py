"""Small pages beside a snapshot: what can be done with it, where it went, that it is gone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from assess.findings import CHANNELS
from assess.publication.markup import Child, el
from assess.publication.page.conclusion import conclusion
from assess.publication.page.head import head
from assess.publication.page.paper import paper
from assess.publication.page.place import Place
from assess.publication.page.sharing import citation, code, snippet
from assess.publication.page.version import Version
from assess.text import Words

_UNLISTED = {"name": "robots", "content": "noindex"}


def sharing(words: Words, version: Version, facts: Mapping[str, Any], place: Place) -> bytes:
    """What can be done with a snapshot here: it depends on the place, so it is not kept.

    facts: the snapshot's document.
    """
    _ = words.gettext
    title = str(facts["title"])
    name = _("To use the snapshot: {title}").format(title=title)
    full = place.full(version.path)
    ways = (el("li", each) for each in _ways(words, version, facts, place))
    return paper(
        words,
        head(name, "", el("meta", **_UNLISTED)),
        place,
        el("h1", _("To use this snapshot")),
        el("p", el("a", el("bdi", title), href=place.page(version.path)), class_="lead"),
        citation(words, facts["kind"], title, version, place),
        el("ul", *ways, class_="ways"),
        *((code(words, full), snippet(words, title, _told(words, facts), full)) if full else ()),
        None if full else el("p", _no_address(words), class_="small"),
    )


def _ways(
    words: Words, version: Version, facts: Mapping[str, Any], place: Place
) -> Iterator[Child]:
    _ = words.gettext
    if facts["kind"] == "case" and place.app:
        told = _("Open the case in the app, and start from it with a copy of your own")
        yield el("a", told, href=f"/case?id={facts['content']['id']}")
    yield el("a", _("Data of this snapshot (JSON)"), href=place.file(f"{version.path}.json"))
    if place.origin:
        told = _("The QR code alone, as a drawing (SVG)")
        yield el("a", told, href=place.file(f"{version.path}/qr.svg"))


def _told(words: Words, facts: Mapping[str, Any]) -> Iterator[str]:
    """Harm and benefit of the last draft, in short."""
    found = list(facts["findings"].values())[-1]["verdict"]
    for side in CHANNELS:
        yield conclusion(words, side, found[side]["class"], found[side]["p"])


def _no_address(words: Words) -> str:
    return words.gettext(
        "This copy does not know its own address, so it has no QR code and nothing to show on"
        " another site."
    )


def onward(words: Words, href: str) -> bytes:
    """Leads on to the newest version, where no server can: the browser follows by itself."""
    _ = words.gettext
    title = _("The newest version")
    leads = el("meta", http_equiv="refresh", content=f"0; url={href}")
    link = el("p", el("a", _("See the newest version"), href=href))
    place = Place(root="../../", ending=".html", app=False)
    return paper(
        words, head(title, "", el("meta", **_UNLISTED), leads), place, el("h1", title), link
    )


def gone(words: Words, on: datetime.date, place: Place) -> bytes:
    """Says that what was here was withdrawn, and when; nothing of what it was."""
    _ = words.gettext
    title = _("This page was withdrawn")
    told = _("Its owner withdrew it on {date}. It does not come back under this address.").format(
        date=words.date(on)
    )
    return paper(
        words, head(title, "", el("meta", **_UNLISTED)), place, el("h1", title), el("p", told)
    )
