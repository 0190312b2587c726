"""All cases on one page, with filters that need no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple
from xml.etree.ElementTree import Element

from assess import wording
from assess.findings import Channel
from assess.publication.index import Concluded, Entry
from assess.publication.markup import el
from assess.publication.page.conclusion import conclusion
from assess.publication.page.findings import sign
from assess.publication.page.head import head, tight
from assess.publication.page.paper import paper
from assess.publication.page.place import Place
from assess.text import Words


class Filter(NamedTuple):
    """One thing to choose by: its name, the key of each case, the words for a key."""

    name: str
    title: str
    key: Callable[[Entry], str]
    said: Callable[[str], str]


def listing(words: Words, entries: Sequence[Entry], place: Place) -> bytes:
    """The list, newest first."""
    _ = words.gettext
    title = _("Cases: what laws would do, or did, to the Internet")
    about = _(
        "Real laws and proposals read against the framework. What a source states and what is"
        " this toolkit's reading are kept apart in each."
    )
    filters = [each for each in _filters(words) if len(_keys(each, entries)) > 1]
    feed = el("link", rel="alternate", type="application/atom+xml", href=place.file("feed.atom"))
    return paper(
        words,
        head(title, about, feed, _canonical(place), styles=_styles(filters, entries)),
        place,
        el("h1", title),
        el("p", about, class_="lead"),
        _counted(words, entries),
        el("form", *(_fieldset(words, each, entries) for each in filters), class_="filters"),
        el("ul", *(_entry(words, each, place, filters) for each in entries), class_="cases"),
        el("p", *_files(words, place), class_="small"),
    )


def _canonical(place: Place) -> Element | None:
    full = place.full("cases/list") if place.app else place.full("index")
    return el("link", rel="canonical", href=full) if full else None


def _counted(words: Words, entries: Sequence[Entry]) -> Element:
    told = words.ngettext(
        "{count} case, the newest first. To find a word, search this page with your browser.",
        "{count} cases, the newest first. To find a word, search this page with your browser.",
        len(entries),
    )
    return el("p", told.format(count=len(entries)))


def _filters(words: Words) -> tuple[Filter, ...]:
    _ = words.gettext
    return (
        Filter(
            "harm",
            wording.channel(words, "harm"),
            lambda entry: str(entry.worst),
            lambda key: wording.verdict(words, int(key), "harm"),
        ),
        Filter(
            "region",
            _("Region"),
            lambda entry: entry.region,
            lambda key: wording.region(words, key),
        ),
        Filter(
            "kind",
            _("Kind"),
            lambda entry: entry.kind,
            lambda key: wording.case_kind(words, key),  # type: ignore[arg-type]  # an entry's own
        ),
    )


def _keys(by: Filter, entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(sorted({by.key(entry) for entry in entries}))


def _fieldset(words: Words, by: Filter, entries: Sequence[Entry]) -> Element:
    choices = [("", words.gettext("All"))]
    choices += [(key, by.said(key)) for key in _keys(by, entries)]
    return el(
        "fieldset",
        el("legend", by.title),
        *(part for choice in choices for part in _choice(by, *choice)),
    )


def _choice(by: Filter, key: str, said: str) -> Iterator[Element]:
    name = f"{by.name}-{key or 'all'}"
    checked = None if key else "checked"
    yield el("input", type="radio", name=by.name, id=name, checked=checked)
    yield el("label", said, for_=name)


def _styles(filters: Sequence[Filter], entries: Sequence[Entry]) -> str:
    """Hides the cases that were not chosen; keys are slugs and stand for themselves in CSS."""
    rules = (
        f"main:has(#{by.name}-{key}:checked) .case:not(.{by.name}-{key}){{display:none}}"
        for by in filters
        for key in _keys(by, entries)
    )
    sheet = tight(files("assess.publication").joinpath("listing.css").read_text("utf-8"))
    return "\n".join(("", sheet, *rules))


def _entry(words: Words, entry: Entry, place: Place, filters: Sequence[Filter]) -> Element:
    classes = " ".join(("case", *(f"{by.name}-{by.key(entry)}" for by in filters)))
    kind = wording.case_kind(words, entry.kind)
    link = el("a", el("bdi", entry.title), href=place.page(f"cases/{entry.id}"))
    return el(
        "li",
        el(
            "div",
            el("p", el("bdi", entry.jurisdiction), f" · {entry.year} · {kind}", class_="kicker"),
            el("h2", link),
            el("p", entry.subject, dir="auto"),
        ),
        el("div", *_concluded(words, entry), _became(words, entry), class_="found"),
        class_=classes,
    )


def _concluded(words: Words, entry: Entry) -> Iterator[Element]:
    """Harm and benefit of each draft."""
    for found in entry.conclusions:
        if len(entry.conclusions) > 1:
            yield el("p", el("b", el("bdi", found.label)))
        sides: tuple[tuple[Channel, Concluded], ...] = (
            ("harm", found.harm),
            ("benefit", found.benefit),
        )
        for side, verdict in sides:
            told = conclusion(words, side, verdict.level, verdict.p)
            yield el("p", sign(side, verdict.level), " ", told)


def _became(words: Words, entry: Entry) -> Element | None:
    if entry.outcome is None:
        return None
    told = words.gettext("What came of it: {outcome}").format(
        outcome=wording.outcome(words, entry.outcome)
    )
    return el("p", told, class_="small")


def _files(words: Words, place: Place) -> Iterator[str | Element]:
    _ = words.gettext
    yield el("a", _("This list as data (JSON)"), href=place.file("cases/index.json"))
    yield " · "
    yield el("a", _("New snapshots as a feed (Atom)"), href=place.file("feed.atom"))
    if place.app:
        yield " · "
        yield el("a", _("The cases in the app"), href="/cases")
