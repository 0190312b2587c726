"""The page of versions: a dry run, a move, answers confirmed one by one, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assess.assessment import Assessment, Assessor
from assess.bundle import dumps
from assess.library import Library
from assess.panel import Panel
from assess.ui import state
from tests import following
from tests.ui.conftest import Opened

MOVE, BACK = "Move to 1.1.0", "Go back to 1.0.0"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return following.library(tmp_path_factory.mktemp("following"))


@pytest.fixture(autouse=True)
def a_version_follows(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app with a library in which 1.1.0 is there, too."""
    monkeypatch.setattr(Library.__init__, "__defaults__", (root,))
    state.library.cache_clear()
    yield
    state.library.cache_clear()


@pytest.fixture
def cambodia(root: Path) -> Assessment:
    return Library(root).case(following.CAMBODIA).assessment()


def test_the_task_list_says_that_a_newer_version_is_there(
    reader: Opened, cambodia: Assessment
) -> None:
    page = reader(cambodia).open("tasks")
    assert (
        "There is a newer version of this framework: 1.1.0. Nothing moves by itself." in page.text
    )
    assert "See what would become of your answers" in page.links


@pytest.mark.parametrize("slug", [following.CAMBODIA, following.WITH_TOPIC])
def test_a_judged_case_is_moved_and_taken_back_to_the_byte(
    reader: Opened, root: Path, slug: str
) -> None:
    case = Library(root).case(slug).assessment()
    page = reader(case).open("version")
    before = dumps(page.kept())
    assert page.kept() == case
    assert "Nothing has been changed yet." in page.text
    assert "Accountability" in page.text
    assert "× Archived" in page.text
    assert dumps(page.kept()) == before
    page.press(MOVE)
    assert page.kept().framework.version == "1.1.0"
    assert "What is archived" in page.text
    assert "Nothing was changed since the move" in page.text
    page.press(BACK)
    assert dumps(page.kept()) == before
    assert "Your answers are given to version 1.0.0" in page.text


def test_an_answer_to_another_wording_is_marked_and_confirmed_by_one_click(
    reader: Opened, cambodia: Assessment
) -> None:
    page = reader(cambodia).open("version").press(MOVE).open("tasks")
    assert "7 of your answers were given to another wording." in page.text
    assert page.text.count("? Look at it again") == 7 - 1  # two of them stand at one question
    page.open("judge", node="privacy")
    assert "Does this answer still hold?" in page.text
    assert "As it was asked: version 1.0.0" in page.text
    assert "Whom does it let others watch, alone or as a group?" in page.text
    assert "It asks about groups of people, too." in page.text
    assert "It named this kind of intervention: Data retention and logging duties." in page.text
    assert page.judgement("privacy").review
    page.press("It still holds")
    confirmed = page.judgement("privacy")
    assert confirmed.review is None
    assert confirmed.rationale == cambodia.judgements_on("privacy")[0].rationale
    assert "Does this answer still hold?" not in page.open("judge", node="privacy").text


def test_changing_an_answer_that_waits_does_not_confirm_it(
    reader: Opened, cambodia: Assessment
) -> None:
    page = reader(cambodia).open("version").press(MOVE).open("judge", node="privacy")
    page.fill("people", "Everybody.")
    changed = page.judgement("privacy")
    assert changed.people == "Everybody."
    assert changed.review
    page.open("judge", node="privacy").press("It still holds")
    assert page.judgement("privacy").people == "Everybody."


def test_going_back_offers_what_was_said_since_as_a_file(
    reader: Opened, cambodia: Assessment
) -> None:
    page = reader(cambodia).open("version").press(MOVE)
    page.open("judge", node="privacy").press("It still holds")
    page.open("version")
    assert "1 answer was given, changed or confirmed since the move." in page.text
    assert [each.proto.label for each in page.test.get("download_button")] == [
        "Download the answers as they are now (JSON)"
    ]
    [back] = [each for each in page.test.button if each.label == BACK]
    assert back.disabled
    page.fill("version.kept", True).press(BACK)
    assert page.kept() == cambodia


def test_nothing_is_moved_while_people_answer_in_private(
    reader: Opened, cambodia: Assessment
) -> None:
    people = (Assessor(id="a1", name="Ada"), Assessor(id="a2", name="Bo"))
    page = reader(cambodia.replace(assessors=people, panel=Panel())).open("version")
    assert "People are answering in private now." in page.text
    assert MOVE not in page.buttons


def test_what_was_changed_elsewhere_meanwhile_is_not_moved_unseen(
    reader: Opened, cambodia: Assessment
) -> None:
    page = reader(cambodia).open("version")
    answer = cambodia.judgements_on("privacy")[0]
    other = type(answer)(**{**dict(answer), "people": "Written in another tab."})
    page.store.save(page.token, other, 1)
    page.press(MOVE)
    assert "something was changed elsewhere meanwhile. Nothing was lost" in page.text
    assert page.kept().framework.version == "1.0.0"


def test_without_a_newer_version_nothing_is_to_be_done(
    reader: Opened, cambodia: Assessment, root: Path
) -> None:
    newest = Library(root).latest(following.CORE)
    page = reader(Assessment(framework=newest)).open("version")
    assert "There is no newer version here. Nothing is to be done." in page.text
    assert MOVE not in page.buttons
