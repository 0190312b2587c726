"""The library finds frameworks and cases, and shows the rest when some are broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.assessment import FrameworkRef
from assess.errors import FileProblems, UnknownCase, UnknownFramework
from assess.library import Library
from tests.made_library import CASE, FRAMEWORK, KINDS, change, copied

SMALL = FrameworkRef(id="small", version="1.0.0")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


def add_version(root: Path, version: str) -> Path:
    there = root / "frameworks/small"
    folder = Path(shutil.copytree(there / "1.0.0", there / version))
    for name in ("framework.yaml", "interventions.yaml"):
        change(folder / name, "version: 1.0.0", f"version: {version}")
    return folder


def test_the_shipped_library_loads_whole() -> None:
    library = Library()
    assert library.problems() == ()
    assert library.latest("internet-way-of-networking").version == "1.0.0"
    assert library.cases()
    assert [case.id for case in library.cases()] == list(library.case_ids())


def test_frameworks_interventions_and_cases_are_found_by_their_folders(root: Path) -> None:
    library = Library(root)
    assert library.frameworks() == (SMALL,)
    assert library.framework("small", "1.0.0").title == "A small framework"
    kinds = library.interventions("small", "1.0.0")
    assert kinds is not None
    assert kinds.get("locked-doors") is not None
    assert [case.id for case in library.cases()] == ["2020-example"]
    assert library.case("2020-example").outcome is not None
    assert library.problems() == ()


def test_each_file_is_read_once(root: Path) -> None:
    library = Library(root)
    first = library.framework("small", "1.0.0")
    shutil.rmtree(root / "cases")
    (root / "frameworks/small/1.0.0/framework.yaml").write_text("", encoding="utf-8")
    assert library.framework("small", "1.0.0") is first


def test_the_latest_version_is_the_highest_number_not_the_last_letter(root: Path) -> None:
    add_version(root, "1.9.0")
    add_version(root, "1.10.0")
    library = Library(root)
    assert [ref.version for ref in library.frameworks()] == ["1.0.0", "1.9.0", "1.10.0"]
    assert library.latest("small").version == "1.10.0"


def test_a_broken_version_is_passed_over(root: Path) -> None:
    change(add_version(root, "2.0.0") / "framework.yaml", "verified: false", "verified: maybe")
    library = Library(root)
    assert library.latest("small") == SMALL
    assert [case.id for case in library.cases()] == ["2020-example"]
    assert [str(problem) for problem in library.problems()] == [
        "frameworks/small/2.0.0/framework.yaml:60: enablers[1].verified: must be true or false,"
        " not text"
    ]
    with pytest.raises(FileProblems, match="must be true or false"):
        library.framework("small", "2.0.0")


def test_a_framework_may_come_without_interventions(root: Path) -> None:
    (root / "frameworks/small/1.0.0/interventions.yaml").unlink()
    shutil.rmtree(root / "cases")
    library = Library(root)
    assert library.interventions("small", "1.0.0") is None
    assert library.problems() == ()


def test_broken_interventions_leave_the_framework_usable(root: Path) -> None:
    change(root / "frameworks/small/1.0.0/interventions.yaml", "node: easy-access", "node: trusted")
    library = Library(root)
    assert library.frameworks() == (SMALL,)
    assert library.cases() == ()
    assert [problem.message for problem in library.problems()] == [
        "there is no judged node trusted; use one of: one-protocol, easy-access, privacy",
        "its framework has problems of its own; mend those first",
    ]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (("smal", "1.0.0"), "there is no framework smal; did you mean small?"),
        (("small", "2.0.0"), "no version 2.0.0 of small; the versions here are: 1.0.0"),
        (("../library/frameworks/small", "1.0.0"), "there is no framework ../library"),
        (("small", "../small/1.0.0"), "there is no version ../small/1.0.0 of small"),
        ((".", "small"), "there is no framework ."),
        (("", ""), "there is no framework ; use one of: small"),
    ],
)
def test_an_unknown_framework_is_refused_and_what_there_is_named(
    root: Path, ask: tuple[str, str], words: str
) -> None:
    with pytest.raises(UnknownFramework) as caught:
        Library(root).framework(*ask)
    assert words in str(caught.value)


@pytest.mark.parametrize("slug", ["2020-exampel", "../cases/2020-example", "2020-example/", ""])
def test_an_unknown_case_is_refused_and_what_there_is_named(root: Path, slug: str) -> None:
    with pytest.raises(UnknownCase, match=r"there is no case .*2020-example"):
        Library(root).case(slug)


def test_an_empty_folder_is_a_library_with_nothing_in_it(tmp_path: Path) -> None:
    library = Library(tmp_path)
    assert (library.frameworks(), library.cases(), library.problems()) == ((), (), ())
    with pytest.raises(UnknownFramework, match="there is no framework small; the library is empty"):
        library.latest("small")
    with pytest.raises(UnknownCase, match="there is no case x; the library is empty"):
        library.case("x")


def test_a_folder_without_its_file_is_a_problem(root: Path) -> None:
    (root / "cases/2021-empty").mkdir()
    (root / "frameworks/small/3.0.0").mkdir()
    (root / "cases/.hidden").mkdir()
    assert [str(problem) for problem in Library(root).problems()] == [
        "frameworks/small/3.0.0/framework.yaml: no such file or directory; check the name",
        "cases/2021-empty/case.yaml: no such file or directory; check the name",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (FRAMEWORK, "id: small", "id: little", ":2: id: little stands in a folder named small"),
        (FRAMEWORK, "version: 1.0.0", "version: 1.0.1", "version: 1.0.1 stands in a folder named"),
        (FRAMEWORK, "    goal: open\n", "    goal: opne\n", "there is no goal opne; did you mean"),
        (FRAMEWORK, "  - from: privacy\n", "  - from: privcy\n", "links[2].from: there is no node"),
        (FRAMEWORK, "  to: trusted\n", "  to: trust\n", "links[2].to: there is no node trust; did"),
        (FRAMEWORK, "- node: privacy", "- node: open", "examples[0].node: there is no judged node"),
        (FRAMEWORK, "[easy-access]", "[easy]", "screening[0].points_to[0]: there is no judged"),
        (FRAMEWORK, "  made:\n", "  maid:\n", "critical_properties[0].sources[0]: there is no sou"),
        (FRAMEWORK, "  - id: trusted", "  - id: privacy", "the id privacy is given twice; give"),
        (KINDS, "framework: small", "framework: tiny", "tiny stands in a folder named small"),
        (KINDS, "node: easy-access", "node: open", "typical_effects[0].node: there is no judged"),
        (CASE, "id: 2020-example", "id: 2020-other", "2020-other stands in a folder named 2020-ex"),
        (CASE, "  id: small", "  id: large", "framework: there is no framework large; use one of"),
        (CASE, "- node: easy-access", "- node: open", "judgements[0].node: there is no judged nod"),
        (CASE, "mechanism: locked", "mechanism: lokked", "there is no intervention lokked-doors;"),
        (CASE, "interventions: [locked", "interventions: [shut", "triage.interventions[0]: there"),
        (CASE, "touches-doors:", "touches-windows:", "no screening question touches-windows"),
        (CASE, 'provisions: ["1"]', 'provisions: ["2"]', "there is no provision 2; use one of: 1"),
        (CASE, "  - id: act", "  - id: law", "judgements[0].sources[0]: there is no source act"),
        (CASE, "    answer: effect", "    draft: d2\n    answer: effect", "there is no draft d2;"),
        (CASE, "    answer: effect", "    answer: none", "harm and benefit need answer"),
        (CASE, "- id: d1\n", "- id: d1\n    based_on: d0\n", "no earlier draft d0; there are none"),
        (CASE, "- id: d1\n", "- id: d1\n    mitigates: shut\n", "there is no intervention shut;"),
    ],
)
def test_an_id_that_leads_nowhere_is_refused_with_its_line(
    root: Path, file: str, old: str, new: str, words: str
) -> None:
    change(root / file, old, new)
    found = [str(problem) for problem in Library(root).problems()]
    assert any(words in each and each.startswith(f"{file}:") for each in found), found


def test_two_judgements_under_one_key_are_refused(root: Path) -> None:
    path = root / CASE
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - node:"), text.index("recommendations:")
    path.write_text(text[:end] + text[start:end] + text[end:], encoding="utf-8")
    with pytest.raises(FileProblems, match="easy-access is judged twice by a1 on draft d1"):
        Library(root).case("2020-example")
