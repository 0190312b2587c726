"""Texts made short enough for one page, and said to be."""

from __future__ import annotations

import re
import unicodedata

from assess.text import Words

_SENTENCE = re.compile(r"[.!?…。！？؟।](?:[”’\"'»)\]]*)(?=\s|$)|[。！？]")


def shortened(words: Words, text: str, room: int) -> str:
    """The text on one line, cut after a whole sentence or else a word where it is longer.

    `room` is in small Latin letters; large ones take more, a Chinese character as much as two.
    """
    whole = " ".join(text.split())
    place = _fits(whole, room)
    if place == len(whole):
        return whole
    begun = whole[:place]
    ends = [found.end() for found in _SENTENCE.finditer(begun)]
    if ends and ends[-1] >= place // 2:
        begun = begun[: ends[-1]]
    else:
        begun = begun.rpartition(" ")[0] if " " in begun[place // 2 :] else begun
    return words.gettext("{text} … (shortened)").format(text=begun.rstrip())


def _fits(text: str, room: float) -> int:
    """How many characters find room."""
    for place, char in enumerate(text):
        room -= _width(char)
        if room < 0:
            return place
    return len(text)


def _width(char: str) -> float:
    if char in "MW@%" or unicodedata.east_asian_width(char) in "WF":
        return 2
    return 1.5 if char.isupper() or char in "mw" else 1
