"""Which topics the law touches; each adds questions made for such laws."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assess import wording
from assess.assessment import Key
from assess.framework import Framework, FrameworkRef
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import languages, overlay, prose, saving

TOPICS = "topics"


def page() -> None:
    """Lists the topics, those that fit what was picked first."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Which topics does the law touch?"))
    prose.lead(
        _(
            "Each topic adds a few questions made for such laws. What you answer there flows into"
            " what the Internet needs, as a prompt and as an effect; a direct answer on a property"
            " or enabler always comes first, and no question is asked twice."
        )
    )
    languages.only_english(words)
    found = state.library().topics(state.assessment().framework)
    if not found:
        prose.note(_("There are no topics for this version of the framework."))
    else:
        _pick(sorted(found, key=lambda topic: not _fitting(topic)))
    overlay.own(words)
    with st.container(horizontal=True, key="onward"):
        site.link("tasks", _("Continue: the task list"))
        site.link("interventions", _("Back"))


@st.fragment
def _pick(topics: Sequence[Framework]) -> None:
    words = state.current_words()
    for topic in topics:
        with st.container(border=True, key=f"topic-{topic.id}"):
            _topic(topic, words)
    saving.status(TOPICS, words)


def _topic(topic: Framework, words: Words) -> None:
    _ = words.gettext
    answered = _answered(topic)
    st.checkbox(
        topic.title,
        state.assessment().topics.has(topic.id),
        key=state.widget_key(TOPICS, topic.id),
        on_change=_save,
        args=(FrameworkRef(id=topic.id, version=topic.version),),
        disabled=bool(answered),
    )
    asked = words.ngettext("{n} question.", "{n} questions.", len(topic.criteria))
    said = f"{prose.english(topic.summary)} {asked.format(n=len(topic.criteria))}"
    st.html(f'<div class="assess-hint assess-under-checkbox"><p>{said}</p></div>')
    if fitting := _fitting(topic):
        told = _("Fits what you picked: {kinds}.").format(kinds=wording.listed(words, fitting))
        prose.block("small", told)
    if answered:
        _keeps(topic, answered, words)
    with st.expander(_("What it asks about")):
        prose.show_items(criterion.name for criterion in topic.criteria)
        site.link("framework", _("See it in full, with its links and sources"), shown=topic.id)


def _keeps(topic: Framework, answered: Sequence[Key], words: Words) -> None:
    """A topic with answers stays; whoever wants to be rid of it takes the answers back first."""
    told = words.ngettext(
        "{n} answer stands here. To remove the topic, take it back first.",
        "{n} answers stand here. To remove the topic, take them back first.",
        len(answered),
    )
    prose.block("small", told.format(n=len(answered)))
    mine = [key for key in answered if key.assessor == state.own()]
    if mine and state.may_judge():
        label = words.ngettext("Take back your answer", "Take back your {n} answers", len(mine))
        with st.popover(label.format(n=len(mine))):
            prose.text(words.gettext("What you wrote there is deleted for good."))
            st.button(
                words.gettext("Take back for good"),
                key=f"clear.{topic.id}",
                on_click=_take_back,
                args=(mine,),
            )


def _take_back(keys: Sequence[Key]) -> None:
    for key in keys:
        state.withdraw(key)


def _answered(topic: Framework) -> list[Key]:
    """The answers on its criteria, of everybody who may be seen."""
    asked = {criterion.id for criterion in topic.criteria}
    return [each.key for each in state.assessment().judgements if each.node in asked]


def _fitting(topic: Framework) -> tuple[str, ...]:
    """The names of the kinds of intervention picked for which the topic is offered."""
    known, picked = state.interventions(), state.assessment().triage.interventions
    kinds = (known.get(each) for each in picked if each in topic.suggested_by) if known else ()
    return tuple(kind.name for kind in kinds if kind)


def _save(ref: FrameworkRef) -> None:
    now = state.assessment().topics
    wanted = now.chosen(ref) if state.widget(TOPICS, ref.id) else now.without(ref.id)
    state.change(wanted)
