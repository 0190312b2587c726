"""Recommendations: suggested from the toolkit's list, taken over, edited, put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from assess.compare import relief
from assess.drafting import Suggestion, suggestions
from assess.explain import Telling
from assess.explain.advice import answered
from assess.findings import analyse
from assess.submission import Advice
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import advice_fields, options, prose, saving, which
from assess.ui.parts.advice_fields import ADVICE, NAMED


def page() -> None:
    """Shows what is recommended and what could be; the owner changes it."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Recommendations"), state.assessment().proposal.title)
    prose.lead(
        _(
            "What should change in the text. Every paper prints these, in this order. They are"
            " advice to weigh: no finding depends on them."
        )
    )
    which.draft_and_assessor()
    telling = _telling(words)
    _chosen(telling)
    if state.role() == "owner":
        _suggested(telling)
    with st.container(horizontal=True, key="onward"):
        paper = st.query_params.get("audience", "")  # the one the reader came from
        site.link("brief", _("Continue: the paper"), audience=paper)
        site.link("drafts", _("Try one as a draft"))


def _telling(words: Words) -> Telling:
    framework, assessment = state.framework(), state.assessment()
    found = analyse(framework, assessment, draft=state.draft(), assessor=state.assessor())
    return Telling(framework, assessment, found, words)


def _chosen(telling: Telling) -> None:
    """Those chosen so far, to edit or to read."""
    _, words = telling.words.gettext, telling.words
    places = advice_fields.here()
    if not places:
        prose.text(_("No recommendations were chosen yet."))
    if state.role() != "owner":
        for number, place in enumerate(places, start=1):
            advice_fields.shown(place, number, telling)
        return
    for number, place in enumerate(places, start=1):
        advice_fields.fields(place, number, telling)
    saving.status(ADVICE, words)
    st.button(
        _("Add one of your own"),
        on_click=advice_fields.add,
        args=(Advice(text="", draft=state.draft()),),
        type="secondary" if places else "primary",
    )


# --- suggestions ----------------------------------------------------------------------------------


def _suggested(telling: Telling) -> None:
    _ = telling.words.gettext
    prose.heading(_("Suggestions from the toolkit's list"))
    found = suggestions(
        telling.assessment,
        telling.framework,
        state.interventions(),
        state.draft(),
        state.assessor(),
    )
    if not found:
        prose.text(
            _(
                "Nothing is suggested yet. Say in an answer with harm by which kind of"
                " intervention it comes about; then what would soften it, and what could take its"
                " place, stands here."
            )
        )
        site.link("check", _("Look at the answers"))
        return
    prose.text(_("Press one to take it over. It is yours to edit then, and marked as such."))
    for name, group in groupby(found, key=lambda each: each.intervention):
        _of_one(name, tuple(group), telling)


def _of_one(name: str, found: Sequence[Suggestion], telling: Telling) -> None:
    """What is listed for one intervention, under what it would answer."""
    _ = telling.words.gettext
    known = state.interventions()
    kind = known.get(name) if known else None
    assert kind is not None
    titles: Mapping[str, str] = {
        "mitigation": _("To soften it"),
        "alternative": _("Instead of it"),
    }
    with st.container(border=True, key=f"suggested-{name}"):
        prose.heading(kind.name, 3)
        prose.block("small", answered(telling, found[0].answers, found[0].provisions, NAMED))
        for origin, title in titles.items():
            listed = [each for each in found if each.origin == origin]
            if listed:
                prose.text(title)
            for each in listed:
                _one(each, telling)


def _one(suggestion: Suggestion, telling: Telling) -> None:
    taken = suggestion.is_taken(telling.assessment.recommendations)
    st.button(
        f"✓ {suggestion.text}" if taken else suggestion.text,
        key=f"take.{suggestion.intervention}.{suggestion.text}",
        disabled=taken,
        on_click=advice_fields.add,
        args=(suggestion.advice(),),
    )
    if suggestion.tried:
        best = relief(telling.framework, telling.assessment, suggestion.tried, state.own())
        told = telling.words.gettext("Tried as a draft. {what}")
        prose.block("small", told.format(what=options.in_short(best, telling.words)))
