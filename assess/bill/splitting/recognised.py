"""A law read from pictures in Arabic script: its numbers are wrong, the word before them is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assess.bill.extract import Line
from assess.bill.splitting.clauses import LABEL, Cut

FEWEST = 3
"""Provisions before they are counted; fewer may stand there by chance."""
_ALONE = re.compile(
    r"(?:\W|\w\s){0,3}(?P<label>(?:ال)?ماد[ةه]\s?[^\w\s]{0,2}\s?\S{0,5}\s?[^\w\s]{0,2})"
)
"""The word for an article in a line of its own, with whatever its number was read as."""


def counted(lines: Sequence[Line]) -> list[Cut]:
    """A cut at each line that is a word for an article and a number; the numbers are counted.

    Recognition takes one digit for another in this script, so that they are not believed.
    """
    found = [(at, each["label"]) for at, line in enumerate(lines) if (each := _alone(line.text))]
    if len(found) < FEWEST:
        return []
    cuts = [
        Cut(at, "provision", str(number), label.strip()[:LABEL], at, len(lines[at].text))
        for number, (at, label) in enumerate(found, start=1)
    ]
    return cuts if found[0][0] == 0 else [Cut(0, "preamble", "preamble", "", 0), *cuts]


def _alone(text: str) -> re.Match[str] | None:
    return _ALONE.fullmatch(text) if len(text) <= 24 else None
