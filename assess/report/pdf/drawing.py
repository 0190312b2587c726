"""A picture made ready for the press: each letter in a font that comes along."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import Final

from assess.report.pdf.glyphs import characters
from assess.report.pdf.type import SIGN

_FAMILY = re.compile(r'font-family="[^"]*"')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=</text>)")
# Whoever draws SVG looks for other fonts by itself, but loses its way where letters join.
_LATIN: Final = ("Noto Sans", "NotoSans-Condensed.ttf")
_OTHERS: Final = (
    ("Noto Naskh Arabic", "NotoNaskhArabic-Regular.ttf"),
    ("Noto Serif CJK SC", "NotoSerifCJKsc-Regular.otf"),
    ("Noto Sans Symbols2", "NotoSansSymbols2-Regular.ttf"),
    ("Noto Sans Symbols", "NotoSansSymbols-Regular.ttf"),
    ("Noto Sans Math", "NotoSansMath-Regular.ttf"),
)


def dressed(svg: str) -> str:
    """The picture in narrow letters, signs and other scripts in fonts of their own."""
    named = _FAMILY.sub(f'font-family="{_LATIN[0]}" font-stretch="condensed"', svg, count=1)
    return _TEXT.sub(_runs, named)


def _runs(text: re.Match[str]) -> str:
    return "".join(_run(family, "".join(run)) for family, run in groupby(text[0], _family))


def _run(family: str | None, run: str) -> str:
    if family == _LATIN[0]:
        return run
    if family is None:
        family, run = _family(SIGN), SIGN * len(run)
    return f'<tspan font-family="{family}" font-weight="400">{run}</tspan>'


@cache
def _family(char: str) -> str | None:
    """The font that has a character; None where none has."""
    fonts = (_LATIN, *_OTHERS)
    return next((family for family, file in fonts if char in characters(file)), None)
