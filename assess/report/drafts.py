"""Drafts side by side: what each leads to, their order, what moved and by which provision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assess import wording
from assess.compare import UNSAID, Ranked, Step
from assess.explain import ComparisonTelling
from assess.explain import comparison as told
from assess.explain import step as moved
from assess.explain.amended import text_change
from assess.explain.conclusion import named
from assess.findings import CHANNELS, Channel
from assess.report.document import Block, Cell, Item, Items, Note, Paragraph, Section, Table
from assess.report.exist import cell
from assess.report.matter import Matter, tone

ABREAST = 4
"""So many drafts find room beside each other; more are told in further tables."""


def sections(matter: Matter) -> tuple[Section, ...]:
    """One section where several drafts were compared; none where there is no comparison."""
    _, comparison = matter.words.gettext, matter.dossier.comparison
    if comparison is None:
        return ()
    telling = ComparisonTelling(matter.framework, comparison, matter.words)
    blocks = (*_missing(telling), _conclusions(matter, telling))
    nodes = tuple(_nodes(matter, telling)) if matter.in_full else ()
    inner = (
        *((Section("drafts-nodes", _("Draft by draft"), nodes),) if nodes else ()),
        _order(telling),
        *(_step(telling, place, each) for place, each in enumerate(comparison.steps, start=1)),
    )
    return (Section("drafts", _("Drafts side by side"), blocks, inner),)


def _missing(telling: ComparisonTelling) -> tuple[Block, ...]:
    _ = telling.words.gettext
    texts = tuple(each.text for each in told.openness(telling))
    return (Note("caution", _("What is not known"), texts),) if texts else ()


def _conclusions(matter: Matter, telling: ComparisonTelling) -> Table:
    """A draft a row: harm, benefit, and whether it meets its own aim, each in its own column."""
    _ = matter.words.gettext
    return Table(
        _("What each draft leads to"),
        (_("Draft"), _("Harm"), _("Benefit"), _("The proposal's own aim")),
        tuple(_conclusion(telling, each) for each in telling.comparison.options),
        (4, 4, 4, 7),
    )


def _conclusion(telling: ComparisonTelling, ranked: Ranked) -> tuple[Cell, ...]:
    _ = telling.words.gettext
    option = ranked.option
    aim = wording.purpose(telling.words, option.purpose)
    reason = option.draft.purpose_reason.strip()
    if reason:
        aim = _("{met}. Reason given: {reason}").format(met=aim, reason=reason)
    return (
        Cell(telling.option(option.id), user=bool(option.label)),
        *(_verdict(telling, ranked, channel) for channel in CHANNELS),
        Cell(aim, user=bool(reason)),
    )


def _verdict(telling: ComparisonTelling, ranked: Ranked, channel: Channel) -> Cell:
    _ = telling.words.gettext
    found = ranked.findings.verdict(channel)
    name = named(telling.findings(ranked.option.id), found.level, channel)
    if not found.p[0]:
        return Cell(name)
    text = _("{verdict}: {chance}").format(
        verdict=name, chance=wording.chance(telling.words, found.p[max(found.level, 1) - 1])
    )
    return Cell(text, wording.symbol(channel, found.level), tone(channel, found.level))


def _nodes(matter: Matter, telling: ComparisonTelling) -> Iterator[Block]:
    """Harm and benefit in tables of their own, where any draft has some."""
    _ = matter.words.gettext
    titles = {
        "harm": _("Harm in each draft"),
        "benefit": _("Benefit in each draft"),
    }
    options = telling.comparison.options
    matters = {each.option.id: _as(matter, telling, each) for each in options}
    for channel in CHANNELS:
        nodes = [
            node.id
            for node in matter.framework.nodes
            if any(each.findings.node(node.id).effect(channel).p[0] for each in options)
        ]
        for first in range(0, len(options) if nodes else 0, ABREAST):
            abreast = options[first : first + ABREAST]
            yield Table(
                titles[channel],
                (_("Name"), *(telling.option(each.option.id) for each in abreast)),
                tuple(
                    (
                        Cell(telling.name(node)),
                        *(_cell(matters[each.option.id], node, channel) for each in abreast),
                    )
                    for node in nodes
                ),
                (6, *(6 for _each in abreast)),
            )


def _cell(matter: Matter, node: str, channel: Channel) -> Cell:
    """Where nothing was answered, that is said, and never "none found"."""
    _ = matter.words.gettext
    found = matter.telling.findings.node(node)
    if found.effect(channel).p[0]:
        return cell(matter, node, channel)
    if found.said in UNSAID:
        return Cell(wording.said(matter.words, found.said), "?", "unknown")
    if found.said is None and found.effect(channel).upper[0]:
        return Cell(_("Not known"), "?", "unknown")
    return cell(matter, node, channel)


def _as(matter: Matter, telling: ComparisonTelling, ranked: Ranked) -> Matter:
    """The matter as it would be told of this draft."""
    return replace(matter, telling=telling.findings(ranked.option.id))


def _order(telling: ComparisonTelling) -> Section:
    _ = telling.words.gettext
    options = telling.comparison.options
    items = (
        *(told.ranks(telling, each.option.id) for each in options),
        *told.dominances(telling),
        *told.regrets(telling),
    )
    return Section(
        "drafts-order",
        _("Which draft harms what the Internet needs to exist least"),
        (
            Items(tuple(Item(each.text) for each in items)),
            *(Paragraph(each.text, "small") for each in told.how(telling)),
        ),
    )


def _step(telling: ComparisonTelling, place: int, step: Step) -> Section:
    _ = telling.words.gettext
    title = _("From “{before}” to “{after}”").format(
        before=telling.option(step.before), after=telling.option(step.after)
    )
    lead = tuple(Paragraph(each.text) for each in moved.summary(telling, step))
    text = (Paragraph(text_change(step.amendment, telling.words).text),)
    return Section(
        f"drafts-step-{place}",
        title,
        (*lead, *text, *_removals(telling, step), *_moves(telling, step)),
    )


def _removals(telling: ComparisonTelling, step: Step) -> tuple[Block, ...]:
    _ = telling.words.gettext
    items = tuple(
        Item(
            moved.provision(telling.words, each.match),
            " ".join(said.text for said in moved.removal(telling, each)),
        )
        for each in step.removals
    )
    lead = Paragraph(_("Which change of the text removes or lessens which harm:"))
    return (lead, Items(items)) if items else ()


def _moves(telling: ComparisonTelling, step: Step) -> tuple[Block, ...]:
    _ = telling.words.gettext
    items = tuple(
        Item(
            moved.move(telling, step, each).text,
            " ".join(said.text for said in moved.reasons(telling, step, each)),
        )
        for each in step.moves
    )
    lead = Paragraph(_("What moved, and why:"))
    return (lead, Items(items)) if items else ()
