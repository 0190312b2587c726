"""Passing a page on: a line to cite it by, a QR code, a piece of HTML for another site."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from assess.publication import qr
from assess.publication.markup import el, text_of
from assess.publication.page.place import Place
from assess.publication.page.version import Version
from assess.publication.subject import Kind
from assess.text import Words


def citation(words: Words, kind: Kind, title: str, version: Version, place: Place) -> Element:
    """A snapshot's name, its date, and the address made of its content, in full where known."""
    _ = words.gettext
    told = {
        "case": _("Internet impact assessment toolkit, case library. Snapshot of {date}."),
        "assessment": _("Made with the Internet impact assessment toolkit. Snapshot of {date}."),
    }[kind].format(date=words.date(version.made_on))
    where = place.full(version.path) or version.path
    name = el("cite", el("bdi", title))
    return el("p", name, ". ", told, " ", el("code", where), class_="citation")


def code(words: Words, address: str) -> Element:
    """The QR code of an address, with the address in words."""
    told = words.gettext("QR code of this address:")
    return el(
        "figure",
        qr.inline(address, words.gettext("QR code of the address beside it")),
        el("figcaption", told, " ", el("span", address, class_="address")),
        class_="qr",
    )


def snippet(words: Words, title: str, told: Iterable[str], address: str) -> Element:
    """HTML that shows a conclusion on another site. It has no script and asks nobody anything."""
    _ = words.gettext
    quoted = el(
        "blockquote",
        el("p", el("a", title, href=address)),
        *(el("p", each) for each in told),
        cite=address,
        lang=words.language,
        dir=words.direction,
    )
    how = _("Copy this into your page. It has no script and asks no other host for anything.")
    return el(
        "details",
        el("summary", _("To show it on another site")),
        el("p", how),
        el("pre", el("code", text_of(quoted, "html"))),
    )
