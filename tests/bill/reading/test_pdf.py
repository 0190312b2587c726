"""PDF: reading order, pages that gave text, and scans."""

from __future__ import annotations

import pytest

from assess.bill.reading import limits, ocr, pdf, read
from assess.errors import FileProblems
from tests.bill.reading.made import pdf as made
from tests.bill.reading.made import written

FULL = "Providers of networks shall keep every connection open to all users, at all times,"
PAGES = [
    ["Gazette of Arcadia 1", "Article 1", FULL, "and nobody may close one.", "(a) Roads are free."],
    ["Gazette of Arcadia 2", "Article 2", FULL[13:], "and it is for-", "bidden to filter."],
    ["Gazette of Arcadia 3", "Article 3", FULL[10:], "and this Act enters into force tomorrow."],
]


def test_a_pdf_gives_its_paragraphs_with_their_pages() -> None:
    extract = read(made(PAGES))
    assert [(line.text, line.page) for line in extract.lines] == [
        ("Article 1", 1),
        (f"{FULL} and nobody may close one.", 1),
        ("(a) Roads are free.", 1),
        ("Article 2", 2),
        (f"{FULL[13:]} and it is forbidden to filter.", 2),
        ("Article 3", 3),
        (f"{FULL[10:]} and this Act enters into force tomorrow.", 3),
    ]
    assert (extract.pages, extract.pages_with_text, extract.scanned) == (3, 3, False)
    assert (extract.language, extract.warnings) == ("en", ())


def test_pages_without_text_are_counted() -> None:
    extract = read(made([*PAGES, []]))
    assert (extract.pages, extract.pages_with_text, extract.scanned) == (4, 3, False)
    assert extract.warnings == ("3 of 4 pages gave text.",)


def test_a_scan_is_said_to_be_one_and_is_never_a_clean_result(monkeypatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _program: None)
    extract = read(made([[], ["page 2"], []]))
    assert (extract.pages, extract.pages_with_text) == (3, 0)
    assert (extract.scanned, extract.ocr) == (True, False)
    assert extract.warnings[0] == "0 of 3 pages gave text."
    assert "seems to be a scan" in extract.warnings[1]
    nothing = read(made([[]]))
    assert "No text was found" in nothing.warnings[-1]


def test_a_pdf_of_more_pages_than_any_law_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 2)
    with pytest.raises(FileProblems, match="has 3 pages, more than 2"):
        read(made(PAGES))
    assert limits.PAGES == 5_000


def test_a_pdf_without_pages_is_refused() -> None:
    nothing = written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"])
    with pytest.raises(FileProblems, match=r"no pages|damaged"):
        read(nothing)


def test_a_page_that_cannot_be_opened_is_counted_as_without_text() -> None:
    broken = made(PAGES).replace(b"/Type/Page/Parent", b"/Type/Pog/Parent_", 1)
    extract = read(broken)
    assert extract.pages == 3
    assert "Article 3" in extract.text
