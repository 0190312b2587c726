"""The findings kept beside a case are compared with what is computed now, and renewed on demand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assess import expected
from assess.choices import Choices
from assess.library import Library
from assess.method import CONFIDENCE_WORDS, DEFAULT, DROPS, LIKELIHOOD_WORDS, STRENGTH_WORDS
from assess.yamlfile import read
from tests.made_library import CASE, EXPECTED, change, copied
from tests.shipped import LIBRARY

NAME = "2020-example"


@pytest.mark.parametrize(
    ("kept", "now", "spot", "words"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, (), "b is computed, but does not stand here"),
        ({"a": 1, "b": 2}, {"a": 1}, ("b",), "stands here, but is no longer computed"),
        ({"a": [1, 2]}, {"a": [1, 3]}, ("a", 1), "2 stands here, 3 is computed"),
        ({"a": [1, 2]}, {"a": [1]}, ("a",), "2 entries stand here, 1 are computed"),
        ({"a": 1}, {"a": 1.0}, ("a",), "1 stands here, 1.0 is computed"),
        ({"a": True}, {"a": 1}, ("a",), "True stands here, 1 is computed"),
        ({"a": None}, {"a": "x"}, ("a",), "nothing stands here, x is computed"),
        ({"a": {}}, {"a": []}, ("a",), "a group of fields stands here, a list is computed"),
        ({"a": 0.1}, {"a": 0.10000000000000002}, ("a",), "0.1 stands here, 0.10000000000000002"),
        ("x" * 90, "y", (), f"{'x' * 60}… stands here"),
    ],
)
def test_the_first_difference_is_named(
    kept: object, now: object, spot: tuple[object, ...], words: str
) -> None:
    found = expected.difference(kept, now)
    assert found is not None
    assert found[0] == spot
    assert words in found[1]


def test_equal_documents_have_no_difference() -> None:
    same = {"a": [1, {"b": None, "c": (0.5, "x")}]}
    assert expected.difference({"a": [1, {"b": None, "c": [0.5, "x"]}]}, same) is None


def test_what_is_written_is_what_is_computed_byte_for_byte_twice(tmp_path: Path) -> None:
    root = copied(tmp_path)
    assert expected.write(Library(root)) == [root / EXPECTED]
    first = (root / EXPECTED).read_bytes()
    assert first.startswith(b"# Computed from case.yaml by `python -m assess.expected --write`")
    assert expected.write(Library(root)) == []
    (root / EXPECTED).unlink()
    expected.write(Library(root))
    assert (root / EXPECTED).read_bytes() == first


def test_checking_changes_nothing_and_writing_renews(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copied(tmp_path)
    assert expected.main(["--check"], Library(root)) == 1
    assert "expected.yaml: missing; write it" in capsys.readouterr().out
    assert not (root / EXPECTED).exists()
    assert expected.main(["--write"], Library(root)) == 0
    assert "written: " in capsys.readouterr().out
    assert expected.main(["--check"], Library(root)) == 0
    change(root / CASE, "harm: material", "harm: major")
    assert expected.main(["--check"], Library(root)) == 1
    assert "input_sha256" in capsys.readouterr().out


def test_one_of_checking_and_writing_must_be_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        expected.main([])
    assert "--check --write is required" in capsys.readouterr().err


SECOND = """\
"1"
        text: Doors shall be locked.
  - id: d2
    based_on: d1
    provisions:
      - id: "1"
        text: Doors shall be locked."""


def test_a_case_with_two_drafts_keeps_both_and_what_their_comparison_says(tmp_path: Path) -> None:
    root = copied(tmp_path)
    change(root / CASE, '"1"\n        text: Doors shall be locked.\n', f"{SECOND}\n")
    kept = written(root)
    assert list(kept["drafts"]) == ["d1", "d2"]
    harm = {name: draft["nodes"]["easy-access"]["harm"] for name, draft in kept["drafts"].items()}
    assert harm["d1"] == harm["d2"], "carried over"
    assert kept["comparison"]["options"]["d2"]["first"] == [0.0, 1.0], "answers are missing"
    assert kept["comparison"]["steps"] == [{"step": "d1 to d2", "moves": []}]


def written(root: Path) -> dict[str, Any]:
    """What the file of the small case says once it is renewed."""
    expected.write(Library(root))
    data = read(root / EXPECTED).data
    assert isinstance(data, dict)
    return data


def test_a_file_is_short_enough_to_be_read(tmp_path: Path) -> None:
    kept = written(copied(tmp_path))
    assert kept["drafts"]["d1"]["verdict"]["harm"]["class"] == 2
    for slug in LIBRARY.case_ids():
        lines = (LIBRARY.case_folder(slug) / expected.FILE).read_text("utf-8").splitlines()
        case = LIBRARY.case(slug)
        parts = len(LIBRARY.framework_of(case).nodes)
        assert len(lines) < 3.2 * parts * len(case.drafts), slug


def test_a_node_has_its_class_chances_and_bounds_for_each_side_found(tmp_path: Path) -> None:
    root = copied(tmp_path)
    nodes = written(root)["drafts"]["d1"]["nodes"]
    framework = Library(root).framework("small", "1.0.0")
    assert list(nodes) == [node.id for node in framework.nodes]
    assert nodes["easy-access"] == {
        "mode": "answered",
        "harm": {
            "class": 2,
            "p": [0.918, 0.8369, 0.081],
            "range": [2, 2],
            "low": [0.8741, 0.797, 0.0771],
            "high": [0.9616, 0.8769, 0.0848],
        },
    }


KINDS_OF_NUMBERS: list[tuple[str, dict[str, Any]]] = [
    ("a likelihood", {"likelihoods": (LIKELIHOOD_WORDS[1]._replace(centre=0.94),)}),
    ("a confidence", {"confidences": (CONFIDENCE_WORDS[0]._replace(share=0.79),)}),
    ("a strength no answer here meets", {"strengths": (STRENGTH_WORDS[0]._replace(high=0.31),)}),
    ("a drop", {"drops": (DROPS[0]._replace(harm=1),)}),
    ("the spread", {"spread": 0.33}),
    ("a cut-off", {"broken": 0.67}),
    ("a firmness", {"firm": 0.91}),
]


@pytest.mark.parametrize(
    "changed", [numbers for _, numbers in KINDS_OF_NUMBERS], ids=[k for k, _ in KINDS_OF_NUMBERS]
)
def test_any_number_of_the_method_that_changes_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any]
) -> None:
    root = copied(tmp_path)
    kept = written(root)
    renewed = {name: _with(getattr(DEFAULT, name), new) for name, new in changed.items()}
    monkeypatch.setattr(Choices, "method", lambda _: replace(DEFAULT, **renewed))
    found = expected.difference(kept, expected.computed(Library(root).case(NAME), Library(root)))
    assert found
    assert found[0] == ("method",)


def _with(all_words: Any, new: Any) -> Any:
    """The words of the method with those of the same name replaced."""
    if not isinstance(new, tuple):
        return new
    return tuple(next((n for n in new if n[0] == old[0]), old) for old in all_words)


def test_a_change_of_how_it_is_computed_shows_though_no_number_changed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    kept = written(root)
    kept["drafts"]["d1"]["nodes"]["easy-access"]["harm"]["p"][1] += 0.0001
    found = expected.difference(kept, expected.computed(Library(root).case(NAME), Library(root)))
    assert found
    assert found[0] == ("drafts", "d1", "nodes", "easy-access", "harm", "p", 1)
