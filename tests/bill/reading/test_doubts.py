"""What was read is compared with the file it came from, and what may lack is said."""

from __future__ import annotations

import pytest

from assess.bill.extract import Extract, Line
from assess.bill.reading import doubts
from assess.text import words

ENGLISH = words()
TEXT = (Line("Article 1", 0),)
DOUBTS = [
    (Extract("html", TEXT), 500, []),
    (Extract("html", TEXT), 500_000, ["has 500 kB and only 9 characters"]),
    (Extract("pdf", TEXT, pages=8, pages_with_text=8), 5_000_000, []),
    (Extract("pdf", TEXT, pages=8, pages_with_text=7), 500, ["7 of 8 pages gave text"]),
    (Extract("pdf", TEXT, pages=1, pages_with_text=0), 500, ["0 of 1 page gave text"]),
    (Extract("pdf", TEXT, pages=2, pages_with_text=2, scanned=True), 500, ["seems to be a scan"]),
    (Extract("pdf", TEXT, scanned=True, ocr=True), 500, ["was recognised from pictures"]),
    (Extract("docx", ()), 500, ["Nothing can be said about what this law does"]),
]


@pytest.mark.parametrize(("extract", "size", "told"), DOUBTS, ids=range(len(DOUBTS)))
def test_what_may_lack_is_said(extract, size, told) -> None:
    found = doubts(extract, size, ENGLISH)
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))
