"""Where the reader disagrees with the framework: links that decide, and links taken otherwise."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from assess import explain, wording
from assess.explain import Telling
from assess.findings import CHANNELS, analyse
from assess.framework import Link
from assess.refusal import refusals
from assess.robustness import deciding_links
from assess.ui import state
from assess.ui.parts import prose, saving
from assess.variant import RATINGS, LinkChange, Rating

ENTRY = "variant"


def with_the_framework(telling: Telling) -> None:
    """The links whose strength decides, what the reader changed, and both conclusions."""
    _ = telling.words.gettext
    prose.heading(_("Where you may disagree with the framework"))
    prose.text(
        _(
            "How strongly one property bears on another is a judgement too. You can take a link"
            " otherwise, or leave it out, with your reason. The findings then show both: the"
            " framework as published, and as you see it."
        )
    )
    _decide(telling)
    _changed(telling)
    if state.role() == "owner":
        _change(telling)


@st.fragment
def _decide(telling: Telling) -> None:
    _ = telling.words.gettext
    with st.expander(_("Links whose strength decides a result"), on_change="rerun") as opened:
        if not opened.open:
            return
        found = deciding_links(
            telling.framework,
            telling.assessment,
            draft=telling.findings.draft,
            assessor=telling.findings.assessor,
        )
        told = [
            statement.text
            for channel in CHANNELS
            for statement in explain.deciding(telling, channel, found[channel])
        ]
        prose.show_items(told)


def _changed(telling: Telling) -> None:
    """The links taken otherwise, each with its reason and the way back, and both conclusions."""
    _ = telling.words.gettext
    variant = telling.assessment.variant
    if not variant.links:
        return
    prose.heading(_("As you see it"), 3)
    for place, change in enumerate(variant.links):
        with st.container(border=True, key=f"changed-{place}"):
            prose.text(_described(telling, change))
            st.html(prose.written(change.reason))
            if state.role() != "owner":
                continue
            st.button(
                _("Take it as the framework has it"),
                key=f"restore.{place}",
                on_click=state.change,
                args=(variant.restore(change),),
                type="tertiary",
            )
    saving.status(ENTRY, telling.words)
    both(telling)


def both(telling: Telling) -> None:
    """Both conclusions, where the assessor sees links otherwise: as published, and as seen."""
    variant = telling.assessment.variant
    if not variant.links:
        return
    other = analyse(
        telling.framework,
        telling.assessment,
        draft=telling.findings.draft,
        assessor=telling.findings.assessor,
        variant=variant,
    )
    prose.note(" ".join(explain.varied(telling, other, channel).text for channel in CHANNELS))
    moved = [s.text for channel in CHANNELS for s in explain.moved(telling, other, channel)]
    if moved:
        prose.show_items(moved)


def _described(telling: Telling, change: LinkChange) -> str:
    _, words = telling.words.gettext, telling.words
    link = next(each for each in telling.framework.links if change.is_on(each))
    return _("{link}. In the framework: {published}. As you see it: {rating}.").format(
        link=_named(telling, link),
        published=wording.strength_word(words, link.strength),
        rating=wording.rating(words, change.rating),
    )


def _named(telling: Telling, link: Link) -> str:
    return wording.link(
        telling.words, link.relation, telling.name(link.origin), telling.name(link.target)
    )


def _change(telling: Telling) -> None:
    words = telling.words
    _ = words.gettext
    links = [link for link in telling.framework.links if link.relation != "tension"]
    with st.expander(_("Take a link otherwise")), st.form("variant", border=False):
        place = st.selectbox(
            _("Link"),
            range(len(links)),
            format_func=lambda k: _named(telling, links[k]),
            placeholder=_("Choose a link"),
            key=state.widget_key(ENTRY, "link"),
        )
        rating = st.radio(
            _("How strong is it, as you see it?"),
            RATINGS,
            format_func=lambda each: wording.rating(words, each, telling.findings.method),
            key=state.widget_key(ENTRY, "rating"),
        )
        reason = st.text_area(_("Why?"), height=100, key=state.widget_key(ENTRY, "reason"))
        if st.form_submit_button(_("Use this in a second reading")):
            _use(links[place], rating, reason)


def _use(link: Link, rating: Rating, reason: str) -> None:
    try:
        change = LinkChange(
            origin=link.origin,
            target=link.target,
            relation=link.relation,
            rating=rating,
            reason=reason,
        )
    except ValidationError as error:
        told = refusals(error, LinkChange, state.current_words())
        prose.note(" ".join(each.message for each in told), "error")
        return
    state.change(state.assessment().variant.change(change))
    if state.trouble(ENTRY) is None:
        state.show_anew()
        st.rerun()
    saving.status(ENTRY, state.current_words())
