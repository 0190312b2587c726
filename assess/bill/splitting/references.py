"""Which other provisions of the same law a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assess.bill.splitting.numbers import CHINESE, WESTERN, cited

MOST_READ = 200_000
"""Characters of one provision that are searched for references."""

_STEMS = (
    "article artícul articul artigo artikel artikl artikk articol section clause regulation rule "
    "стать стате статт άρθρ αρθρ άρθρ madde pasal điều المادة المواد مادة ماده มาตรา धारा artyku "
    "člen článk člank член"
)
_STEM = tuple(_STEMS.split())
_SHORT = {"art", "arts", "artt", "s", "ss", "sec", "secs", "sect", "čl", "чл", "ст", "cl"}

_DIGITS = re.compile(r"\D*+(\d*)")
"""Runs through a text twice as fast as a search for digits; matches nothing at its end."""
_LISTED = rf"{WESTERN}(?:\s?\(\w{{1,3}}\)){{0,3}}"
_JOINED = r"(?:\s?,\s?|\s(?:and|or|to|et|ou|à|und|oder|bis|y|e|a|al|и|ve|và|dan|και|و)\s|\s?–\s?)"
_LIST = re.compile(rf"{_LISTED}(?:{_JOINED}{_LISTED}){{0,20}}")
_ITEM = re.compile(rf"(?<![\w(.-])(?P<number>{WESTERN})")
_UNTIL = re.compile(r"(?:\s?\(\w{1,3}\))*(?:\s(?:to|à|bis|a|al)\s|\s?–\s?)")
_DETAIL = re.compile(
    r"(?:[\s,]*(?:\(\w{1,5}\)|(?:first |second |third )?(?:sub)?paragraphs?|points?|"
    r"Abs(?:atz|ätze|\.)|Satz|Nr\.|Nummer|alinéa|apartados?|§)(?:\s\(?[\w.]{1,4}\)?(?=[\s,);.]|$))?){0,6}"
)
_OF_ANOTHER = re.compile(
    r"\)?\s*(?:of|du|de|des|der|del|della|dello|do|da|von|van|от|من|ของ)\s(?:the\s)?(?!(?:this|these|"
    r"present|l[ao] pr[eé]sente?|dieser|dieses|esta|este|el presente|presente|questa|"
    r"настоящ\w+|هذا|هذه)\b)"
    r"|\)?\s+(?:[A-ZÄÖÜ][A-Za-zäöü]{0,8}[A-Z]{1,4}|TFEU|GDPR)\b"
)
_EAST = re.compile(rf"[第제]\s?(?P<number>\d{{1,4}}|[{CHINESE}]{{1,9}})\s?[条條조]")
_LAW_BEFORE = re.compile(r"[》」]|(?<![本该該이])[法법]")


def references(text: str, places: Mapping[str, int]) -> list[int]:
    """The places of the provisions that a text names, in the law's order.

    `places` leads from each id of the law to its place, from 0, in order.
    """
    read = text[:MOST_READ]
    named, spans = _western(read, places)
    named |= _eastern(read)
    found = {places[each] for each in named & places.keys()}
    found.update(_inside(spans))
    return sorted(found)


Span = tuple[int, int]
"""Two places, of which the text names what lies between."""


def _inside(spans: set[Span]) -> Iterator[int]:
    """The places between the ends of any span, once, however many lie over one another."""
    done = 0
    for low, high in sorted(spans):
        yield from range(max(low + 1, done), high)
        done = max(done, high)


def _western(text: str, places: Mapping[str, int]) -> tuple[set[str], set[Span]]:
    found: set[str] = set()
    spans: set[Span] = set()
    free = 0
    for digits in _DIGITS.finditer(text):
        start = digits.start(1)
        if start < free or not _announced(text[max(0, start - 16) : start]):
            continue
        named = _LIST.match(text, start)
        if not named:
            continue
        free = named.end()
        detail = _DETAIL.match(text, free)
        if not _OF_ANOTHER.match(text, detail.end() if detail else free):
            names, more = _listed(named[0], places)
            found.update(names)
            spans.update(more)
    return found, spans


def _announced(before: str) -> bool:
    """Whether what stands before a number is a word for provisions."""
    return _announces(before.rstrip(" (").rpartition(" ")[2])


@lru_cache(4096)
def _announces(word: str) -> bool:
    """The same of that word; a law has few of them, and many numbers."""
    plain = word.lstrip("([«“\"'‘’").rstrip(".").casefold()
    return plain.startswith("§") or plain in _SHORT or plain.startswith(_STEM)


def _listed(text: str, places: Mapping[str, int]) -> tuple[list[str], list[Span]]:
    """The numbers of a list, and its spans: "5 to 8" names what stands between them too."""
    items = list(_ITEM.finditer(text))
    names = [cited(item["number"]) for item in items]
    spans = []
    for i in range(len(items) - 1):
        low, high = places.get(names[i], -1), places.get(names[i + 1], -1)
        joined = text[items[i].end() : items[i + 1].start()]
        if 0 <= low < high and _UNTIL.fullmatch(joined):
            spans.append((low, high))
    return names, spans


def _eastern(text: str) -> set[str]:
    if "第" not in text and "제" not in text:
        return set()
    return {
        cited(match["number"])
        for match in _EAST.finditer(text)
        if not _LAW_BEFORE.search(text[max(0, match.start() - 2) : match.start()])
    }
