"""Printed lines made into paragraphs: running heads dropped, words and lines joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from assess.bill.reading.lines import Block

EDGE = 3  # lines at the top and at the foot of a page that may be a running head or foot
REPEATED = 0.3  # share of pages on which a running head stands
FEWEST = 3  # pages on which it stands at least
FULL = 0.6  # of the usual width: a line this long was broken by the margin, if no sentence ends
FULLER = 0.85  # the same, where a sentence ends with the line
WIDE = 70  # characters taken for the width where no line is long enough to tell
UNWRAPPED = 200  # characters wide: no page, but a text whose every line is a paragraph
TAIL = 20  # characters that show how a line ends
HEAD = 80  # characters that show how it begins
NUMBERED = 40  # characters that a word for provisions with its number may have
EAST = "\u3000"  # where letters begin that are written without spaces
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
    r"|§|第.{1,7}[条條章节節编編]|제\s?\d+\s?[조장절])"
)
"""Matched against small letters: that is far faster than letters of either size."""
_LISTED = re.compile(
    r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[α-ωа-я])(?:[.)]\)?(?!\w)|\)|\s?§)|[–—•·▪-]\s"
    r"|\d{1,3}[a-z]?\s+(?=[^\W\d_a-zà-ÿ])"
)
_REFERENCE = re.compile(rf"(?i:{_WORDS})\b\.?\s*[\w().-]+\s*(?:[,;)]|[a-zà-ÿα-ωа-я(])")
_NUMBERED = re.compile(rf"(?:(?:{_WORDS})\b\.?|§)\s*\d[\w.-]{{0,8}}")
_NUMBER = re.compile(r"\d{1,3}\w?[.\s]")
_OPEN = re.compile(r"(?:§|\b(?:Art|Nr|No|Abs|Ziff|n|art))\.?$|[^\W_]$")
_AND = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|e|и|или|και|ή)$")
_ENDS, _CLOSES = ".;:!?。；：！？؟؛—–", ")]”’»\"'"
_END = re.compile(f"[{_ENDS}][{re.escape(_CLOSES)}]*$")
_UNSPACED = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)  # Chinese, Japanese
_BETWEEN = re.compile(r"\W")
_UNSPACED_MARKER = re.compile(r"(\(\w{1,4}\))(?=\w)")


def paragraphs(pages: Sequence[str], *, numbered: bool = True) -> Iterator[Block]:
    """The paragraphs of the pages in order; one that runs over a page stands on its first.

    Each page is text as printed, line by line, in reading order. A blank line or a marker ("(a)",
    "Article 5") begins a paragraph. `numbered`: whether blocks say which page they are from (1…).
    """
    printed = _without_heads([_printed(page) for page in pages])
    width = _usual_width(printed)
    compounds = _compounds(pages)
    parts, before, first = [""], "", 0
    for number, page in enumerate(printed, 1):
        for line in page:
            if line and before.endswith(HYPHEN):
                parts.append(line)
            elif _goes_on(before, line, width):
                parts[-1] = _fitted(before, line)
                parts.append(line)
            else:
                yield Block(_mended("".join(parts), compounds), first if numbered else None)
                parts, first = [line], number
            before = line
    yield Block(_mended("".join(parts), compounds), first if numbered else None)


def _printed(page: str) -> list[str]:
    """The lines of a page, each without the white space around it."""
    return [line.strip() for line in page.replace(HYPHEN, f"{HYPHEN}\n").splitlines()]


def _without_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without the lines at their edges that come back on many of them."""
    edges = [[(at, _form(page[at])) for at in _edges(page)] for page in pages]
    seen = Counter(form for page in edges for form in {form for _, form in page})
    least = max(FEWEST, REPEATED * len(pages))
    heads = [form for form, times in seen.items() if times >= least]
    gone = {*heads, *_with_little_beside(heads, seen)}
    kept = [page.copy() for page in pages]
    for page, forms in zip(kept, edges, strict=True):
        for at, form in reversed(forms):
            if form in gone and not _is_numbered(page[at]):
                del page[at]
    return kept


def _with_little_beside(heads: Iterable[str], forms: Iterable[str]) -> Iterator[str]:
    """The forms that are a running head and a few letters more."""
    long = [head for head in heads if len(head) > TAIL]
    for form in forms:
        if any(head in form and len(form) < 1.5 * len(head) for head in long):
            yield form


def _is_numbered(line: str) -> bool:
    """Whether a line begins with a word for provisions and its number."""
    return bool(_NUMBERED.match(line.lower()))


def _edges(page: list[str]) -> list[int]:
    """Which lines with ink stand at the top and at the foot of a page."""
    inked = [at for at, line in enumerate(page) if line]
    return inked if len(inked) <= 2 * EDGE else inked[:EDGE] + inked[-EDGE:]


def _form(line: str) -> str:
    return _DIGITS.sub("", line)


def _usual_width(pages: Iterable[list[str]]) -> int:
    """Characters of a line that fills its column: nine in ten are no longer."""
    lengths: Counter[int] = Counter()
    for page in pages:
        lengths.update(map(len, page))
    inked = sorted(length for length in lengths if length > 20)
    ninth = sum(lengths[length] for length in inked) * 9 // 10
    for length in inked:
        ninth -= lengths[length]
        if ninth < 0:
            return length
    return WIDE


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line was broken off from the one before only by the margin."""
    if not before or not line:
        return False
    end, length = before[-1], len(before)
    small, full = line[0].islower(), length >= FULL * width
    if not (small or full):
        return False
    if width > UNWRAPPED or (length < NUMBERED and _NUMBERED.fullmatch(before.lower())):
        return False
    if small and end in "-\xad":
        return True
    if _LISTED.match(line):
        return full and bool(_NUMBER.match(line)) and _is_open(before)
    ended = end in _ENDS or (end in _CLOSES and bool(_END.search(before[-TAIL:])))
    if _KEYWORD.match(line[:HEAD].lower()):
        return full and not ended and bool(_REFERENCE.match(line))
    if ended:
        return (small and full) or length >= FULLER * width
    return True


def _is_open(line: str) -> bool:
    """Whether a line ends in the midst of a sentence, so that the number after it is no marker."""
    tail = line[-TAIL:]
    return bool(_OPEN.search(tail)) and not _AND.search(tail)


def _fitted(before: str, line: str) -> str:
    """A line made so that the next of its paragraph can be written right behind it."""
    end = before[-1]
    if end in "-\xad" and line[0].islower():
        return before[:-1] + HYPHEN
    if end >= EAST and _UNSPACED.match(end) and _UNSPACED.match(line):
        return before
    return f"{before} "


def _mended(text: str, compounds: Mapping[str, Collection[str]]) -> str:
    """The text without the hyphens of line ends; "well-known" keeps its own if used elsewhere."""
    if text.startswith("("):
        text = _UNSPACED_MARKER.sub(r"\1 ", text, count=1)
    if HYPHEN not in text:
        return text
    if not compounds:
        return text.replace(HYPHEN, "")
    first, *others = text.split(HYPHEN)
    mended = [first]
    for part in others:
        ends = _last_word(mended[-1])
        if ends in compounds and _first_word(part) in compounds[ends]:
            mended.append("-")
        mended.append(part)
    return "".join(mended)


def _compounds(pages: Sequence[str]) -> dict[str, set[str]]:
    """The words with a hyphen in them, by their first half; none where no line ends in one."""
    found: dict[str, set[str]] = {}
    if any(HYPHEN in page for page in pages):
        for before, after in (pair for page in pages for pair in pairwise(page.split("-"))):
            ends, begins = _last_word(before), _first_word(after)
            if ends and begins:
                found.setdefault(ends, set()).add(begins)
    return found


def _last_word(text: str) -> str:
    """The word a text ends with, of 50 letters at most."""
    word = text[-50:].rpartition(" ")[2]
    return word if word.isalnum() else _BETWEEN.split(word)[-1]


def _first_word(text: str) -> str:
    """The word a text begins with, of 50 letters at most."""
    word = text[:50].partition(" ")[0]
    return word if word.isalnum() else _BETWEEN.split(word, maxsplit=1)[0]
