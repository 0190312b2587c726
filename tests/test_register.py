"""A published version of a framework never changes: a comma is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import published, register
from assess.check import check
from assess.errors import FileProblems, UnknownFramework
from assess.framework import FrameworkRef
from assess.library import CHECKOUT, Library
from tests.made_library import FRAMEWORK, KINDS, change, copied
from tests.shipped import LIBRARY

REGISTER = "frameworks/published.yaml"
SMALL = FrameworkRef(id="small", version="1.0.0")
NEVER = (
    "changed since it was published, and a published version never changes; put back what stood"
    " here, then copy the folder under the next version number and change that"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library whose one framework is published."""
    made = copied(tmp_path)
    assert published.publish(Library(made)) == (SMALL,)
    return made


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check(Library(root), [root / "frameworks"])]


def next_version(root: Path) -> Path:
    """The framework copied under the next version number, with a list of nothing changed."""
    old = root / "frameworks/small/1.0.0"
    new = root / "frameworks/small/1.0.1"
    new.mkdir()
    for name in ("framework.yaml", "interventions.yaml", "CHANGES.md"):
        text = (old / name).read_text(encoding="utf-8")
        text = text.replace("\nversion: 1.0.0", "\nversion: 1.0.1")
        (new / name).write_text(text, encoding="utf-8")
    (new / "changes.yaml").write_text("since: 1.0.0\nchanges: []\n", encoding="utf-8")
    return new


def test_what_is_published_and_unchanged_has_no_problem(root: Path) -> None:
    assert told(root) == []
    assert register.unpublished(Library(root)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FRAMEWORK, "summary: One property, two enablers, one goal.",
         "summary: One property two enablers, one goal."),
        (FRAMEWORK, "# A made framework, small enough", "# A made framework small enough"),
        (FRAMEWORK, "      minor: A few do not.\n", "      minor: A few do not. \n"),
        (KINDS, "confidence: high", "confidence: low"),
    ],
)  # fmt: skip
def test_a_comma_changed_in_a_published_version_is_caught(
    root: Path, file: str, old: str, new: str
) -> None:
    change(root / file, old, new)
    assert told(root) == [f"{file}: {NEVER}"]


def test_the_ends_of_lines_make_no_difference(root: Path) -> None:
    for name in (FRAMEWORK, KINDS):
        text = (root / name).read_bytes()
        (root / name).write_bytes(text.replace(b"\n", b"\r\n"))
    assert told(root) == []


def test_a_file_taken_from_a_published_version_is_missed(root: Path) -> None:
    (root / KINDS).unlink()
    assert told(root) == [
        f"{REGISTER}:5: versions[0]: small 1.0.0 is published, but its interventions.yaml is gone;"
        " put it back"
    ]


def test_a_file_added_to_a_published_version_is_caught(tmp_path: Path) -> None:
    root = copied(tmp_path)
    kinds = (root / KINDS).read_text(encoding="utf-8")
    (root / KINDS).unlink()
    published.publish(Library(root))
    assert told(root) == []
    (root / KINDS).write_text(kinds, encoding="utf-8")
    assert told(root) == [f"{KINDS}: {NEVER}"]


def test_a_page_can_ask_whether_a_version_was_changed(root: Path) -> None:
    library = Library(root)
    assert not register.is_changed(library, SMALL)
    assert not register.is_changed(library, FrameworkRef(id="small", version="9.0.0"))
    change(root / FRAMEWORK, "summary: All speak it.", "summary: Everybody speaks it.")
    assert register.is_changed(library, SMALL)
    (root / REGISTER).write_text("versions: none\n", encoding="utf-8")
    assert not register.is_changed(library, SMALL)


def test_what_may_grow_in_place_makes_no_difference(root: Path) -> None:
    folder = root / "frameworks/small/1.0.0"
    (folder / "CHANGES.md").write_text("# More words\n", encoding="utf-8")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "notes.txt").write_text("More words.\n", encoding="utf-8")
    assert told(root) == []


def test_a_version_not_published_yet_may_change_and_is_no_problem(root: Path) -> None:
    new = next_version(root)
    assert told(root) == []
    change(new / "framework.yaml", "# A made framework, small", "# Another framework, small")
    assert told(root) == []
    assert [ref.version for ref in register.unpublished(Library(root))] == ["1.0.1"]


def test_publishing_adds_a_version_and_leaves_the_others_as_they_stand(root: Path) -> None:
    before = (root / REGISTER).read_text(encoding="utf-8")
    next_version(root)
    assert [ref.version for ref in published.publish(Library(root), ["small"])] == ["1.0.1"]
    after = (root / REGISTER).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "changes.yaml" in after.removeprefix(before)
    assert published.publish(Library(root)) == ()
    assert (root / REGISTER).read_text(encoding="utf-8") == after


def test_publishing_is_refused_where_a_published_version_has_changed(root: Path) -> None:
    change(root / FRAMEWORK, "summary: All speak it.", "summary: Everybody speaks it.")
    next_version(root)
    before = (root / REGISTER).read_bytes()
    with pytest.raises(FileProblems, match="changed since it was published"):
        published.publish(Library(root))
    assert (root / REGISTER).read_bytes() == before


def test_what_check_has_something_to_say_of_is_not_published(tmp_path: Path) -> None:
    root = copied(tmp_path)
    change(root / FRAMEWORK, "major: A moat.", 'major: ""')
    with pytest.raises(FileProblems, match=r"levels\.major: empty"):
        published.publish(Library(root))
    assert not (root / REGISTER).exists()


def test_a_name_that_leads_nowhere_is_told(root: Path) -> None:
    with pytest.raises(UnknownFramework, match="there is no framework smal; did you mean small"):
        published.publish(Library(root), ["smal"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("version: 1.0.0", "version: 2.0.0", "small 2.0.0 is published, but its framework.yaml is"),
        ("version: 1.0.0", "verson: 1.0.0", "versions[0].verson: unknown field; did you mean ver"),
        ("framework.yaml: ", "framework.yaml: x", "versions[0].files.framework.yaml: "),
        ("files: {framework.yaml", "files: {framwork.yaml", "did you mean framework.yaml?"),
    ],
)
def test_a_mistyped_register_is_told(root: Path, old: str, new: str, words: str) -> None:
    change(root / REGISTER, old, new)
    assert any(each.startswith(REGISTER) and words in each for each in told(root)), told(root)


def test_a_version_that_stands_twice_in_the_register_is_told(root: Path) -> None:
    text = (root / REGISTER).read_text(encoding="utf-8")
    row = text[text.index("- id:") :]
    (root / REGISTER).write_text(text + row, encoding="utf-8")
    assert [each.split("]: ")[1] for each in told(root)] == [
        "small 1.0.0 stands here twice; keep the first"
    ]


def test_a_copy_outside_the_library_is_nobodys_published_version(
    root: Path, tmp_path: Path
) -> None:
    other = tmp_path / "mine"
    (root / "frameworks/small").rename(other)
    assert list(register.changed(other / "1.0.0/framework.yaml", Library(root))) == []


def test_the_command_says_what_was_published_and_what_may_still_change(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    next_version(root)
    assert published.main([], Library(root)) == 0
    assert capsys.readouterr().out == "not published yet: small 1.0.1\n"
    assert published.main(["--write"], Library(root)) == 0
    assert capsys.readouterr().out == "published: small 1.0.1\n"
    change(root / FRAMEWORK, "summary: All speak it.", "summary: Everybody speaks it.")
    assert published.main(["--write"], Library(root)) == 1
    assert "changed since it was published" in capsys.readouterr().out


def test_the_first_framework_is_published() -> None:
    first = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
    library = LIBRARY
    assert register.register(library).get(first) == register.as_it_is(library, first)
    assert list(register.problems(library)) == []
    assert register.file_of(library) == CHECKOUT / REGISTER
