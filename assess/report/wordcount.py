"""How many words a report prints, counted over exactly the texts that are printed.

A word is what stands between two spaces, as word processors count; each Chinese or Japanese
character is one. Languages that put no space between words in other scripts (Thai, Lao, Khmer,
Burmese) are counted by their spaces, so the count is too low there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assess.report.document import (
    Beside,
    Block,
    Cell,
    Fact,
    Facts,
    Items,
    Marks,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
    UserText,
    Verdict,
)

_ONE_EACH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_ONE_EACH}]|[^\s{_ONE_EACH}]+")


def count(texts: Iterable[str]) -> int:
    """The words in all of the texts."""
    return sum(len(_WORD.findall(text)) for text in texts)


def printed(sections: Iterable[Section]) -> Iterator[str]:
    """Every text of these sections, in the order of printing."""
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield from of_block(block)
        yield from printed(section.sections)


def of_facts(facts: Iterable[Fact]) -> Iterator[str]:
    """Terms and what is said of them."""
    for fact in facts:
        yield from (fact.term, fact.text)


def of_block(block: Block) -> Iterator[str]:
    """Every text of a block, numbers and symbols too."""
    if isinstance(block, Beside):
        yield from (*of_block(block.first), *of_block(block.second))
    elif isinstance(block, Table):
        yield from _of_table(block)
    elif isinstance(block, Facts):
        yield from of_facts(block.facts)
    elif isinstance(block, Items):
        for item in block.items:
            yield from (item.text, item.url, item.detail)
    elif isinstance(block, Marks):
        for mark in block.marks:
            yield from (mark.symbol, mark.text)
    else:
        yield from _of_prose(block)


def _of_prose(block: Paragraph | UserText | Verdict | Picture | Note) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        return (block.number, block.text)
    if isinstance(block, UserText):
        return (block.number, block.label, block.text)
    if isinstance(block, Verdict):
        return (block.heading, block.text, *block.more)
    if isinstance(block, Note):
        return (block.title, *block.texts)
    return (block.description,)


def _of_table(table: Table) -> Iterator[str]:
    yield from (table.caption, *table.head)
    for row in table.rows:
        for cell in row:
            yield from _of_cell(cell)
    yield from table.meanings if table.key else ()


def _of_cell(cell: Cell) -> tuple[str, str]:
    return (cell.symbol, cell.text)
