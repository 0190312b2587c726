"""What several people answer: whose lead to which verdict, how far they agree, and where not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from assess import wording
from assess.agreement import Dissent, Move, Stance, View
from assess.explain import AgreementTelling, Statement
from assess.explain import agreement as told
from assess.explain import dissent as apart
from assess.findings import CHANNELS
from assess.framework import LEVELS, JudgedNode
from assess.judgement import Judgement
from assess.panel import Note
from assess.ui import state
from assess.ui.parts import chart, prose, said, table

Remark = Callable[[str], None]
"""Asks for the reader's own note on a node; None where none can be written now."""


def verdicts(telling: AgreementTelling) -> None:
    """How many people's own answers lead to which verdict, then each person's."""
    _ = telling.words.gettext
    prose.heading(_("What each person's own answers lead to"))
    _say(told.which_round(telling))
    prose.show_items(each.text for side in CHANNELS for each in told.votes(telling, side))
    rows = [_view(telling, each) for each in telling.agreement.views]
    if rows:
        columns = [_("Person"), _("Answers"), _("Harm"), _("Benefit")]
        table.show(_("Each person's own verdict"), columns, rows, "assess-stacked")
    _say((*told.unequal(telling), *told.silent(telling)), "small")


def _view(telling: AgreementTelling, view: View) -> list[str]:
    words = telling.words
    return [
        table.cell(wording.opening(telling.person(view.assessor))),
        table.cell(told.answered(words, view)),
        *(table.cell(told.verdict(words, view.conclusion(side), side)) for side in CHANNELS),
    ]


def pooled(telling: AgreementTelling) -> None:
    """The conclusion with everybody's answers taken together."""
    _ = telling.words.gettext
    everyone = telling.agreement.pooled
    if everyone is None:
        return
    prose.heading(_("All answers pooled"))
    for channel in CHANNELS:
        firm = [each.text for each in told.pooled_firmness(telling, channel)]
        tone = f"{channel}-{everyone.conclusion(channel).level}"
        prose.verdict(told.pooled(telling, channel).text, firm, tone)
    prose.show_items(each.text for each in told.pooled_flags(telling))
    prose.block("small", told.mixture(telling).text)


def measure(telling: AgreementTelling) -> None:
    """How far the answers agree, in numbers and as a picture of who states what."""
    prose.heading(telling.words.gettext("How far the answers agree"))
    _say(told.measure(telling))
    if telling.agreement.measure.pairs:
        for channel in CHANNELS:
            chart.disagreement(telling, channel)


def dissents(telling: AgreementTelling, own: str, remark: Remark | None) -> None:
    """Where people really disagree, each with everybody's reasons and the notes on it."""
    _ = telling.words.gettext
    found = telling.agreement
    prose.heading(_("Where people disagree"))
    _say(apart.none_found(telling))
    if found.dissents:
        prose.text(
            _(
                "Answers on these are two levels or more apart, or point opposite ways. Critical"
                " properties come first, then the widest differences."
            )
        )
    if remark:
        prose.text(_("Everybody in the round can read the notes you write."))
    for each in found.dissents:
        with st.container(key=f"dissent-{each.node}"):
            _dissent(telling, each)
            _notes(telling, found.notes_on(each.node), own, remark)
            if remark:
                remark(each.node)
    if found.unsettled:
        prose.heading(_("A major effect for some, not known or not applicable for others"), 3)
        prose.show_items(apart.unsettled(telling, each).text for each in found.unsettled)


def _dissent(telling: AgreementTelling, found: Dissent) -> None:
    _ = telling.words.gettext
    kind = prose.tag(_("Critical property")) if found.critical else ""
    name = escape(telling.name(found.node))
    st.html(f'<div class="assess-beside"><h3 class="assess-heading-3">{name}</h3>{kind}</div>')
    prose.text(apart.distance(telling, found))
    node = next(each for each in telling.framework.judged if each.id == found.node)
    cards = "".join(_stance(telling, each, node) for each in found.stances)
    st.html(f'<div class="assess-stances">{cards}</div>')
    silent = [each.assessor for each in found.stances if not each.judgements]
    if silent:
        names = telling.people(silent)
        prose.block("small", _("Not answered by {names}.").format(names=names))


def _stance(telling: AgreementTelling, stance: Stance, node: JudgedNode) -> str:
    """One person's answers with their reasons, to stand beside the others'."""
    person = escape(wording.opening(telling.person(stance.assessor)))
    depth = state.assessment().triage.depth
    return "".join(
        f'<section class="assess-stance assess-tone-{_tone(each)}">'
        f'<h4 dir="auto">{person}</h4>'
        f"{prose.facts(said.rows(each, node, depth, telling.words))}</section>"
        for each in stance.judgements
    )


def _tone(judgement: Judgement) -> str:
    """Harm or benefit where it is one of them; both at once have no colour in common."""
    if judgement.harm and not judgement.benefit:
        return f"harm-{LEVELS.index(judgement.harm) + 1}"
    if judgement.benefit and not judgement.harm:
        return f"benefit-{LEVELS.index(judgement.benefit) + 1}"
    return "none"


def _notes(
    telling: AgreementTelling, notes: Iterable[Note], own: str, remark: Remark | None
) -> None:
    """What people remarked; the reader's own stands in its field while it can be changed."""
    for each in notes:
        if remark is None or each.assessor != own:
            who = wording.opening(telling.person(each.assessor))
            head = escape(telling.words.gettext("Note by {name}").format(name=who))
            said = prose.written(each.text)
            st.html(f'<div class="assess-note"><p dir="auto">{head}</p>{said}</div>')


def remarks(telling: AgreementTelling, own: str, remark: Remark | None) -> None:
    """Notes on what people do not disagree on, and a way to write another."""
    _ = telling.words.gettext
    notes = apart.other_notes(telling.agreement)
    if not notes and remark is None:
        return
    prose.heading(_("Other notes"))
    for node in dict.fromkeys(each.node for each in notes):
        prose.heading(telling.name(node), 3)
        _notes(telling, telling.agreement.notes_on(node), own, remark)
        if remark and any((each.node, each.assessor) == (node, own) for each in notes):
            remark(node)
    if remark:
        _another(telling, {each.node for each in notes if each.assessor == own}, remark)


@st.fragment
def _another(telling: AgreementTelling, written: set[str], remark: Remark) -> None:
    differ = {each.node for each in telling.agreement.dissents}
    open_ = [each.id for each in telling.framework.judged if each.id not in differ | written]
    node = st.selectbox(
        telling.words.gettext("Write a note on another property or enabler"),
        open_,
        index=None,
        format_func=telling.name,
        placeholder=telling.words.gettext("Choose a property or enabler"),
        key="note.node",
    )
    if node:
        remark(node)


def changes(telling: AgreementTelling) -> None:
    """What the second round changed; nothing where there was none."""
    _ = telling.words.gettext
    compared = apart.rounds(telling)
    if not compared:
        return
    prose.heading(_("What changed between the rounds"))
    _say(compared)
    rows = [_move(telling, each) for each in telling.agreement.moves]
    columns = [_("Name"), _("Person"), _("First round"), _("Second round"), _("Changed")]
    table.show(_("Answers changed in the second round"), columns, rows, "assess-stacked")


def _move(telling: AgreementTelling, move: Move) -> list[str]:
    before, after = (apart.answers(telling.words, each) for each in (move.before, move.after))
    person = wording.opening(telling.person(move.assessor))
    changed = apart.changes(telling.words, move)
    return [table.cell(each) for each in (telling.name(move.node), person, before, after, changed)]


def _say(statements: Iterable[Statement], kind: str = "text") -> None:
    if texts := [each.text for each in statements]:
        prose.block(kind, *texts)
