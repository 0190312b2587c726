"""Notes and sources: every link and text the findings rest on, published and argued told apart."""

from __future__ import annotations

from assess import wording
from assess.findings import CHANNELS
from assess.framework import Link
from assess.report.document import Block, Cell, Item, Items, Paragraph, Section, Table
from assess.report.matter import Matter


def section(matter: Matter) -> Section:
    """The links used, then the sources of the framework, then those of the case."""
    _ = matter.words.gettext
    return Section(
        "sources",
        _("Sources"),
        (Paragraph(matter.framework.licence_note, "small"),),
        (
            *_part("links", _("Links the findings travel over"), _links(matter)),
            *_part("case-sources", _("Sources on the proposal"), _case_sources(matter)),
            *_part(
                "framework-sources",
                _("Sources of the framework, as far as used here"),
                _framework_sources(matter),
            ),
        ),
    )


def _part(name: str, title: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    return (Section(name, title, blocks),) if blocks else ()


def used_links(matter: Matter) -> tuple[Link, ...]:
    """The links on the ways to every level that is named, in the framework's order."""
    indexes = {
        step.index
        for node in matter.telling.findings.nodes
        for channel in CHANNELS
        for way in node.effect(channel).explanations[max(node.effect(channel).level, 1) - 1].ways
        for step in way.steps
    }
    return tuple(matter.framework.links[index] for index in sorted(indexes))


def _links(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    links = used_links(matter)
    if not links:
        return ()
    published = sum(link.provenance == "published" for link in links)
    note = _(
        "{published} of the {all} links are published by their source; the others are argued by "
        "this toolkit, with the sources named as their grounding only. The strength of every link "
        "is the toolkit's estimate."
    )
    counted = Paragraph(note.format(published=published, all=len(links)))
    return (counted, _each(matter, links)) if matter.in_full else (counted,)


def _each(matter: Matter, links: tuple[Link, ...]) -> Table:
    _ = matter.words.gettext
    return Table(
        _("Links used, with their reasons"),
        (_("Link"), _("Reason"), _("Claim"), _("Sources")),
        tuple(_link(matter, link) for link in links),
        (8, 9, 6, 6),
    )


def _link(matter: Matter, link: Link) -> tuple[Cell, ...]:
    _, words = matter.words.gettext, matter.words
    name = _("{origin} {relation} {target}").format(
        origin=matter.telling.name(link.origin),
        relation=wording.relation(words, link.relation),
        target=matter.telling.name(link.target),
    )
    checked = _("not re-read for this version") if not link.verified else ""
    added_by = matter.framework.added_by
    by = added_by(link.origin) or added_by(link.target)
    claim = [
        wording.opening(wording.provenance(words, link.provenance, by)),
        _("strength: {strength}").format(strength=wording.strength_word(words, link.strength)),
        checked,
    ]
    titles = tuple(_title(matter, source) for source in link.sources)
    return (
        Cell(name),
        Cell(link.reason),
        Cell(wording.series(words, (part for part in claim if part))),
        Cell(wording.series(words, titles)),
    )


def _title(matter: Matter, source: str) -> str:
    return matter.framework.sources[source].title.partition(": ")[0]


def _case_sources(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    if matter.case is None:
        return ()
    seen = {
        "read": _("Read in full."),
        "excerpt": _("Seen in part."),
        "own-knowledge": _("From our own knowledge."),
    }
    items = tuple(
        Item(
            _("{title} ({publisher})").format(title=each.title, publisher=each.publisher),
            " ".join(part for part in (seen[each.seen], each.note) if part),
            each.url,
        )
        for each in matter.case.sources
    )
    return (Items(items),)


def _framework_sources(matter: Matter) -> tuple[Block, ...]:
    judged = (node for node in matter.framework.nodes)
    used = dict.fromkeys(
        (
            *(name for node in judged for name in node.sources),
            *(name for link in used_links(matter) for name in link.sources),
        )
    )
    sources = (matter.framework.sources[name] for name in used)
    return (Items(tuple(Item(each.title, each.note, each.url) for each in sources)),)
