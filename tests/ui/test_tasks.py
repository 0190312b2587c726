"""The task list: what is to be judged and how far it is."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.errors import NotFound, NotSaved
from assess.store import Store
from assess.store.failure import NOT_SAVED
from tests.ui.conftest import OTHER, Opened, at_depth


def test_nothing_said_yet_leaves_every_question_open(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("tasks")
    assert page.title == "Task list"
    assert "0 of 15 questions answered" in page.text
    assert page.text.count("Not started") == 15
    assert "Continue with the next open question" in page.links


def test_a_quick_assessment_asks_about_the_five_properties(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(at_depth(empty, "quick")).open("tasks")
    assert "0 of 5 questions answered" in page.text
    assert "What the Internet needs to exist" in page.text
    assert "What the Internet needs to thrive" not in page.text
    assert "This is a quick assessment:" in page.text


def test_each_question_says_what_was_answered(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("tasks")
    assert "Gateway Act" in page.text
    assert "1 of 15 questions answered" in page.text
    assert "In progress" in page.text
    assert "material harm" in page.text.lower()
    ways = [each.proto.query_string for each in page.test.get("page_link")]
    assert any(f"node={OTHER}" in way for way in ways)


def test_when_all_is_answered_no_question_is_next(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("tasks")
    assert "15 of 15 questions answered" in page.text
    assert "Continue with the next open question" not in page.links
    assert "Check your answers" in page.links


def test_every_link_carries_the_key_of_the_assessment(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("tasks", lang="en")
    ways = [each.proto.query_string for each in page.test.get("page_link")]
    assert ways
    assert all(f"a={page.token}" in way and "lang=en" in way for way in ways)


def test_an_assessment_is_deleted_for_good(reader: Opened, store: Store, full: Assessment) -> None:
    page = reader(full).open("tasks").press("Delete it for good")
    assert page.title.startswith("See what a proposed law")
    with pytest.raises(NotFound):
        store.load(page.token)


def test_an_assessment_that_cannot_be_deleted_is_said_to_be_there(
    reader: Opened, full: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise NotSaved(NOT_SAVED["busy"])

    monkeypatch.setattr(Store, "forget", refused)
    page = reader(full).open("tasks").press("Delete it for good")
    assert page.title == "Task list"
    assert "busy" in page.text
    assert page.kept() == full
