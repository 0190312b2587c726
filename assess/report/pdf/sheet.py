"""A report as plain data for the template: every text cut into lines, each character looked at."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any

from assess.report.direction import right_to_left
from assess.report.document import (
    Beside,
    Block,
    Cell,
    Fact,
    Facts,
    Item,
    Items,
    Mark,
    Marks,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    UserText,
    Verdict,
)
from assess.report.pdf.drawing import dressed
from assess.report.pdf.type import Type

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}))?(?:-.*)?")
_LONG = 1_500  # characters of a row or a box that may not find room on one page
_SHORT = 9  # rows of a table, or entries of a list, that are not parted,
_BRIEF = 900  # and their characters
_RUNNING = 90

Data = dict[str, Any]


def sheet(report: Report, type: Type) -> Data:
    """All that is printed. `type` notes what cannot be shown."""
    return _Sheet(report, type).data()


def language_of(tag: str) -> list[str | None]:
    """A BCP 47 tag as language, region and script; English where it is none."""
    found = _TAG.fullmatch(tag)
    if not found:
        return ["en", None, "auto"]
    script, region = found[2], found[3]
    return [found[1].lower(), region and region.upper(), script.lower() if script else "auto"]


class _Sheet:
    """Turns blocks into data, knowing the direction of the report."""

    def __init__(self, report: Report, type: Type) -> None:
        self.report, self.type = report, type
        self.rtl = report.words.direction == "rtl"
        self.second = _Sheet(report.second, type) if report.second else None

    def data(self) -> Data:
        report, _ = self.report, self.report.words.gettext
        before, _number, after = _("Page {number}").partition("{number}")
        day = report.made_on
        made = {
            "language": language_of(report.words.language),
            "text-language": language_of(report.text_language),
            "rtl": self.rtl,
            "title": self.type.line(report.title),
            "kind": self.type.line(report.kind),
            "maker": report.maker,
            "day": [day.year, day.month, day.day],
            "running": self.lines(_clipped(report.title)),
            "page": [before, after],
            "heading": self.words(report.title, user=True),
            **self.facts(report.facts),
            "contents": self.lines(_("Contents")) if report.has_contents else [],
            "attached": _("The assessment in full, to be opened in the toolkit"),
            "second": self.second.head() if self.second else None,
            "sections": [self.section(each) for each in report.sections],
        }
        return {**made, "unshown": self.unshown()}

    def head(self) -> Data:
        """What stands above the sections in a second language."""
        report = self.report
        return {
            **self.tongue(),
            "kind": self.lines(report.kind),
            "heading": self.words(report.title, user=True),
            "contents": self.lines(report.words.gettext("Contents")),
            **self.facts(report.facts),
        }

    def tongue(self) -> Data:
        """The language of this report's own words, and how it runs."""
        return {"language": language_of(self.report.words.language), "rtl": self.rtl}

    def unshown(self) -> Data | None:
        """What the reader is told of characters that these fonts lack; made last."""
        note = self.type.note(self.report.words)
        return self.note(note) if note else None

    def section(self, section: Section) -> Data:
        second = self.second or self
        return {
            "title": self.lines(section.title),
            "second": {**second.tongue(), "lines": second.lines(section.second)},
            "blocks": [
                {**self.block(each), "leads": _leads(each, after)}
                for each, after in zip_longest(section.blocks, section.blocks[1:])
                if each
            ],
            "sections": [self.section(each) for each in section.sections],
        }

    def lines(self, text: str) -> list[str]:
        """Text of ours: one line, however it is broken in the code."""
        return [self.type.line(text)] if text.strip() else []

    def words(self, text: str, *, user: bool, language: str = "") -> Data:
        """Words with their direction; those of the assessor keep lines, and their language."""
        towards = right_to_left(text)
        return {
            "user": user,
            "language": language_of(language or self.report.text_language),
            "rtl": self.rtl if towards is None else towards,
            "lines": self.type.lines(text) if user else self.lines(text),
        }

    def block(self, block: Block) -> Data:
        if isinstance(block, Facts):
            return {"is": "facts", **self.facts(block.facts)}
        if isinstance(block, Table):
            return {"is": "table", **self.table(block)}
        if isinstance(block, Items):
            return {"is": "items", **self.items(block.items)}
        if isinstance(block, Picture):
            return {"is": "picture", **self.picture(block)}
        if isinstance(block, Beside):
            return self.beside(block)
        return self.prose(block)

    def beside(self, block: Beside) -> Data:
        second = self.second or self
        return {
            "is": "beside",
            "wide": block.is_wide,
            "first": self.block(block.first),
            "second": {**second.tongue(), "block": second.block(block.second)},
        }

    def prose(self, block: Paragraph | UserText | Marks | Verdict | Note) -> Data:
        if isinstance(block, Paragraph):
            lines = self.lines(block.text)
            return {"is": "paragraph", "number": block.number, "role": block.role, "lines": lines}
        if isinstance(block, UserText):
            return {
                "is": "user-text",
                "number": block.number,
                "label": self.lines(block.label),
                "rtl": self.rtl,
                "words": self.words(block.text, user=True, language=block.language),
            }
        if isinstance(block, Marks):
            return {"is": "marks", "marks": [self.mark(each) for each in block.marks]}
        return self.verdict(block) if isinstance(block, Verdict) else self.note(block)

    def mark(self, mark: Mark) -> Data:
        return {"symbol": mark.symbol, "tone": mark.tone, "lines": self.lines(mark.text)}

    def verdict(self, verdict: Verdict) -> Data:
        return {
            "is": "verdict",
            "rtl": self.rtl,
            "tone": verdict.tone,
            "heading": self.lines(verdict.heading),
            "lines": self.lines(verdict.text),
            "more": [self.lines(text) for text in verdict.more],
        }

    def note(self, note: Note) -> Data:
        return {
            "is": "note",
            "kind": note.kind,
            "long": sum(map(len, note.texts)) > _LONG,
            "title": self.lines(note.title),
            "texts": [self.lines(text) for text in note.texts],
        }

    def items(self, items: tuple[Item, ...]) -> Data:
        letters = sum(map(_length, items))
        return {
            "long": len(items) > _SHORT or letters > _BRIEF,
            "items": [self.item(each) for each in items],
        }

    def item(self, item: Item) -> Data:
        return {
            "whole": _length(item) <= _LONG,
            "lines": self.lines(item.text),
            "link": item.url.startswith(("https://", "http://")),
            "url": item.url,
            "address": self.lines(item.url),
            "detail": self.words(item.detail, user=True),
        }

    def facts(self, facts: tuple[Fact, ...]) -> Data:
        return {
            "long": sum(len(each.text) for each in facts) > _LONG,
            "rtl": self.rtl,
            "facts": [
                {
                    "term": self.lines(each.term),
                    **self.words(each.text, user=each.user, language=each.language),
                }
                for each in facts
            ],
        }

    def table(self, table: Table) -> Data:
        return {
            "rtl": self.rtl,
            "caption": self.lines(table.caption),
            "head": [self.lines(text) for text in table.spelled_out],
            "widths": list(table.widths),
            "long": len(table.rows) > _SHORT or _letters(table.rows) > _BRIEF,
            "rows": [self.row(row) for row in table.rows],
        }

    def row(self, row: tuple[Cell, ...]) -> Data:
        return {
            "whole": _letters((row,)) <= _LONG,
            "cells": [
                {
                    "symbol": each.symbol,
                    "tone": each.tone,
                    **self.words(each.text, user=each.user, language=each.language),
                }
                for each in row
            ],
        }

    def picture(self, picture: Picture) -> Data:
        return {
            "svg": dressed(picture.svg),
            "alt": self.type.line(picture.description),
            "lines": self.lines(picture.description),
        }


def _leads(block: Block, after: Block | None) -> bool:
    """Whether it leads into what follows, so that both stand on one page."""
    if isinstance(block, Beside) and isinstance(after, Beside):
        return _leads(block.first, after.first)
    if isinstance(block, Marks):
        return isinstance(after, Paragraph) and after.role == "small"
    if isinstance(after, UserText):
        return bool(isinstance(block, Paragraph) and block.number and not after.number)
    return isinstance(block, Paragraph) and isinstance(after, Items | Marks)


def _length(item: Item) -> int:
    return len(item.text) + len(item.url) + len(item.detail)


def _letters(rows: tuple[tuple[Cell, ...], ...]) -> int:
    return sum(len(cell.text) for row in rows for cell in row)


def _clipped(title: str) -> str:
    return title if len(title) <= _RUNNING else f"{title[:_RUNNING]}…"
