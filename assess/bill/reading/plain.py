"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assess.bill.reading.joining import paragraphs
from assess.bill.reading.lines import Block, with_their_markers

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$|[\s|:-]+$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|(?<!\w)_)(?=\S)([^*_]{1,500}?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_text(text: str) -> tuple[tuple[Block, ...], int | None]:
    """The paragraphs of a plain text, and its pages where form feeds part them."""
    pages = text.removesuffix("\f").split("\f")
    numbered = len(pages) > 1
    return tuple(with_their_markers(paragraphs(pages, numbered=numbered))), len(
        pages
    ) if numbered else None


def read_markdown(text: str) -> tuple[Block, ...]:
    """The headings and paragraphs of a Markdown text, without its marks."""
    text = _FRONT.sub("", text.replace("\r\n", "\n").lstrip("\ufeff"), count=1)
    return tuple(with_their_markers(_parts(_without_comments(text))))


def _without_comments(text: str) -> str:
    """The text without what stands between <!-- and -->; one never closed is text."""
    first, *rest = text.split("<!--")
    kept = [first]
    for number, part in enumerate(rest):
        _comment, closed, after = part.partition("-->")
        if not closed:
            return "".join(kept) + "<!--" + "<!--".join(rest[number:])
        kept.append(after)
    return "".join(kept)


def _parts(text: str) -> Iterator[Block]:
    passage: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading or _RULE.match(line) or line.lstrip().startswith("|"):
            yield from _passage(passage)
            passage = []
        if heading:
            yield Block(_bare(heading[2].rstrip("# \t")), level=len(heading[1]))
        elif line.lstrip().startswith("|"):
            if not _RULE.match(line):
                yield from (Block(_bare(cell), cell=True) for cell in line.strip("| \t").split("|"))
        elif not _RULE.match(line):
            passage.append(_bare(line.removeprefix(">")))
        else:
            passage.append("")
    yield from _passage(passage)


def _passage(lines: list[str]) -> Iterator[Block]:
    return paragraphs(["\n".join(lines)], numbered=False)


def _bare(line: str) -> str:
    line = _LINK.sub(r"\1", _TAG.sub("", line))
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", line))
