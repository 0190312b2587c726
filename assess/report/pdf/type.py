"""Text made ready for the press: a sign for what cannot be shown, a joint in what cannot break."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from assess.report.document import Note
from assess.report.pdf.glyphs import followers, is_unseen, set_together, shown
from assess.text import Words

SIGN = "\N{WHITE SQUARE}"
"""Stands where a character cannot be shown."""

_JOINT = "\N{ZERO WIDTH SPACE}"
_RUN = re.compile(r"[^\s\u200b-]{28,}")  # longer than any word, and than a narrow column
_PARTS = re.compile(r"[^/?&=._]+[/?&=._]*|[/?&=._]+")
_PIECE = 20
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # but those at which no line may end
_TOLD = 30  # characters that are named one by one


class Type:
    """Prepares text and keeps count of the characters that the fonts lack."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()

    def line(self, text: str) -> str:
        """Text as one line."""
        return self._set(_SPACES.sub(" ", text).strip(" "))

    def lines(self, text: str) -> list[str]:
        """Text in the lines it was typed in, each with the spaces it begins with."""
        typed = text.strip("\n").expandtabs(4).split("\n") if text.strip() else []
        return [self._set(_indented(line.rstrip())) for line in typed]

    def _set(self, line: str) -> str:
        if not line.isascii() or not line.isprintable():
            line = "".join(map(self._shown, line))
            line = _clusters().sub(self._together, line)
        return _RUN.sub(_jointed, line)

    def _shown(self, char: str) -> str:
        if char in shown():
            return char
        self.missing[char] += 1
        return SIGN

    def _together(self, found: re.Match[str]) -> str:
        """A letter with its marks; without those that no font has together with it."""
        cluster = found[0]
        if set_together(cluster):
            return cluster
        kept, signs = cluster[0], ""
        for mark in cluster[1:]:
            if set_together(kept + mark):
                kept += mark
            elif not is_unseen(mark):
                self.missing[mark] += 1
                signs += SIGN
        return kept + signs

    def note(self, words: Words) -> Note | None:
        """What the reader is told of them; None where everything is shown."""
        if not self.missing:
            return None
        _, count = words.gettext, self.missing.total()
        title = words.ngettext(
            "{count} character cannot be shown in this PDF; {sign} stands in its place",
            "{count} characters cannot be shown in this PDF; {sign} stands in their place",
            count,
        ).format(count=words.number(count), sign=SIGN)
        shown_elsewhere = _(
            "The web page, the Word file and the assessment inside this file have them."
        )
        return Note("caution", title, (", ".join(self._named(words)), shown_elsewhere))

    def _named(self, words: Words) -> Iterator[str]:
        for char, _count in self.missing.most_common(_TOLD):
            yield f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".strip()
        more = len(self.missing) - _TOLD
        if more > 0:
            told = words.ngettext("{more} other character", "{more} other characters", more)
            yield told.format(more=words.number(more))


@cache
def _clusters() -> re.Pattern[str]:
    """A character and those that are set together with it."""
    return re.compile(f".[{re.escape(''.join(sorted(followers())))}]+")


def _indented(line: str) -> str:
    bare = line.lstrip(" ")
    return "\N{NO-BREAK SPACE}" * (len(line) - len(bare)) + bare


def _jointed(run: re.Match[str]) -> str:
    """A run without a place to break gets places, so that it never leaves the page.

    Those of an address are behind its strokes and points.
    """
    text = run[0]
    if any(unicodedata.east_asian_width(char) == "W" for char in text):
        return text  # Han breaks anywhere
    parts = _PARTS.findall(text)
    return _JOINT.join(piece for part in parts for piece in _pieces().findall(part))


@cache
def _pieces() -> re.Pattern[str]:
    """A few characters, each with its marks."""
    marks = re.escape("".join(sorted(followers())))
    return re.compile(f"(?:.[{marks}]*){{1,{_PIECE}}}")
