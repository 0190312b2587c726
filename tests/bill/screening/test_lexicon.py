"""A lexicon's files are refused with words that say where and how to mend them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assess.bill.screening.lexicon import Lexicon, lexicon
from assess.bill.screening.term import Literal, Term
from assess.errors import FileProblems
from assess.library import CHECKOUT, Library
from assess.yamlfile import read

VERSION = CHECKOUT / "frameworks/internet-way-of-networking/1.0.0"
KINDS = Library(CHECKOUT).interventions("internet-way-of-networking", "1.0.0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(VERSION / "lexicon", tmp_path / "lexicon")
    return tmp_path


def loaded(folder: Path, language: str = "en") -> Lexicon:
    return lexicon(folder, KINDS, language)


def changed(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "lexicon" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "sides", "weak"),
    [
        ("encrypt*", [[("encrypt", (), True)]], False),
        ("!a | b c", [[("a", (), False), ("b c", (), False)]], True),
        ("a*  ~ b* | c", [[("a", (), True)], [("b", (), True), ("c", (), False)]], False),
        ("nom* de domaine", [[("nom", (" de domaine",), False)]], False),
    ],
)
def test_a_term_is_read(written: str, sides: list, weak: bool) -> None:
    term = Term.read(written)
    assert term.sides == tuple(tuple(Literal(*each) for each in side) for side in sides)
    assert term.weak is weak


@pytest.mark.parametrize("written", ["", "*", "a |", "a ~", "bl*ck", "a ! b", "**", "a**"])
def test_a_term_that_says_nothing_clear_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="write words, with"):
        Term.read(written)


def test_three_sides_are_refused() -> None:
    with pytest.raises(ValueError, match="at most two sides"):
        Term.read("a ~ b ~ c")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("en.yaml", "  throttling:", "  throtling:", "throtling is no idea of ideas.yaml"),
        ("en.yaml", "language: en", "language: fr", "language fr stands in en.yaml"),
        ("en.yaml", "- throttl*", "- thr*ottl*", "write words, with"),
        ("ideas.yaml", "service-throttling: 0.8", "slowing: 0.8", "no intervention slowing"),
        ("ideas.yaml", "id: throttling", "id: shutdown", "idea given twice: shutdown"),
        (
            "ideas.yaml",
            "service-throttling: 0.8",
            "service-throttling: 8",
            "the most allowed is 1.0",
        ),
    ],
)
def test_a_fault_in_a_file_is_told(folder: Path, name: str, old: str, new: str, told: str) -> None:
    changed(folder, name, old, new)
    with pytest.raises(FileProblems) as refused:
        loaded(folder)
    assert told in str(refused.value)
    assert name in str(refused.value)


def test_the_version_changes_with_any_word(folder: Path) -> None:
    before = loaded(folder).coverage.version
    changed(folder, "fr.yaml", "blocage", "bloquage")
    assert loaded(folder).coverage.version == before
    changed(folder, "en.yaml", "kill switch", "kill switches")
    assert loaded(folder).coverage.version != before
    assert before.startswith("1.0.0+")


def test_an_idea_without_words_is_counted_as_not_covered(folder: Path) -> None:
    before = loaded(folder).coverage
    path = folder / "lexicon/en.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index("  throttling:\n")
    path.write_text("".join([*lines[:at], *lines[at + 3 :]]), encoding="utf-8")
    after = loaded(folder).coverage
    assert (after.ideas, after.of) == (before.ideas - 1, before.of)
    assert after.terms < before.terms


def test_a_framework_without_interventions_has_an_empty_lexicon(folder: Path) -> None:
    assert lexicon(folder, None, "en").coverage.support == "none"


@pytest.mark.parametrize("path", sorted((VERSION / "lexicon").glob("*.yaml")), ids=lambda p: p.stem)
def test_each_shipped_file_fits_the_schema_it_names(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = (path.parent / first.partition("$schema=")[2]).resolve()
    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    data = json.loads(json.dumps(read(path).data, default=str))
    assert [error.message for error in validator.iter_errors(data)] == []


def test_a_fault_in_a_lexicon_is_among_the_problems_of_the_library(tmp_path: Path) -> None:
    root = tmp_path / "frameworks" / VERSION.parent.name / VERSION.name
    shutil.copytree(VERSION, root)
    assert Library(tmp_path).problems() == ()
    changed(root, "fr.yaml", "support: experimental", "support: perfect")
    (problem,) = Library(tmp_path).problems()
    assert "support" in str(problem)
    assert "fr.yaml" in str(problem)
