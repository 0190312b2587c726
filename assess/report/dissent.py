"""What several people answer: whose lead where, all of them pooled, and where they disagree."""

from __future__ import annotations

from assess.agreement import Dissent, Move, Pooled, Stance, View
from assess.explain import AgreementTelling
from assess.explain import agreement as told
from assess.explain import dissent as apart
from assess.findings import CHANNELS
from assess.panel import Note
from assess.report.document import (
    Block,
    Cell,
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
    UserText,
)
from assess.report.exist import answer, level_cell
from assess.report.matter import Matter, tone
from assess.wording import symbol


def sections(matter: Matter) -> tuple[Section, ...]:
    """One section where several people judge; none where there is one, or nothing to tell.

    While a round is open it says so, beside what is told of the round before. Raises ValueError
    for an agreement on another draft than the one reported.
    """
    _, agreement = matter.words.gettext, matter.dossier.agreement
    waiting = apart.still_open(matter.words, matter.assessment.panel)
    notice = (Paragraph(waiting),) if waiting else ()
    title = _("What several people answer")
    if agreement is None or len(agreement.assessors) < 2:
        return (Section("people", title, notice),) if notice else ()
    if agreement.draft != matter.draft.id:
        raise ValueError(f"agreement on {agreement.draft}, report on {matter.draft.id}")
    telling = AgreementTelling(matter.framework, agreement, matter.words)
    inner = (
        *_pooled(telling),
        *_dissents(matter, telling),
        *_unsettled(telling),
        *_remarks(telling),
        *_rounds(telling),
    )
    return (Section("people", title, (*notice, *_views(telling), *_measure(telling)), inner),)


def _views(telling: AgreementTelling) -> tuple[Block, ...]:
    """Whose own answers lead to which verdict comes before anything pooled."""
    _ = telling.words.gettext
    found = telling.agreement
    votes = tuple(Item(e.text) for channel in CHANNELS for e in told.votes(telling, channel))
    head = (_("Person"), _("Answers"), _("Harm"), _("Benefit"))
    rows = tuple(_view(telling, each) for each in found.views)
    left_out = Fact(
        _("Left out, with no answer that says anything yet"),
        telling.people(found.silent),
        user=True,
    )
    return (
        *(Paragraph(each.text) for each in told.which_round(telling)),
        *((Items(votes),) if votes else ()),
        *((Table(_("Each person's own verdict"), head, rows, (5, 5, 8, 8)),) if rows else ()),
        *((Facts((left_out,)),) if found.silent else ()),
        *(Paragraph(each.text, "small") for each in told.unequal(telling)),
    )


def _view(telling: AgreementTelling, view: View) -> tuple[Cell, ...]:
    return (
        Cell(telling.person(view.assessor), user=True),
        Cell(told.answered(telling.words, view)),
        *(
            Cell(
                told.verdict(telling.words, found, channel),
                symbol(channel, found.level),
                tone(channel, found.level),
            )
            for channel in CHANNELS
            for found in (view.conclusion(channel),)
        ),
    )


def _measure(telling: AgreementTelling) -> tuple[Block, ...]:
    return tuple(Paragraph(each.text) for each in told.measure(telling))


def _pooled(telling: AgreementTelling) -> tuple[Section, ...]:
    _ = telling.words.gettext
    pooled = telling.agreement.pooled
    if pooled is None:
        return ()
    flags = tuple(Item(each.text) for each in told.pooled_flags(telling))
    blocks = (
        *(Paragraph(told.pooled(telling, channel).text, "lead") for channel in CHANNELS),
        *(Paragraph(e.text) for c in CHANNELS for e in told.pooled_firmness(telling, c)),
        Paragraph(told.mixture(telling).text),
        *((Items(flags),) if flags else ()),
        *_pooled_nodes(telling, pooled),
    )
    return (Section("pooled", _("All answers pooled"), blocks),)


def _pooled_nodes(telling: AgreementTelling, pooled: Pooled) -> tuple[Block, ...]:
    _ = telling.words.gettext
    rows = tuple(
        (
            Cell(telling.name(node.id)),
            *(
                level_cell(telling.words, effect.level, effect.p, channel)
                for channel in CHANNELS
                for effect in (node.effect(channel),)
            ),
        )
        for node in pooled.nodes
        if node.harm.p[0] or node.benefit.p[0]
    )
    if not rows:
        return ()
    caption = _("Harms and benefits with all answers pooled; neither is set against the other")
    return (Table(caption, (_("Name"), _("Harm"), _("Benefit")), rows, (9, 8, 8)),)


def _dissents(matter: Matter, telling: AgreementTelling) -> tuple[Section, ...]:
    _ = telling.words.gettext
    found = telling.agreement.dissents
    none = tuple(Paragraph(each.text) for each in apart.none_found(telling))
    if not found and not none:
        return ()
    one_by_one = tuple(_dissent(matter, telling, each) for each in found)
    lead = _(
        "Answers on these are two levels or more apart, or point opposite ways. Critical "
        "properties come first, then the widest differences."
    )
    blocks = none or (Paragraph(lead, "lead"),)
    return (Section("dissent", _("Where people disagree"), blocks, one_by_one),)


def _dissent(matter: Matter, telling: AgreementTelling, found: Dissent) -> Section:
    _ = telling.words.gettext
    without = [each.assessor for each in found.stances if not each.judgements]
    silent = Fact(_("Not answered by"), telling.people(without), user=True)
    return Section(
        f"dissent-{found.node}",
        telling.name(found.node),
        (
            Paragraph(apart.distance(telling, found)),
            *(
                block
                for each in found.stances
                if each.judgements
                for block in _stance(matter, telling, each)
            ),
            *((Facts((silent,)),) if without else ()),
            *(b for note in telling.agreement.notes_on(found.node) for b in _note(telling, note)),
        ),
    )


def _stance(matter: Matter, telling: AgreementTelling, stance: Stance) -> tuple[Block, ...]:
    _ = telling.words.gettext
    several = len(stance.judgements) > 1
    person = Fact(_("Person"), telling.person(stance.assessor), user=True)
    said = Fact(_("Answer"), apart.answer(telling.words, stance.judgements[0]))
    return (
        Facts((person,) if several else (person, said)),
        *(
            block
            for each in stance.judgements
            for block in answer(matter, each, each.part if several else 0)
        ),
    )


def _note(telling: AgreementTelling, note: Note) -> tuple[Block, ...]:
    _ = telling.words.gettext
    who = Fact(_("Remark by"), telling.person(note.assessor), user=True)
    return (Facts((who,)), UserText(_("Remark"), note.text))


def _unsettled(telling: AgreementTelling) -> tuple[Section, ...]:
    _ = telling.words.gettext
    rows = tuple(
        (
            Cell(telling.name(each.node)),
            *(
                Cell(telling.people(who.assessor for who in saying), user=True)
                for saying in apart.sides(each)
            ),
        )
        for each in telling.agreement.unsettled
    )
    if not rows:
        return ()
    title = _("A major effect for some, not known or not applicable for others")
    head = (_("Name"), _("Major effect"), _("Don't know"), _("Not applicable"))
    table = Table(_("Who says what"), head, rows, (8, 5, 5, 5))
    return (Section("unsettled", title, (table,)),)


def _remarks(telling: AgreementTelling) -> tuple[Section, ...]:
    """What people remarked on nodes that are not told of above."""
    _ = telling.words.gettext
    notes = apart.other_notes(telling.agreement)
    blocks = tuple(
        block
        for note in notes
        for block in (Paragraph(telling.name(note.node)), *_note(telling, note))
    )
    return (Section("remarks", _("Other remarks"), blocks),) if notes else ()


def _rounds(telling: AgreementTelling) -> tuple[Section, ...]:
    _ = telling.words.gettext
    said = tuple(Item(each.text) for each in apart.rounds(telling))
    if not said:
        return ()
    rows = tuple(_move(telling, each) for each in telling.agreement.moves)
    caption = _("Answers changed in the second round")
    head = (_("Name"), _("Person"), _("First round"), _("Second round"), _("Changed"))
    table = Table(caption, head, rows, (8, 4, 5, 5, 5))
    return (Section("rounds", _("What changed between the rounds"), (Items(said), table)),)


def _move(telling: AgreementTelling, move: Move) -> tuple[Cell, ...]:
    before, after = (apart.answers(telling.words, each) for each in (move.before, move.after))
    return (
        Cell(telling.name(move.node)),
        Cell(telling.person(move.assessor), user=True),
        Cell(before),
        Cell(after),
        Cell(apart.changes(telling.words, move)),
    )
