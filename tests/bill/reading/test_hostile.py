"""Files made to harm end within limits, in a plain sentence, in a process of their own."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time

import pytest

from assess import airlock
from assess.airlock import child, parent
from assess.airlock import files as within
from assess.bill.document import from_document, to_document
from assess.bill.extract import Extract
from assess.bill.law import Law
from assess.bill.reading import ocr, read
from assess.bill.splitting import split
from assess.errors import FileProblems
from assess.text import words
from tests.bill.reading.hostile import FOLDER as HOSTILE
from tests.bill.reading.hostile import FOUND, LARGE, MADE, TABLE, files
from tests.bill.reading.made import pdf as made_pdf

ENGLISH = words()
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


def outcome(data: bytes, name: str = "law") -> Law | str:
    try:
        return airlock.read_law_safely(data, name, ENGLISH)
    except FileProblems as refused:
        return str(refused)


def told_here(data: bytes) -> str:
    """The text of a file read in this process, or why it was refused."""
    try:
        extract = read(data)
        return "\n".join([extract.text, *extract.warnings])
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
        assert bool(told.provisions) or told.warnings


@here
def test_every_hostile_file_is_accounted_for() -> None:
    assert {path.name for path in HOSTILE.iterdir()} == READ | EMPTY | set(REFUSED)
    assert set(FOUND) == READ | EMPTY | set(REFUSED)


@pytest.mark.parametrize("name", sorted(set(MADE) - LARGE))
def test_a_file_made_to_be_slow_is_not(name, monkeypatch) -> None:
    monkeypatch.setattr(ocr, "PROGRAM", "no such program")
    data = MADE[name].make()
    begun = time.process_time()
    assert MADE[name].told in told_here(data)
    assert time.process_time() - begun < 15


def test_what_becomes_of_each_file_is_in_the_manual() -> None:
    table = TABLE.read_text(encoding="utf-8")
    missing = [name for name, about, _ in files() if f"| {name} | {about} | " not in table]
    assert not missing


def test_a_law_comes_back_from_the_child_as_it_is_read_here() -> None:
    law = b"# Act\n\nArticle 1\n\nEvery network is open.\n"
    extract = read(law, "act.md")
    assert outcome(law, "act.md") == from_document(to_document(extract, split(extract)))


def test_a_name_decides_nothing_and_cannot_break_anything() -> None:
    assert outcome(b" ", "-m\0 evil.pdf").startswith("-m\0 evil.pdf: the file holds no text")


def test_a_law_too_large_is_refused_before_any_process_starts(monkeypatch) -> None:
    monkeypatch.setattr(parent.subprocess, "run", lambda *_a, **_k: pytest.fail("started one"))
    assert "larger than 50 MB" in outcome(bytes(50 * 1024**2 + 1))


def test_a_law_that_takes_too_long_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(within, "LAW_WAIT", 0.01)
    assert "takes too long to read; save it anew" in outcome(b"Article 1")


def answering(monkeypatch, answer: object, code: int = 0) -> None:
    told = subprocess.CompletedProcess([], code, json.dumps(answer).encode(), b"")
    monkeypatch.setattr(parent.subprocess, "run", lambda *_a, **_k: told)


@pytest.mark.parametrize("answer", [{"law": {}}, {"law": None}, {"law": {"provisions": []}}])
def test_an_answer_that_is_no_law_is_not_believed(monkeypatch, answer) -> None:
    answering(monkeypatch, answer)
    assert "it was not read" in outcome(b"Article 1")


def test_an_empty_answer_is_not_a_clean_one(monkeypatch) -> None:
    empty = Extract("pdf", (), pages=3, pages_with_text=0)
    answering(monkeypatch, {"law": to_document(empty, split(empty))})
    law = outcome(b"Article 1")
    assert law.warnings[0] == "0 of 3 pages gave text."
    assert "No text was found" in law.warnings[1]


def test_a_child_that_dies_costs_one_file(monkeypatch) -> None:
    answering(monkeypatch, {}, code=-6)
    assert "needs more memory or time than any law; it was not read" in outcome(b"Article 1")


SLOW = """
import sys
from assess.airlock import child
from assess.bill import splitting

def without_end(extract):
    print("read,", len(extract.lines), "lines", file=sys.stderr)
    while True:
        pass

splitting.split = without_end
child.JOBS["law"] = child.JOBS["law"]._replace(seconds=1)
child.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_law_that_takes_too_long_to_split_ends_with_its_child(monkeypatch) -> None:
    ended, run = [], subprocess.run

    def slowly(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        ended.append(run([sys.executable, "-c", SLOW, *command[3:]], **options))
        return ended[0]

    monkeypatch.setattr(parent.subprocess, "run", slowly)
    assert "needs more memory or time than any law; it was not read" in outcome(b"Article 1\n\nA")
    assert ended[0].stderr.strip() == b"read, 2 lines"
    assert ended[0].returncode < 0


def test_a_letter_that_is_none_passes_the_pipe(monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["child", "law", "en"])
    monkeypatch.setattr(child, "confine", lambda _: None)
    job = child.JOBS["law"]._replace(read=lambda data, _: {"law": "\ud800 مادة"})
    monkeypatch.setitem(child.JOBS, "law", job)
    told = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(sys, "stdout", told)
    assert child.main() == 0
    assert json.loads(told.buffer.getvalue()) == {"law": "\ud800 مادة"}


def test_the_child_asks_no_network() -> None:
    script = (
        "import sys\nfrom assess.airlock import limits\nsys.addaudithook(limits._stay_offline)\n"
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
    assert child._read_law(b"Article 1", "en")["law"]["provisions"][0]["id"] == "1"
    assert "holds no text" in child._read_law(b" ", "en")["problems"][0]["message"]
    assert child.JOBS["law"].seconds == 30


HEAVY = {"pydantic", "yaml", "numpy", "babel", "streamlit", "sqlalchemy", "assess.assessment"}


def test_the_child_loads_no_more_than_reading_needs_since_somebody_waits() -> None:
    script = (
        "import sys\nfrom assess.airlock import child\n"
        "child._read_law(sys.stdin.buffer.read(), 'en')\nprint(*sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=made_pdf([["Article 1", "Every network is open to all, at all times and for all."]]),
        capture_output=True,
        check=True,
        cwd=airlock.ROOT,
    )
    loaded = set(run.stdout.decode().split())
    assert {"assess.bill.reading.pdf", "assess.bill.splitting.law"} <= loaded
    assert not HEAVY & loaded
