"""Summary and recommendations, and what is missing: the end a hurried reader turns to."""

from __future__ import annotations

from assess import explain, wording
from assess.findings import CHANNELS, Channel
from assess.report import recommendations
from assess.report.document import (
    Block,
    Cell,
    Item,
    Items,
    Note,
    Paragraph,
    Section,
    Table,
    Verdict,
)
from assess.report.exist import cell
from assess.report.matter import Matter, tone


def verdict(matter: Matter, channel: Channel, heading: str) -> Verdict:
    """The conclusion on harm or on benefit with what bounds it."""
    telling = matter.telling
    level = telling.findings.verdict(channel).level
    more = [explain.bounds(telling, channel).text]
    if telling.findings.verdict(channel).p[0]:
        sure = matter.dossier.robustness.of(channel) if matter.dossier.robustness else None
        more.insert(0, explain.firmness(telling, channel, sure).text)
    text = explain.verdict(telling, channel).text
    return Verdict(heading, text, tuple(more), tone(channel, level))


def summary(matter: Matter, *before: Section) -> Section:
    """The verdict again, harms and benefits side by side, and what is recommended.

    `before` are told in it before the recommendations.
    """
    _ = matter.words.gettext
    return Section(
        "summary",
        _("Summary and recommendations"),
        (
            *(
                Paragraph(explain.verdict(matter.telling, channel).text, "lead")
                for channel in CHANNELS
            ),
            *_flags(matter),
            *_sides(matter),
            Paragraph(explain.sides(matter.telling).text),
            *_behind(matter),
        ),
        (*before, recommendations.section(matter)),
    )


def _flags(matter: Matter) -> tuple[Items, ...]:
    items = tuple(Item(each.text) for each in explain.flags(matter.telling))
    return (Items(items),) if items else ()


def _sides(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    nodes = [
        node.id for node in matter.telling.findings.nodes if node.harm.p[0] or node.benefit.p[0]
    ]
    if not nodes:
        return ()
    rows = tuple(
        (
            Cell(matter.telling.name(node)),
            cell(matter, node, "harm"),
            cell(matter, node, "benefit"),
        )
        for node in nodes
    )
    caption = _("Harms and benefits side by side; neither is set against the other")
    return (Table(caption, (_("Name"), _("Harm"), _("Benefit")), rows, (9, 8, 8)),)


def _behind(matter: Matter) -> tuple[Block, ...]:
    """Which answers the conclusion on harm rests on."""
    _ = matter.words.gettext
    found = matter.telling.findings.harm
    if not found.p[0]:
        return ()
    told = explain.causes(matter.telling, found.explanations[max(found.level, 1) - 1])
    return (
        Paragraph(_("The conclusion on harm rests on these answers:")),
        Items(tuple(Item(each.text) for each in told)),
    )


def gaps(matter: Matter) -> Section:
    """What is not answered, and the questions the answers raise about each other."""
    _ = matter.words.gettext
    missing = explain.gaps(matter.telling)
    return Section(
        "gaps",
        _("Gaps and open questions"),
        (
            Paragraph(wording.opening(explain.answered(matter.telling)) + "."),
            Items(tuple(Item(each.text) for each in missing))
            if missing
            else Paragraph(_("Every question asked is answered.")),
            *_questions(matter),
        ),
    )


def _questions(matter: Matter) -> tuple[Note, ...]:
    _ = matter.words.gettext
    texts = tuple(each.text for each in explain.prompts(matter.telling))
    return (Note("question", _("Questions that the answers raise"), texts),) if texts else ()
