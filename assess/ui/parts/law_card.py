"""One provision as a card: its text, what stands beside it, and what the reader decides on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from assess.bill.match import Match
from assess.explain import provisions as told
from assess.intervention import Intervention
from assess.margin import Margin
from assess.mark import Decision, Mark
from assess.proposal import Provision
from assess.store import name_of
from assess.ui import state
from assess.ui.parts import law_text, prose, saving

LISTS = "law-lists"
"""The key of the fragment with the lists, which is drawn again when a provision changes lists."""

_UNDECIDED = "undecided"
_OPTIONS = (_UNDECIDED, "accepted", "rejected")


def show(provision: Provision) -> None:
    """Draws the card in a fragment of its own, so that a decision draws only it again."""
    key = _key(provision)
    with st.container(border=True, key=f"law-card-{key}"):
        st.fragment(_card, key=f"law.card.{key}")(provision)


def _key(provision: Provision) -> str:
    return name_of(Mark(provision=provision.id)).rpartition("/")[2]


def _card(provision: Provision) -> None:
    margin = state.margin()
    if margin is None:
        return
    text, beside = st.columns([3, 2], gap="large")
    with text:
        _text(provision, margin)
    with beside:
        _beside(provision, margin)
    _Decisions(provision, margin).draw()


def _text(provision: Provision, margin: Margin) -> None:
    words = state.current_words()
    place = f"law.whole.{_key(provision)}"
    whole = state.chosen(place) is not None
    st.html(law_text.provision(provision, margin.matches(provision.id), whole=whole))
    if law_text.is_long(provision):
        label = words.gettext("Show less of it") if whole else words.gettext("Show all of it")
        st.button(
            label,
            key=f"{place}.button",
            on_click=state.choose,
            args=(place, None if whole else "yes"),
            type="tertiary",
        )
    refers = told.refers(words, margin.screening.refers.get(provision.id, ()))
    if refers:
        prose.block("small", refers)


def _beside(provision: Provision, margin: Margin) -> None:
    words, besides = state.current_words(), margin.of(provision.id)
    if besides:
        st.html(law_text.margin(state.framework(), besides, words))
    else:
        prose.block("small", words.gettext("Nothing stands beside it yet."))


class _Decisions:
    """What the reader decides on one provision, being drawn."""

    def __init__(self, provision: Provision, margin: Margin) -> None:
        self.provision, self.margin = provision, margin
        self.words = state.current_words()
        self.shown = _mark(provision, margin)
        self.name = name_of(self.shown)
        # what was decided without its fields, by the button, shows in new ones
        self.turn = state.chosen(f"law.turn.{self.name}") or "0"
        self.names = _names()
        self.found = margin.screening.matches.get(provision.id, ())

    def draw(self) -> None:
        """A question for each match, what else the reader sees, and whether it is kept."""
        self._earlier()
        strong = [each for each in self.found if each.strong]
        for match in strong or self.found:
            self._decision(match)
        self._weak([each for each in self.found if strong and not each.strong])
        further, read = st.columns([3, 2], gap="large")
        with further:
            self._further()
        with read:
            self._read()
        state.returned(self._standing(), self.shown)
        if state.trouble(self.name) or state.was_saved(self.name):
            saving.status(self.name, self.words)

    def _earlier(self) -> None:
        mark = self.margin.earlier.get(self.provision.id)
        if mark and not mark.is_blank:
            prose.note(told.earlier(self.words, mark, self.names))

    # --- what the words hint at ------------------------------------------------------------------

    def _weak(self, matches: Sequence[Match]) -> None:
        """Hints that say little beside the strong ones, unfolded when asked for."""
        if not matches:
            return
        label = self.words.ngettext("{count} weak hint", "{count} weak hints", len(matches)).format(
            count=self.words.number(len(matches))
        )
        decided = any(self.shown.decision(each.intervention) for each in matches)
        with st.expander(label, expanded=decided):
            for match in matches:
                self._decision(match)

    def _decision(self, match: Match) -> None:
        kind = match.intervention
        name = self.names.get(kind, kind)
        with st.container(key=f"law-match-{self.name}-{kind}"):
            why, decision = st.columns([3, 2], gap="large", vertical_alignment="center")
            with why:
                st.html(law_text.reasons(name, match))
            with decision:
                st.radio(
                    name,
                    _OPTIONS,
                    index=_OPTIONS.index(_option(self.shown.decision(kind))),
                    format_func=self._said,
                    horizontal=True,
                    label_visibility="collapsed",
                    key=self._widget(kind),
                    on_change=self._changed,
                )

    def _said(self, option: str) -> str:
        return told.decision(self.words, None if option == _UNDECIDED else cast(Decision, option))

    # --- what else the reader sees ---------------------------------------------------------------

    def _further(self) -> None:
        _ = self.words.gettext
        matched, names = {each.intervention for each in self.found}, self.names
        st.multiselect(
            _("What else do you see in it?"),
            [each for each in names if each not in matched],
            default=[each for each in self.shown.held if each not in matched],
            format_func=lambda kind: names.get(kind, kind),
            placeholder=_("Add an intervention"),
            key=self._widget("added"),
            on_change=self._changed,
        )

    def _read(self) -> None:
        _ = self.words.gettext
        if _is_decided(self.shown):
            prose.block("small", _("✓ Read: you decided on something in it."))
        else:
            st.checkbox(
                _("I have read it"),
                value=self.shown.read,
                key=self._widget("read"),
                on_change=self._changed,
            )
        if self._open():
            decided = _is_decided(self.shown)
            st.button(
                _("Reject the rest") if decided else _("I have read it and see none of this"),
                key=f"law.none.{self.name}",
                on_click=self._none,
                type="tertiary",
            )

    def _open(self) -> list[str]:
        """The interventions that matched and wait for a decision."""
        kinds = (each.intervention for each in self.found)
        return [kind for kind in kinds if self.shown.decision(kind) is None]

    def _none(self) -> None:
        mark = self.shown
        for kind in self._open():
            mark = mark.decide(kind, "rejected")
        self._keep(mark)
        state.choose(f"law.turn.{self.name}", str(int(self.turn) + 1))
        self._lists_again()

    # --- what stands on the card -----------------------------------------------------------------

    def _changed(self) -> None:
        if self._keep(self._standing()):
            self._lists_again()

    def _keep(self, mark: Mark) -> bool:
        """Keeps a mark; whether the lists, or how much was read, are others now."""
        before = self.margin.shelf(self.provision.id), self.shown.read
        state.change(mark)
        now = state.margin()
        return now is not None and before != (now.shelf(self.provision.id), mark.read)

    def _lists_again(self) -> None:
        st.rerun([LISTS, f"law.card.{_key(self.provision)}"])

    def _standing(self) -> Mark:
        """The mark as it stands in the fields."""
        mark, kinds = self.shown, [each.intervention for each in self.found]
        for kind in kinds:
            before = _option(mark.decision(kind))
            said = state.widget(self.name, self._field(kind), before)
            if said != before:
                mark = mark.decide(kind, None if said == _UNDECIDED else said)
        others = [each for each in mark.held if each not in kinds]
        further = state.widget(self.name, self._field("added"), others)
        for kind in {*others} - {*further}:
            mark = mark.decide(kind, None)
        for kind in further:
            if kind not in others:
                mark = mark.decide(kind, "added")
        if _is_decided(self.shown) or _is_decided(mark):
            return mark
        return mark.replace(read=bool(state.widget(self.name, self._field("read"), mark.read)))

    def _field(self, field: str) -> str:
        return f"{field}.{self.turn}"

    def _widget(self, field: str) -> str:
        return state.widget_key(self.name, self._field(field))


def _is_decided(mark: Mark) -> bool:
    return bool(mark.held or mark.rejected)


def _mark(provision: Provision, margin: Margin) -> Mark:
    """What the reader decided on this wording, as a mark on this provision; blank where nothing."""
    found = margin.marks.get(provision.id) or Mark(provision=provision.id)
    return found.replace(
        provision=provision.id,
        draft=margin.draft.id,
        assessor=state.own(),
        wording=provision.wording,
    )


def _option(decision: Decision | None) -> str:
    if decision is None:
        return _UNDECIDED
    return "rejected" if decision == "rejected" else "accepted"


def _names() -> dict[str, str]:
    """The names of all interventions, by their ids."""
    known = state.interventions()
    kinds: tuple[Intervention, ...] = known.interventions if known else ()
    return {each.id: each.name for each in kinds}
