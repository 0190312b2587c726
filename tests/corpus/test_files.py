"""Which files a corpus has: all of them, each once, in the same order everywhere."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from assess.corpus.files import Law, Missed, find, told


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b/2.txt", "b/10.txt", "a/z/law.txt", "a/law.txt", "c.txt", ".git/x", "b/.hidden"):
        path = tmp_path / "laws" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "laws"


def names(*asked: str) -> list[str]:
    return [law.file for law in find(asked).laws]


def test_a_folder_is_walked_by_name_with_its_own_files_first_and_nothing_hidden(folder) -> None:
    below = [f"laws/{n}" for n in ("c.txt", "a/law.txt", "a/z/law.txt", "b/10.txt", "b/2.txt")]
    assert names("laws") == below
    assert names("laws/b/2.txt", "laws") == ["laws/b/2.txt", *below[:-1]]
    assert names("laws/.git/x") == ["laws/.git/x"], "what is named is meant"


def test_links_are_followed_and_circles_end(folder: Path) -> None:
    (folder / "b" / "round").symlink_to(folder)
    (folder / "d").symlink_to("d")
    (folder / "e").symlink_to("c.txt")
    (folder / "f").symlink_to("nowhere")
    found = find(["laws"])
    assert [law.file for law in found.laws].count("laws/c.txt") == 1
    assert "laws/e" in [law.file for law in found.laws]
    assert len(found.laws) == 6
    assert [each.file for each in found.missed] == ["laws/d", "laws/f"]
    assert {each.reason for each in found.missed} == {
        "a link that leads nowhere, or no file at all"
    }


def test_a_folder_that_may_not_be_read_is_told_and_the_rest_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.listdir

    def refusing(path: str) -> list[str]:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "listdir", refusing)
    found = find(["laws"])
    assert found.missed == (Missed("laws/a", "permission denied"),)
    assert [law.file for law in found.laws] == ["laws/c.txt", "laws/b/10.txt", "laws/b/2.txt"]


def test_the_file_that_the_lines_go_to_is_no_law(folder: Path) -> None:
    out = folder / "out.jsonl"
    out.write_text("{}", encoding="utf-8")
    assert "laws/out.jsonl" in names("laws")
    assert "laws/out.jsonl" not in [law.file for law in find(["laws"], besides=out).laws]
    assert len(find(["laws"], besides=folder / "b" / "out.jsonl").laws) == 6


def test_a_name_under_which_nothing_is_stops_before_anything_is_done(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        find(["laws", "lawz"])
    assert find([]).laws == ()


def test_a_file_name_in_another_encoding_can_be_told(folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/l\xf6i.txt")).write_text("law", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    (law,) = (each for each in find(["laws"]).laws if "\\xf6" in each.file)
    assert law.file == "laws/l\\xf6i.txt"
    assert law.read() == b"law"
    assert told("plain") == "plain"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_is_read_once_where_it_is_named_and_never_in_a_folder(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert [each.file for each in find(["laws"]).missed] == ["laws/pipe"]
    writing = os.open(folder / "pipe", os.O_RDWR)
    os.write(writing, b"Article 1")
    ends = Path(f"/dev/fd/{writing}")
    if not ends.exists():
        pytest.skip("open files have no names here")
    reading, other = os.pipe()
    os.write(other, b"Article 1")
    os.close(other)
    (law,) = find([f"/dev/fd/{reading}"]).laws
    os.close(reading)
    os.close(writing)
    assert law.data == b"Article 1"
    assert law.read() == law.read() == b"Article 1"
    assert law.sha256() == hashlib.sha256(b"Article 1").hexdigest()


def test_what_comes_without_a_file_has_a_name_too(folder: Path) -> None:
    assert find(["-", "-"], {"-": b"text"}).laws == (Law("-", "", b"text"),)
