"""A file is read into a model, or every mistake in it is told with its line."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from assess.errors import FileProblems
from assess.value import Line, Slug, Text, Value
from assess.yamlfile import OneLine, dump, load, read


class Leg(Value):
    length: int


class Table(Value):
    id: Slug
    title: Line
    wood: Literal["oak", "beech"] = "oak"
    painted: bool = False
    made: datetime.date | None = None
    height: float = 1.0
    note: Text = ""
    legs: tuple[Leg, ...] = ()
    names: dict[Slug, Line] = Field(default_factory=dict)


def saved(folder: Path, text: str | bytes) -> Path:
    path = folder / "table.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def told(folder: Path, text: str | bytes) -> list[str]:
    """What is said of this text; the whole file is named table.yaml."""
    with pytest.raises(FileProblems) as caught:
        load(saved(folder, text), Table, root=folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_file_without_mistakes_becomes_its_model(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        "\ufeff# a comment\nid: round\ntitle: Round, and 'oak'\npainted: true\nmade: 2020-02-29\n"
        "height: 0.5\nnote: |\n  two\n  lines\nlegs:\n  - length: 3\nnames: {fr: Ronde}\r\n",
    )
    table = load(path, Table)
    assert table == Table(
        id="round",
        title="Round, and 'oak'",
        painted=True,
        made=datetime.date(2020, 2, 29),
        height=0.5,
        note="two\nlines\n",
        legs=(Leg(length=3),),
        names={"fr": "Ronde"},
    )


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        "id: Round Table\ntitle: a\ntitle: b\nwood: oka\npaintd: true\nlegs:\n- length: long\n",
    ) == [
        'table.yaml:1: id: "Round Table" is not an identifier; use lower-case letters, digits and'
        " single hyphens",
        "table.yaml:3: title: given twice, first in line 2; keep one of them",
        'table.yaml:4: wood: "oka" is not a choice here; did you mean oak?',
        "table.yaml:5: paintd: unknown field; did you mean painted?",
        "table.yaml:7: legs[0].length: must be a whole number, not text",
    ]


def test_a_misspelt_field_is_told_once_and_not_as_missing_too(tmp_path: Path) -> None:
    assert told(tmp_path, "id: a\ntitel: b\n") == [
        "table.yaml:2: titel: unknown field; did you mean title?"
    ]


GOOD = "id: a\ntitle: b\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: a\n", 1, "title: missing; add it"),
        ("id: a\ntitle: no\n", 2, "title: no without quotes means different things to different"),
        ("id: a\ntitle: no\n", 2, 'write it in quotes: "no"'),
        ("id: a\ntitle: 1.0\n", 2, 'title: 1.0 is read as a number; write it in quotes: "1.0"'),
        ("id: a\ntitle: true\n", 2, 'true is read as true or false; write it in quotes: "true"'),
        ("id: a\ntitle: 2020-01-02\n", 2, 'read as a date; write it in quotes: "2020-01-02"'),
        ("id: a\ntitle: 12:30\n", 2, 'write it in quotes: "12:30"'),
        ("id: a\ntitle: 2020-13-45\n", 2, 'write it in quotes: "2020-13-45"'),
        ("id: a\ntitle:\n", 2, 'title: nothing is written here; write the text, or "" for none'),
        (GOOD + "painted: yes\n", 3, "painted: yes without quotes"),
        (GOOD + "painted: yes\n", 3, "write true or false"),
        (GOOD + "legs:\n- length: 010\n", 4, "legs[0].length: 010 without quotes"),
        (GOOD + "legs:\n- length: 010\n", 4, "write it as a plain number"),
        (GOOD + "height: .inf\n", 3, "write it as a plain number"),
        (GOOD + f"legs:\n- length: {'9' * 5000}\n", 4, "write it as a plain number"),
        (GOOD + "legs: 4\n", 3, "legs: must be a list, not a number"),
        (GOOD + "names:\n  no: x\n", 4, 'a field cannot be named no without quotes; write "no"'),
        (GOOD + "1: x\n", 3, "the name of a field must be text; write it in quotes"),
        (GOOD + "? [a, {b: c}]\n: x\n", 3, "must be one word, not a list or mapping"),
        (GOOD + "<<: {note: x}\n", 3, "<< merges one mapping into another; write the fields out"),
        (GOOD + "note: !!str x\n", 3, "note: types are not written here; remove the word that"),
        (GOOD + "note: &x y\n", 3, "note: &x names a part of the file for repeating; remove"),
        ("id: &x a\ntitle: *x\n", 2, "title: *x repeats another part of the file; write that"),
        (GOOD + "legs: " + "[" * 60 + "]" * 60, 3, "nested more than 40 deep"),
        (GOOD + "---\nid: b\n", 3, "a second document starts here; keep one to a file"),
        (GOOD + "note:\n\t- x\n", 4, "the line is indented with a tab; use spaces"),
        (GOOD + "note: @x\n", 3, "text cannot start with @, `, % or a tab; write it in quotes"),
        (GOOD + "note: a: b\n", 3, "a colon here is not expected; write text with a colon in"),
        (GOOD + "note: 'x\n\n", 5, "quotes opened in line 3 are never closed; close them"),
        (GOOD + 'note: "\\q"\n', 3, "a backslash in double quotes is special"),
        (GOOD + "legs: [1\nnote: x\n", 4, "a bracket opened in line 3 is not closed"),
        (GOOD + "legs:\n- length: 1\nx\n", 6, "the name of a field needs a colon after it"),
        (GOOD + 'note: "a" b\n', 3, "does not fit what began in line 1; mend the indent"),
        ("- a\nid: b\n", 2, "does not fit the list that began in line 1; mend the indent"),
        (GOOD + "note: }\n", 3, "text cannot start with a bracket or comma"),
        (GOOD + "note: | x\n", 3, "this is not YAML"),
        (GOOD + "note: a\u2028b\n", 3, "character 8 (U+2028) cannot be seen; remove it"),
        (GOOD + "note: a\x07b\n", 3, "character 8 (U+0007) cannot be seen; remove it"),
        (GOOD + 'note: "\\e"\n', 3, "note: character 1 (U+001B) is a control character"),
        (b"id: a\ntitle: \xe9t\xe9\n", 2, "this is not UTF-8 text; save the file with the"),
        ("[]\n", 1, "expected a mapping of fields"),
        ("just words\n", 1, "expected a mapping of fields"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_how_to_mend_it(
    tmp_path: Path, text: str | bytes, line: int, words: str
) -> None:
    found = [each for each in told(tmp_path, text) if words in each]
    assert len(found) == 1, told(tmp_path, text)
    assert found[0].startswith(f"table.yaml:{line}: ")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\n\n"])
def test_an_empty_file_is_called_empty(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == ["table.yaml: the file is empty"]


def test_what_was_refused_as_yaml_is_not_refused_again_as_a_value(tmp_path: Path) -> None:
    assert len(told(tmp_path, GOOD + "painted: !!str true\n")) == 1
    assert len(told(tmp_path, GOOD + "names:\n  no: x\n")) == 1


def test_a_part_given_twice_does_not_move_the_lines_of_the_first(tmp_path: Path) -> None:
    document = read(saved(tmp_path, GOOD + "legs:\n- length: 1\nlegs:\n- length: 2\n"))
    assert document.data["legs"] == [{"length": 1}]
    assert document.place("legs", 0, "length").line == 4


def test_a_chain_of_repeats_is_refused_before_it_grows(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{new}: &{new} [" + ", ".join([f"*{old}"] * 9) + "]\n"
    found = told(tmp_path, bomb)
    assert (
        "table.yaml:2: b[0]: *a repeats another part of the file; write that part out again"
        in found
    )
    assert len(found) < 150


def test_a_file_over_5_mb_is_not_read(tmp_path: Path) -> None:
    assert told(tmp_path, "x" * 5_000_001) == ["table.yaml: larger than 5 MB; split it"]


def test_deep_brackets_neither_crash_nor_hang(tmp_path: Path) -> None:
    assert len(told(tmp_path, "[" * 100_000)) == 1


def test_a_file_that_is_not_there_is_told_by_its_short_name(tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match=r"^table.yaml: no such file or directory; check"):
        load(tmp_path / "table.yaml", Table, root=tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match="is a directory"):
        load(tmp_path, Table)


def test_files_are_named_from_the_current_folder_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileProblems, match=r"^table.yaml: "):
        load(path, Table, root=tmp_path.parent)
    monkeypatch.chdir("/")
    with pytest.raises(FileProblems, match=r"table.yaml: "):
        load(path, Table)


def test_a_place_that_is_not_there_is_given_the_line_of_what_holds_it(tmp_path: Path) -> None:
    document = read(saved(tmp_path, GOOD + "names:\n  fr: x\n"), tmp_path)
    assert str(document.place("names", "fr")) == "table.yaml:4: names.fr"
    assert str(document.place("names", "de")) == "table.yaml:3: names.de"
    assert document.place().line == 1


def test_what_is_dumped_is_read_again_the_same(tmp_path: Path) -> None:
    same = [0.1]
    data = {
        "no": "yes",
        "share": 0.30000000000000004,
        "small": 1e-9,
        "whole": 1.0,
        "text": "two\nlines, and é: # no comment",
        "nothing": None,
        "again": [same, same],
        "date": "2020-01-02",
        "number": "010",
    }
    text = dump(data, "first\nsecond")
    assert text.startswith("# first\n# second\n")
    document = read(saved(tmp_path, text))
    assert document.data == data
    assert document.problems == ()


def test_a_mapping_can_be_asked_to_stand_in_one_line() -> None:
    inner = OneLine(harm={"p": [0.25] * 30}, said="yes: no")
    text = dump({"node": inner}, "first\n\nlast")
    assert text.startswith("# first\n#\n# last\nnode: {harm: {p: [0.25, ")
    assert text.endswith("]}, said: 'yes: no'}\n")
    assert text.count("\n") == 4
