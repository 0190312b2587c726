"""A report as a PDF file: tagged for screen readers (PDF/UA-1), set in fonts that come along.

Typst sets it from `report.typ`, which reads the report as data; nothing anybody typed is markup.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

from assess.errors import AssessError
from assess.report.carrier import envelope
from assess.report.document import Report
from assess.report.pdf.glyphs import FONTS
from assess.report.pdf.heads import mark_row_heads
from assess.report.pdf.sheet import Data, sheet
from assess.report.pdf.type import Type
from assess.text import Words

SECONDS = 60
"""On the clock; a fully judged case takes less than one."""

_HERE = Path(__file__).parent
_FITS = (0.95, 0.86, 0.8, 0.74, 0.68)  # of the size of letters, for a paper of one page
_ONE_PAGE = b"<</Type/Pages/Count 1/"


def write(report: Report) -> bytes:
    """The report as a PDF file; the same report always gives the same bytes.

    Raises AssessError for one that takes longer than SECONDS.
    """
    data, inside = sheet(report, Type()), envelope(report).decode()
    made = b""
    for fit in _FITS if report.is_compact else (1.0,):
        inputs = {"report": json.dumps({**data, "fit": fit}), "assessment": inside}
        made = _set(inputs, report.made_on, report.words)
        if _ONE_PAGE in made:
            break
    return mark_row_heads(made)


def _set(inputs: Data, day: datetime.date, words: Words) -> bytes:
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    task = {"inputs": inputs, "seconds": int(noon.timestamp())}
    program = [sys.executable, "-I", str(_HERE / "setting.py")]
    try:
        return subprocess.run(
            [*program, str(_HERE / "report.typ"), str(FONTS)],
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            timeout=SECONDS,
            check=True,
            env={**os.environ, "RAYON_NUM_THREADS": "1"},
        ).stdout
    except subprocess.TimeoutExpired:
        message = words.gettext(
            "this report takes too long to be set as PDF; take the web page or the Word file"
        )
        raise AssessError(message) from None
