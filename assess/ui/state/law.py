"""The text of a draft as the page shows it: cut, screened, with the reader's marks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assess.ui.state.opened import (
    assessment,
    draft,
    framework,
    interventions,
    library,
    own,
    saved,
    token,
)
from assess.ui.state.widgets import once

if TYPE_CHECKING:
    from assess.bill.clause import Split
    from assess.bill.match import Screening
    from assess.bill.second_opinion import Near
    from assess.margin import Margin


def margin(assessor: str = "") -> Margin | None:
    """The margin of the draft the page is about, as the reader has it, or another assessor.

    None where the draft has no provisions, or the framework no kinds of intervention to look for.
    """
    if interventions() is None or not assessment().draft(draft()).provisions:
        return None
    of = (draft(), assessor or own())
    kept = st.session_state.get("_margin")
    # every card of a page asks for it; what is saved is another value after each change
    if kept is None or kept[0] is not saved() or kept[1] != of:
        kept = st.session_state["_margin"] = (saved(), of, _margin(*of))
    found: Margin = kept[2]
    return found


def _margin(draft_id: str, assessor: str) -> Margin:
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin_of

    kinds = interventions()
    may_touch = touched(kinds) if kinds else {}
    return margin_of(assessment(), draft_id, assessor, _screening(), may_touch)


def law(draft_id: str = "") -> Split:
    """The text of a draft, of the one the page is about if none is named, as a law that was cut."""
    from assess.bill.splitting import from_provisions

    shown = assessment().draft(draft_id or draft())
    return once(f"law.{shown.id}", _text(), lambda: from_provisions(shown.provisions))


def lexicon_languages() -> tuple[str, ...]:
    """The languages in which there are words to look for in a law."""
    ref = assessment().framework
    return library().lexicon_languages(ref.id, ref.version)


def _screening() -> Screening:
    """Made once for each text: a law of two thousand provisions is not read at every click."""
    ref = assessment().framework
    key = f"{framework().version}/{_text()}/{draft()}"
    return once("screening", key, lambda: library().screened(ref, assessment().draft(draft())))


def _text() -> str:
    """Another one whenever the text of a draft may be another."""
    return f"{token()}/{saved().seen(assessment().drafts)}"


def second_opinion() -> tuple[Near, ...]:
    """What the model finds near in the draft of the page; made once for each text."""
    from assess.bill import second_opinion as opinion

    kinds = interventions()
    assert kinds is not None  # only a page with a margin asks
    return once(
        f"second.{draft()}",
        _text(),
        lambda: opinion.second_opinion(law(), kinds, opinion.encoder()),
    )
