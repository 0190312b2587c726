"""Printed lines made into paragraphs: running heads dropped, words and lines joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assess.bill.reading.lines import Block

EDGE = 3  # lines at the top and at the foot of a page that may be a running head or foot
REPEATED = 0.3  # share of pages on which a running head stands
FEWEST = 3  # pages on which it stands at least
FULL = 0.6  # of the usual width: a line this long was broken by the margin, if no sentence ends
FULLER = 0.85  # the same, where a sentence ends with the line
WIDE = 70  # characters taken for the width where no line is long enough to tell
UNWRAPPED = 200  # characters wide: no page, but a text whose every line is a paragraph
TAIL = 20  # characters that show how a line ends
HYPHEN = "\ufffe"  # what pdfium puts in the place of a hyphen at the end of a line

_DIGITS = re.compile(r"[\d\s]+")
_WORDS = (
    "article|articles|artículo|articulo|artigo|artikel|articolo|articol|artykuł|článek|članak|cikk"
    "|статья|стаття|член|άρθρο|αρθρο|άρθρον|madde|pasal|điều|art|section|sec|sect|clause|rule"
    "|regulation|chapter|part|title|schedule|annex|appendix|kapitel|abschnitt|teil|anlage|anhang"
    "|chapitre|titre|livre|annexe|partie|capítulo|título|anexo|parte|sección|seção|capitolo|titolo"
    "|глава|раздел|приложение|κεφάλαιο|kapitola|rozdział|luku|المادة|مادة|ماده|الباب|الفصل|มาตรา"
)
_KEYWORD = re.compile(
    rf"[“\"«'’(]*(?:(?:{_WORDS})\b\.?\s*(?:[ivxlcdm]+\b|[\d(])"
    r"|§|第.{1,7}[条條章节節编編]|제\s?\d+\s?[조장절])",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[α-ωа-я])(?:[.)]\)?(?!\w)|\)|\s?§)|[–—•·▪-]\s"
    r"|\d{1,3}[a-z]?\s+(?=[^\W\d_a-zà-ÿ])"
)
_REFERENCE = re.compile(rf"(?i:{_WORDS})\b\.?\s*[\w().-]+\s*(?:[,;)]|[a-zà-ÿα-ωа-я(])")
_NUMBERED = re.compile(rf"(?:(?:{_WORDS})\b\.?|§)\s*\d[\w.-]{{0,8}}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\w?[.\s]")
_OPEN = re.compile(r"(?:§|\b(?:Art|Nr|No|Abs|Ziff|n|art))\.?$|[^\W_]$")
_AND = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|e|и|или|και|ή)$")
_END = re.compile(r"[.;:!?。；：！？؟؛—–][)\]”’»\"']*$")
_UNSPACED = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)  # Chinese, Japanese
_COMPOUND = re.compile(r"\b\w++-\w+")
_BETWEEN = re.compile(r"\W")
_UNSPACED_MARKER = re.compile(r"^(\(\w{1,4}\))(?=\w)")


def paragraphs(pages: Sequence[str], *, numbered: bool = True) -> Iterator[Block]:
    """The paragraphs of the pages in order; one that runs over a page stands on its first.

    Each page is text as printed, line by line, in reading order. A blank line or a marker ("(a)",
    "Article 5") begins a paragraph. `numbered`: whether blocks say which page they are from (1…).
    """
    printed = [page.replace(HYPHEN, f"{HYPHEN}\n").splitlines() for page in pages]
    heads = _running_heads(printed)
    lines = [
        (line, number)
        for number, page in enumerate(printed, 1)
        for line in _without_heads(page, heads)
    ]
    width = _usual_width(line for line, _ in lines)
    broken = any(HYPHEN in page for page in pages)
    compounds = frozenset(w for page in pages if broken for w in _COMPOUND.findall(page))
    parts, first = [""], 0
    for line, number in lines:
        if _goes_on(parts[-1], line, width):
            parts[-1:] = _fitted(parts[-1], line)
        else:
            yield Block(_mended("".join(parts), compounds), first if numbered else None)
            parts, first = [line], number
    yield Block(_mended("".join(parts), compounds), first if numbered else None)


def _running_heads(pages: Sequence[list[str]]) -> frozenset[str]:
    """Lines at the edges of pages that come back on many of them, their digits left out."""
    seen = Counter(
        form for page in pages for form in {_form(line) for line in _edges(_inked(page))}
    )
    least = max(FEWEST, REPEATED * len(pages))
    return frozenset(form for form, times in seen.items() if times >= least)


def _without_heads(page: list[str], heads: frozenset[str]) -> list[str]:
    inked = _inked(page)
    edges = set(map(id, _edges(inked))) if heads else set()
    return [
        line
        for line in page
        if id(line) not in edges or _NUMBERED.match(line.strip()) or not _is_head(line, heads)
    ]


def _is_head(line: str, heads: frozenset[str]) -> bool:
    """Whether a line at the edge of a page is a running head, or one with a little beside it."""
    form = _form(line)
    return form in heads or any(
        len(head) > TAIL and head in form and len(form) < 1.5 * len(head) for head in heads
    )


def _inked(page: list[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _edges(lines: list[str]) -> list[str]:
    return lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]


def _form(line: str) -> str:
    return _DIGITS.sub("", line)


def _usual_width(lines: Iterator[str]) -> int:
    """Characters of a line that fills its column: nine in ten are no longer."""
    inked = sorted(length for length in map(len, map(str.strip, lines)) if length > 20)
    return inked[len(inked) * 9 // 10] if inked else WIDE


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line was broken off from the one before only by the margin."""
    before, line = before.rstrip(), line.strip()
    if line and before.endswith(HYPHEN):
        return True
    if not before or not line or width > UNWRAPPED or _NUMBERED.fullmatch(before):
        return False
    if before.endswith(("-", "\xad")) and line[0].islower():
        return True
    length = len(before)
    ended = bool(_END.search(before[-TAIL:]))
    if _LISTED.match(line):
        return bool(_NUMBER.match(line)) and length >= FULL * width and _is_open(before)
    if _KEYWORD.match(line):
        return not ended and length >= FULL * width and bool(_REFERENCE.match(line))
    if ended:
        return length >= FULLER * width or (line[0].islower() and length >= FULL * width)
    return line[0].islower() or length >= FULL * width


def _is_open(line: str) -> bool:
    """Whether a line ends in the midst of a sentence, so that the number after it is no marker."""
    tail = line[-TAIL:]
    return bool(_OPEN.search(tail)) and not _AND.search(tail)


def _fitted(before: str, line: str) -> tuple[str, str]:
    """Two lines of one paragraph, made so that they can be written one behind the other."""
    before, line = before.rstrip(), line.lstrip()
    if before.endswith(HYPHEN):
        return before, line
    if before.endswith(("-", "\xad")) and line[:1].islower():
        return before[:-1] + HYPHEN, line
    unspaced = _UNSPACED.match(before[-1]) and _UNSPACED.match(line[:1])
    return (before if unspaced else before + " "), line


def _mended(text: str, compounds: frozenset[str]) -> str:
    """The text without the hyphens of line ends; "well-known" keeps its own if used elsewhere."""
    text = _UNSPACED_MARKER.sub(r"\1 ", text)
    if HYPHEN not in text:
        return text
    mended: list[str] = []
    for part in text.split(HYPHEN):
        if mended and f"{_end_word(mended[-1])}-{_start_word(part)}" in compounds:
            mended.append("-")
        mended.append(part)
    return "".join(mended)


def _end_word(text: str) -> str:
    return _BETWEEN.split(text[-50:])[-1]


def _start_word(text: str) -> str:
    return _BETWEEN.split(text[:50], maxsplit=1)[0]
