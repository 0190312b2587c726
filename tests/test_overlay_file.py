"""An overlay comes as a file: read in a limited child, told wrong line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import airlock, cli
from assess.check import check
from assess.errors import FileProblems
from assess.library import Library
from assess.text import words
from tests.chapter import FILE, overlay

LIBRARY = Library()


def told(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "my.overlay.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(each).split("my.overlay.yaml", 1)[1] for each in check(LIBRARY, [path])]


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[integrity]", "[integrty]", ":7: hide[0]: integrty is not asked about in this"),
        ("hide:", "hidden:", ":7: hidden: unknown field; did you mean hide?"),
        ("by: A made-up chapter\n", "", ":2: by: missing; add it"),
        ("by: A made-up chapter", 'by: ""', ":4: by: empty; write something here"),
        ("version: 1.0.0", "version: 9.0.0", ":5: framework: there is no version 9.0.0"),
        ("    questions:\n      - Who", "    name: Secrets\n    questions:\n      - Who",
         ":11: reword[0].name: unknown field"),
        ("strength: strong", "strength: huge", ':40: add.bears_on[0].strength: "huge" is not a'),
        ("to: easy-unrestricted-access", "to: open-door", ":38: add.bears_on[0].to: there is no"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_line_and_cure(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert FILE.count(old) >= 1
    found = told(tmp_path, FILE.replace(old, new, 1))
    assert any(each.startswith(problem) for each in found), found


def test_the_command_line_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my.overlay.yaml"
    path.write_text(FILE.replace("[integrity]", "[integrty]"), encoding="utf-8")
    assert cli.main(["check", str(path)]) == 1
    assert "my.overlay.yaml:7: hide[0]: integrty is not asked about" in capsys.readouterr().out


def test_what_somebody_brings_is_read_in_a_child() -> None:
    assert airlock.open_overlay(FILE.encode(), "o.yaml", words("en")) == overlay()
    with pytest.raises(FileProblems) as caught:
        airlock.open_overlay(FILE.replace("[integrity]", "[integrty]").encode(), "o.yaml", words())
    [problem] = caught.value.problems
    assert (problem.place.file, problem.place.line) == ("o.yaml", 7)


@pytest.mark.parametrize(
    ("data", "words_"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x: [1, 2", "o.yaml"),
        (b"[]", "expected a mapping of fields"),
        (b"a: &a [*a]", "unknown field"),
        (b"x" * (20 * 1024**2 + 1), "the file is larger than 20 MB"),
    ],
)
def test_what_is_no_overlay_is_refused_in_a_sentence(data: bytes, words_: str) -> None:
    with pytest.raises(FileProblems) as caught:
        airlock.open_overlay(data, "o.yaml", words("en"))
    assert words_ in str(caught.value)
