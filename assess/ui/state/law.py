"""The text of a draft as the page shows it: screened, with the reader's marks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.ui.state.opened import assessment, draft, framework, interventions, library, own, saved
from assess.ui.state.widgets import once

if TYPE_CHECKING:
    from assess.bill.match import Screening
    from assess.margin import Margin


def margin(assessor: str = "") -> Margin | None:
    """The margin of the draft the page is about, as the reader has it, or another assessor.

    None where the draft has no provisions, or the framework no kinds of intervention to look for.
    """
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin_of

    kinds = interventions()
    if kinds is None or not assessment().draft(draft()).provisions:
        return None
    return margin_of(assessment(), draft(), assessor or own(), _screening(), touched(kinds))


def _screening() -> Screening:
    """Made once for each text: a law of two thousand provisions is not read at every click."""
    drafts, ref = assessment().drafts, assessment().framework
    key = f"{framework().version}/{saved().seen(drafts)}/{draft()}"
    return once("screening", key, lambda: library().screened(ref, assessment().draft(draft())))
