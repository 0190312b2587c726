"""A CSV file into rows of text, or everything that is wrong with it, line by line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from assess.errors import FileProblems, Place, Problem
from assess.refusal import shown
from assess.text import Words

ROWS = 100_000
"""More rows than this are refused: 250 countries with 41 values each are 10,250."""


class Row(NamedTuple):
    """The cells of one row by column, empty ones left out, and its line, counted from 1."""

    line: int
    cells: dict[str, str]


class Table(NamedTuple):
    """The rows that can be used, and what is wrong with the others."""

    rows: list[Row]
    problems: list[Problem]


def table(data: bytes, file: str, columns: Sequence[str], words: Words) -> Table:
    """The rows of a file that has at least these columns.

    Raises FileProblems where no row could be used: no text, no such columns, too many rows.
    """
    lines = _lines(data, file, words)
    _, head = next(lines, (1, []))
    head = [name.strip() for name in head]
    if lacking := [name for name in columns if name not in head]:
        told = words.gettext("there is no column {names}; add it, or take the publisher's own file")
        raise _refused(file, 1, told.format(names=", ".join(lacking)))
    if twice := [name for name in columns if head.count(name) > 1]:
        told = words.gettext("column {names} is there twice; keep one")
        raise _refused(file, 1, told.format(names=", ".join(twice)))
    return _rows(lines, head, file, words)


def _rows(
    lines: Iterator[tuple[int, list[str]]], head: list[str], file: str, words: Words
) -> Table:
    made = Table([], [])
    for line, cells in lines:
        if len(made.rows) + len(made.problems) >= ROWS:
            told = words.gettext("more than {limit} rows; leave out what is not needed")
            raise _refused(file, line, told.format(limit=words.number(ROWS)))
        if len(cells) != len(head):
            told = words.gettext(
                "{found} cells where the first line has {expected}; mend the commas"
            )
            message = told.format(found=len(cells), expected=len(head))
            made.problems.append(Problem(Place(file, line), message))
        elif any(cells):
            stripped = ((name, cell.strip()) for name, cell in zip(head, cells, strict=True))
            made.rows.append(Row(line, {name: cell for name, cell in stripped if cell}))
    return made


def _lines(data: bytes, file: str, words: Words) -> Iterator[tuple[int, list[str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = words.gettext("not UTF-8 text; save it as CSV with the encoding UTF-8")
        raise _refused(file, line, told) from None
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        told = words.gettext("not CSV that can be read ({reason}); save it as CSV anew")
        raise _refused(file, reader.line_num, told.format(reason=shown(error))) from None


def _refused(file: str, line: int, message: str) -> FileProblems:
    return FileProblems((Problem(Place(file, line), message),))
