"""The method told in a page: what is computed, the choices that are ours, what it does not do."""

from __future__ import annotations

from collections.abc import Iterator

from assess import wording
from assess.explain.method import Number, Numbers, chosen_otherwise, limits, numbers
from assess.report import overlay
from assess.report.document import (
    Block,
    Cell,
    Item,
    Items,
    Note,
    Paragraph,
    Section,
    Table,
    UserText,
)
from assess.report.matter import Matter
from assess.text import Words


def _told(matter: Matter) -> tuple[Block, ...]:
    """What both notes say."""
    return (
        Paragraph(_how(matter), "lead"),
        *overlay.told(matter),
        Paragraph(_said(matter)),
        Paragraph(_computed(matter)),
        Paragraph(_verdict(matter)),
        *_differing(matter),
    )


def section(matter: Matter) -> Section:
    """The method note."""
    _ = matter.words.gettext
    return Section(
        "methodology",
        _("Methodology"),
        (
            *_told(matter),
            *_tables(matter),
            Paragraph(
                _(
                    "The likelihood words are the separate bands of the Intergovernmental Panel "
                    "on Climate Change's Fourth Assessment Report. Every result is given with the "
                    "range it has over these bands and over the bands for the strength of links."
                ),
                "small",
            ),
        ),
        (Section("limits", _("What the method does not do"), (_limits(matter),)),),
    )


def in_short(matter: Matter) -> Section:
    """The same in a few paragraphs; the tables of numbers stand in the technical annex."""
    _ = matter.words.gettext
    return Section(
        "methodology",
        _("Methodology"),
        (
            *_told(matter),
            Paragraph(
                _(
                    "The technical annex of this assessment has every number of the method, all"
                    " that was said of every judgement, and what would change the conclusions."
                ),
                "small",
            ),
        ),
        (Section("limits", _("What the method does not do"), (_limits(matter),)),),
    )


def _how(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The proposal is read against {framework}, version {version}: {properties} critical "
        "properties that the Internet needs in order to exist, {enablers} enablers that it needs "
        "in order to thrive, and the {goals} goals that the enablers serve. The list of what "
        "matters, and the order of this paper, follow the Internet Society's Internet impact "
        "assessment; the sentences, the links and the computation are this toolkit's own."
    ).format(
        framework=matter.framework.title,
        version=matter.framework.version,
        properties=len(matter.framework.critical_properties),
        enablers=len(matter.framework.enablers),
        goals=len(matter.framework.goals),
    )


def _said(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "For each of them an assessor says whether the proposal, if adopted and enforced as "
        "drafted, would bring harm, benefit, both or neither, how strong each is (minor, material "
        "or major), how likely, and with what confidence. “No effect”, “not applicable”, “don't "
        "know” and no answer at all are kept apart and are never filled in."
    )


def _computed(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The framework's links say what bears on what and how strongly; each carries its source, "
        "and says whether it is published or argued by this toolkit. The answers are played out "
        "over the links {draws} times, always with the same draws. In each, the worst that "
        "arrives counts: nothing is added up or averaged, and a benefit never cancels a harm. A "
        "direct answer always wins over what the links would suggest. A level is named where it "
        "is reached, or exceeded, in at least half of the draws; its chance stands beside it."
    ).format(draws=matter.words.number(matter.telling.findings.method.draws))


def _verdict(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The conclusion on harm has four steps, the worst first: breaks a critical property; "
        "weakens materially what the Internet needs; minor harm only; no harm found in the "
        "answers given. Benefit has the same steps and stands beside it. Where answers are "
        "missing, the range runs from “none of it matters” to “the worst is certain”."
    )


def _limits(matter: Matter) -> Items:
    return Items(tuple(Item(text) for text in limits(matter.words)))


def own_values(matter: Matter) -> str:
    """A line saying that this assessment does not use the toolkit's numbers; else empty."""
    return chosen_otherwise(matter.words, matter.assessment)


def _differing(matter: Matter) -> tuple[Block, ...]:
    """That the numbers are not the toolkit's, and the reason in the assessor's words."""
    _, choices = matter.words.gettext, matter.assessment.choices
    if not choices.differ:
        return ()
    texts = [
        own_values(matter),
        _("The findings differ from those of others who use the toolkit's values."),
    ]
    if not choices.reason.strip():
        return (Note("caution", _("Values of its own"), (*texts, _("No reason is given."))),)
    return (
        Note("caution", _("Values of its own"), tuple(texts)),
        UserText(_("Why this assessment uses other values"), choices.reason),
    )


def _tables(matter: Matter) -> Iterator[Table]:
    """All numbers of the method: the four choices in one table, then the others."""
    _, words = matter.words.gettext, matter.words
    told = numbers(words, matter.telling.findings.method)
    yield _choices(words, tuple(each for each in told if each.ours))
    for each in told:
        if not each.ours:
            yield Table(
                each.title,
                (_("Name"), _("Value")),
                tuple((Cell(row.name), Cell(row.value)) for row in each.rows),
                (5, 8),
            )


def _choices(words: Words, ours: tuple[Numbers, ...]) -> Table:
    """A row for each choice; where a value differs, the toolkit's own beside it."""
    _ = words.gettext
    head = [_("Choice"), _("Value used")]
    differ = any(row.toolkit for each in ours for row in each.rows)
    if differ:
        head.append(_("The toolkit's own, where it differs"))
    rows = (
        (
            Cell(each.title),
            Cell(wording.series(words, (_used(words, row) for row in each.rows))),
            Cell(wording.series(words, (_toolkit(words, row) for row in each.rows if row.toolkit))),
        )[: len(head)]
        for each in ours
    )
    widths = (5, 8, 5) if differ else (5, 8)
    return Table(_("Four choices that are this toolkit's own"), tuple(head), tuple(rows), widths)


def _used(words: Words, row: Number) -> str:
    _ = words.gettext
    said = _("{name}: {value} (changed)") if row.toolkit else _("{name}: {value}")
    return said.format(name=row.name, value=row.value)


def _toolkit(words: Words, row: Number) -> str:
    return words.gettext("{name}: {value}").format(name=row.name, value=row.toolkit)
