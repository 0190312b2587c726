"""A report as a PDF file: tagged for screen readers (PDF/UA-1), set in fonts that come along.

Typst sets it from `report.typ`, which reads the report as data; nothing anybody typed is markup.
"""

from __future__ import annotations

import datetime
import json
from functools import cache
from importlib.resources import files

import typst

from assess.report.carrier import envelope
from assess.report.document import Report
from assess.report.pdf.glyphs import FONTS
from assess.report.pdf.heads import mark_row_heads
from assess.report.pdf.sheet import Data, sheet
from assess.report.pdf.type import Type

_FITS = (0.95, 0.86, 0.8, 0.74, 0.68)  # of the size of letters, for a paper of one page
_ONE_PAGE = b"<</Type/Pages/Count 1/"
_STANDARDS: list[typst.PDFStandard] = ["ua-1"]


def write(report: Report) -> bytes:
    """The report as a PDF file; the same report always gives the same bytes."""
    data, inside = sheet(report, Type()), envelope(report).decode()
    made = b""
    for fit in _FITS if report.is_compact else (1.0,):
        made = _set({**data, "fit": fit}, inside, report.made_on)
        if _ONE_PAGE in made:
            break
    return mark_row_heads(made)


def _set(data: Data, inside: str, day: datetime.date) -> bytes:
    made = typst.compile(
        _template(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(data), "assessment": inside},
        pdf_standards=_STANDARDS,
        timestamp=datetime.datetime.combine(day, datetime.time(12), datetime.UTC),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _template() -> bytes:
    return files("assess.report.pdf").joinpath("report.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
