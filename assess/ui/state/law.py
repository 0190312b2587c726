"""The text of a draft as the page shows it: screened, with the reader's marks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.ui.state.opened import assessment, draft, framework, interventions, library, own, saved
from assess.ui.state.widgets import once

if TYPE_CHECKING:
    from assess.bill.match import Screening
    from assess.margin import Margin


def margin() -> Margin | None:
    """The margin of the draft the page is about, as this reader has it.

    None where the draft has no provisions, or the framework no kinds of intervention to look for.
    """
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin as made

    shown, kinds = assessment().draft(draft()), interventions()
    if kinds is None or not shown.provisions:
        return None
    own_marks = (each for each in assessment().marks if each.assessor == own())
    own_answers = (each for each in assessment().judgements if each.assessor == own())
    return made(shown, _screening(), own_marks, own_answers, touched(kinds))


def _screening() -> Screening:
    """Made once for each text: a law of two thousand provisions is not read at every click."""
    drafts = assessment().drafts
    key = f"{framework().version}/{saved().seen(drafts)}/{draft()}"
    return once("screening", key, _screened)


def _screened() -> Screening:
    from assess.bill.screening import screen
    from assess.bill.splitting import from_provisions

    shown, ref = assessment().draft(draft()), assessment().framework
    lexicon = library().lexicon(ref.id, ref.version, shown.language or None)
    return screen(from_provisions(shown.provisions), lexicon)
