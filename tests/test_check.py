"""Every problem of frameworks and cases is told, with its line and how to mend it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assess import bundle, expected
from assess.check import check
from assess.library import Library
from tests.made_library import CASE, EXPECTED, FRAMEWORK, KINDS, change, copied


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with nothing wrong in it."""
    made = copied(tmp_path)
    expected.write(Library(made))
    return made


def told(root: Path, *paths: Path) -> list[str]:
    return [str(problem) for problem in check(Library(root), paths)]


def test_the_small_library_has_no_problem(root: Path) -> None:
    assert told(root) == []


def test_the_shipped_frameworks_have_no_problem() -> None:
    library = Library()
    files = [path for path in library.files() if path.name != "case.yaml"]
    assert len(files) >= 2
    assert check(library, files) == ()


GOAL_LINK = "    relation: contributes_to\n    strength: strong\n    reason: Easy is open."
OWN = "sources: []\n    note: Common sense."
CIRCLE = """\
  - from: easy-access
    to: one-protocol
    relation: underpins
    strength: weak
    reason: So that it is worth speaking.
    provenance: published
    verified: true
    sources: [made]
examples:"""
TWICE = (
    CIRCLE.replace("easy-access", "privacy")
    .replace("one-protocol", "easy-access")
    .replace("underpins", "tension")
)
ITSELF = CIRCLE.replace("one-protocol", "easy-access").replace("underpins", "supports")
BACKWARDS = CIRCLE.replace("easy-access", "open").replace("underpins", "supports")


FAR = "\ngoals:\n  - {id: far, code: A3, name: Far, summary: s, sources: [made], verified: true}\n"
AMENDED = '  - id: d2\n    based_on: d1\n    provisions: [{id: "1", text: Open.}]\ntriage:'


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        (
            FRAMEWORK,
            "examples:",
            CIRCLE,
            87,
            "links[0]: circle among underpins: one-protocol → easy-access → one-protocol; what"
            " underpins cannot rest on itself; make one of these links supports",
        ),
        (FRAMEWORK, "\ngoals:\n", FAR, 74, "goals[0].id: nothing contributes to far; add a"),
        (FRAMEWORK, OWN, "sources: []", 110, "argued without a source or a note; name what it"),
        (FRAMEWORK, "examples:", TWICE, 120, "given twice, first as links[3]; keep one of them"),
        (FRAMEWORK, "examples:", ITSELF, 120, "links[4]: links easy-access to itself; remove it"),
        (FRAMEWORK, "examples:", BACKWARDS, 122, "contributes_to leads to a goal or right"),
        (FRAMEWORK, "    goal: open\n", "    goal: trusted\n", 53, "no contributes_to link from"),
        (FRAMEWORK, "major: A moat.", 'major: " "', 52, "levels.major: empty; assessors need"),
        (FRAMEWORK, "major: Much better.", 'major: ""', 14, "benefit_levels.major: empty;"),
        (FRAMEWORK, "summary: All speak it.", 'summary: ""', 19, "summary: empty; assessors"),
        (FRAMEWORK, "    url: https://example.org/made\n", "", 8, "sources.made: has neither url"),
        (KINDS, "    sources: [Made for tests]\n", "", 4, "without a source or a note; say what"),
        (CASE, "    sources: [act]\nrecom", "recom", 40, "stated by a source, but by which? nam"),
        (CASE, "    confidence: high\n", "", 31, "judgements[0]: unfinished: an effect needs"),
        (CASE, "  sources: [act]\n  seen", "  sources: []\n  seen", 49, "was seen, but where? n"),
        (CASE, "triage:", AMENDED, 26, "easy-access is to be judged anew on draft d2: what it"),
    ],
)
def test_a_problem_is_told_with_its_line_and_how_to_mend_it(
    root: Path, file: str, old: str, new: str, line: int, words: str
) -> None:
    change(root / file, old, new)
    found = [each for each in told(root) if words in each]
    assert [each.startswith(f"{file}:{line}: ") for each in found] == [True], (found, told(root))


def test_a_published_claim_needs_a_source_and_a_note_is_not_enough(root: Path) -> None:
    path = root / FRAMEWORK
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("provenance: argued", "provenance: published"), encoding="utf-8")
    found = [each for each in told(root) if "published" in each]
    assert [each.removesuffix(" name the source") for each in found] == [
        f"{FRAMEWORK}:45: enablers[0].questions[0].sources: published, but by whom?",
        f"{FRAMEWORK}:110: links[2].sources: published, but by whom?",
    ]


def test_all_files_tell_at_once_and_what_cannot_be_read_comes_first(root: Path) -> None:
    change(root / FRAMEWORK, "verified: false", "verified: maybe")
    change(root / FRAMEWORK, "  - from: privacy\n", "  - form: privacy\n")
    change(root / KINDS, "confidence: high", "confidence: hihg")
    change(root / CASE, "kind: own-reading", "\tkind: own-reading")
    assert [each.split(": ", 1)[0] for each in told(root)] == [
        f"{CASE}:3",
        f"{FRAMEWORK}:60",
        f"{FRAMEWORK}:103",
        f"{KINDS}:20",
    ]


def test_a_broken_reference_does_not_hide_other_problems(root: Path) -> None:
    change(root / FRAMEWORK, "  - from: privacy\n", "  - from: privcy\n")
    change(root / FRAMEWORK, "major: A moat.", 'major: ""')
    found = [each for each in told(root) if each.startswith(FRAMEWORK)]
    assert "levels.major: empty" in found[0]
    assert "no contributes_to link from privacy to its goal trusted" in found[1]
    assert "there is no node privcy; did you mean privacy?" in found[2]


def test_a_version_says_what_changed(root: Path) -> None:
    (root / FRAMEWORK).with_name("CHANGES.md").unlink()
    assert told(root) == [
        "frameworks/small/1.0.0/CHANGES.md: missing; say in it what changed and whose findings move"
    ]


def test_findings_that_are_not_kept_are_asked_for(root: Path) -> None:
    (root / EXPECTED).unlink()
    assert told(root) == [
        f"{EXPECTED}: missing; write it with python -m assess.expected --write and review it"
    ]


def test_findings_that_moved_are_named_at_the_first_difference(root: Path) -> None:
    change(root / CASE, "harm: material", "harm: minor")
    (found,) = told(root)
    assert found.startswith(f"{EXPECTED}:10: input_sha256: ")
    assert found.endswith(
        "is computed; if that is meant, renew it with python -m assess.expected --write and"
        " review it"
    )


def test_kept_findings_that_are_no_yaml_are_told_like_any_file(root: Path) -> None:
    (root / EXPECTED).write_text("a: b: c\n", encoding="utf-8")
    assert "a colon here is not expected" in told(root)[0]
    (root / EXPECTED).write_text("a: &b c\n", encoding="utf-8")
    assert "&b names a part of the file" in told(root)[0]


def test_only_the_files_named_are_looked_at(root: Path) -> None:
    change(root / FRAMEWORK, "major: A moat.", 'major: ""')
    change(root / CASE, "    confidence: high\n", "")
    assert {each.split(":")[0] for each in told(root)} == {FRAMEWORK, CASE, EXPECTED}
    assert {each.split(":")[0] for each in told(root, root / FRAMEWORK)} == {FRAMEWORK}
    assert {each.split(":")[0] for each in told(root, root / "cases")} == {CASE, EXPECTED}
    assert told(root, root / EXPECTED) == told(root, root / CASE)


def test_a_case_outside_the_library_is_checked_against_its_frameworks(
    root: Path, tmp_path: Path
) -> None:
    mine = Path(shutil.copytree(root / "cases/2020-example", tmp_path / "mine/2020-example"))
    assert told(root, mine) == []
    change(mine / "case.yaml", "- node: easy-access", "- node: easy-acces")
    assert "did you mean easy-access?" in told(root, mine)[0]


def test_an_assessment_file_can_be_checked_too(root: Path, tmp_path: Path) -> None:
    library = Library(root)
    path = tmp_path / "mine.json"
    document = json.loads(bundle.dumps(library.case("2020-example").assessment()))
    path.write_text(json.dumps(document), encoding="utf-8")
    assert told(root, path) == []
    document["judgements"][0]["node"] = "easy-acces"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert ["easy-acces" in each and "mine.json" in each for each in told(root, path)] == [True]


def test_a_file_or_folder_with_nothing_to_check_is_told(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in (other, empty):
        (found,) = told(root, path)
        assert (
            "not a file this checks: framework.yaml, interventions.yaml, indicators.yaml, case"
            in found
        )
