"""Which kinds of intervention the law uses; their typical effects then prompt the assessor."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assess.assessment import Triage
from assess.intervention import Intervention
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import languages, prose, saving

TRIAGE = "triage"


def page() -> None:
    """Lists the kinds of intervention by family."""
    _ = state.current_words().gettext
    prose.title(_("What does the law use?"))
    prose.lead(
        _(
            "Pick the kinds of intervention you find in the text. What each typically leads to is"
            " then shown beside the questions: as a prompt, never as an answer."
        )
    )
    languages.only_english(state.current_words())
    known = state.interventions()
    if known is None:
        prose.note(_("This framework comes without a list of interventions."))
    else:
        _pick(known.interventions)
    with st.container(horizontal=True, key="onward"):
        site.link("topics", _("Continue: questions on a topic"))
        site.link("tasks", _("Skip to the task list"))
        site.link("reasons", _("Back"))


@st.fragment
def _pick(kinds: Sequence[Intervention]) -> None:
    words = state.current_words()
    picked = state.assessment().triage.interventions
    names = families(words)
    for family in dict.fromkeys(kind.family for kind in kinds):
        members = [kind for kind in kinds if kind.family == family]
        count = sum(kind.id in picked for kind in members)
        with st.expander(_titled(names.get(family, family), count, words), key=f"family-{family}"):
            for kind in members:
                _kind(kind, kind.id in picked)
    saving.status(TRIAGE, words)


def _titled(name: str, count: int, words: Words) -> str:
    if not count:
        return name
    picked = words.ngettext("{count} picked", "{count} picked", count).format(count=count)
    return f"{name} ({picked})"


def _kind(kind: Intervention, picked: bool) -> None:
    st.checkbox(
        kind.name,
        picked,
        key=state.widget_key(TRIAGE, kind.id),
        on_change=_save,
        args=(kind.id,),
    )
    said = prose.english(kind.definition)
    st.html(f'<div class="assess-hint assess-under-checkbox"><p>{said}</p></div>')


def _save(kind: str) -> None:
    before = state.assessment().triage
    others = tuple(each for each in before.interventions if each != kind)
    now = (*others, kind) if state.widget(TRIAGE, kind) else others
    state.change(Triage(answers=before.answers, depth=before.depth, interventions=now))


def families(words: Words) -> dict[str, str]:
    """The families of interventions in the reader's language."""
    _ = words.gettext
    return {
        "access": _("Getting access"),
        "content-blocking": _("Blocking of content and services"),
        "economics": _("Fees and taxes"),
        "encryption": _("Encryption"),
        "governance": _("Governance"),
        "interconnection": _("Interconnection"),
        "liability": _("Liability"),
        "market-entry": _("Licences and market entry"),
        "naming": _("Names"),
        "routing": _("Routing and shutdowns"),
        "sovereignty": _("Data and infrastructure inside the border"),
        "standards": _("Standards"),
        "surveillance-identity": _("Surveillance and identity"),
    }
