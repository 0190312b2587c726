"""The frame of every page: language, head, the way to the list of cases, and what it holds."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from assess.publication.markup import Child, el, written
from assess.publication.page.place import Place
from assess.text import Words


def paper(words: Words, head: Element, place: Place, *body: Child) -> bytes:
    """A whole page."""
    _ = words.gettext
    home = el("a", _("Internet impact assessment"), href="/") if place.app else None
    cases = el("a", _("All cases"), href=place.list)
    bar = el(
        "nav", home, " · " if home is not None else None, cases, aria_label=_("Site"), class_="bar"
    )
    return written(
        el(
            "html",
            head,
            el("body", el("header", bar), el("main", *body)),
            lang=words.language,
            dir=words.direction,
        )
    )
