"""Findings told to four audiences and written to a file.

`build` makes a `Report` once; `write` gives it as HTML, DOCX, PDF, Markdown or JSON, each with
the assessment file inside, which `extract` finds again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

from assess.report.audience import AUDIENCES, Audience
from assess.report.beside import in_two_languages
from assess.report.build import build
from assess.report.carrier import extract
from assess.report.document import Length, Report
from assess.report.fitting import how_long

Kind = Literal["html", "docx", "pdf", "md", "json"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
MEDIA_TYPES: Final[Mapping[Kind, str]] = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown",
    "json": "application/json",
}

__all__ = [
    "AUDIENCES",
    "KINDS",
    "MEDIA_TYPES",
    "Audience",
    "Kind",
    "Length",
    "Report",
    "build",
    "extract",
    "how_long",
    "in_two_languages",
    "write",
]


def write(report: Report, kind: Kind) -> bytes:
    """The report as a file of this kind; the same report always gives the same bytes."""
    if kind == "html":
        from assess.report import html

        return html.write(report)
    if kind == "md":
        from assess.report import markdown

        return markdown.write(report)
    if kind == "json":
        from assess.report import json

        return json.write(report)
    if kind == "pdf":
        from assess.report import pdf

        return pdf.write(report)
    from assess.report import word

    return word.write(report)
