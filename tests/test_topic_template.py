"""Who copies the template of a framework on a topic and mistypes a field is told where and what."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from assess.check import check
from assess.framework import Action, BearsOn, Criterion, Framework, Link, Mapping, Programme, Right
from assess.library import CHECKOUT, Library
from assess.value import Value

TEMPLATE = (CHECKOUT / "frameworks" / "template.yaml").read_text(encoding="utf-8")
LINES = TEMPLATE.splitlines()
BASE = "frameworks/internet-way-of-networking/1.0.0"
MINE = "frameworks/my-topic/1.0.0/framework.yaml"

# A line with a field: its indent (a dash may be in it), its name, and its value or nothing.
_FIELD = re.compile(r"( *(?:- )?)([a-z_]+):(.*)")
FIELDS = [
    (number, *found.groups())
    for number, line in enumerate(LINES, start=1)
    if (found := _FIELD.fullmatch(line))
]
CLOSED = ("provenance", "relation", "strength", "sign", "match", "duty", "official", "verified")
NAMED = ("from", "to", "programme", "criterion", "framework", "node", "version")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The framework that the template builds on, and the template copied into its place."""
    shutil.copytree(CHECKOUT / BASE, tmp_path / BASE, ignore=shutil.ignore_patterns("lexicon"))
    mine = tmp_path / MINE
    mine.parent.mkdir(parents=True)
    mine.write_text(TEMPLATE, encoding="utf-8")
    mine.with_name("CHANGES.md").write_text("# My topic\n", encoding="utf-8")
    return Library(tmp_path)


def told(library: Library, number: int, line: str) -> list[str]:
    """What `assess check` says where one line of the copied template is another."""
    mine = library.root / MINE
    lines = [*LINES[: number - 1], line, *LINES[number:]]
    mine.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [str(problem) for problem in check(library, [mine])]


def test_the_template_copied_into_place_has_nothing_wrong(library: Library) -> None:
    assert check(library) == ()
    assert [topic.id for topic in library.topics(library.latest("internet-way-of-networking"))] == [
        "my-topic"
    ]


def test_each_misspelt_field_is_told_with_its_line_and_the_field_meant(library: Library) -> None:
    assert len(FIELDS) > 100
    for number, indent, name, value in FIELDS:
        (found,) = told(library, number, f"{indent}{name}{name[-1]}:{value}")
        assert found.startswith(f"{MINE}:{number}: "), found
        assert found.endswith(f"{name}{name[-1]}: unknown field; did you mean {name}?"), found


def test_each_word_of_a_closed_list_that_is_mistyped_is_told_with_its_line(
    library: Library,
) -> None:
    mistyped = [each for each in FIELDS if each[2] in CLOSED]
    assert {name for _, _, name, _ in mistyped} == set(CLOSED)
    for number, indent, name, value in mistyped:
        found = told(library, number, f"{indent}{name}:{value}{value[-1]}")
        assert [each.startswith(f"{MINE}:{number}: ") for each in found] == [True], found
        assert f"{name}: " in found[0]
        assert re.search(r"did you mean|use one of|true or false", found[0]), found


def test_each_name_that_leads_nowhere_is_told_with_its_line_and_what_is_there(
    library: Library,
) -> None:
    mistyped = [each for each in FIELDS if each[2] in NAMED and each[3]]
    assert {name for _, _, name, _ in mistyped} == set(NAMED)
    for number, indent, name, value in mistyped:
        if indent or name != "version":
            wrong = f"{indent}{name}:{value}{'1' if name == 'version' else 'x'}"
            where = number - 2 if name == "version" else number
            found = [each for each in told(library, number, wrong) if f":{where}: " in each]
            assert len(found) == 1, (wrong, found)
            assert re.search(r"did you mean|the versions here are", found[0]), found


@pytest.mark.parametrize("name", ["my-first-criterion", "my-topic-operators", "publishers-page"])
def test_what_loses_its_name_is_asked_for_wherever_it_is_named(library: Library, name: str) -> None:
    number = next(n for n, line in enumerate(LINES, 1) if re.fullmatch(rf".*\b{name}:?", line))
    found = told(library, number, LINES[number - 1].replace(name, f"{name}s"))
    assert found
    for each in found:
        assert each.endswith(f" {name}; did you mean {name}s?"), each


@pytest.mark.parametrize(
    ("line", "instead", "words"),
    [
        ("id: my-topic", "id: my_topic",
         'id: "my_topic" is not an identifier; use lower-case letters, digits and single hyphens'),
        ("id: my-topic", "id: your-topic", "id: your-topic stands in a folder named my-topic; g"),
        ("version: 1.0.0", "version: one",
         'version: "one" is not a version; write three numbers, as in 1.0.0'),
        ("title: The topic in a few words", "title:", "title: nothing is written here; write the"),
        ("title: The topic in a few words", "title: A: b", "a colon here is not expected; write"),
        ("suggested_by: [standards-mandate-top-down]", "suggested_by: [standards-mandate]",
         "suggested_by[0]: there is no intervention standards-mandate; did you mean standards-man"),
        ("  - id: my-second-criterion", "  - id: my-first-criterion",
         "criteria[1].id: the id my-first-criterion is given twice; give each its own"),
        ("  - id: my-second-criterion", "  - id: integrity",
         "criteria[1].id: the id integrity is one of internet-way-of-networking, too; give it one"),
        ("  - id: my-right", "  - id: privacy",
         "rights[0].id: the id privacy is one of internet-way-of-networking, too; give it one of"),
        ("      major: What a draft says here that harms everybody concerned, or people in other"
         " countries too.", '      major: ""', "levels.major: empty; assessors need a sentence"),
        ("    sources: [publishers-page]", "    sources: publishers-page",
         "programmes[0].sources: must be a list, not text"),
    ],
)  # fmt: skip
def test_what_else_may_go_wrong_is_told_in_the_editors_words(
    library: Library, line: str, instead: str, words: str
) -> None:
    number = LINES.index(line) + 1
    found = told(library, number, instead)
    assert any(f"{MINE}:{number}: " in each and words in each for each in found), found


@pytest.mark.parametrize("model", [Action, BearsOn, Criterion, Link, Mapping, Programme, Right])
def test_the_template_shows_every_field(model: type[Value]) -> None:
    names = {field.alias or name for name, field in model.model_fields.items()}
    assert names - {name for _, _, name, _ in FIELDS} == set()


def test_what_only_a_core_framework_has_is_not_in_the_template() -> None:
    core = {"critical_properties", "enablers", "goals", "examples", "screening"}
    top = {name for _, indent, name, _ in FIELDS if not indent}
    assert top == set(Framework.model_fields) - core
