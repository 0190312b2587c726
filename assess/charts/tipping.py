"""The tipping table: which conclusion each level of each answer would lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.charts import look
from assess.charts.heat import Block, Cell, Row, heat_map
from assess.charts.look import Spec
from assess.explain import Telling
from assess.tables.table import stated
from assess.tables.tipping import STEPS, deciding
from assess.text import Words

if TYPE_CHECKING:
    from assess.findings import Channel
    from assess.robustness import Reached, Sureness, Tip

MOST = 40
"""Rows that are drawn; the table has them all."""


def tipping(telling: Telling, sure: Sureness, *, narrow: bool = False) -> Spec:
    """A row for each answer that could change the conclusion by itself."""
    words = telling.words
    rows = tuple(_row(telling, sure.channel, tip) for tip in deciding(sure)[:MOST])
    columns = [stated(words, level) for level in STEPS]
    block = Block(words.gettext("If this answer were …"), rows)
    return heat_map(words, sure.channel, columns, [block], narrow)


def _row(telling: Telling, channel: Channel, tip: Tip) -> Row:
    words = telling.words
    cells = (
        Cell(
            _short(words, reached, channel),
            look.TONES[reached.level],
            note=words.gettext("as answered") if tip.now == level else "",
        )
        for level, reached in enumerate(tip.verdicts)
    )
    return Row(telling.cause(tip.node, tip.part), tuple(cells))


def _short(words: Words, reached: Reached, channel: Channel) -> str:
    """A conclusion in a word or two; the table beside the picture has it in full."""
    _ = words.gettext
    if not reached.level and reached.p[0]:
        return _("possible")
    return {
        (3, "harm"): _("breaks"),
        (2, "harm"): _("weakens"),
        (3, "benefit"): _("major"),
        (2, "benefit"): _("material"),
    }.get((reached.level, channel)) or (_("minor") if reached.level else _("none found"))
