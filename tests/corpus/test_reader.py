"""A reader takes many laws; none of them can harm it for longer than itself."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import sys
import textwrap
import time
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from assess import airlock
from assess.corpus import child, documents, reader
from assess.corpus.lexicons import Lexicons
from assess.corpus.reader import Ended, Reader, Readers
from tests.shipped import LIBRARY

LAW = "Article 1\nAll operators shall route traffic through the national internet gateway.\n"

# Stands in for the child: starts at once, and does what the law tells it.
STAND_IN = """
    import json, os, signal, sys, time
    for header in iter(sys.stdin.buffer.readline, b""):
        asked = json.loads(header)
        law = sys.stdin.buffer.read(asked["size"])
        marker = os.path.join(os.path.dirname(__file__), "seen")
        if law == b"kills" or (law == b"kills once" and not os.path.exists(marker)):
            open(marker, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        if law == b"never ends":
            time.sleep(60)
        if law == b"out of time":
            os.kill(os.getpid(), signal.SIGXCPU)
        if law == b"chatters":
            print("hello")
        if law == b"lies":
            asked["file"] = "another"
        told = {"format": "assess-screening/1", **asked, "pid": os.getpid()}
        print(json.dumps(told), flush=True)
"""


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A reader with the stand-in for a child."""
    folder = tmp_path / "assess" / "corpus"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "__init__.py").touch()
    (folder / "child.py").write_text(textwrap.dedent(STAND_IN), encoding="utf-8")
    monkeypatch.setattr(reader, "ROOT", tmp_path)
    one = Reader()
    yield one
    one.rest()


def asked(one: Reader, law: bytes) -> dict[str, Any]:
    return json.loads(one.line("law.txt", law, "en"))


def unread(law: bytes, reason: str) -> dict[str, Any]:
    return documents.unread("law.txt", hashlib.sha256(law).hexdigest(), reason)


HEAVY, SLOW = airlock.too_heavy(reader.words()), airlock.too_slow(reader.words())


def test_one_child_takes_law_after_law(one: Reader) -> None:
    pids = {asked(one, b"law %d" % number)["pid"] for number in range(5)}
    assert pids == {one.pid}


def test_a_law_that_ends_its_child_is_unread_and_the_next_one_is_read(one: Reader) -> None:
    before = asked(one, b"law")["pid"]
    assert asked(one, b"kills") == unread(b"kills", HEAVY)
    assert asked(one, b"law")["pid"] not in {before, None}


def test_a_child_that_is_ended_by_others_costs_the_law_nothing(one: Reader) -> None:
    assert asked(one, b"kills once")["format"] == documents.SCREENED
    assert one.pid
    os.kill(one.pid, signal.SIGTERM)
    assert asked(one, b"law")["format"] == documents.SCREENED


def test_a_law_that_takes_too_long_is_unread_and_not_tried_again(one: Reader, monkeypatch) -> None:
    assert asked(one, b"law")["pid"]
    monkeypatch.setattr(reader, "LAW_WAIT", 0.2)
    started = time.monotonic()
    assert asked(one, b"never ends") == unread(b"never ends", SLOW)
    assert time.monotonic() - started < 5
    monkeypatch.setattr(reader, "LAW_WAIT", 30)
    if sys.platform != "win32":
        assert asked(one, b"out of time") == unread(b"out of time", SLOW)
    assert asked(one, b"law")["pid"]


@pytest.mark.parametrize("law", [b"chatters", b"lies"])
def test_a_child_is_not_believed_what_it_was_not_asked(one: Reader, law: bytes) -> None:
    assert asked(one, law) == unread(law, HEAVY)
    assert asked(one, b"law")["file"] == "law.txt"


@pytest.mark.parametrize(("limit", "value"), [("LAWS", 3), ("BYTES", 300)])
def test_a_child_is_replaced_after_so_many_laws_or_so_much_text(
    one: Reader, monkeypatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(child if limit == "LAWS" else reader, limit, value)
    pids = [asked(one, b"x" * 100)["pid"] for _ in range(6)]
    assert len(set(pids[:3])) == len(set(pids[3:])) == 1
    assert pids[2] != pids[3]


def test_a_reader_ended_from_outside_gives_up_at_once(one: Reader) -> None:
    caught: list[BaseException] = []

    def ask() -> None:
        try:
            asked(one, b"never ends")
        except Ended as error:
            caught.append(error)

    thread = Thread(target=ask)
    thread.start()
    while not one.pid:
        time.sleep(0.01)
    one.end()
    thread.join(10)
    assert len(caught) == 1


def test_idle_readers_are_lent_again(one: Reader) -> None:
    many = Readers()
    first, second = (json.loads(many.line("a", b"law", None))["pid"] for _ in range(2))
    assert first == second
    many.rest()
    assert json.loads(many.line("a", b"law", None))["pid"] != first
    many.end()
    with pytest.raises(Ended):
        many.line("a", b"law", None)


# --- the real child ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real():
    real = Reader()
    yield real
    real.rest()


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return Lexicons(LIBRARY)


def test_the_child_answers_as_this_process_would(real: Reader, lexicons: Lexicons) -> None:
    asking = {"file": "l.txt", "sha256": hashlib.sha256(LAW.encode()).hexdigest(), "language": "en"}
    expected = child.answer(LAW.encode(), asking, lexicons)
    assert json.loads(real.line("l.txt", LAW.encode(), "en")) == json.loads(json.dumps(expected))
    assert expected["sha256"] == asking["sha256"]
    assert expected["language_asked"] == "en"
    assert expected["provisions"][0]["matches"]


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="only Linux shows limits")
def test_the_real_child_has_its_limits(real: Reader) -> None:
    real.line("l.txt", LAW.encode(), "en")
    told = Path(f"/proc/{real.pid}/limits").read_text(encoding="utf-8").splitlines()
    limits = {line[:26].strip(): line[26:].split()[:2] for line in told}
    assert limits["Max address space"] == [str(airlock.MEMORY)] * 2
    assert limits["Max file size"] == ["0", "0"]
    soft, hard = map(int, limits["Max cpu time"])
    assert airlock.LAW_SECONDS <= soft < airlock.LAW_SECONDS + 30
    assert hard == child.LAWS * airlock.LAW_SECONDS


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux shows memory")
def test_memory_stays_flat_however_many_laws_there_are(real: Reader) -> None:
    def law(number: int) -> bytes:
        return "".join(f"Article {a}\nWords {number} {LAW[10:]}" for a in range(1, 10)).encode()

    def most() -> int:
        told = Path(f"/proc/{real.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in told.splitlines() if line[:6] == "VmHWM:")

    assert json.loads(real.line("l.txt", law(0), "en"))["format"] == documents.SCREENED
    pid, peaks = real.pid, []
    for half in (range(1, 151), range(151, 301)):
        for number in half:
            real.line("l.txt", law(number), "en")
        peaks.append(most())
    assert real.pid == pid
    assert peaks[1] - peaks[0] < 2_000, f"kB after each half: {peaks}"


def test_the_program_serves_until_there_is_nothing_more(lexicons: Lexicons, monkeypatch) -> None:
    monkeypatch.setattr(child, "allow", lambda seconds: None)
    scan = b"%PDF-1.7 nothing more"
    asking = b""
    for law in (LAW.encode(), scan, b" "):
        header = {"size": len(law), "file": "f", "sha256": "00", "language": None}
        asking += json.dumps(header).encode() + b"\n" + law
    answers = io.BytesIO()
    child.serve(io.BytesIO(asking), answers, lexicons)
    told = [documents.from_line(line) for line in answers.getvalue().splitlines(keepends=True)]
    assert [each["format"] for each in told] == [documents.SCREENED] + [documents.UNREAD] * 2
    assert told[0]["language_asked"] is None
    assert "holds no text" in told[2]["reason"]


def test_an_empty_text_is_never_a_clean_result(lexicons: Lexicons, monkeypatch) -> None:
    from assess.bill import reading
    from assess.bill.extract import Extract

    scan = Extract("pdf", (), scanned=True, warnings=("It seems to be a scan.", "No text."))
    monkeypatch.setattr(reading, "read", lambda data: scan)
    asking = {"file": "f", "sha256": "00", "language": None}
    told = child.answer(b"", asking, lexicons)
    assert told == documents.unread("f", "00", "It seems to be a scan. No text.")
