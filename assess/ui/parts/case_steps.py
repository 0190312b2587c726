"""The steps in which an assessment becomes a case: each asks, and keeps as it is typed."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assess import casefile, wording
from assess.casefile import Asked
from assess.contribution import Contribution, GivenAdvice, GivenSource
from assess.provenance import REGIONS, CaseKind, OutcomeStatus, Seen, StatedBy
from assess.submission import Advice
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import case_fields, fields, prose
from assess.ui.parts.case_fields import CONTRIBUTION, save

MOST = 10  # numbers of provisions that are listed

KINDS: tuple[CaseKind, ...] = get_args(CaseKind)
SEEN: tuple[Seen, ...] = get_args(Seen)
STATUSES: tuple[OutcomeStatus, ...] = get_args(OutcomeStatus)
STATED_BY: tuple[StatedBy, ...] = get_args(StatedBy)


def about(words: Words) -> None:
    """What case it is."""
    _ = words.gettext
    now = case_fields.shown()
    fields.line(CONTRIBUTION, "title", wording.field(words, "title"), now.title, save)
    hint = _("Year, country and subject, as in 2022-cambodia-national-internet-gateway.")
    fields.line(CONTRIBUTION, "id", wording.field(words, "id"), now.id, save, hint)
    if now.id in state.library().case_ids():
        prose.note(_("The library has a case of this name. Give yours another one."), "warning")
    fields.choice(
        CONTRIBUTION,
        "kind",
        wording.field(words, "kind"),
        KINDS,
        lambda kind: wording.case_kind(words, kind),
        now.kind,
        save,
    )
    case_fields.year("year", wording.field(words, "year"), now.year)
    case_fields.year("law_year", wording.field(words, "law_year"), now.law_year)
    fields.line(CONTRIBUTION, "subject", wording.field(words, "subject"), now.subject, save)
    case_fields.one_of(
        "region",
        wording.field(words, "region"),
        REGIONS,
        lambda region: wording.region(words, region),
        now.region,
    )
    hint = _("One name on each line. A reading of our own has none.")
    authors = wording.field(words, "authors")
    fields.text(CONTRIBUTION, "authors", authors, "\n".join(now.authors), save, hint=hint)
    fields.text(CONTRIBUTION, "note", wording.field(words, "note"), now.note, save)


def sources(words: Words) -> None:
    """Every text it rests on."""
    _ = words.gettext
    prose.text(
        _(
            "Give the publisher's own address, never that of a copy. Where only a copy or a part"
            " was seen, say so. Never make up an address, a date or a title."
        )
    )
    now = case_fields.shown().sources
    for place, source in enumerate(now):
        with st.container(border=True, key=f"source-{place}"):
            prose.heading(_("Source {number}").format(number=place + 1), 3)
            _source(f"sources.{place}", source, words)
            st.button(
                _("Remove this source"),
                key=f"remove.source.{place}",
                on_click=case_fields.change,
                args=(lambda given, at=place: given.without_source(at),),
                type="tertiary",
            )
    st.button(_("Add a source"), key="add.source", on_click=case_fields.change, args=(_with_one,))


def _source(name: str, source: GivenSource, words: Words) -> None:
    for field in ("id", "title", "publisher", "url"):
        label = wording.source_field(words, field)
        fields.line(CONTRIBUTION, f"{name}.{field}", label, getattr(source, field), save)
    date = wording.source_field(words, "date")
    fields.day(CONTRIBUTION, f"{name}.date", date, source.date, save)
    _seen(f"{name}.seen", source.seen, words)
    for field in ("used_for", "note"):
        label = wording.source_field(words, field)
        fields.text(CONTRIBUTION, f"{name}.{field}", label, getattr(source, field), save, height=70)


def _with_one(given: Contribution) -> Contribution:
    used = {each.id for each in given.sources}
    name = next(f"source-{n}" for n in range(1, len(used) + 2) if f"source-{n}" not in used)
    return given.replace(sources=(*given.sources, GivenSource(id=name)))


def _seen(field: str, value: Seen | None, words: Words) -> None:
    fields.choice(
        CONTRIBUTION,
        field,
        wording.source_field(words, "seen"),
        SEEN,
        lambda seen: wording.seen(words, seen),
        value,
        save,
    )


def text(words: Words) -> None:
    """What the assessment says already: the proposal, its text, the screening, the answers."""
    _ = words.gettext
    prose.text(
        _(
            "The proposal, its text, the screening and your own answers come from your assessment."
            " For whom you write, your notes and the answers of others stay behind."
        ),
        _(
            "A case does not copy the law. Say in your own words what each provision does, and end"
            " its heading with “(restated)”. A law's own words may stand only where you read it in"
            " full and it may be quoted."
        ),
    )
    drafts = state.assessment().drafts
    plain = [
        each.id
        for draft in drafts
        for each in draft.provisions
        if not each.heading.endswith("(restated)")
    ]
    if plain:
        told = words.ngettext(
            "{count} provision is not marked as restated: {numbers}.",
            "{count} provisions are not marked as restated: {numbers}.",
            len(plain),
        )
        first = [*plain[:MOST], *(["…"] if len(plain) > MOST else [])]
        numbers = wording.listed(words, tuple(first))
        prose.note(told.format(count=words.number(len(plain)), numbers=numbers), "warning")
    with st.container(horizontal=True, key="case-text"):
        site.link("proposal", _("Change the proposal and its text"))
        site.link("screening", _("Answer the screening questions"))
        site.link("tasks", _("Go to the questions"))


def claims(words: Words) -> None:
    """For each judgement whose claim it is."""
    _ = words.gettext
    prose.text(
        _(
            "A source states a judgement only where it names this property or enabler, or its plain"
            " equivalent, and says in which direction it is affected. Everything else is our"
            " reading, even if the facts come from a source. Silence is not “no effect”."
        )
    )
    found = casefile.asked(state.assessment(), state.framework(), state.own())
    several = len(state.assessment().drafts) > 1
    for each in found:
        if each.judgement:
            _claim(each, words, several=several)


def _claim(this: Asked, words: Words, *, several: bool) -> None:
    _ = words.gettext
    claim = case_fields.shown().claim(this.draft, this.node, this.part)
    name = ".".join(map(str, ("claim", this.draft, this.node, this.part)))
    node = state.framework().node(this.node).name
    with st.container(border=True, key=f"case-{name.replace('.', '-')}"):
        prose.heading(node, 3)
        assert this.judgement is not None
        said = [wording.opening(wording.direction(words, this.judgement)), this.judgement.rationale]
        if several:
            said.insert(0, state.assessment().draft(this.draft).label or this.draft)
        prose.block("small", *(each for each in said if each))
        fields.choice(
            CONTRIBUTION,
            f"{name}.stated_by",
            _("Whose claim is this?"),
            STATED_BY,
            lambda who: wording.stated_by(words, who),
            claim.stated_by,
            save,
        )
        case_fields.sources(f"{name}.sources", claim.sources)
        label = _("Where our reading goes beyond the source's words")
        fields.text(CONTRIBUTION, f"{name}.note", label, claim.note, save, height=70)


def outcome(words: Words) -> None:
    """What is recommended, and what became of the proposal."""
    _ = words.gettext
    now = case_fields.shown()
    prose.heading(_("Recommendations"))
    for place, advice in enumerate(now.recommendations):
        with st.container(border=True, key=f"advice-{place}"):
            _recommendation(place, advice, words)
    with st.container(horizontal=True, key="case-advice"):
        st.button(
            _("Add a recommendation"),
            key="add.advice",
            on_click=case_fields.change,
            args=(lambda given: _advised(given, GivenAdvice()),),
        )
        there = {each.text for each in now.recommendations}
        if any(each.text not in there for each in _own_advice()):
            st.button(
                _("Take over those of your assessment"),
                key="take.advice",
                on_click=case_fields.change,
                args=(_take_over,),
            )
    prose.heading(_("What became of it"))
    _outcome(words)


def _recommendation(place: int, advice: GivenAdvice, words: Words) -> None:
    _ = words.gettext
    name = f"advice.{place}"
    label = _("Recommendation {number}").format(number=place + 1)
    fields.text(CONTRIBUTION, f"{name}.text", label, advice.text, save, height=70)
    fields.choice(
        CONTRIBUTION,
        f"{name}.stated_by",
        _("Who recommends it?"),
        STATED_BY,
        lambda who: wording.stated_by(words, who),
        advice.stated_by,
        save,
    )
    case_fields.sources(f"{name}.sources", advice.sources)
    st.button(
        _("Remove this recommendation"),
        key=f"remove.advice.{place}",
        on_click=case_fields.change,
        args=(lambda given: _unadvised(given, place),),
        type="tertiary",
    )


def _own_advice() -> list[Advice]:
    return [each for each in state.assessment().recommendations.items if each.text.strip()]


def _take_over(given: Contribution) -> Contribution:
    there = {each.text for each in given.recommendations}
    return _advised(given, *(_given(each) for each in _own_advice() if each.text not in there))


def _given(advice: Advice) -> GivenAdvice:
    """What was taken from a case may be a source's: whose it is has to be said again."""
    return GivenAdvice(text=advice.text, stated_by=None if advice.from_case else "us")


def _advised(given: Contribution, *more: GivenAdvice) -> Contribution:
    return given.replace(recommendations=(*given.recommendations, *more))


def _unadvised(given: Contribution, place: int) -> Contribution:
    kept = [each for at, each in enumerate(given.recommendations) if at != place]
    return given.replace(recommendations=tuple(kept))


def _outcome(words: Words) -> None:
    _ = words.gettext
    now = case_fields.shown().outcome
    case_fields.one_of(
        "outcome.status",
        _("What became of it?"),
        STATUSES,
        lambda status: wording.outcome(words, status),
        now.status,
    )
    hint = _("As far as it is known: 2026, 2026-11 or 2026-11-22.")
    fields.line(CONTRIBUTION, "outcome.date", _("Date of the outcome"), now.date, save, hint)
    fields.text(CONTRIBUTION, "outcome.text", _("The outcome in words"), now.text, save)
    case_fields.sources("outcome.sources", now.sources)
    _seen("outcome.seen", now.seen, words)
