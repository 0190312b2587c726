"""What the cases of a library state, and when: the heat map and the timeline in words."""

from __future__ import annotations

from collections.abc import Sequence

from assess import wording
from assess.case import Case
from assess.casebook import Row, began
from assess.findings import Channel
from assess.framework import Framework
from assess.precedents import CHANNELS
from assess.tables.table import Table, spoken
from assess.text import Words

SIGNS = ("0", "1", "2", "3", "?")
"""The levels none to major, and not known, as the picture has them."""


def cases(framework: Framework, rows: Sequence[Row], words: Words, channel: Channel) -> Table:
    """The level each case states on each property and enabler; the newest law first."""
    _ = words.gettext
    title = {
        "harm": _("Harm as the cases state it"),
        "benefit": _("Benefit as the cases state it"),
    }
    return Table(
        title=title[channel],
        sentences=(
            _("These are the answers of each case, not what follows from them."),
            _("{signs}. CP stands for critical property, E for enabler.").format(
                signs=legend(words)
            ),
        ),
        columns=(_("Case"), *(node.code for node in framework.judged)),
        rows=tuple(
            (row.name, *(_word(words, level) for level in levels(row, channel))) for row in rows
        ),
    )


def legend(words: Words) -> str:
    """What the signs of the picture mean."""
    said = (*spoken(words), words.gettext("not known"))
    return ", ".join(f"{sign} {word}" for sign, word in zip(SIGNS, said, strict=True))


def levels(row: Row, channel: Channel) -> tuple[int | None, ...]:
    """The levels of one side, 0 to 3, None where nothing is known."""
    side = row.levels.reshape(-1, len(CHANNELS))[:, CHANNELS.index(channel)]
    return tuple(None if level < 0 else level for level in side.tolist())


def timeline(found: Sequence[Case], words: Words) -> Table:
    """When each law came, when it was judged, and what became of it; the newest law first."""
    _ = words.gettext
    return Table(
        title=_("From the law to what came of it"),
        sentences=(
            _(
                "A square is the year of the law or proposal, a dot the year of the assessment, a"
                " diamond the last year known of its outcome."
            ),
        ),
        columns=(_("Case"), _("Law"), _("Assessed"), _("What came of it")),
        rows=tuple(
            (case.title, str(began(case)), str(case.year), outcome(case, words)) for case in found
        ),
    )


def outcome(case: Case, words: Words) -> str:
    """What became of a proposal and when, in a line."""
    if case.outcome is None:
        return words.gettext("Not known")
    said = wording.outcome(words, case.outcome.status)
    return words.gettext("{outcome} ({date})").format(outcome=said, date=case.outcome.date)


def _word(words: Words, level: int | None) -> str:
    return words.gettext("not known") if level is None else spoken(words)[level]
