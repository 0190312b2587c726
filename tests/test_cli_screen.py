"""`assess screen`: three lists, always, and what could not be read named."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assess import cli
from assess.library import CHECKOUT

LAW = """Article 1
Scope
This Act applies to operators of networks.

Article 2
National gateway
All operators shall route international traffic through the national internet gateway.

Article 3
Entry into force
This Act enters into force on the day after its publication.
"""


@pytest.fixture
def law(tmp_path: Path) -> str:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    return str(path)


def test_a_law_falls_into_three_lists_and_nothing_is_called_harmless(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "3 articles, 1 to 3, no gap" in said
    assert "- 2: Mandatory national gateway: “" in said
    assert "Not matched, unread by anyone yet (" in said
    assert "A match is a hint, not a finding" in said
    assert "no impact" not in said.lower()


def test_a_screening_is_one_json_document_with_places_in_the_text(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "assess-screening/1"
    assert told["chain"] == "3 articles, 1 to 3, no gap"
    second = next(each for each in told["provisions"] if each["id"] == "2")
    named = {match["intervention"] for match in second["matches"]}
    assert "mandatory-national-gateway" in named


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_screened(
    law: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    assert cli.main(["screen", str(broken), law, "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "broken.pdf" in said.err
    assert "assess: 2 files: 1 screened, 1 could not be read" in said.err
    assert said.err.count("\n") == 2
    assert "Mandatory national gateway" in said.out


def test_a_language_without_words_leaves_everything_unread(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--lang", "fi"]) == 0
    said = capsys.readouterr().out
    assert "Language: fi (none); 0 terms" in said
    assert "nothing could match; name a language with --lang" in said
    assert "Not matched, unread by anyone yet (3; 100% of the text)" in said


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "below").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "below/c.txt"):
        (folder / name).write_text(LAW + name, encoding="utf-8")
    (folder / "copy.txt").write_text(LAW + "a.txt", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    return folder


def told(out: Path) -> list[dict]:
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_a_folder_is_screened_into_a_file_and_a_second_run_adds_nothing(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    command = ["screen", str(corpus), "--lang", "en", "--out", str(out)]
    assert cli.main(command) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"assess: {corpus}/broken.pdf: the PDF is damaged or cut off; fetch it again, or open it "
        "and save it anew",
        "assess: 5 files: 3 screened, 1 the same as another, 1 could not be read",
    ]
    kinds = {Path(each["file"]).name: each["format"] for each in told(out)}
    assert kinds == {
        "a.txt": "assess-screening/1",
        "b.txt": "assess-screening/1",
        "c.txt": "assess-screening/1",
        "copy.txt": "assess-copy/1",
        "broken.pdf": "assess-unread/1",
    }
    for each in told(out):
        content = Path(each["file"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(content).hexdigest()

    before = out.read_bytes()
    assert cli.main(command) == 1
    assert out.read_bytes() == before
    assert "3 screened by an earlier run, 1 the same" in capsys.readouterr().err

    (corpus / "new.txt").write_text("Article 1\nA new law on networks.\n", encoding="utf-8")
    assert cli.main(command) == 1
    assert out.read_bytes().startswith(before)
    assert [Path(each["file"]).name for each in told(out)[5:]] == ["new.txt"]


def test_another_language_asked_for_is_another_screening(
    law: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    for language in ("en", "fi", "en", "fi"):
        assert cli.main(["screen", law, "--lang", language, "--out", str(out)]) == 0
    assert [each["language_asked"] for each in told(out)] == ["en", "fi"]
    assert capsys.readouterr().err == "", "one law needs no counting"


def test_a_run_that_is_killed_in_the_middle_is_gone_on_with_and_nothing_is_lost(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(300):
        (corpus / f"{number}.txt").write_text(LAW + str(number), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    command = ["screen", str(corpus), "--lang", "en", "--out", str(out)]
    running = subprocess.Popen([sys.executable, "-m", "assess", *command], cwd=CHECKOUT)
    while not out.exists() or out.read_bytes().count(b"\n") < 5:
        assert running.poll() is None
        time.sleep(0.02)
    running.kill()
    running.wait()
    before = out.read_bytes()
    out.write_bytes(before[:-9])  # as if it had been killed within a line
    assert cli.main(command) == 1
    said = capsys.readouterr().err
    assert (
        "out.jsonl: its last line was cut off and is taken out; that law is screened again" in said
    )
    names = [each["file"] for each in told(out)]
    assert sorted(names) == sorted(str(p) for p in corpus.rglob("*") if p.is_file())
    assert out.read_bytes().startswith(before[: before[:-9].rindex(b"\n") + 1])


def test_many_laws_told_as_text_name_a_copy_and_go_on(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", str(corpus), "--lang", "en", "--jobs", "1"]) == 1
    said = capsys.readouterr().out
    assert said.count("Not matched, unread by anyone yet") == 3
    assert f"{corpus}/copy.txt: the same text as {corpus}/a.txt; see there" in said


def test_the_counter_is_for_terminals_only(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["screen", str(corpus), "--lang", "en", "--json"]) == 1
    said = capsys.readouterr()
    assert "5 of 5 files, 1 could not be read\r" in said.err + "\r"
    assert len([json.loads(line) for line in said.out.splitlines()]) == 5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("empty", "empty: there is no file to screen"),
        ("nowhere", "nowhere: no such file or directory"),
        ("law.txt nowhere", "nowhere: no such file or directory"),
        ("link", "link/round: a link that leads nowhere, or no file at all"),
        ("law.txt --out empty", "empty: is a directory"),
        ("law.txt --out law.txt", "law.txt: there is no file to screen"),
        ("other.txt --out law.txt", "law.txt:1: no line of a screening; name another file"),
        ("law.txt --out no/out.jsonl", "no/out.jsonl: no such file or directory"),
        ("law.txt --jobs 0", "0 is no number of processes; give 1 to 256"),
        ("law.txt --jobs many", "many is no number of processes; give 1 to 256"),
        ("law.txt --engine spark", "argument --engine: invalid choice: 'spark'"),
        ("law.txt --scheduler tcp://x:1", "--scheduler goes with --engine dask, and without --job"),
    ],
)
def test_what_cannot_be_done_is_one_plain_line(
    law: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: str,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "other.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "round").symlink_to("round")
    assert cli.main(["screen", *arguments.split()]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.startswith("assess: ")
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert Path(law).read_text(encoding="utf-8") == LAW
