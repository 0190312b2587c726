"""Drafts and options: side by side, what moved and why, and ways to try another."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assess import wording
from assess.amendment import Carried, carry
from assess.compare import Comparison, compare, options, relief
from assess.explain import ComparisonTelling
from assess.explain import comparison as told
from assess.explain import step as moved
from assess.findings import CHANNELS, Channel
from assess.proposal import DRAFT_KINDS, PURPOSES, Draft
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import amended, chart, draft_fields, fields, prose, saving, which
from assess.ui.parts import comparison as shown
from assess.ui.parts import options as ways
from assess.ui.parts.draft_fields import DRAFTS

FROM, TO = "drafts.from", "drafts.to"


def page() -> None:
    """Lays the drafts side by side; who keeps the proposal may add others and change them."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Drafts and options"), state.assessment().proposal.title)
    several = len(state.assessment().drafts) > 1
    if several:
        _side_by_side(words, _titles(words))
    else:
        prose.lead(
            _(
                "There is one draft so far, so there is nothing to compare. Add an amended text,"
                " the present situation or another instrument, or try a mitigation: it is judged"
                " like the first, and this page shows what moves and why."
            )
        )
    owner = state.role() != "seat"
    titles = _titles(words)
    if several:
        _each(words, titles, owner=owner)
    if owner:
        saving.status(DRAFTS, words)
        _another(words, titles)
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Go to the task list"))
        site.link("proposal", _("Change the text of a draft"))
        site.link("brief", _("Go to the brief"))


def _titles(words: Words) -> dict[str, str]:
    """The headings of the page by the names an address can lead to."""
    _ = words.gettext
    return {
        "moved": _("What moved, and why"),
        "order": _("Which draft harms what the Internet needs to exist least"),
        "glance": _("Every draft at a glance"),
        "each": _("The drafts one by one"),
        "add": _("Add a draft"),
        "try": _("Try a mitigation"),
    }


def _heading(name: str, titles: Mapping[str, str]) -> None:
    prose.heading(titles[name], name=name)


# --- side by side ---------------------------------------------------------------------------------


def _side_by_side(words: Words, titles: Mapping[str, str]) -> None:
    _ = words.gettext
    prose.lead(
        _(
            "Every draft is judged in the same way and meets the same draws. Harm, benefit and the"
            " proposal's own aim stand apart and are never set against each other."
        )
    )
    which.assessor()
    _next(words)
    framework = state.framework()
    found = compare(framework, options(state.assessment(), state.assessor()))
    telling = ComparisonTelling(framework, found, words)
    shown.conclusions(telling)
    for each in told.openness(telling):
        prose.note(each.text, "warning" if each.key == "comparison.missing" else "note")
    prose.contents(_("On this page"), titles)
    _moved(telling, titles)
    _heading("order", titles)
    shown.order(telling)
    _heading("glance", titles)
    for channel in CHANNELS:
        if _any(found, channel):
            chart.drafts(framework, found, words, channel)
    with st.expander(_("Every property, enabler and goal in each draft")):
        for channel in CHANNELS:
            shown.everywhere(telling, channel)


def _any(found: Comparison, channel: Channel) -> bool:
    return any(each.findings.verdict(channel).p[0] for each in found.options)


def _next(words: Words) -> None:
    """What was just tried, and the answers that wait to be given anew, with the way there."""
    _ = words.gettext
    assessment = state.assessment()
    for place, draft in enumerate(assessment.drafts):
        if not draft.based_on:
            continue
        waiting = carry(assessment, draft.id).by(state.own()).to_answer
        tried = state.chosen(ways.TRIED) == draft.id
        if not waiting and not tried:
            continue
        with st.container(border=True, key=f"next-{draft.id}"):
            prose.heading(wording.draft(words, place, draft), 3)
            if tried and draft.mitigates:
                ways.relieved(relief(state.framework(), assessment, draft.id, state.own()), words)
            if waiting:
                prose.text(
                    words.ngettext(
                        "{n} answer is reopened on this draft. Until it is given, what it lacks"
                        " is a gap and no removal.",
                        "{n} answers are reopened on this draft. Until they are given, what it"
                        " lacks is a gap and no removal.",
                        len(waiting),
                    ).format(n=len(waiting))
                )
                with st.container(key=f"onward-{draft.id}"):
                    first = waiting[0].base.node
                    site.link("judge", _("Judge the first of them"), node=first, draft=draft.id)


def _moved(telling: ComparisonTelling, titles: Mapping[str, str]) -> None:
    _ = telling.words.gettext
    _heading("moved", titles)
    before, after = _pair(telling)
    if before == after:
        prose.text(_("Choose two different drafts."))
        return
    step = telling.comparison.step(before, after)
    prose.text(*(each.text for each in moved.summary(telling, step)))
    if step.removals:
        prose.heading(_("Which change of the text removes or lessens which harm"), 3)
        shown.removals(telling, step)
    sides = {
        ("harm", True): _("Harm that falls"),
        ("harm", False): _("Harm that rises"),
        ("benefit", True): _("Benefit that falls"),
        ("benefit", False): _("Benefit that rises"),
    }
    for channel in CHANNELS:
        for falls in (True, False):
            if step.of(channel, falls=falls):
                with st.expander(sides[channel, falls]):
                    shown.moves(telling, step, channel, falls=falls)


def _pair(telling: ComparisonTelling) -> tuple[str, str]:
    """Which two drafts: at first the last one and the one it is told from."""
    _ = telling.words.gettext
    last = telling.comparison.steps[-1]
    names = {each.option.id: telling.option(each.option.id) for each in telling.comparison.options}
    with st.container(horizontal=True, key="pair"):
        before = _choice(FROM, _("From"), names, last.before)
        after = _choice(TO, _("To"), names, last.after)
    return before, after


def _choice(name: str, label: str, named: Mapping[str, str], otherwise: str) -> str:
    kept = state.chosen(name)
    now = kept if kept is not None and kept in named else otherwise
    ids, key = list(named), f"{name}.{now}"
    st.selectbox(
        label,
        ids,
        index=ids.index(now),
        format_func=named.__getitem__,
        placeholder=state.current_words().gettext("Choose a draft"),
        key=key,
        on_change=lambda: state.choose(name, state.standing_in(key)),
        width=420,
    )
    return now


# --- another draft --------------------------------------------------------------------------------


def _another(words: Words, titles: Mapping[str, str]) -> None:
    _ = words.gettext
    _heading("add", titles)
    ways.choose_base(words)
    ways.new_drafts(words)
    _heading("try", titles)
    prose.text(
        _(
            "Open what the law uses and press what you would try. It becomes a draft of its own:"
            " the answers that name this kind of intervention are reopened, all others are carried"
            " over."
        )
    )
    ways.mitigations(words)


# --- the drafts one by one ------------------------------------------------------------------------


def _each(words: Words, titles: Mapping[str, str], *, owner: bool) -> None:
    _ = words.gettext
    assessment = state.assessment()
    _heading("each", titles)
    for place, draft in enumerate(assessment.drafts):
        with st.container(border=True, key=f"draft-{draft.id}"):
            prose.heading(wording.draft(words, place, draft), 3)
            _standing(draft, words)
            if draft.based_on:
                _changes(carry(assessment, draft.id), words)
            if draft.mitigates and draft.based_on:
                with st.expander(_("What it would remove if it works fully")):
                    best = relief(state.framework(), assessment, draft.id, state.own())
                    ways.relieved(best, words)
            if owner:
                with st.expander(_("Its name, what it is, and whether it meets the aim")):
                    _fields(place, draft, words)


def _standing(draft: Draft, words: Words) -> None:
    """How far it is judged, and ways to its answers and findings."""
    _ = words.gettext
    assessment = state.assessment()
    progress = assessment.progress(state.framework(), draft.id, state.own())
    done = sum(each.state == "done" for each in progress)
    kind = wording.draft_kind(words, draft.kind)
    based = (
        [each.id for each in assessment.drafts].index(draft.based_on) if draft.based_on else None
    )
    prose.block(
        "small",
        _("{kind}. {done} of {all} questions answered.").format(
            kind=kind, done=done, all=len(progress)
        )
        if based is None
        else _("{kind}, based on “{base}”. {done} of {all} questions answered.").format(
            kind=kind,
            base=wording.draft(words, based, assessment.drafts[based]),
            done=done,
            all=len(progress),
        ),
    )
    with st.container(horizontal=True, key=f"ways-{draft.id}"):
        site.link("tasks", _("Judge it"), draft=draft.id)
        site.link("findings", _("Its findings"), draft=draft.id)


def _changes(carried: Carried, words: Words) -> None:
    _ = words.gettext
    own = carried.by(state.own())
    with st.expander(_("What it changes, and what became of the answers")):
        amended.show(carried.amendment, words)
        amended.answers(own, words)


def _fields(place: int, draft: Draft, words: Words) -> None:
    _ = words.gettext
    save = draft_fields.save
    fields.line(DRAFTS, f"{place}.label", _("Name of this draft"), draft.label, save)
    fields.choice(
        DRAFTS,
        f"{place}.kind",
        _("What is it?"),
        DRAFT_KINDS,
        lambda kind: wording.draft_kind(words, kind),
        draft.kind,
        save,
    )
    fields.choice(
        DRAFTS,
        f"{place}.purpose",
        _("Does it meet the proposal's own aim?"),
        PURPOSES,
        lambda key: wording.purpose(words, key),
        draft.purpose,
        save,
    )
    fields.text(DRAFTS, f"{place}.purpose_reason", _("Why?"), draft.purpose_reason, save, height=80)
    ways.removal(draft, words)
