"""Pieces of text, as a format gives them, made into the lines of an extract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assess.bill.extract import Line
from assess.bill.reading.limits import CHARACTERS, LINE, Refused, too_long
from assess.text import Words

# Soft hyphens, zero-width spaces and the controls that turn the direction of what follows: none
# is seen, and each keeps a word from being found. Joiners that Persian and Hindi need are kept.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)], " ")
_ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
_TIDY = str.maketrans({**_UNSEEN, **_CONTROLS})

MARKER = 7  # characters of a marker that may stand alone
_ALONE = re.compile(r"[(\[]?\w{1,5}[)\]]|\w{1,3}\.|[–—•·▪*-]")
_NUMBER = re.compile(r"\d{1,3}")


class Block(NamedTuple):
    """One paragraph as a format gives it; see `Line` for what the rest means."""

    text: str
    page: int | None = None
    level: int | None = None
    cell: bool = False


def tidy(text: str) -> str:
    """The text in one line: white space single, nothing in it that cannot be seen."""
    if text.isprintable():  # no white space but plain spaces, nothing unseen
        return " ".join(text.split()) if "  " in text else text.strip()
    text = " ".join(text.split())
    if text.isprintable() or not _ODD.search(text):
        return text
    return " ".join(text.translate(_TIDY).split())


def assemble(blocks: Iterable[Block], words: Words) -> tuple[Line, ...]:
    """The lines of the blocks that are not empty, each with its place in the text.

    Raises Refused where the text, or one line of it, is longer than any law's.
    """
    lines: list[Line] = []
    start = 0
    for whole, page, level, cell in blocks:
        text = tidy(whole)
        if text:
            lines.append(Line(text, start, page, level, cell))
            start += len(text) + 1
            if len(text) > LINE or start > CHARACTERS:
                break  # no more need be read to refuse it
    return within_limits(lines, words)


def within_limits(lines: Sequence[Line], words: Words) -> tuple[Line, ...]:
    """The lines. Raises Refused where one, or all together, are longer than any law's."""
    longest = max((len(line.text) for line in lines), default=0)
    if longest > LINE:
        raise _too_long_a_line(longest, words)
    if lines and lines[-1].start + len(lines[-1].text) >= CHARACTERS:
        raise too_long(words)
    return tuple(lines)


def _too_long_a_line(length: int, words: Words) -> Refused:
    return Refused(
        words.gettext(
            "one line of the file has {number} characters; a law has line breaks. "
            "Open it in the program it was made with and save it as DOCX or PDF"
        ).format(number=words.number(length))
    )


def with_their_markers(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, where one that is only a marker ("(a)", "12.") stands with what it marks.

    Points of laws often stand in tables, the marker in a cell of its own.
    """
    marker: Block | None = None
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        if marker:
            yield block._replace(text=f"{marker.text.strip()} {text}")
            marker = None
        elif len(text) > MARKER or not _alone(block, text):
            yield block
        else:
            marker = block
    if marker:
        yield marker


def _alone(block: Block, text: str) -> bool:
    return bool(_ALONE.fullmatch(text) or (block.cell and _NUMBER.fullmatch(text)))
