"""The text a report prints against the text written anew from the answers inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from assess import report
from assess.report import Report
from assess.report.document import Section
from assess.verify.printed import kind_of, pieces
from assess.verify.verified import Difference

_BEFORE, _AFTER = 3, 9  # words around a difference that are repeated
_LINES = 4  # that a long heading takes in a PDF


def other_words(data: bytes, made: Report) -> Difference | None:
    """The first place where a file says something else than the report made again.

    How lines are broken and how wide spaces are makes no difference. Raises Unreadable.
    """
    ours = pieces(report.write(made, kind_of(data)))
    theirs = [word for piece in pieces(data) for word in piece.split()]
    words = [word for piece in ours for word in piece.split()]
    for at, (file, computed) in enumerate(zip_longest(theirs, words)):
        if file != computed:
            return Difference(
                place=_heading(made, ours, at),
                file=_around(theirs, at),
                computed=_around(words, at),
            )
    return None


def _around(words: list[str], at: int) -> str:
    """The words about a place; nothing where the text has come to its end."""
    return " ".join(words[max(at - _BEFORE, 0) : at + _AFTER]) if at < len(words) else ""


def _heading(made: Report, ours: list[str], at: int) -> str:
    """The heading under which this word stands.

    Headings are looked for from the end: before them their words stand in the contents, too.
    """
    left = [" ".join(title.split()) for title in _titles(made.sections)]
    words = sum(len(piece.split()) for piece in ours)
    for number in reversed(range(len(ours))):
        words -= len(ours[number].split())
        if left and left[-1] in _wrapped(ours[number : number + _LINES]):
            title = left.pop()
            if words <= at:
                return title
    return made.title


def _wrapped(lines: list[str]) -> Iterator[str]:
    """What may be a heading: a line, or it and those it runs on into."""
    for count in range(1, len(lines) + 1):
        yield " ".join(lines[:count]).lstrip("# ")


def _titles(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from _titles(section.sections)
