"""A second opinion on a law, where its package is there: apart from the words, if asked for."""

from __future__ import annotations

from html import escape

import streamlit as st

from assess.bill import second_opinion
from assess.bill.second_opinion import Near
from assess.margin import Margin
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, table

MOST = 20


def offer(margin: Margin, words: Words) -> None:
    """Lets the reader ask which provisions are near in meaning to an intervention."""
    if not second_opinion.available():
        return
    _ = words.gettext
    with st.expander(_("A second opinion, from a language model on this computer")):
        prose.text(
            _(
                "It compares the meaning of each provision with each kind of intervention, not"
                " words. It cannot say why, and most of what it names is nothing: of ten hints on"
                " laws labelled by a reader, nine were wrong. It takes minutes for a long law."
            )
        )
        key = f"second.{margin.draft.id}"
        if state.chosen(key) is None:
            st.button(
                _("Ask for a second opinion"), on_click=state.choose, args=(key, "asked"), key=key
            )
            return
        with st.spinner(_("Comparing every provision …")):
            found = state.second_opinion()
        _show(found, margin, words)


def _show(found: tuple[Near, ...], margin: Margin, words: Words) -> None:
    """What it names and the words do not match strongly; what they do is in the lists anyway."""
    _ = words.gettext
    strong = set(margin.screening.matched)
    further = [each for each in found if each.clause not in strong][:MOST]
    kinds = state.interventions()
    if not further or kinds is None:
        prose.text(_("It names no provision that the words do not point to anyway."))
        return
    named = {kind.id: kind.name for kind in kinds.interventions}
    rows = []
    for each in further:
        provision = margin.draft.provision(each.clause)
        heading = provision.heading if provision else ""
        about = table.cell(f"{each.clause} {heading}".strip())
        rows.append([about, escape(named[each.intervention])])
    table.show(
        _("Provisions without a strong match that are near in meaning, the nearest first"),
        [_("Provision"), _("Near to")],
        rows,
    )
