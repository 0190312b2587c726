"""The library as files: every link leads somewhere, from a server and from a folder on a stick."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from assess.cli import main
from assess.errors import AssessError
from assess.library import Library
from assess.publication import Checkout, keeping
from assess.publication.index import Index
from assess.publication.page import MOST
from assess.publication.site import build
from tests.publication.made import DAY, NEXT, SLUG, changed, hostile, small
from tests.publication.raw import Raw, outside, resolved
from tests.shipped import LIBRARY

ORIGIN = "https://impact.example.org/cases"
ATOM = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def twice_kept(library: Library) -> Library:
    """The library with two snapshots of its case, and a change since."""
    keeping.write(library, DAY)
    keeping.write(changed(library), NEXT)
    return changed(library, "It was changed.", "It was undone.")


def written(library: Library, folder: Path, origin: str = "") -> dict[str, bytes]:
    """The files of the site, by their paths from its top."""
    build(library, folder, origin, brief=lambda slug: f"PK {slug}".encode())
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {f"/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}


def dead(files: dict[str, bytes]) -> list[str]:
    """Links within the site that lead nowhere."""
    pages = {
        name: Raw(content.decode()) for name, content in files.items() if name.endswith("html")
    }
    found = []
    for name, raw in pages.items():
        for link in raw.links:
            if outside(link):
                continue
            path, place = resolved(link, name)
            if path not in files or (place and place not in pages[path].ids):
                found.append(f"{name}: {link}")
    return found


@pytest.mark.parametrize("origin", ["", ORIGIN])
@pytest.mark.parametrize("make", [small, hostile])
def test_every_link_of_the_site_leads_to_one_of_its_files(
    tmp_path: Path, make: Callable[[Path], Library], origin: str
) -> None:
    files = written(twice_kept(make(tmp_path)), tmp_path / "site", origin)
    pages = [name for name in files if name.endswith(".html")]
    assert len(pages) == 8  # the list, the case, and three for each of two snapshots
    assert dead(files) == []


def test_the_site_of_the_whole_library_is_sound_light_and_without_a_dead_link(
    tmp_path: Path,
) -> None:
    library = LIBRARY
    files = written(library, tmp_path / "site", ORIGIN)
    assert dead(files) == []
    cases = [f"/cases/{case.id}.html" for case in library.cases()]
    assert len(cases) >= 40
    for name in cases:
        raw = Raw(files[name].decode())
        assert raw.wrong == [], name
        assert raw.fetched == [], name
        assert len(files[name]) <= MOST, name
        assert "shortened" not in raw.words, name


def test_a_dead_link_would_be_noticed(tmp_path: Path) -> None:
    files = written(twice_kept(small(tmp_path)), tmp_path / "site")
    name = next(each for each in files if each.endswith("/newest.html"))
    del files[name]
    assert len(dead(files)) == 2  # at the top and at the end of the snapshot
    del files[f"/cases/{SLUG}.json"]
    assert len(dead(files)) == 4


def test_no_page_needs_a_script_or_asks_for_anything(tmp_path: Path) -> None:
    files = written(twice_kept(hostile(tmp_path)), tmp_path / "site", ORIGIN)
    for name, content in files.items():
        if name.endswith(".html"):
            raw = Raw(content.decode())
            assert raw.wrong == [], name
            assert raw.fetched == [], name
            assert {each.get("type") for each in raw.named("script")} <= {"application/ld+json"}


def test_snapshots_are_the_very_bytes_that_are_kept(tmp_path: Path) -> None:
    library = twice_kept(small(tmp_path))
    files = written(library, tmp_path / "site", ORIGIN)
    line = Checkout(library).of(SLUG)
    assert len(line) == 2
    for each in line:
        assert files[f"/s/{each.address}.html"] == each.page
        assert files[f"/s/{each.address}.json"] == each.document
    onward = Raw(files[f"/s/{line[0].address}/newest.html"].decode())
    assert f"../{line[1].address}.html" in set(onward.links)


def test_the_list_as_data_keeps_to_its_schema(tmp_path: Path) -> None:
    library = twice_kept(small(tmp_path))
    files = written(library, tmp_path / "site")
    index = json.loads(files["/cases/index.json"])
    schema = json.loads(files["/cases/index.schema.json"])
    jsonschema.Draft202012Validator(schema).validate(index)
    (entry,) = Index.model_validate(index).cases
    assert entry.outcome == "adopted"
    assert [each.made_on for each in entry.snapshots] == [NEXT, DAY]
    assert entry.conclusions[0].harm.level == 2
    for link in (entry.page, entry.data, entry.snapshots[0].page, entry.snapshots[1].data):
        assert resolved(link, "/cases/index.json")[0] in files
    index["cases"][0]["kind"] = "hearsay"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(index)


def test_the_feed_names_each_snapshot_by_its_address(tmp_path: Path) -> None:
    library = twice_kept(small(tmp_path))
    files = written(library, tmp_path / "site", ORIGIN)
    feed = ElementTree.fromstring(files["/feed.atom"])
    newest, oldest = feed.findall("a:entry", ATOM)
    assert [each.findtext("a:updated", "", ATOM)[:10] for each in (newest, oldest)] == [
        "2026-12-01",
        "2026-11-22",
    ]
    address = Checkout(library).of(SLUG)[-1].address
    assert newest.findtext("a:id", "", ATOM).replace("-", "") == f"urn:uuid:{address}"
    link = newest.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == f"s/{address}.html"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}base") == f"{ORIGIN}/"


def test_only_with_an_address_is_there_a_map_and_a_qr_code(tmp_path: Path) -> None:
    library = twice_kept(small(tmp_path))
    without = written(library, tmp_path / "without")
    named = written(library, tmp_path / "with", ORIGIN)
    (address, _other) = (each.address for each in Checkout(library).of(SLUG))
    assert set(named) - set(without) == {
        "/robots.txt",
        "/sitemap.xml",
        *(f"/s/{each.address}/qr.svg" for each in Checkout(library).of(SLUG)),
    }
    found = ElementTree.fromstring(named["/sitemap.xml"])
    assert [each.text for each in found.iterfind(".//s:loc", ATOM)] == [
        f"{ORIGIN}/index.html",
        f"{ORIGIN}/cases/{SLUG}.html",
    ]
    assert not [name for name, content in without.items() if ORIGIN.encode() in content]
    use = f"/s/{address}/use.html"
    assert "does not know its own address" in Raw(without[use].decode()).words
    assert f"QR code of this address: {ORIGIN}/s/{address}.html" in Raw(named[use].decode()).words


def test_a_copy_can_be_checked_and_a_later_site_takes_the_place_of_an_earlier(
    tmp_path: Path,
) -> None:
    library, folder = small(tmp_path), tmp_path / "site"
    files = written(library, folder, ORIGIN)
    rows = [line.split("  ") for line in files["/SHA256SUMS"].decode().splitlines()]
    assert {f"/{name}" for _sum, name in rows} == set(files) - {"/SHA256SUMS"}
    assert all(hashlib.sha256(files[f"/{name}"]).hexdigest() == found for found, name in rows)
    again = build(library, folder)
    assert again.removed == 3  # map, robots, and the Word file
    assert not (folder / "robots.txt").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("thesis.docx", "mine"), ("SHA256SUMS", ""), ("SHA256SUMS", "0" * 64 + "  ../thesis.docx\n")],
)
def test_a_folder_that_holds_something_else_is_left_alone(
    tmp_path: Path, name: str, content: str
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / name).write_text(content, "utf-8")
    with pytest.raises(AssessError, match="holds something that is no earlier site"):
        build(small(tmp_path), folder)
    assert [path.name for path in folder.iterdir()] == [name]


def test_the_command_puts_a_brief_in_word_beside_each_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library, folder = small(tmp_path), tmp_path / "site"
    monkeypatch.setattr("assess.library.Library", lambda: library)
    assert main(["site", str(folder), "--origin", ORIGIN]) == 0
    assert capsys.readouterr().out == f"9 files, 0.1 MB in {folder}\n"
    with zipfile.ZipFile(folder / "cases" / f"{SLUG}.docx") as word:
        assert b"Locked Doors Act" in word.read("word/document.xml")
    page = Raw((folder / "cases" / f"{SLUG}.html").read_text("utf-8"))
    assert f"../cases/{SLUG}.docx" in set(page.links)


def test_the_command_says_where_a_case_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = changed(small(tmp_path), "kind: own-reading", "kind: hearsay")
    monkeypatch.setattr("assess.library.Library", lambda: broken)
    assert main(["site", str(tmp_path / "site")]) == 1
    assert "some cases could not be loaded; assess check says why" in capsys.readouterr().out


def test_the_command_refuses_what_is_no_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "site"), "--origin", "javascript:alert(1)"]) == 2
    told = capsys.readouterr().err
    assert told == (
        "assess: --origin javascript:alert(1): no address; write it as https://host/folder\n"
    )
    assert not (tmp_path / "site").exists()
