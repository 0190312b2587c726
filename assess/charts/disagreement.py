"""The disagreement map: who states which level, or how many people where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.charts import look
from assess.charts.heat import Block, Cell, Row, heat_map
from assess.charts.look import Spec
from assess.explain import AgreementTelling
from assess.findings import Channel
from assess.tables.disagreement import furthest_apart_first
from assess.tables.table import group, name, spoken
from assess.text import Words

if TYPE_CHECKING:
    from assess.agreement import Item

COLUMNS = 6
"""People with a column of their own; of more, the picture says how many state what."""
ANSWERS = (0, 1, 2, 3, None)


def disagreement(telling: AgreementTelling, channel: Channel, *, narrow: bool = False) -> Spec:
    """A row for each property and enabler with a level above none, the widest spread first."""
    words, people = telling.words, telling.agreement.assessors
    counted = len(people) > COLUMNS
    items = furthest_apart_first(telling, channel)
    blocks = []
    for kind in ("critical-property", "enabler"):
        found = [each for each in items if telling.framework.kind(each.node) == kind]
        rows = (
            Row(
                name(telling.framework, each.node),
                _counts(words, each) if counted else _levels(words, each),
            )
            for each in found
        )
        blocks.append(Block(group(words, kind), tuple(rows)))
    columns = (
        [_word(words, level) for level in ANSWERS]
        if counted
        else [telling.person(each.id) for each in people]
    )
    return heat_map(words, channel, columns, blocks, narrow)


def _levels(words: Words, item: Item) -> tuple[Cell, ...]:
    return tuple(Cell(_word(words, level), _tone(level)) for level in item.levels)


def _counts(words: Words, item: Item) -> tuple[Cell, ...]:
    cells = []
    for level in ANSWERS:
        count = item.levels.count(level)
        cells.append(Cell(words.number(count), _tone(level) if count else look.TONES[0]))
    return tuple(cells)


def _word(words: Words, level: int | None) -> str:
    return words.gettext("not said") if level is None else spoken(words)[level]


def _tone(level: int | None) -> str:
    return look.UNKNOWN if level is None else look.TONES[level]
