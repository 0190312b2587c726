"""`assess move`: what becomes of each answer is told first; a move is taken back to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assess import cli
from assess.bundle import dumps
from assess.library import Library
from tests import following

Run = Callable[..., "Ran"]


class Ran(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(following.library(tmp_path_factory.mktemp("following")))


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library: Library
) -> Run:
    monkeypatch.setattr("assess.library.Library", lambda: library)

    def run(*arguments: object) -> Ran:
        code = cli.main(["move", *map(str, arguments)])
        return Ran(code, *capsys.readouterr())

    return run


def test_a_dry_run_tells_of_each_answer_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "moved.json"
    ran = run(following.CAMBODIA, "--to", "1.1.0", "--dry-run", "-o", out)
    assert (ran.code, ran.err) == (0, "")
    assert not out.exists()
    assert "6 are to be looked at again, because the questions changed." in ran.out
    line = next(line for line in ran.out.splitlines() if line.startswith("Answer · Accountab"))
    assert "× Archived" in line
    assert "It is not asked any more. In the authors’ words: “It is asked elsewhere.”" in line


@pytest.mark.parametrize("slug", [following.CAMBODIA, following.WITH_TOPIC])
def test_a_move_is_written_and_taken_back_to_the_byte(
    run: Run, library: Library, tmp_path: Path, slug: str
) -> None:
    moved, back = tmp_path / "moved.json", tmp_path / "back.json"
    ran = run(slug, "--to", "1.1.0", "-o", moved)
    assert (ran.code, ran.out) == (0, "")
    assert "are kept as they are" in ran.err
    assert json.loads(moved.read_text(encoding="utf-8"))["framework"]["version"] == "1.1.0"
    assert run(moved, "--undo", "-o", back) == (0, "", "")
    assert back.read_text(encoding="utf-8") == dumps(library.case(slug).assessment())


def test_what_was_answered_since_is_told_and_never_written_over(run: Run, tmp_path: Path) -> None:
    moved = tmp_path / "moved.json"
    run(following.CAMBODIA, "--to", "1.1.0", "-o", moved)
    text = moved.read_text(encoding="utf-8")
    document = json.loads(text)
    document["judgements"][0]["people"] = "Since."
    moved.write_text(json.dumps(document), encoding="utf-8")
    assert "1 answer was given, changed or confirmed since the move." in (
        run(moved, "--undo", "--dry-run").out
    )
    ran = run(moved, "--undo", "-o", moved)
    assert ran.code == 2
    assert "it holds answers given since the move, which would be lost; give another" in ran.err
    assert "Since." in moved.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "say either --to VERSION or --undo"),
        (("--to", "1.1.0", "--undo"), "say either --to VERSION or --undo"),
        (("--to", "1.0.0"), "this assessment is on internet-way-of-networking 1.0.0 already"),
        (("--to", "3.0.0"), "there is no version 3.0.0 of internet-way-of-networking"),
        (("--undo",), "this assessment was never moved; there is nothing to go back to"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, arguments: tuple[str, ...], words: str
) -> None:
    ran = run(following.CAMBODIA, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
