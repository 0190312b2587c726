"""Snapshots in the checkout: made when something changed, and never touched again."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from assess import cli
from assess.library import Library
from assess.publication import Checkout, Snapshot, keeping
from tests.publication.made import DAY, NEXT, SLUG, changed, small, with_a_newer_framework
from tests.shipped import LIBRARY


def kept(library: Library) -> dict[str, bytes]:
    folder = library.case_folder(SLUG) / "snapshots"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small library with its case kept once."""
    made = small(tmp_path)
    keeping.write(made, DAY)
    return Library(made.root)


def test_a_case_is_kept_as_data_and_as_a_page_under_its_address(library: Library) -> None:
    (snapshot,) = Checkout(library).of(SLUG)
    assert set(kept(library)) == {
        f"{snapshot.address}.json",
        f"{snapshot.address}.html.gz",
        "SHA256SUMS",
    }
    assert (snapshot.made_on, snapshot.follows, snapshot.slug) == (DAY, None, SLUG)
    assert keeping.problems(library) == ()


def test_nothing_is_made_again_while_the_case_says_the_same(library: Library) -> None:
    before = kept(library)
    assert keeping.write(library, NEXT) == []
    assert kept(library) == before


@pytest.mark.parametrize("change", [changed, with_a_newer_framework])
def test_a_change_makes_a_new_one_that_follows_and_leaves_the_old_as_it_was(
    library: Library, change: Callable[[Library], Library]
) -> None:
    before = kept(library)
    library = change(library)
    assert keeping.write(library, NEXT) == [library.case_folder(SLUG) / "snapshots"]
    after = kept(library)
    assert len(after) == len(before) + 2
    assert all(after[name] == before[name] for name in before if name != "SHA256SUMS")
    assert after["SHA256SUMS"].startswith(before["SHA256SUMS"])
    first, second = Checkout(Library(library.root)).of(SLUG)
    assert (second.follows, second.made_on) == (first.address, NEXT)
    assert keeping.problems(library) == ()


def test_the_newest_of_a_line_is_found_from_each_of_it(library: Library) -> None:
    library = changed(library)
    keeping.write(library, NEXT)
    checkout = Checkout(Library(library.root))
    first, second = checkout.of(SLUG)

    async def asked() -> tuple[object, ...]:
        return (
            await checkout.newest(first.address),
            await checkout.newest(second.address),
            await checkout.newest("0" * 32),
            await checkout.find(first.address),
            await checkout.find(f"../{first.address}"),
            [each.address for each in await checkout.listed()],
        )

    assert asyncio.run(asked()) == (
        *(second.address, second.address, None, first, None),
        [second.address],
    )


def spoilt(library: Library, ending: str, old: bytes, new: bytes) -> None:
    (path,) = (library.case_folder(SLUG) / "snapshots").glob(f"*{ending}")
    packed = path.suffix == ".gz"
    content = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
    assert old in content
    changed = content.replace(old, new, 1)
    path.write_bytes(gzip.compress(changed) if packed else changed)


def turned(library: Library) -> None:
    """Puts the second snapshot before the first in the list."""
    keeping.write(changed(library), NEXT)
    path = library.case_folder(SLUG) / "snapshots" / "SHA256SUMS"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[2:], *lines[:2]]), "utf-8")


def removed(library: Library) -> None:
    (path,) = (library.case_folder(SLUG) / "snapshots").glob("*.html.gz")
    path.unlink()


def added(library: Library) -> None:
    (library.case_folder(SLUG) / "snapshots" / "notes.txt").write_text("mine", "utf-8")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda at: spoilt(at, ".html.gz", b"Locked Doors", b"Open Doors"), "gz: not what its sum"),
        (lambda at: spoilt(at, ".json", b"Locked Doors", b"Open Doors"), "put back the file as it"),
        (lambda at: spoilt(at, "SHA256SUMS", b"  ", b" "), "SHA256SUMS:1: not a line of a sum"),
        (turned, "SHA256SUMS:1: does not follow the snapshot in the line before"),
        (removed, "gz: missing; somebody may have cited it"),
        (added, "notes.txt: no line of SHA256SUMS names it"),
    ],
)
def test_what_was_touched_is_told(
    library: Library, harm: Callable[[Library], None], words: str
) -> None:
    harm(library)
    told = [str(each) for each in keeping.problems(Library(library.root))]
    assert any(words in each for each in told), told
    assert keeping.main(["--check"], Library(library.root)) == 1


def test_assess_check_tells_it_too(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("assess.library.Library", lambda: library)
    cli.main(["check"])
    assert "somebody may have cited it" not in capsys.readouterr().out
    removed(library)
    assert cli.main(["check"]) == 1
    assert "somebody may have cited it" in capsys.readouterr().out


def test_nothing_is_written_beside_what_was_touched(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    removed(library)
    before = kept(library)
    assert keeping.main(["--write"], changed(library)) == 1
    assert "missing; somebody may have cited it" in capsys.readouterr().out
    assert kept(library) == before


def test_the_command_makes_checks_and_says_what_is_due(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small(tmp_path).root
    assert keeping.main(["--check"], Library(root)) == 1
    assert f"{SLUG}: no snapshot of it as it is" in capsys.readouterr().out
    assert keeping.main(["--write", SLUG], Library(root)) == 0
    assert f"written: cases/{SLUG}/snapshots" in capsys.readouterr().out
    assert keeping.main(["--check"], Library(root)) == 0


def test_a_document_that_is_not_what_its_name_says_is_not_shown(library: Library) -> None:
    spoilt(library, ".json", b"Locked Doors", b"Open Doors")
    assert Checkout(Library(library.root)).of(SLUG) == ()


def test_a_page_that_cannot_be_unpacked_is_not_shown(library: Library) -> None:
    (path,) = (library.case_folder(SLUG) / "snapshots").glob("*.html.gz")
    for content in (b"", b"no gzip at all", path.read_bytes()[:-20]):
        path.write_bytes(content)
        assert Checkout(Library(library.root)).of(SLUG) == ()


def test_the_snapshots_of_this_repository_are_as_they_were_made() -> None:
    assert keeping.problems(LIBRARY) == ()


def test_a_snapshot_gives_back_its_bytes(library: Library) -> None:
    (snapshot,) = Checkout(library).of(SLUG)
    files = kept(library)
    assert snapshot == Snapshot(
        files[f"{snapshot.address}.json"], gzip.decompress(files[f"{snapshot.address}.html.gz"])
    )
