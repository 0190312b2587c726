"""A run over a corpus: each content once, each file told, and what is done left alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from assess.corpus import documents
from assess.corpus.files import Found, Law, Missed, find
from assess.corpus.record import Done
from assess.corpus.run import Step, run


class Screens:
    """Calls every law screened in English, but those with "broken" in them unread."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def lines(self, laws: Iterable[Law], language: str | None) -> Iterator[bytes]:
        for law in laws:
            self.asked.append(law.file)
            sha256 = law.sha256()
            if b"broken" in law.read():
                yield documents.to_line(documents.unread(law.file, sha256, "damaged"))
            else:
                made = {"file": law.file, "language": "en", "lexicon": {"version": "1"}}
                yield documents.to_line(documents.screened(made, sha256, language))


class Run:
    """What a run told, and which laws it had screened."""

    def __init__(self, found: Found, before: tuple[Step, ...] = ()) -> None:
        lines = [step.document for step in before if step.new and step.line]
        engine = Screens()
        steps: list[Step] = []
        run(found, engine, None, Done(lambda _: "1", lines), steps.append)
        self.steps, self.screened = tuple(steps), engine.asked
        self.outcomes = [step.outcome for step in steps]
        self.new = [step.document for step in steps if step.new and step.line]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "laws").mkdir()
    for name, text in (("a", "one"), ("b", "broken"), ("c", "one"), ("d", "two")):
        (tmp_path / "laws" / name).write_text(text, encoding="utf-8")
    return tmp_path / "laws"


def test_a_copy_is_screened_once_and_both_names_are_told(corpus: Path) -> None:
    ran = Run(find(["laws"]))
    assert ran.screened == ["laws/a", "laws/b", "laws/d"]
    assert sorted(ran.outcomes) == ["copy", "screened", "screened", "unread"]
    (copy,) = (each for each in ran.new if each["format"] == "assess-copy/1")
    sha256 = find(["laws/a"]).laws[0].sha256()
    assert copy == {
        "format": "assess-copy/1",
        "file": "laws/c",
        "sha256": sha256,
        "same_as": "laws/a",
    }


def test_a_second_run_does_nothing_again_but_what_could_not_be_read(corpus: Path) -> None:
    first = Run(find(["laws"]))
    second = Run(find(["laws"]), first.steps)
    assert second.screened == ["laws/b"]
    assert sorted(second.outcomes) == ["copy", "done", "done", "unread"]
    assert second.new == []


def test_a_second_run_adds_what_is_new_and_what_is_no_longer_broken(corpus: Path) -> None:
    first = Run(find(["laws"]))
    (corpus / "b").write_text("mended", encoding="utf-8")
    (corpus / "e").write_text("three", encoding="utf-8")
    assert Run(find(["laws"]), first.steps).screened == ["laws/b", "laws/e"]


def test_a_corpus_that_moved_is_not_screened_again_and_its_new_names_are_told(corpus: Path) -> None:
    first = Run(find(["laws"]))
    corpus.rename(corpus.parent / "moved")
    second = Run(find(["moved"]), first.steps)
    assert second.screened == ["moved/b"]
    told = {each["file"]: each.get("same_as") for each in second.new}
    assert told == {"moved/a": "laws/a", "moved/c": "laws/a", "moved/d": "laws/d", "moved/b": None}


def test_a_run_that_was_ended_between_a_law_and_its_copy_tells_the_copy_later(corpus: Path) -> None:
    first = Run(find(["laws"]))
    kept = tuple(step for step in first.steps if step.outcome != "copy")
    assert [each["file"] for each in Run(find(["laws"]), kept).new] == ["laws/c"]


def test_what_vanishes_or_may_not_be_read_is_unread_with_its_reason(corpus: Path) -> None:
    found = find(["laws"])
    (corpus / "d").unlink()
    ran = Run(Found(found.laws, (Missed("laws/x", "permission denied"),)))
    told = {e["file"]: e["reason"] for e in ran.new if e["format"] == "assess-unread/1"}
    assert told == {
        "laws/x": "permission denied",
        "laws/d": "no such file or directory",
        "laws/b": "damaged",
    }


def test_a_line_says_whose_it_is_before_it_says_what_was_found() -> None:
    line = documents.to_line(documents.screened({"file": "a \ud800", "chain": "é"}, "00", "fr"))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert list(json.loads(line)) == ["format", "file", "sha256", "language_asked", "chain"]
    assert documents.from_line(line)["file"] == "a \ud800"
    assert documents.is_screened(line)
    assert not documents.is_screened(documents.to_line(documents.unread("a", None, "b")))
