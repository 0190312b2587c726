"""How sure the conclusion is and what would change it; and the assessor's own view of the links."""

from __future__ import annotations

from assess import explain, tables, wording
from assess.findings import Findings
from assess.report.document import (
    Block,
    Cell,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
    UserText,
)
from assess.report.matter import Matter
from assess.robustness import Robustness, Sureness
from assess.variant import LinkChange


def sections(matter: Matter) -> tuple[Section, ...]:
    """The section where the matter holds how sure its findings are; else none."""
    if matter.dossier.robustness is None:
        return ()
    return (section(matter, matter.dossier.robustness, matter.dossier.varied),)


def section(matter: Matter, sure: Robustness, varied: Findings | None) -> Section:
    """What is known of how sure each conclusion is, and both conclusions where links were changed.

    `varied` are the findings with the assessor's changes to the framework's links.
    """
    _ = matter.words.gettext
    sides = [side for side in (sure.harm, sure.benefit) if side.p[0]]
    nothing = _(
        "Neither harm nor benefit was found in the answers given; an answer that states one may "
        "change that."
    )
    return Section(
        "sureness",
        _("How sure, and what would change it"),
        (_gloss(matter),) if sides else (Paragraph(nothing),),
        (*(_side(matter, side) for side in sides), *_own(matter, varied)),
    )


def _gloss(matter: Matter) -> Paragraph:
    _ = matter.words.gettext
    return Paragraph(
        _(
            "Each answer is tried at other levels with everything else as stated. An effect keeps "
            "its likelihood and confidence; any other answer is taken as certain."
        )
    )


def _side(matter: Matter, side: Sureness) -> Section:
    telling = matter.telling
    changes = (*explain.flips(telling, side), *explain.values(telling, side))
    firmness = explain.firmness(telling, side.channel).text
    return Section(
        f"sureness-{side.channel}",
        wording.channel(matter.words, side.channel),
        (
            Paragraph(firmness, "lead"),
            *_items(changes),
            *_tipping(matter, side),
            Paragraph(explain.stress(telling, side).text),
        ),
    )


def _items(told: tuple[explain.Statement, ...]) -> tuple[Items, ...]:
    return (Items(tuple(Item(each.text) for each in told)),) if told else ()


def _tipping(matter: Matter, side: Sureness) -> tuple[Block, ...]:
    """The answers that tip the conclusion by themselves; the others are counted, not listed."""
    found = tables.tipping(matter.telling, side)
    sentences = tuple(Paragraph(text) for text in found.sentences)
    rows = found.rows[: sum(tip.decides for tip in side.tipping)]
    if not rows:
        return sentences
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    return (*sentences, Table(found.title, found.columns, cells, (6, 5, 5, 5, 5)))


def _own(matter: Matter, varied: Findings | None) -> tuple[Section, ...]:
    """Both conclusions, and why the assessor takes links otherwise than the framework."""
    _ = matter.words.gettext
    if varied is None or not matter.assessment.variant.links:
        return ()
    telling = matter.telling
    both = (explain.varied(telling, varied, "harm"), explain.varied(telling, varied, "benefit"))
    moved = (*explain.moved(telling, varied, "harm"), *explain.moved(telling, varied, "benefit"))
    reasons = tuple(_reason(matter, change) for change in matter.assessment.variant.links)
    return (
        Section(
            "sureness-links",
            _("With the assessor's changes to the framework's links"),
            (*(Paragraph(each.text) for each in both), *_items(moved), *reasons),
        ),
    )


def _reason(matter: Matter, change: LinkChange) -> UserText:
    _, words = matter.words.gettext, matter.words
    published = next((link for link in matter.framework.links if change.is_on(link)), None)
    text = (
        _("{origin} {relation} {target}: {rating}; the framework has: {published}")
        if published
        else _("{origin} {relation} {target}: {rating}; the framework has no such link")
    )
    method = matter.telling.findings.method
    return UserText(
        text.format(
            origin=_name(matter, change.origin),
            relation=wording.relation(words, change.relation),
            target=_name(matter, change.target),
            rating=wording.rating(words, change.rating),
            published=wording.strength(words, published.strength, method) if published else "",
        ),
        change.reason,
    )


def _name(matter: Matter, node: str) -> str:
    return matter.telling.name(node) if matter.framework.has(node) else node
