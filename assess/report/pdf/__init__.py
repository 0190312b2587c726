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
from assess.report.pdf.sheet import sheet
from assess.report.pdf.type import Type

_STANDARDS: list[typst.PDFStandard] = ["ua-1"]


def write(report: Report) -> bytes:
    """The report as a PDF file; the same report always gives the same bytes."""
    data = sheet(report, Type())
    noon = datetime.datetime.combine(report.made_on, datetime.time(12), datetime.UTC)
    made = typst.compile(
        _template(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(data), "assessment": envelope(report).decode()},
        pdf_standards=_STANDARDS,
        timestamp=noon,
    )
    assert isinstance(made, bytes)
    return mark_row_heads(made)


@cache
def _template() -> bytes:
    return files("assess.report.pdf").joinpath("report.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
