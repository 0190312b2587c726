"""The file of lines: what stands is never lost, and what stands is not done again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from assess.corpus import documents
from assess.corpus.record import Done, Record
from assess.errors import AssessError

TODAY = {"en": "1.0.0+aaa", "fr": "1.0.0+bbb"}


def version(language: str | None) -> str:
    return TODAY.get(language or "", "")


def screening(sha256: str, language: str | None = "en", **more: Any) -> dict[str, Any]:
    plain = {"format": "assess-screening/1", "file": f"{sha256}.txt", "language": language}
    plain |= {"lexicon": {"version": version(language)}, "chain": "3 Artikel — 1–3"}
    return documents.screened(plain, sha256, None) | more


def written(path: Path, *found: dict[str, Any]) -> bytes:
    path.write_bytes(b"".join(map(documents.to_line, found)))
    return path.read_bytes()


STANDING = [
    ("the same words", screening("a"), None, "a.txt"),
    ("no lexicon then and now", screening("a", "fi"), None, "a.txt"),
    ("other words since", screening("a", lexicon={"version": "1.0.0+old"}), None, None),
    ("a lexicon since", screening("a", "fr", lexicon={"version": ""}), None, None),
    ("asked for in another language", screening("a"), "fr", None),
    ("other content", screening("b"), None, None),
]


@pytest.mark.parametrize(("why", "line", "asked", "name"), STANDING, ids=[s[0] for s in STANDING])
def test_a_screening_stands_while_file_language_and_words_are_the_same(
    why: str, line: dict[str, Any], asked: str | None, name: str | None
) -> None:
    assert Done(version, [line]).screened("a", asked) == name


def test_the_last_screening_of_a_file_counts() -> None:
    old = screening("a", lexicon={"version": "1.0.0+old"})
    assert Done(version, [old, screening("a")]).screened("a", None) == "a.txt"
    assert Done(version, [screening("a"), old]).screened("a", None) is None


def test_an_unread_file_is_not_done_but_need_not_be_told_twice() -> None:
    unread = documents.unread("a.txt", "a", "too slow")
    done = Done(version, [unread])
    assert done.screened("a", None) is None
    assert done.said(unread)
    assert not done.said(unread | {"reason": "damaged"})


def test_lines_are_added_to_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Record(path, version) as record:
        record.append(documents.to_line(screening("a")))
        record.append(documents.to_line(documents.copy("b.txt", "a", "a.txt")))
    with Record(path, version) as record:
        assert not record.mended
        assert record.done.screened("a", None) == "a.txt"
        assert record.done.said(documents.copy("b.txt", "a", "a.txt"))
        record.append(documents.to_line(screening("c")))
    assert len(path.read_bytes().splitlines()) == 3


def test_a_line_cut_off_anywhere_is_taken_out_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    whole = written(path, screening("a"), screening("b"))
    first = whole.index(b"\n") + 1
    for cut in range(first, len(whole) - 1):
        path.write_bytes(whole[:cut])
        with Record(path, version) as record:
            assert record.mended == (cut > first)
            assert record.done.screened("a", None)
            assert not record.done.screened("b", None)
            record.append(documents.to_line(screening("b")))
        assert path.read_bytes() == whole


def test_a_whole_line_that_only_lacks_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    whole = written(path, screening("a"))
    path.write_bytes(whole[:-1])
    with Record(path, version) as record:
        assert not record.mended
        assert record.done.screened("a", None)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "foreign",
    [b"My notes", b"My notes\n", b"[1]\n", b'{"format": "assess/1"}\n', b"\0\0\n", b"[" * 100_000],
)
def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path, foreign: bytes) -> None:
    path = tmp_path / "notes.txt"
    start = written(path, screening("a"))
    path.write_bytes(start + foreign)
    with pytest.raises(AssessError, match=r"notes.txt:2: no line of a screening; name another"):
        Record(path, version)
    assert path.read_bytes() == start + foreign


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        Record(tmp_path, version)
    with pytest.raises(AssessError, match="not a plain file; name one, or leave --out away"):
        Record(Path(os.devnull), version)


def test_two_runs_do_not_write_to_one_file(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    path = tmp_path / "out.jsonl"
    with (
        Record(path, version),
        pytest.raises(AssessError, match="another run is writing to it; wait for it"),
    ):
        Record(path, version)
    Record(path, version).__exit__(None, None, None)


def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path: Path, monkeypatch) -> None:
    def full(_fd: int, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with Record(tmp_path / "out.jsonl", version) as record, monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left") as refused:
            record.append(b"{}\n")
    assert refused.value.filename == str(tmp_path / "out.jsonl")
