"""The proposal and its provisions."""

from __future__ import annotations

import datetime

import pytest

from assess.assessment import Assessment
from assess.proposal import Draft, Proposal, Provision
from assess.store import Store
from assess.ui import state
from tests.ui.conftest import Opened


def test_it_asks_for_a_few_sentences_and_shows_what_was_said(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("proposal")
    assert page.title == "What is proposed?"
    assert page.field("proposal.title.").value == "Gateway Act"
    assert page.field("proposal.stage.").value == "draft"
    assert page.field("drafts.0.0.heading.").value == "Gateways"
    assert page.field("drafts.0.1.text.").value == "All traffic."
    assert "Draft 1" not in page.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Network Act"),
        ("jurisdiction", "Freedonia"),
        ("stage", "adopted"),
        ("summary", "One gate.\nOne key."),
        ("purpose", "Order"),
        ("audience", "Parliament"),
    ],
)
def test_each_field_is_kept_before_the_page_says_so(
    reader: Opened, partial: Assessment, field: str, value: str
) -> None:
    page = reader(partial).open("proposal").fill(f"proposal.{field}.", value)
    assert getattr(page.kept().proposal, field) == value
    assert "Saved." in page.text
    others = page.kept().proposal.model_dump(exclude={field})
    assert others == partial.proposal.model_dump(exclude={field})


def test_a_control_character_in_the_title_is_refused(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").fill("proposal.title.", "Act\x1b[31m")
    assert "character 4 (U+001B) is a control character" in page.text
    assert page.kept().proposal.title == "Gateway Act"


def test_a_title_too_long_is_refused_with_its_limit(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").fill("proposal.title.", "x" * 301)
    assert "300" in page.text
    assert page.kept().proposal.title == "Gateway Act"


def test_a_provision_is_added_with_the_next_free_number(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("proposal").press("Add a provision")
    assert [each.id for each in page.kept().drafts[0].provisions] == ["6", "7", "1"]
    page.fill("drafts.0.2.text.", "New text.")
    added = page.kept().drafts[0].provisions[2]
    assert (added.id, added.text) == ("1", "New text.")


def test_a_provision_is_renumbered_without_losing_its_text(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("proposal").fill("drafts.0.1.id.", "7a")
    assert page.kept().drafts[0].provisions[1] == Provision(id="7a", text="All traffic.")


def test_removing_a_provision_leaves_the_others_as_they_are(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("proposal")
    remove = [each for each in page.test.button if each.label == "Remove this provision"]
    remove[0].click().run()
    assert page.kept().drafts[0].provisions == (Provision(id="7", text="All traffic."),)
    page.again()
    assert page.field("drafts.0.0.text.").value == "All traffic."
    assert not page.asks("drafts.0.1.text.")


def test_two_provisions_of_one_number_are_refused(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").fill("drafts.0.1.id.", "6")
    assert "provision given twice: 6" in page.text
    assert page.kept().drafts == partial.drafts


@pytest.mark.parametrize("press", ["Add a provision", "Add another draft of the same proposal"])
def test_nothing_is_added_while_something_is_refused(
    reader: Opened, partial: Assessment, press: str
) -> None:
    page = reader(partial).open("proposal").fill("drafts.0.1.id.", "6").press(press)
    assert "provision given twice: 6" in page.text
    assert page.kept().drafts == partial.drafts


def test_nothing_is_removed_while_something_is_refused(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").fill("drafts.0.1.id.", "6")
    remove = [each for each in page.test.button if each.label == "Remove this provision"]
    remove[1].click().run()
    assert page.kept().drafts == partial.drafts


def test_another_draft_is_named_and_dated(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").press("Add another draft of the same proposal")
    assert "Draft 2" in page.text
    page.fill("drafts.1.label.", "As amended")
    page.fill("drafts.1.date.", datetime.date(2026, 3, 1))
    assert page.kept().drafts[1] == Draft(
        id="d2", label="As amended", date=datetime.date(2026, 3, 1)
    )
    assert page.kept().drafts[0] == partial.drafts[0]


def test_a_draft_gets_an_id_nobody_has(reader: Opened, partial: Assessment) -> None:
    drafts = (*partial.drafts, Draft(id="d7"), Draft(id="mine"))
    page = reader(partial.replace(drafts=drafts)).open("proposal")
    page.press("Add another draft of the same proposal")
    assert [each.id for each in page.kept().drafts] == ["d1", "d7", "mine", "d8"]


def test_the_second_tab_may_keep_its_title(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("proposal")
    seen = store.load(page.token).seen(partial.proposal)
    store.save(page.token, Proposal(title="Theirs"), seen)
    page.fill("proposal.title.", "Mine")
    assert "changed elsewhere" in page.text
    page.press("Keep mine")
    assert page.kept().proposal.title == "Mine"


def test_the_second_tab_may_take_the_saved_provisions(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("proposal")
    theirs = (Draft(id="d1", provisions=(Provision(id="9", text="Theirs."),)),)
    store.save(page.token, theirs, store.load(page.token).seen(partial.drafts))
    page.fill("drafts.0.0.text.", "Mine.")
    assert "changed elsewhere" in page.text
    assert "Theirs." in page.text
    page.press("Take the saved one")
    assert page.field("drafts.0.0.text.").value == "Theirs."
    assert page.kept().drafts == theirs


def test_several_provisions_are_pasted_at_once(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal")
    page.fill("drafts.0.pasted.", "Article 8 Fees\nAll pay.\n\nArticle 9\nNobody pays.")
    page.press("Add these provisions")
    assert page.kept().drafts[0].provisions[:2] == partial.drafts[0].provisions
    added = page.kept().drafts[0].provisions[2:]
    assert len(added) == 2
    assert "All pay." in added[0].text
    assert page.field("drafts.0.pasted.").value == ""


def test_pasted_provisions_that_are_there_already_are_refused(
    reader: Opened, partial: Assessment
) -> None:
    twice = "\n\n".join(["7 All traffic.", "7 All traffic."])
    page = reader(partial).open("proposal").fill("drafts.0.pasted.", twice)
    page.press("Add these provisions")
    assert page.kept().drafts[0].provisions[:2] == partial.drafts[0].provisions
    numbers = [each.id for each in page.kept().drafts[0].provisions]
    assert len(set(numbers)) == len(numbers)


def test_pasting_waits_until_what_is_refused_is_mended(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("proposal").fill("drafts.0.1.id.", "6")
    page.fill("drafts.0.pasted.", "8 New.").press("Add these provisions")
    assert "provision given twice: 6" in page.text
    assert page.kept().drafts == partial.drafts


def test_provisions_the_browser_brought_back_are_not_saved_unasked(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("proposal")
    page.test.session_state[state.widget_key("drafts", "0.1.text")] = "Before the restart."
    page.test.session_state[state.widget_key("proposal", "title")] = "Before the restart."
    page.again()
    assert page.text.count("The connection was lost meanwhile") == 2
    assert page.kept() == partial


def test_the_official_identifier_of_a_text_is_kept(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("proposal").fill("drafts.0.reference", "urn:lex:eu:act:2022-10-19;x")
    assert page.kept().drafts[0].reference == "urn:lex:eu:act:2022-10-19;x"
