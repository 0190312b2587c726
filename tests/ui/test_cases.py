"""The case library and one case."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.errors import NotSaved
from assess.library import Library
from assess.store import Store
from assess.store.failure import NOT_SAVED
from assess.text import words
from assess.ui import state
from assess.ui.views.case import seen
from tests.made_library import CASE, change, copied
from tests.ui.conftest import CAMBODIA, Opened


def test_every_case_is_listed_newest_first(reader: Opened, library: Library) -> None:
    page = reader().open("cases")
    listed = [each.removeprefix("Read: ") for each in page.links if each.startswith("Read: ")]
    cases = {case.title: case.year for case in library.cases()}
    assert set(listed) == set(cases)
    assert [cases[title] for title in listed] == sorted(cases.values(), reverse=True)
    assert "problem" not in page.text


def test_a_broken_case_is_named_and_the_others_are_shown(
    reader: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    broken = folder / "cases" / "2021-broken" / "case.yaml"
    broken.parent.mkdir()
    broken.write_text((folder / CASE).read_text("utf-8"), "utf-8")
    change(broken, "kind: ", "knd: ")
    made = Library(folder)
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: made)
    monkeypatch.setattr(state.opened, "FRAMEWORK", "small")
    page = reader().open("cases")
    assert "found in the files of the library" in page.text
    assert "2021-broken" in page.text
    assert "knd" in page.text
    assert any(each.startswith("Read: ") for each in page.links)


def test_a_case_keeps_source_and_reading_apart(reader: Opened, library: Library) -> None:
    case = library.case(CAMBODIA)
    page = reader().open("case", id=CAMBODIA)
    assert page.title == case.title
    for said in ("Our reading", "Whose claim", "What came of it", "Sources", "How it was judged"):
        assert said in page.text, said
    for source in case.sources:
        assert source.title in page.text
    assert page.html.count('rel="noreferrer"') >= len(case.sources)


def test_a_case_of_two_drafts_shows_which_change_removes_which_harm(reader: Opened) -> None:
    page = reader().open("case", id="2021-european-union-nis2-root-servers")
    root = page.html.split('<span dir="auto">root servers</span>')[1].split("</section>")[0]
    assert "<ins>" in root
    assert "Common Global Identifiers" in root
    adopted = page.text.rsplit("As adopted, without root name servers", 1)[1]
    assert "What is not judged here is carried over" in adopted
    assert "The directive does not apply to root name servers, on whose supervision" in adopted


@pytest.mark.parametrize("wrong", ["", "no-such-case", "../../etc/passwd", "<b>x</b>"])
def test_a_case_that_is_not_there_is_said_not_to_be(reader: Opened, wrong: str) -> None:
    page = reader().open("case", id=wrong)
    assert page.title == "There is no such case"
    assert "<b>" not in page.html


def test_starting_from_a_case_copies_it(reader: Opened, library: Library) -> None:
    page = reader().open("case", id=CAMBODIA).press("Start from this case")
    assert page.title == "Task list"
    page.keep_address()
    assert page.kept() == library.case(CAMBODIA).assessment()
    page.open("proposal").fill("proposal.title.", "Mine")
    assert library.case(CAMBODIA).proposal.title != "Mine"


def test_a_case_that_cannot_be_copied_says_why(
    reader: Opened, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> object:
        raise NotSaved(NOT_SAVED["full"])

    monkeypatch.setattr(Store, "create", refused)
    page = reader().open("case", id=CAMBODIA).press("Start from this case")
    assert "there is no room left" in page.text


def test_a_case_without_outcome_or_recommendations_leaves_them_out(
    reader: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Library(copied(tmp_path))
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: made)
    monkeypatch.setattr(state.opened, "FRAMEWORK", "small")
    (case,) = made.cases()
    bare = case.model_copy(update={"outcome": None, "recommendations": ()})
    monkeypatch.setattr(Library, "case", lambda *_: bare)
    page = reader().open("case", id=case.id)
    assert "What came of it" not in page.text
    assert "What is recommended" not in page.text


@pytest.mark.parametrize(
    ("how", "said"), [("read", "in full"), ("excerpt", "Only"), ("own-knowledge", "not seen")]
)
def test_how_much_of_a_source_was_seen_is_said_in_words(how: str, said: str) -> None:
    assert said in seen(how, words())
