"""Which characters a PDF can show: those of the fonts that come with the toolkit."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent.parent / "fonts"

# Overrides are not among them: after one, text can look other than it is.
_UNSEEN: Final = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
)
_JOINERS: Final = frozenset("\u200c\u200d")
_WIDE = 12  # format of a font's list of characters that reaches every plane


@cache
def characters(file: str) -> frozenset[str]:
    """The characters that a font has."""
    return frozenset(filter(_may_be_shown, _characters((FONTS / file).read_bytes())))


@cache
def fonts() -> tuple[frozenset[str], ...]:
    """The characters that each font has."""
    return tuple(characters(path.name) for path in sorted(FONTS.glob("*.[ot]tf")))


@cache
def shown() -> frozenset[str]:
    """Every character that some font has, and the marks that are felt and not seen.

    Those join letters, part them, or turn their direction.
    """
    return frozenset().union(*fonts(), _UNSEEN)


@cache
def followers() -> frozenset[str]:
    """Characters that are set together with the one before them, so in the same font."""
    return _JOINERS.union(char for char in shown() if unicodedata.category(char)[0] == "M")


def set_together(cluster: str) -> bool:
    """Whether one font has all of a letter and its marks."""
    return any(font.issuperset(cluster) for font in fonts())


def is_unseen(char: str) -> bool:
    """Whether nothing is seen of a character anyhow."""
    return char in _UNSEEN or unicodedata.name(char, "").startswith("VARIATION SELECTOR")


def _may_be_shown(char: str) -> bool:
    """Not control characters, nor what means something only among a few."""
    return unicodedata.category(char)[0] != "C" or char in _UNSEEN


def _characters(font: bytes) -> Iterator[str]:
    """The list of a font that reaches every plane (OpenType: cmap, format 12)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        (kind,) = struct.unpack_from(">H", font, start + offset)
        if kind == _WIDE:
            yield from _listed(font, start + offset)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError(f"a font without {name.decode()}")


def _listed(font: bytes, start: int) -> Iterator[str]:
    (count,) = struct.unpack_from(">I", font, start + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">III", font, start + 16 + 12 * number)
        yield from map(chr, range(first, last + 1))
