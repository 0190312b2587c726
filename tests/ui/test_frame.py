"""What stands around every page: language, the open assessment, and what is said without one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from assess.assessment import Assessment, FrameworkRef
from assess.library import Library
from assess.published import publish
from assess.store import Store, Unreachable, new_token
from assess.text import Words, words
from assess.ui import state
from assess.web.site import PAGES
from tests.made_library import FRAMEWORK, change, copied
from tests.ui.conftest import PROPERTY, Opened
from tests.ui.reader import SCRIPT

NEEDING = (
    "proposal",
    "screening",
    "reasons",
    "interventions",
    "tasks",
    "judge",
    "check",
    "findings",
    "brief",
)


@pytest.mark.parametrize("name", NEEDING)
def test_without_an_assessment_a_page_says_how_to_open_one(reader: Opened, name: str) -> None:
    page = reader().open(name)
    assert page.title == "No assessment is open here"
    assert "Go to the first page" in page.links


def test_a_framework_that_cannot_be_read_takes_down_its_own_pages_only(
    reader: Opened, partial: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    change(folder / FRAMEWORK, "title: A small framework", "titel: A small framework")
    broken = Library(folder)
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: broken)
    page = reader(partial.replace(framework=FrameworkRef(id="small", version="1.0.0")))
    page.open("tasks")
    assert page.title == "A file this page needs cannot be used"
    assert "titel" in page.text
    assert "framework.yaml:" in page.text
    assert page.open("proposal").title == "What is proposed?"


def test_a_published_version_that_was_changed_is_shown_and_says_so(
    reader: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Library(copied(tmp_path))
    publish(made)
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: made)
    monkeypatch.setattr(state.opened, "FRAMEWORK", "small")
    said = "The files of this version were changed after it was published."
    assert said not in reader().open("framework").text
    change(made.root / FRAMEWORK, "summary: All speak it.", "summary: All speak it, mostly.")
    page = reader().open("framework")
    assert page.title == "A small framework"
    assert said in page.text


@pytest.mark.parametrize("token", ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "<b>"])
def test_a_wrong_key_is_answered_like_none_at_all(reader: Opened, token: str) -> None:
    without = reader().open("tasks").text
    page = reader().open("tasks", a=token)
    assert page.text == without


def test_a_store_that_is_away_is_not_taken_for_a_wrong_key(
    reader: Opened, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> object:
        raise Unreachable("away")

    monkeypatch.setattr(Store, "load", away)
    page = reader().open("tasks", a=new_token())
    assert page.title == "The saved work cannot be reached"
    assert "Nothing is lost by this." in page.text


def test_a_page_that_is_opened_anew_shows_what_another_tab_saved(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    seen = store.load(page.token)
    store.save(page.token, seen.assessment.proposal.model_copy(update={"title": "New"}), 1)
    assert "New" in page.open("tasks").text


def test_work_stays_open_when_the_address_loses_its_key(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("tasks")
    key, page.token = page.token, ""
    page.open("check")
    assert "Gateway Act" in page.text
    assert page.test.query_params["a"] in (key, [key])


@pytest.mark.parametrize(
    ("asked", "shown"), [("xx", "en"), ("", "en"), ("km", "km"), ("km-KH", "km")]
)
def test_the_language_of_the_address_is_taken_where_there_are_words_for_it(
    reader: Opened, monkeypatch: pytest.MonkeyPatch, asked: str, shown: str
) -> None:
    def in_language(language: str) -> Words:
        return Words(language, words().translations)

    monkeypatch.setattr(state.opened, "languages", lambda: ("en", "km"))
    monkeypatch.setattr(state.opened, "words", in_language)
    page = reader().open("start", lang=asked)
    assert f'data-assess-language="{shown}"' in page.html


def test_every_page_says_whose_work_it_is(reader: Opened, partial: Assessment) -> None:
    page = reader(partial)
    for name in ("start", "cases", "about", "tasks", "framework"):
        assert "Society has not endorsed them." in page.open(name).text, name


def test_about_says_what_it_does_not_do_and_leads_to_the_method(reader: Opened) -> None:
    page = reader().open("about")
    assert page.title == "About this tool"
    assert "It gives no legal advice." in page.text
    assert "Read the method" in page.links


def test_the_framework_page_names_every_node_and_link_and_who_says_so(reader: Opened) -> None:
    page = reader().open("framework")
    framework = state.library().framework(state.FRAMEWORK, state.latest().version)
    for node in framework.nodes:
        assert node.name in page.text, node.name
    assert f"{len(framework.links)} links." in page.text


def test_every_page_has_an_address_of_its_own_and_none_leads_nowhere() -> None:
    """The script runs when it is imported, so its two tables are read from the text."""
    tables = (
        node.value
        for node in ast.parse(Path(SCRIPT).read_text("utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    )
    names = [key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)]
    assert len(names) > 20
    assert set(PAGES) == {"/" if name == "start" else f"/{name}" for name in names}
