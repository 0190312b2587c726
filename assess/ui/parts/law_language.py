"""How the law was cut, which language it is taken to be in, and how much the words find there."""

from __future__ import annotations

import streamlit as st

from assess import wording
from assess.explain import provisions as told
from assess.margin import Margin
from assess.proposal import Draft
from assess.ui import state
from assess.ui.parts import draft_fields, prose, saving
from assess.wording.law import provisions


def show(margin: Margin) -> None:
    """What a reader should know before the lists."""
    words = state.current_words()
    known = margin.screening.coverage
    with st.container(key="law-known"):
        language, covered = st.columns([2, 3], gap="large")
        with language:
            _language(margin.draft, known.language or "")
            prose.block("small", f"{chain(margin.draft)}.")
        with covered:
            prose.block("small", *told.coverage(words, known))
            grounds = told.grounds(words, known)
            if grounds:
                with st.expander(words.gettext("What this rests on")):
                    prose.show_items(grounds)


def chain(draft: Draft) -> str:
    """How the provisions of a draft are numbered: "93 provisions, 1 to 93, no gap"."""
    return wording.opening(provisions(state.current_words(), state.law(draft.id)))


def _language(draft: Draft, taken: str) -> None:
    words = state.current_words()
    _ = words.gettext
    if state.role() != "owner":
        return
    known = state.lexicon_languages()
    options = [*known, *([taken] if taken and taken not in known else [])]
    label = _("Language of the law") if draft.language else _("Language of the law (guessed)")
    key = state.widget_key("law.language", f"{draft.id}.{taken}")
    st.selectbox(
        label,
        options,
        index=options.index(taken) if taken in options else None,
        format_func=words.named,
        placeholder=_("Choose a language"),
        key=key,
        on_change=lambda: _keep(draft, state.standing_in(key)),
        width=340,
    )
    if state.trouble(draft_fields.DRAFTS):
        saving.status(draft_fields.DRAFTS, words)


def _keep(draft: Draft, language: str) -> None:
    drafts = state.assessment().drafts
    place = [each.id for each in drafts].index(draft.id)
    draft_fields.replace(place, language=language)
