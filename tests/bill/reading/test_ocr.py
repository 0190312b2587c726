"""Pictures of text are recognised where Tesseract is, within limits, and said to be.

A stand-in that speaks as Tesseract's manual says runs always; Tesseract itself where it is.
"""

from __future__ import annotations

import os
import shutil
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from assess import airlock
from assess.bill.extract import Extract, Line
from assess.bill.reading import ocr, read
from assess.bill.splitting import split
from assess.text import words
from tests.bill.reading.made import pdf as printed
from tests.bill.reading.made import written

ENGLISH = words()
SCAN = Path(__file__).resolve().parents[4] / "shared" / "bills" / "laws" / "eg"
STAND_IN = """#!/bin/sh
case "$*" in
  --list-langs) printf 'List of available languages in "/x/" (3):\\nara\\neng\\nosd\\n' ;;
  "stdin stdout --psm 0") cat >/dev/null; printf 'Page number: 0\\nScript: Arabic\\n' ;;
  "stdin stdout -l ara") cat >/dev/null
    printf 'مادة (1)\\nفي هذا القانون أو على أن لا إلى من التي القانون في هذا\\n'
    echo "limits $(ulimit -v) $(ulimit -f)" ;;
  *) echo "not understood: $*" >&2; exit 1 ;;
esac
"""


def drawn(*pages: str) -> bytes:
    """A PDF of pages with a black square ("ink"), nothing ("blank"), or that are broken."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
    ]
    for number, page in enumerate(pages):
        shown = "100 100 200 200 re f" if page == "ink" else ""
        kind = "Pog" if page == "broken" else "Page"
        objects.append(
            f"<</Type/{kind}/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
    return written(objects)


@pytest.fixture
def tesseract(monkeypatch):
    """A recogniser that says the same of every picture, and what it was asked."""
    asked = []

    def answer(arguments, picture, _seconds):
        asked.append((*arguments, picture[:2]))
        if "--list-langs" in arguments:
            return "List of available languages (4):\nara\nfra\neng\nosd\n"
        return "Script: Arabic\n" if "--psm" in arguments else "مادة 1\n" + "نص هذا القانون " * 12

    monkeypatch.setattr(ocr.shutil, "which", lambda _program: "/bin/true")
    monkeypatch.setattr(ocr, "_tesseract", answer)
    return asked


def test_a_scan_is_recognised_where_the_program_is(tesseract) -> None:
    extract = read(drawn("ink", "ink"))
    assert (extract.scanned, extract.ocr, extract.pages_with_text) == (True, True, 2)
    assert next(line.text for line in extract.lines if line.page == 2) == "مادة 1"
    assert "may be wrong, numbers above all" in extract.warnings[0]
    assert "inferred from their order: check the page" in extract.warnings[1]
    assert tesseract[-1] == ("stdin", "stdout", "-l", "ara", b"P5")


def test_pages_without_ink_are_not_sent_and_broken_ones_do_no_harm(tesseract) -> None:
    extract = read(drawn("blank", "ink", "broken"))
    assert extract.warnings[0].startswith("1 of 3 pages were read by OCR. The others are empty")
    assert len(tesseract) == 3  # which languages, which script, one page


def test_recognition_stops_when_its_time_is_over(tesseract, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 0)
    assert read(drawn("ink", "ink")).warnings[0] == "0 of 2 pages gave text."
    assert tesseract == []


def test_recognition_stops_where_no_page_has_a_word(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(ocr.shutil, "which", lambda _program: "/bin/true")
    monkeypatch.setattr(ocr, "_tesseract", lambda *arguments: asked.append(arguments) or "")
    assert not read(drawn(*["ink"] * 30)).ocr
    assert len([each for each in asked if "-l" in each[0]]) == ocr.FRUITLESS


def test_a_program_that_fails_gives_no_text(monkeypatch) -> None:
    monkeypatch.setattr(ocr, "PROGRAM", "no-such-program-here")
    assert ocr._tesseract(["--list-langs"], b"", 1) == ""
    monkeypatch.setattr(ocr, "PROGRAM", "sleep")
    assert ocr._tesseract(["9"], b"", 0.01) == ""


LANGUAGES = [
    ("Script: Arabic", "ara fas eng", "en", "ara+fas"),
    ("Script: Arabic", "ara fas eng", "fa", "fas+ara"),
    ("Script: Arabic", "script/Arabic ara", "en", "script/Arabic+ara"),
    ("Script: Latin", "eng fra deu", "fr", "fra+eng"),
    ("Script: Latin", "eng", "fr", "eng"),
    ("Script: Thai", "eng", "en", "eng"),
    ("", "", "en", "eng"),
]


@pytest.mark.parametrize(("script", "installed", "reader", "tried"), LANGUAGES)
def test_languages_are_those_of_the_script_that_are_there(
    monkeypatch, script, installed, reader, tried
) -> None:
    monkeypatch.setattr(
        ocr, "_tesseract", lambda asked, *_: installed if "--list-langs" in asked else script
    )
    assert ocr._languages(b"", 1, reader) == ["-l", tried]


@pytest.mark.parametrize(("size", "longest"), [((595, 842), 2_340), ((14_400, 14_400), 3_000)])
def test_a_picture_is_no_larger_than_recognition_needs(size, longest) -> None:
    document = PdfDocument.new()
    document.new_page(*size)
    picture = ocr._picture(document, 0)
    head, _, dots = picture.partition(b" 255\n")
    width, height = map(int, head.split()[1:])
    assert head.startswith(b"P5 ")
    assert width * height == len(dots)
    assert longest - 2 <= max(width, height) <= longest
    assert ocr._blank(picture)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_recognition_runs_inside_the_childs_limits(monkeypatch, tmp_path) -> None:
    program = tmp_path / "tesseract"
    program.write_text(STAND_IN, encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    law = airlock.read_law_safely(drawn("ink", "ink"), "scan.pdf", ENGLISH)
    assert (law.ocr, law.pages_with_text, law.language) == (True, 2, "ar")
    assert f"limits {airlock.MEMORY // 1024} 0" in " ".join(each.text for each in law.provisions)
    assert any("recognised from pictures" in each for each in law.warnings)


def test_articles_whose_numbers_were_misread_are_counted() -> None:
    told = [
        "قانون",
        "مادة )١(",
        "الشبكات مفتوحة.",
        "مادة (؟)",
        "كما في المادة (1).",
        "مادة CT)",
        "ينشر.",
    ]
    lines, start = [], 0
    for text in told:
        lines.append(Line(text, start))
        start += len(text) + 1
    found = split(Extract("pdf", tuple(lines), language="ar", scanned=True, ocr=True))
    assert [(clause.id, clause.label) for clause in found.clauses[1:]] == [
        ("1", "مادة )١("),
        ("2", "مادة (؟)"),
        ("3", "مادة CT)"),
    ]
    assert (found.chain.first, found.chain.last, found.chain.gaps) == ("1", "3", ())
    assert "المادة (1)" in found.clauses[2].text


@pytest.mark.skipif(
    not SCAN.is_dir() or not shutil.which("tesseract"),
    reason="Tesseract, or the shared data beside the checkout, is absent",
)
def test_tesseract_itself_reads_a_scanned_law() -> None:
    scan = PdfDocument(SCAN / "cybercrime_175_2018_scan.pdf")
    file, page = BytesIO(), PdfDocument.new()
    page.import_pages(scan, [0])
    page.save(file)
    law = airlock.read_law_safely(file.getvalue(), "law.pdf", ENGLISH)
    assert (law.pages, law.pages_with_text, law.ocr) == (1, 1, True)
    assert any("قانون" in each.text for each in law.provisions)


def test_text_that_is_there_is_not_recognised_again(tesseract) -> None:
    full = "Providers of networks shall keep every connection open to all users."
    assert not read(printed([["Article 1", full], ["Article 2", full]])).ocr
    assert tesseract == []
