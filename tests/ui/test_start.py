"""The first page: the ways in."""

from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy

from assess.assessment import Assessment
from assess.errors import FileProblems, NotReadYet, NotSaved, Place, Problem
from assess.store import Store, Unreachable, new_token
from assess.store.failure import NOT_SAVED
from assess.ui import state
from assess.ui.views import start
from assess.verify.verified import Difference, Verified
from tests.ui.conftest import Opened
from tests.ui.reader import Reader


def opened(monkeypatch: pytest.MonkeyPatch, found: Assessment | FileProblems) -> None:
    """What opening a file gives, without the child process it is opened in."""

    def open_file(_data: bytes, _words: object) -> Assessment:
        if isinstance(found, FileProblems):
            raise found
        return found

    monkeypatch.setattr(start.airlock, "open_file", open_file)


def upload(page: Reader, data: bytes) -> Reader:
    page.test.file_uploader[0].upload("mine.json", data, "application/json").run()
    assert not page.test.exception
    return page


def test_a_first_visitor_is_told_what_this_is_and_where_answers_are_kept(reader: Opened) -> None:
    page = reader().open("start")
    assert page.title.startswith("See what a proposed law would do to the Internet")
    assert page.buttons == ["Start a new assessment"]
    assert "Look at cases" in page.links
    assert "What it is not" in page.text
    assert "No score, and no verdict on whether a law is good." in page.text
    assert "Your answers are kept in a database on the computer this app runs on" in page.text
    assert "Go on with the open assessment" not in page.links


def test_starting_makes_an_assessment_of_the_newest_framework(
    reader: Opened, empty: Assessment
) -> None:
    page = reader().open("start").press("Start a new assessment")
    assert page.title == "What is proposed?"
    page.keep_address()
    assert page.kept() == empty


def test_where_nothing_can_be_kept_nothing_is_started(
    reader: Opened, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> object:
        raise NotSaved(NOT_SAVED["read-only"])

    monkeypatch.setattr(Store, "create", refused)
    page = reader().open("start").press("Start a new assessment")
    assert "cannot be written to" in page.text
    assert page.title.startswith("See what a proposed law")


def test_the_open_assessment_can_be_gone_on_with(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("start")
    assert "Go on with the open assessment" in page.links


def test_the_browser_s_own_assessment_is_offered_again(
    reader: Opened, store: Store, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = new_token()
    store.create(token, partial)
    for kept, offered in ((token, True), (new_token(), False), ("<b>no token</b>", False)):
        monkeypatch.setattr(ContextProxy, "cookies", {state.COOKIE: kept})
        assert ("Go on where you left off" in reader().open("start").links) is offered


@pytest.mark.parametrize("written", ["{token}", " http://x.example/tasks?a={token}&lang=en "])
def test_a_pasted_address_opens_its_assessment(
    reader: Opened, store: Store, partial: Assessment, written: str
) -> None:
    token = new_token()
    store.create(token, partial)
    page = reader().open("start").fill("start.address", written.format(token=token))
    assert page.title == "Task list"
    assert "Gateway Act" in page.text


@pytest.mark.parametrize("written", ["nonsense", "AAAAAAAAAAAAAAAAAAAAAA", "a=&a="])
def test_a_wrong_address_says_only_that_nothing_is_there(reader: Opened, written: str) -> None:
    page = reader().open("start").fill("start.address", written)
    assert "There is no saved work under this address." in page.text


def test_an_address_is_not_said_to_be_wrong_when_the_store_is_away(
    reader: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> object:
        raise Unreachable("away")

    page = reader().open("start")
    monkeypatch.setattr(Store, "load", away)
    page.fill("start.address", new_token())
    assert "does not answer" in page.text


def test_a_file_is_opened_as_a_new_assessment(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch, partial)
    page = upload(reader().open("start"), b"{}")
    assert "“Gateway Act” can be opened." in page.text
    page.press("Open it as a new assessment")
    assert page.title == "Task list"
    page.keep_address()
    assert page.kept() == partial


def test_a_broken_file_is_not_opened_and_every_problem_is_listed(
    reader: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Place("mine.json", 3)
    problems = tuple(Problem(here, f"wrong <b>{n}</b>") for n in range(30))
    opened(monkeypatch, FileProblems(problems))
    page = upload(reader().open("start"), b"{")
    assert "This file was not opened. Nothing that is saved was touched." in page.text
    assert "wrong <b>0</b>" in page.text
    assert "<b>" not in page.html
    assert page.html.count("wrong") == 20
    assert "Open it as a new assessment" not in page.buttons


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not JSON at all", "no assessment is inside this file"),
        (b'{"format": "assess/99"}', "newer"),
        (b"\x00\x01\x02", "no assessment is inside this file"),
    ],
)
def test_what_is_no_assessment_is_refused_with_the_reason(
    reader: Opened, data: bytes, said: str
) -> None:
    page = upload(reader().open("start"), data)
    assert "This file was not opened." in page.text
    assert said in page.text


def test_a_report_is_said_to_be_equal_or_where_it_differs(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch, partial)
    other = Difference(place="Privacy", file="minor", computed="major")
    told = {
        b"%PDF-1": Verified(figures="equal", text="equal", told=("Every figure is equal.",)),
        b"%PDF-2": Verified(
            figures="equal", text="differ", told=("The text differs.",), difference=other
        ),
    }
    monkeypatch.setattr(start.airlock, "verify_file", lambda data, _words: told[data])
    for data, found in told.items():
        assert found.told[0] in upload(reader().open("start"), data).text


def test_an_assessment_file_has_no_figures_to_compare(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Verified:
        raise FileProblems((Problem(Place(), "there is nothing to compare"),))

    opened(monkeypatch, partial)
    monkeypatch.setattr(start.airlock, "verify_file", refused)
    page = upload(reader().open("start"), b"{}")
    assert "can be opened" in page.text
    assert "nothing to compare" not in page.text


def test_figures_nobody_had_time_for_are_said_to_be_open_and_computed_at_the_next_click(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def busy_once(data: bytes, _words: object) -> Verified:
        asked.append(data)
        if len(asked) == 1:
            raise NotReadYet((Problem(Place(), "many files are being read"),))
        return Verified(figures="equal", text="equal", told=("Every figure is equal.",))

    opened(monkeypatch, partial)
    monkeypatch.setattr(start.airlock, "verify_file", busy_once)
    page = upload(reader().open("start"), b"busy once")
    assert "can be opened" in page.text
    assert "have not been computed again yet" in page.text
    page.test.run()
    assert "Every figure is equal." in page.text
    assert "have not been computed again yet" not in page.text
