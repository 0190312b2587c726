"""The findings kept beside a case are compared with what is computed now, and renewed on demand."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import expected
from assess.library import Library
from tests.made_library import CASE, EXPECTED, change, copied


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
    kept = expected.computed(Library(root).case("2020-example"), Library(root))
    assert set(kept) == {"drafts", "comparison"}
    drafts, comparison = kept["drafts"], kept["comparison"]
    assert isinstance(drafts, dict)
    assert isinstance(comparison, dict)
    assert list(drafts) == ["d1", "d2"]
    assert drafts["d2"]["nodes"]["easy-access"]["said"] == "effect", "carried over"
    assert [option["id"] for option in comparison["options"]] == ["d1", "d2"]
