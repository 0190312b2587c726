"""Several people: opening a round, joining it, and what is shown in each of its phases."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from assess.assessment import Assessment, Judgement
from assess.panel import Note
from assess.store import Store
from tests.ui.conftest import OTHER, PROPERTY, Opened
from tests.ui.reader import SCRIPT, Reader

SECRET = "Everything passes one gate."


@dataclass
class Round:
    """The owner, and Bo, who has a seat; the owner judged `PROPERTY`, Bo says there is none."""

    store: Store
    owner: Reader
    bo: Reader
    link: str

    def reader(self, token: str) -> Reader:
        return Reader(AppTest.from_file(SCRIPT, default_timeout=30), self.store, token)

    def end(self, phase: str) -> None:
        self.store.next_phase(self.owner.token, phase)


@pytest.fixture
def round_(reader: Opened, store: Store, partial: Assessment) -> Round:
    owner = reader(partial)
    link = store.open_round(owner.token, ["Bo", "Cy"])
    found = Round(store, owner, reader(), link)
    found.bo = found.reader(store.take_seat(link, "a2"))
    none = Judgement(node=PROPERTY, assessor="a2", answer="none", rationale="It is only one gate.")
    store.save(found.bo.token, none, 0)
    return found


def test_a_round_is_opened_for_people_by_name(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("assessors")
    assert page.title == "Several people"
    page.fill("assessors.a1", " Ada ")
    page.open("assessors").fill("round.names", "Bo\nCy\n\n").press("Open the first round")
    assert [each.name for each in page.kept().assessors] == ["Ada", "Bo", "Cy"]
    assert f"/join?a={page.store.round_link(page.token)}" in page.text
    assert "Nobody sees the others' answers until" in page.text
    assert "Ada you ✓ yes 1 of 15 not yet Bo not yet 0 of 15 not yet" in page.text


def test_people_are_added_while_the_first_round_is_open(round_: Round) -> None:
    page = round_.owner.open("assessors").fill("round.names", "Di\nBo").press("Add them")
    assert [each.name for each in page.kept().assessors] == ["", "Bo", "Cy", "Di"]
    assert page.field("round.names").value == ""
    round_.end("first")
    assert not page.press("Look again").asks("round.names")


def test_why_a_round_was_not_opened_is_said(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("assessors").press("Open the first round")
    assert "A round needs at least two people." in page.text
    assert page.kept().panel is None


def test_who_opens_the_link_picks_a_free_name_and_goes_on(round_: Round) -> None:
    page = round_.reader(round_.link).open("join")
    assert page.title == "You are asked to judge with others"
    assert "Gateway Act" in page.text
    assert page.field("join.name").options == ["Cy"]
    assert SECRET not in page.text
    page.fill("join.name", "a3").press("Go on under this name")
    page.keep_address()
    assert page.token not in (round_.link, round_.owner.token)
    assert page.title == "Task list"
    assert "0 of 15 questions answered" in page.text
    assert round_.store.load(page.token).assessor == "a3"


@pytest.mark.parametrize("view", ["tasks", "findings", "start", "assessors"])
def test_every_page_behind_the_link_asks_who_one_is_or_needs_no_work(round_, view: str) -> None:
    page = round_.reader(round_.link).open(view)
    assert SECRET not in page.html
    assert page.title.startswith("See what" if view == "start" else "You are asked to judge")


def test_a_link_with_no_name_left_says_what_to_do(round_: Round) -> None:
    round_.store.take_seat(round_.link, "a3")
    page = round_.reader(round_.link).open("join")
    assert "Every name is taken." in page.text
    assert not page.asks("join.name")


def test_in_a_private_round_there_are_numbers_and_no_answers(round_: Round) -> None:
    mine, theirs = "It is only one gate.", SECRET
    for view in ("assessors", "tasks", "findings", "brief", "check"):
        page = round_.bo.open(view)
        assert theirs not in page.html
    assert mine in page.html
    page = round_.bo.open("assessors")
    assert "Person 1 ✓ yes 1 of 15 not yet Bo you ✓ yes 1 of 15 not yet" in page.text
    assert "disagree" not in page.text
    assert "End this round now" not in page.buttons, "only the owner ends it"
    assert "/join?a=" not in page.text


def test_a_round_ends_when_the_last_says_so(round_: Round) -> None:
    cy = round_.reader(round_.store.take_seat(round_.link, "a3"))
    for person in (round_.owner, round_.bo):
        person.open("assessors").press("I am done")
        assert "You said that you are done." in person.text
    round_.bo.press("I am not done after all").press("I am done")
    cy.open("assessors").press("I am done")
    assert "The first round is over." in cy.text
    round_.owner.press("Look again")
    assert "The first round is over." in round_.owner.text


def test_after_the_first_round_both_reasons_stand_side_by_side(round_: Round) -> None:
    round_.owner.open("assessors").press("End this round now")
    assert "The first round is over." in round_.owner.text
    page = round_.bo.open("assessors")
    assert "1 of 2 people's own answers lead to" in page.text
    assert "From no harm stated to material harm." in page.text
    assert SECRET in page.text
    assert "It is only one gate." in page.text
    assert "Not answered by Cy." in page.text


def test_notes_are_written_in_the_discussion_and_read_by_all(round_: Round) -> None:
    round_.end("first")
    page = round_.bo.open("assessors").fill(f"note/d1/a2/{PROPERTY}", "Which *gate*?")
    assert page.kept().notes == (Note(node=PROPERTY, assessor="a2", text="Which *gate*?"),)
    assert "Saved." in page.text
    other = round_.owner.open("assessors")
    assert "Note by Bo Which *gate*?" in other.text
    other.fill("note.node", OTHER).fill(f"note/d1/a1/{OTHER}", "Here we agree.")
    assert "Here we agree." in round_.bo.open("assessors").press("Look again").text
    round_.end("discussion")
    page = round_.bo.press("Look again")
    assert not page.asks("note/d1/a2")
    assert "Note by Bo Which *gate*?" in page.text


def test_the_second_round_shows_the_first_and_then_what_changed(round_: Round) -> None:
    round_.end("first")
    round_.owner.open("assessors").press("Start the second round")
    changed = Judgement(
        node=PROPERTY, assessor="a2", answer="effect", harm="minor", likelihood="likely",
        confidence="low", rationale="I see it now.",
    )  # fmt: skip
    round_.store.save(round_.bo.token, changed, 1)
    page = round_.owner.open("assessors")
    assert "These are the answers as they stood after the first round." in page.text
    assert "It is only one gate." in page.text
    assert "I see it now." not in page.html
    page.press("End this round now")
    assert "Both rounds are over." in page.text
    assert "Between the first round and the second 1 answer changed." in page.text
    assert "Bo No effect minor harm" in page.text
    assert "I am done" not in page.buttons


def test_the_owner_corrects_and_frees_names(round_: Round) -> None:
    page = round_.owner.open("assessors").fill("assessors.a2", "Bodil")
    assert [each.name for each in page.kept().assessors] == ["", "Bodil", "Cy"]
    page.press("Free the name of person 2")
    assert round_.bo.open("tasks").title == "No assessment is open here"
    page.press("Make another link now")
    assert round_.link not in page.text
    assert f"/join?a={round_.store.round_link(page.token)}" in page.text
