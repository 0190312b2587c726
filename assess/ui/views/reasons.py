"""What the screening answers say, each restated, and how deep an assessment fits."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import triage, wording
from assess.assessment import DEPTHS, Depth, Triage
from assess.framework import ScreeningQuestion
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, saving

TRIAGE = "triage"


def page() -> None:
    """Restates the answers and lets the reader choose the depth."""
    words = state.current_words()
    _ = words.gettext
    advice = triage.advise(state.framework(), state.assessment().triage)
    prose.title(_("What your answers say"))
    prose.lead(_fits(advice, words))
    _stated(_("You said yes"), [each.yes for each in advice.yes])
    _unsure(advice.unsure, words)
    _stated(_("You said no"), [each.no for each in advice.no])
    _stated(_("Not answered; weighed like “unsure”"), [each.text for each in advice.open])
    _depth(advice.depth)
    with st.container(horizontal=True, key="onward"):
        site.link("interventions", _("Continue: pick what the law uses"))
        site.link("screening", _("Change your answers"))


def _fits(advice: triage.Advice, words: Words) -> str:
    _ = words.gettext
    return {
        "nothing-pointed-to": _(
            "None of your answers points to an effect. A quick assessment fits: it checks the five"
            " critical properties, so that nothing is overlooked."
        ),
        "some-pointed-to": _(
            "Some answers point to an effect or are not settled. A standard assessment fits: it"
            " asks about every critical property and every enabler."
        ),
        "much-pointed-to": _(
            "Several answers point to an effect or are not settled. A full assessment fits: it asks"
            " about everything, and looks at each effect from four sides."
        ),
    }[advice.reason]


def _stated(title: str, sentences: Sequence[str]) -> None:
    if sentences:
        prose.heading(title)
        prose.show_items(sentences)


def _unsure(questions: Sequence[ScreeningQuestion], words: Words) -> None:
    if not questions:
        return
    _ = words.gettext
    prose.heading(_("You are unsure; settle these first"))
    who = escape(_("Who could settle it:"))
    said = "".join(
        f"<li>{escape(each.unsure)} <em>{who}</em> {escape(each.settle)}</li>" for each in questions
    )
    st.html(f'<ul class="assess-list">{said}</ul>')


@st.fragment
def _depth(fits: Depth) -> None:
    words = state.current_words()
    _ = words.gettext
    prose.heading(_("How deep should it go?"))
    given = state.assessment().triage.depth
    st.radio(
        _("Depth of the assessment"),
        DEPTHS,
        index=DEPTHS.index(given),
        format_func=lambda key: _named(key, fits, words),
        captions=[wording.depth_meaning(words, key) for key in DEPTHS],
        key=state.widget_key(TRIAGE, "depth"),
        on_change=_save,
    )
    prose.block(
        "small",
        _("Which depth fits is this toolkit's own rule, not the Internet Society's."),
    )
    saving.status(TRIAGE, words)


def _named(depth: Depth, fits: Depth, words: Words) -> str:
    named = wording.depth(words, depth)
    return (
        words.gettext("{depth} (fits your answers)").format(depth=named) if depth == fits else named
    )


def _save() -> None:
    before = state.assessment().triage
    depth = state.widget(TRIAGE, "depth")
    if depth in DEPTHS:
        state.change(
            Triage(answers=before.answers, depth=depth, interventions=before.interventions)
        )
