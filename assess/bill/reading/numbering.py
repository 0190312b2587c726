"""Numbers that Word counts by itself: they stand in no text, and the law is cited by them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class _Level(NamedTuple):
    """How one level of a list counts: from where, in which digits, written how ("Article %1.")."""

    start: int
    digits: str
    written: str


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, numbers: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists = _lists(numbers)
        self._by_style = _by_style(styles)
        self._counts: dict[str, list[int]] = defaultdict(list)

    def of(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph, as Word writes it before it; "" where it has none."""
        name, depth = self._place(paragraph)
        found = self._lists.get(name)
        if not found or depth not in found[1]:
            return ""
        shared, levels = found
        counts = self._counts[shared]
        del counts[depth + 1 :]
        while len(counts) <= depth:
            start = levels[len(counts)].start if len(counts) in levels else 1
            counts.append(start - (len(counts) == depth))
        counts[depth] += 1
        if levels[depth].digits == "bullet":
            return "•"
        return _PLACE.sub(
            lambda place: _said(counts, levels, int(place[1]) - 1), levels[depth].written
        )

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and level (from 0) of a paragraph, by itself or by its style."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        by_style = self._by_style.get(_value(style), ("", 0))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is None:
            return by_style
        name, depth = _value(own.find(f"{W}numId")), _value(own.find(f"{W}ilvl"))
        return name or by_style[0], _count(depth, by_style[1])


def _lists(numbers: etree._Element | None) -> dict[str, tuple[str, dict[int, _Level]]]:
    """By the id of a list: the id of what it counts by (shared between lists), and its levels."""
    if numbers is None:
        return {}
    shared = {
        each.get(f"{W}abstractNumId", ""): {
            _count(level.get(f"{W}ilvl"), 0): _level(level) for level in each.iter(f"{W}lvl")
        }
        for each in numbers.iter(f"{W}abstractNum")
    }
    lists = {}
    for each in numbers.iter(f"{W}num"):
        name = each.get(f"{W}numId", "")
        abstract = _value(each.find(f"{W}abstractNumId"))
        restarts = each.find(f"{W}lvlOverride/{W}startOverride") is not None
        lists[name] = (f"{abstract}/{name}" if restarts else abstract, shared.get(abstract, {}))
    return lists


def _level(level: etree._Element) -> _Level:
    return _Level(
        _count(_value(level.find(f"{W}start")), 1),
        _value(level.find(f"{W}numFmt")),
        _value(level.find(f"{W}lvlText")),
    )


def _by_style(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    if styles is None:
        return {}
    places = {}
    for style in styles.iter(f"{W}style"):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            name, depth = _value(own.find(f"{W}numId")), _value(own.find(f"{W}ilvl"))
            places[style.get(f"{W}styleId", "")] = (name, _count(depth, 0))
    return places


def _value(element: etree._Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _count(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise


def _said(counts: list[int], levels: dict[int, _Level], depth: int) -> str:
    if depth >= len(counts):
        return ""
    number, digits = counts[depth], levels[depth].digits if depth in levels else ""
    if digits in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if digits == "upperLetter" else letter
    if digits in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if digits == "upperRoman" else _roman(number)
    return "" if digits == "none" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
