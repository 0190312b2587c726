"""Pages of published cases and assessments: plain HTML that needs no script and asks nobody."""

from __future__ import annotations

import datetime
from typing import Final
from xml.etree.ElementTree import Element

from assess import wording
from assess.publication.markup import Cell, Pen, el
from assess.publication.page import background
from assess.publication.page.edition import Edition, Kept, Living, banner, use
from assess.publication.page.findings import findings
from assess.publication.page.head import of_subject
from assess.publication.page.judgements import judgements
from assess.publication.page.law import law, provisions
from assess.publication.page.paper import paper
from assess.publication.page.place import BESIDE, Place
from assess.publication.page.sheet import Sheet
from assess.publication.page.version import Version
from assess.publication.subject import Subject

__all__ = ["MOST", "Living", "Place", "Version", "kept", "living"]

MOST: Final = 75_000
"""Bytes of a page (a quarter when packed), unless even the shortest form of a subject is longer."""

_LENGTHS: Final = (4_000, 1_200, 400)
"""Characters of one text that are shown: the first that keeps a page within `MOST`."""


def kept(
    subject: Subject, address: str, made_on: datetime.date, follows: str | None = None
) -> bytes:
    """The page of a snapshot. It names no host, so that the same bytes serve everywhere."""
    return _fitted(subject, Kept(Version(address, made_on), follows), BESIDE)


def living(subject: Subject, edition: Living, place: Place) -> bytes:
    """The page of a case as it is now, for one place."""
    return _fitted(subject, edition, place)


def _fitted(subject: Subject, edition: Edition, place: Place) -> bytes:
    page = b""
    for length in _LENGTHS:
        pen = Pen(subject.words, subject.text_language, length)
        page = _written(Sheet(subject, pen, place), edition)
        if len(page) <= MOST:
            break
    return page


def _written(sheet: Sheet, edition: Edition) -> bytes:
    return paper(sheet.words, of_subject(sheet, edition), sheet.place, *_body(sheet, edition))


def _body(sheet: Sheet, edition: Edition) -> tuple[Element, ...]:
    case = sheet.subject.case
    parts = [
        law(sheet),
        findings(sheet),
        judgements(sheet),
        provisions(sheet),
        background.recommendations(sheet, case) if case else None,
        background.outcome(sheet, case) if case else None,
        background.sources(sheet, case) if case else None,
        background.method(sheet),
        use(sheet, edition),
    ]
    there = [each for each in parts if each is not None]
    top = el("div", _title(sheet, edition), _contents(sheet, there), class_="split")
    return top, *there


def _title(sheet: Sheet, edition: Edition) -> Element:
    subject, case = sheet.subject, sheet.subject.case
    return el(
        "header",
        el("p", *_kicker(sheet), class_="kicker"),
        el("h1", sheet.pen.inline(subject.title)),
        sheet.pen.block("p", case.subject, "lead") if case else None,
        banner(sheet, edition),
        class_="title",
    )


def _kicker(sheet: Sheet) -> Cell:
    _, case = sheet.words.gettext, sheet.subject.case
    if case is None:
        return (_("An assessment with this toolkit"),)
    kind = wording.case_kind(sheet.words, case.kind)
    return (sheet.pen.inline(case.proposal.jurisdiction), f" · {case.year} · ", el("b", kind))


def _contents(sheet: Sheet, parts: list[Element]) -> Element:
    name = el("p", sheet.words.gettext("On this page"), id="contents", class_="small")
    links = [
        el("li", el("a", heading.text or "", href=f"#{heading.get('id')}"))
        for heading in (part[0] for part in parts)
    ]
    return el("nav", name, el("ul", *links), aria_labelledby="contents", class_="contents")
