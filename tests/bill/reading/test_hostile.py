"""Files made to harm end within limits, in a plain sentence, in a process of their own."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assess import airlock
from assess.bill.extract import Extract
from assess.bill.reading import read
from assess.errors import FileProblems
from assess.text import words
from tests.bill.reading.made import docx, paragraph, written
from tests.bill.reading.made import pdf as made_pdf

ENGLISH = words()
HOSTILE = Path(__file__).resolve().parents[4] / "shared" / "bills" / "hostile"
READ = {"encrypted_owner_only.pdf", "no_xref.pdf", "utf16.txt", "rtl.txt", "traversal.docx"}
EMPTY = {"flatebomb.pdf", "selfref.pdf", "malformed_pdfplumber_932.pdf"}
REFUSED = {
    "zipbomb.docx": "unpacks to far more than any law",
    "laughs.docx": "declares entities",
    "billion_laughs.xml": "declares entities",
    "quadratic.xml": "declares entities",
    "xxe.xml": "declares entities",
    "truncated.pdf": "damaged or cut off",
    "encrypted_user.pdf": "locked with a password",
    "password_pdfplumber.pdf": "locked with a password",
}

here = pytest.mark.skipif(not HOSTILE.is_dir(), reason="shared data beside the checkout is absent")


def outcome(data: bytes, name: str = "law") -> Extract | str:
    try:
        return airlock.read_safely(data, name, ENGLISH)
    except FileProblems as refused:
        return str(refused)


def told_here(data: bytes) -> str:
    """The text of a file read in this process, or why it was refused."""
    try:
        return read(data).text
    except FileProblems as refused:
        return str(refused)


@here
@pytest.mark.parametrize("name", sorted(READ | EMPTY | set(REFUSED)))
def test_a_hostile_file_ends_within_limits_and_in_plain_words(name) -> None:
    begun = time.monotonic()
    told = outcome((HOSTILE / name).read_bytes(), name)
    assert time.monotonic() - begun < airlock.LAW_WAIT
    if name in REFUSED:
        assert isinstance(told, str)
        assert told.startswith(f"{name}: ")
        assert REFUSED[name] in told
    elif isinstance(told, str):
        assert name in EMPTY
        assert "needs more memory or time than any law" in told
    else:
        assert bool(told.warnings) == (name in EMPTY or told.pages == 8)
        assert bool(told.text) or told.warnings


@here
def test_every_hostile_file_is_accounted_for() -> None:
    assert {path.name for path in HOSTILE.iterdir()} == READ | EMPTY | set(REFUSED)


def many_pages(count: int) -> bytes:
    """A PDF whose page tree says it has this many pages, all the same empty one."""
    kids = "3 0 R " * count
    return written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ]
    )


MADE = {
    "200,000 pages": (lambda: many_pages(200_000), "has 200,000 pages, more than 5,000"),
    "random bytes": (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "PDF is damaged"),
    "random text": (lambda: random.Random(1).randbytes(50_000), "is not text"),
    "NULs": (lambda: b"Article 1" + bytes(50_000), "is not text"),
    "nested divs": (lambda: b"<html>" + b"<div>" * 200_000 + b"x", "more than 2,000 deep"),
    "nested XML": (lambda: b"<part>" * 200_000, "more than 250 deep"),
    "nested Word": (lambda: docx("<w:p>" * 300 + "</w:p>" * 300), "more than 250 deep"),
    "long line": (lambda: b"a " * 2_000_000, "one line of the file has 3,999,999 characters"),
    "longer line": (lambda: b"a " * 20_000_000, "more than 20,000,000 characters"),
    "many lines": (lambda: b"Article 1\n\n" * 3_000_000, "more than 20,000,000 characters"),
    "bomb": (lambda: docx(paragraph("a" * 3_000_000)), "unpacks to far more than any law"),
    "comments": (lambda: b"# x\n" + b"<!--" * 200_000, "x"),
    "brackets": (lambda: b"# x\n" + b"[" * 300_000 + b"*_" * 100_000, "x"),
    "prolog": (lambda: b"<??>" * 1_000 + b"<", "<??>"),
    "hyphens": (lambda: b"a" * 400_000 + b"-\nb", "a"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_file_made_to_be_slow_is_not(name) -> None:
    make, why = MADE[name]
    data = make()
    begun = time.process_time()
    assert why in told_here(data)
    assert time.process_time() - begun < 15


def test_unclosed_paragraphs_are_read() -> None:
    extract = read(b"<html>" + b"<p>a" * 400_000)
    assert len(extract.lines) == 400_000


def test_a_law_comes_back_from_the_child_as_it_is_read_here() -> None:
    law = b"# Act\n\nArticle 1\n\nEvery network is open.\n"
    assert airlock.read_safely(law, "act.md", ENGLISH) == read(law, "act.md")


def test_a_name_decides_nothing_and_cannot_break_anything() -> None:
    assert outcome(b" ", "-m\0 evil.pdf").startswith("-m\0 evil.pdf: the file holds no text")


def test_a_law_too_large_is_refused_before_any_process_starts(monkeypatch) -> None:
    monkeypatch.setattr(airlock.subprocess, "run", lambda *_a, **_k: pytest.fail("started one"))
    assert "larger than 50 MB" in outcome(bytes(50 * 1024**2 + 1))


def test_a_law_that_takes_too_long_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(airlock, "LAW_WAIT", 0.01)
    assert "takes too long to read; save it anew" in outcome(b"Article 1")


def answering(monkeypatch, answer: object, code: int = 0) -> None:
    told = subprocess.CompletedProcess([], code, json.dumps(answer).encode(), b"")
    monkeypatch.setattr(airlock.subprocess, "run", lambda *_a, **_k: told)


@pytest.mark.parametrize("answer", [{"law": {}}, {"law": None}, {"law": {"kind": "pdf"}}])
def test_an_answer_that_is_no_law_is_not_believed(monkeypatch, answer) -> None:
    answering(monkeypatch, answer)
    assert "it was not read" in outcome(b"Article 1")


def test_an_empty_answer_is_not_a_clean_one(monkeypatch) -> None:
    from assess.bill.reading.document import to_document

    answering(monkeypatch, {"law": to_document(Extract("pdf", (), pages=3, pages_with_text=0))})
    extract = outcome(b"Article 1")
    assert extract.warnings[0] == "0 of 3 pages gave text."
    assert "No text was found" in extract.warnings[1]


def test_a_child_that_dies_costs_one_file(monkeypatch) -> None:
    answering(monkeypatch, {}, code=-6)
    assert "needs more memory or time than any law; it was not read" in outcome(b"Article 1")


def test_the_child_asks_no_network() -> None:
    script = (
        "import sys\nfrom assess import airlock\nsys.addaudithook(airlock._stay_offline)\n"
        "import socket\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9))\n"
        "except PermissionError as refused:\n    print('refused', refused)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=airlock.ROOT,
    )
    assert run.stdout.startswith("refused socket."), run.stderr


def test_the_child_reads_laws_and_says_what_is_wrong() -> None:
    assert airlock._read_law(b"Article 1", "en")["law"]["kind"] == "text"
    assert "holds no text" in airlock._read_law(b" ", "en")["problems"][0]["message"]
    assert airlock.JOBS["law"].seconds == 30


HEAVY = {"pydantic", "yaml", "numpy", "babel", "streamlit", "sqlalchemy", "assess.assessment"}


def test_the_child_loads_no_more_than_reading_needs_since_somebody_waits() -> None:
    script = (
        "import sys\nfrom assess import airlock\n"
        "airlock._read_law(sys.stdin.buffer.read(), 'en')\nprint(*sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=made_pdf([["Article 1", "Every network is open to all, at all times and for all."]]),
        capture_output=True,
        check=True,
        cwd=airlock.ROOT,
    )
    loaded = set(run.stdout.decode().split())
    assert "assess.bill.reading.pdf" in loaded
    assert not HEAVY & loaded
