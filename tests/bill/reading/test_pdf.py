"""PDF: reading order, pages that gave text, scans, and recognition where Tesseract is."""

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
    assert (extract.language, extract.warnings) == (None, ())


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


@pytest.fixture
def tesseract(monkeypatch):
    """A recogniser that says the same of every picture, and what it was asked."""
    asked = []

    def answer(arguments, picture, _seconds):
        asked.append((*arguments, picture[:2]))
        if "--list-langs" in arguments:
            return "List of available languages (3):\nara\neng\nosd\n"
        return "Script: Arabic\n" if "--psm" in arguments else "مادة 1\n" + "نص القانون " * 9

    monkeypatch.setattr(ocr.shutil, "which", lambda _program: "/bin/true")
    monkeypatch.setattr(ocr, "_tesseract", answer)
    return asked


def test_a_scan_is_recognised_where_the_program_is(tesseract) -> None:
    extract = read(made([[], []]))
    assert (extract.scanned, extract.ocr, extract.pages_with_text) == (True, True, 2)
    assert next(line.text for line in extract.lines if line.page == 2) == "مادة 1"
    assert "may be wrong, numbers above all" in extract.warnings[0]
    assert tesseract[-1] == ("stdin", "stdout", "-l", "ara", b"P5")


def test_recognition_stops_when_its_time_is_over(tesseract, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 0)
    assert read(made([[], []])).warnings[0] == "0 of 2 pages gave text."
    assert tesseract == []


def test_a_program_that_fails_gives_no_text(monkeypatch) -> None:
    monkeypatch.setattr(ocr, "PROGRAM", "no-such-program-here")
    assert ocr._tesseract(["--list-langs"], b"", 1) == ""
    monkeypatch.setattr(ocr, "PROGRAM", "sleep")
    assert ocr._tesseract(["9"], b"", 0.01) == ""


def test_a_language_that_is_not_installed_is_not_asked_for(monkeypatch) -> None:
    monkeypatch.setattr(ocr, "_tesseract", lambda *_: "Script: Thai")
    assert ocr._languages(b"", 1) == "-l eng"


@pytest.mark.parametrize(
    ("size", "most"), [((595, 842), 4_000_000), ((14_400, 14_400), 21_000_000)]
)
def test_a_picture_is_no_larger_than_recognition_needs(size, most) -> None:
    from pypdfium2 import PdfDocument

    document = PdfDocument.new()
    picture = ocr._picture(document.new_page(*size))
    head, _, dots = picture.partition(b" 255\n")
    width, height = map(int, head.split()[1:])
    assert head.startswith(b"P5 ")
    assert width * height == len(dots) <= most


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
