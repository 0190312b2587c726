"""What stands behind the findings: recommendations, what came of it, sources, the method."""

from __future__ import annotations

from functools import partial
from itertools import starmap
from xml.etree.ElementTree import Element

from assess import __version__, wording
from assess.case import Case, CaseSource
from assess.publication.markup import Cell, el
from assess.publication.page.sheet import Sheet, facts, listed, section


def recommendations(sheet: Sheet, case: Case) -> Element | None:
    """What is recommended, and by whom."""
    if not case.recommendations:
        return None
    rows = (
        el(
            "li",
            sheet.pen.inline(each.text),
            " ",
            sheet.whose(each.stated_by),
            " ",
            sheet.source_numbers(each.sources),
        )
        for each in case.recommendations
    )
    return section(
        "recommendations",
        sheet.words.gettext("What is recommended"),
        el("ul", *rows, class_="whose-list"),
    )


def outcome(sheet: Sheet, case: Case) -> Element | None:
    """What became of the proposal, from which source, and how much of that was seen."""
    _ = sheet.words.gettext
    found = case.outcome
    if found is None:
        return None
    status = el("b", wording.outcome(sheet.words, found.status))
    return section(
        "outcome",
        _("What came of it"),
        el("p", status, ", ", sheet.pen.inline(found.date)),
        sheet.pen.block("p", found.text),
        facts(
            (_("Sources"), sheet.source_numbers(found.sources)),
            (_("How we know"), wording.seen(sheet.words, found.seen)),
        ),
    )


def sources(sheet: Sheet, case: Case) -> Element:
    """Every text the case rests on, with how much of it was seen."""
    return section(
        "sources",
        sheet.words.gettext("Sources"),
        el("ol", *starmap(partial(_source, sheet), enumerate(case.sources, 1)), class_="sources"),
    )


def _source(sheet: Sheet, number: int, source: CaseSource) -> Element:
    pen = sheet.pen
    date = sheet.words.date(source.date) if source.date else ""
    return el(
        "li",
        el("p", pen.link(source.url, source.title)),
        el("p", pen.inline(source.publisher), f", {date}" if date else None, class_="small"),
        el(
            "p",
            el("span", wording.seen(sheet.words, source.seen), class_=f"seen {source.seen}"),
            " ",
            pen.inline(source.used_for),
            class_="small",
        ),
        pen.block("p", source.note, "small") if source.note.strip() else None,
        id=f"source-{number}",
    )


def method(sheet: Sheet) -> Element:
    """How the figures come about, by which framework, and what nobody should read into them."""
    _, subject = sheet.words.gettext, sheet.subject
    framework, case = subject.framework, subject.case
    found = next(iter(subject.findings.values()))
    return section(
        "method",
        _("How this was made"),
        sheet.pen.block("p", case.note) if case and case.note.strip() else None,
        el(
            "p",
            _(
                "People judge each property and enabler. What follows is computed from their"
                " answers and from the links of a published framework. Each chance is a count over"
                " {draws} readings of the answers."
            ).format(draws=sheet.words.number(found.method.draws)),
        ),
        el("p", _("No harm found means that none was found in the answers given."), class_="small"),
        facts(
            (_("Framework"), wording.against(sheet.words, framework)),
            (_("Authors of the published text"), listed(*_authors(sheet, case))),
            (
                _("Computed with"),
                _("Internet impact assessment toolkit {version}").format(version=__version__),
            ),
            (_("Fingerprint of the answers"), el("code", found.input_sha256)),
        ),
        el("p", framework.licence_note, class_="small"),
        el("p", _("Not reviewed or endorsed by the Internet Society."), class_="small"),
    )


def _authors(sheet: Sheet, case: Case | None) -> Cell:
    return tuple(sheet.pen.inline(each) for each in case.authors) if case else ()
