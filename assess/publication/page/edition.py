"""Which edition a page is: the living one or a snapshot, and where to go from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from assess.findings import CHANNELS
from assess.publication.markup import Child, el
from assess.publication.page.conclusion import conclusion
from assess.publication.page.sharing import citation, code, snippet
from assess.publication.page.sheet import Sheet, section
from assess.publication.page.version import Version
from assess.publication.subject import Subject


@dataclass(frozen=True)
class Kept:
    """The page is a snapshot. `follows` is the address of the one it takes the place of."""

    version: Version
    follows: str | None = None

    @property
    def path(self) -> str:
        """Where the page is, from the top of the site."""
        return self.version.path


@dataclass(frozen=True)
class Living:
    """The page of a case as it is now.

    versions: its snapshots, newest first. current: whether the newest says the same as this page.
    docx: whether a Word file stands beside it.
    """

    slug: str
    versions: tuple[Version, ...] = ()
    current: bool = False
    docx: bool = False

    @property
    def path(self) -> str:
        """Where the page is, from the top of the site."""
        return f"cases/{self.slug}"


Edition = Kept | Living


def banner(sheet: Sheet, edition: Edition) -> Element:
    """At the top: what kind of page this is, and what may be relied on."""
    told = _kept(sheet, edition) if isinstance(edition, Kept) else _living(sheet, edition)
    return el("p", *(part for each in told for part in (each, " ")), class_="edition")


def _kept(sheet: Sheet, edition: Kept) -> Iterator[Child]:
    _ = sheet.words.gettext
    day = sheet.words.date(edition.version.made_on)
    yield el("b", _("Snapshot of {date}.").format(date=day))
    yield _("This page never changes.")
    yield el("a", _("See the newest version"), href=sheet.place.page(f"{edition.path}/newest"))


def _living(sheet: Sheet, edition: Living) -> Iterator[Child]:
    _ = sheet.words.gettext
    yield el("b", _("This page follows the case as it changes."))
    if not edition.versions:
        yield _("No snapshot of it has been made yet.")
        return
    yield _("To cite it, use a snapshot, which never changes:")
    yield _dated(sheet, edition.versions[0])
    if not edition.current:
        yield _("The case has changed since then.")


def _dated(sheet: Sheet, version: Version) -> Element:
    day = sheet.words.date(version.made_on)
    told = sheet.words.gettext("Snapshot of {date}").format(date=day)
    return el("a", told, href=sheet.place.page(version.path))


def use(sheet: Sheet, edition: Edition) -> Element:
    """At the end: citing, opening, taking along, finding again."""
    _, words, subject = sheet.words.gettext, sheet.words, sheet.subject
    ways = _from_kept(sheet, edition) if isinstance(edition, Kept) else _from_living(sheet, edition)
    version = edition.version if isinstance(edition, Kept) else next(iter(edition.versions), None)
    address = sheet.place.full(edition.path)
    return section(
        "use",
        _("Cite it, open it, take it along"),
        citation(words, subject.kind, subject.title, version, sheet.place) if version else None,
        el("ul", *(el("li", each) for each in ways), class_="ways"),
        code(words, address) if address else None,
        snippet(words, subject.title, _concluded(subject), address) if address else None,
    )


def _concluded(subject: Subject) -> Iterator[str]:
    """Harm and benefit of the last draft, in short."""
    found = subject.findings[subject.assessment.drafts[-1].id]
    for side in CHANNELS:
        verdict = found.verdict(side)
        yield conclusion(subject.words, side, verdict.level, verdict.p)


def _from_kept(sheet: Sheet, edition: Kept) -> Iterator[Child]:
    _, place = sheet.words.gettext, sheet.place
    yield el("a", _("See the newest version"), href=place.page(f"{edition.path}/newest"))
    if edition.follows:
        told = _("See the snapshot that this one replaced")
        yield el("a", told, href=place.page(f"s/{edition.follows}"))
    case = sheet.subject.case
    if case:
        yield el("a", _("See the case as it is now"), href=place.page(f"cases/{case.id}"))
    yield el("a", _("Data of this snapshot (JSON)"), href=place.file(f"{edition.path}.json"))
    told = _("Open it in the app, get a QR code, show it on another site")
    yield el("a", told, href=place.page(f"{edition.path}/use"))


def _from_living(sheet: Sheet, edition: Living) -> Iterator[Child]:
    _, place = sheet.words.gettext, sheet.place
    if place.app:
        told = _("Open in the app, and start from this case with a copy of your own")
        yield el("a", told, href=f"/case?id={edition.slug}")
    yield el("a", _("Data of this case (JSON)"), href=place.file(f"{edition.path}.json"))
    if edition.docx:
        yield el("a", _("Brief on this case (Word)"), href=place.file(f"{edition.path}.docx"))
    for version in edition.versions:
        yield _dated(sheet, version)
