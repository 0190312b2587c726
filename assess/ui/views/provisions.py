"""What the words of the law point to, provision by provision, and what the reader decides."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assess.bill.labels import labels
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import law_card, law_language, law_lists, prose, second_opinion, which
from assess.ui.views.brief import file_name


def page() -> None:
    """Leads through the provisions: three lists, and those that were read."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("What the law’s words point to"), state.assessment().proposal.title)
    which.draft()
    margin = state.margin()
    if margin is None:
        _nothing(words)
        return
    prose.lead(
        _(
            "Words in a law can hint at what it does to networks. A hint is not a finding: it says"
            " which provisions to read first. What no word points to, nobody has read yet."
        )
    )
    law_language.show(margin)
    asked = st.query_params.get("list", "")
    shelf = law_lists.chosen(asked)
    found = law_lists.narrowed(margin, margin.shelves[shelf], st.query_params.get("node", ""))
    for provision in law_lists.page_of(found):
        law_card.show(provision)
    law_lists.pages(len(found))
    second_opinion.offer(margin, words)
    _labels(words)
    _onward(words)


def _nothing(words: Words) -> None:
    _ = words.gettext
    prose.lead(_("This draft has no provisions yet, so there is nothing to look through."))
    with st.container(horizontal=True, key="onward"):
        site.link("proposal", _("Bring the text of the law"))
        site.link("tasks", _("Go to the task list"))


def _labels(words: Words) -> None:
    _ = words.gettext
    with st.expander(_("Take your decisions along")):
        prose.text(
            _(
                "What you accepted, rejected and added, as a table: a row for each decision, with"
                " the wording it was taken on. Whoever looks after the list of words can measure"
                " and mend it with such tables. The text of the law is not in it, only its first"
                " words."
            )
        )
        assessment = state.assessment()
        st.download_button(
            _("Decisions as a table (CSV)"),
            partial(labels, assessment),
            f"{file_name(assessment.proposal.title)}-labels.csv",
            "text/csv",
            on_click="ignore",
            disabled=not assessment.marks,
            key="law.labels",
        )


def _onward(words: Words) -> None:
    _ = words.gettext
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Continue: the task list"))
        if state.role() == "owner":
            site.link("proposal", _("Change the text of a draft"))
