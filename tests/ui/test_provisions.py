"""The page that leads through a law: its lists, what narrows them, how much the words find."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.panel import Panel
from assess.proposal import Draft, Provision
from assess.ui.parts.law_lists import AT_ONCE
from tests.ui.conftest import Opened
from tests.ui.law import GATEWAY, LAW, cards, field, in_english, kept, lists, of, read


@pytest.fixture
def law(empty: Assessment) -> Assessment:
    """A law of five provisions in English, nothing decided."""
    return in_english(empty)


# --- lists ---------------------------------------------------------------------------------------


def test_all_lists_stand_there_with_how_much_is_in_them(reader: Opened, law: Assessment) -> None:
    page = reader(law).open("provisions")
    assert page.title == "What the law’s words point to"
    assert page.field("law.shelf.").options == [
        "Matched",
        "Weakly matched",
        "Not matched, not read by anyone yet",
        "Read by you, nothing found",
    ]
    assert [each.split(" provision")[0] for each in lists(page)] == ["2", "1", "2", "0"]
    assert "0% of the text" in lists(page)[3]
    assert "no impact" not in page.text.lower()


def test_the_matched_ones_come_first_and_each_list_can_be_read(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions")
    assert cards(page) == ["1", "2"]
    assert cards(read(page, "weak")) == ["3"]
    assert cards(read(page, "unread")) == ["4", "5"]
    assert "That says nothing about what the text does." in page.text
    read(page, "read")
    assert cards(page) == []
    assert "There is nothing here." in page.text


def test_a_list_and_a_node_can_be_named_in_the_address(reader: Opened, law: Assessment) -> None:
    page = reader(law).open("provisions", list="unread")
    assert cards(page) == ["4", "5"]
    page = reader(law).open("provisions", node="decentralized-management-distributed-routing")
    assert cards(page) == ["1", "2"]
    page = reader(law).open("provisions", node="collaborative-development-governance")
    assert cards(page) == ["2"]


def test_a_law_of_which_nothing_matched_begins_with_what_nobody_read(
    reader: Opened, empty: Assessment
) -> None:
    drafts = (Draft(id="d1", language="en", provisions=LAW[3:]),)
    page = reader(empty.replace(drafts=drafts)).open("provisions")
    assert cards(page) == ["4", "5"]


def test_without_provisions_it_leads_to_where_they_are_brought(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("provisions")
    assert "This draft has no provisions yet" in page.text
    assert "Bring the text of the law" in page.links


# --- what narrows a list -------------------------------------------------------------------------


def test_definitions_and_penalties_can_be_hidden_and_are_counted(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions")
    assert page.field("law.roles").value is False
    page.fill("law.roles", True)
    assert cards(page) == ["2"]
    assert "1 provision of this list is hidden." in page.text
    assert cards(read(page, "unread")) == ["5"]


def test_provisions_are_found_by_words_and_by_what_they_may_touch(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions").fill("law.sought", "TRAFFIC international")
    assert cards(page) == ["2"]
    page.fill("law.sought", "nowhere")
    assert cards(page) == []
    page.fill("law.sought", "").fill("law.node.", "collaborative-development-governance")
    assert cards(page) == ["2"]


def test_a_long_list_is_shown_page_by_page(reader: Opened, empty: Assessment) -> None:
    many = tuple(Provision(id=str(n), text=f"Duty {n}.") for n in range(1, 2 * AT_ONCE + 3))
    page = reader(empty.replace(drafts=(Draft(id="d1", language="en", provisions=many),)))
    page.open("provisions")
    assert cards(page) == [str(n) for n in range(1, AT_ONCE + 1)]
    assert f"Provisions 1 to {AT_ONCE} of {2 * AT_ONCE + 2}" in page.text
    assert "Before" not in page.buttons
    assert 'data-assess-shown=""' in page.html  # nothing to bring into view on arrival
    page.press("Next").press("Next")
    assert 'data-assess-shown="law-2"' in page.html
    assert cards(page) == [str(n) for n in range(2 * AT_ONCE + 1, 2 * AT_ONCE + 3)]
    assert "Next" not in page.buttons
    page.press("Before")
    assert cards(page)[0] == str(AT_ONCE + 1)
    page.fill("law.sought", "duty 1.")
    assert cards(page)[0] == "1"


# --- language and coverage -----------------------------------------------------------------------


def test_the_language_is_chosen_and_the_law_is_looked_through_anew(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions")
    assert page.field("law.language").value == "en"
    assert "In English it looks for" in page.text
    page.fill("law.language", "de")
    assert page.kept().drafts[0].language == "de"
    assert "In German it looks for" in page.text
    assert cards(page) != ["1", "2"]


def test_a_language_that_is_not_named_is_guessed(reader: Opened, law: Assessment) -> None:
    long = tuple(
        Provision(**{**dict(each), "text": f"{each.text} The duty of the operator is to be held."})
        for each in LAW
    )
    page = reader(law.replace(drafts=(Draft(id="d1", provisions=long),))).open("provisions")
    assert page.field("law.language").label == "Language of the law (guessed)"
    assert page.field("law.language").value == "en"
    assert page.kept().drafts[0].language == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "It could not be told which language this draft is in"),
        ("sw", "There are no words to look for in Swahili yet: every provision has to be read."),
    ],
)
def test_a_law_no_words_are_looked_for_in_has_to_be_read(
    reader: Opened, empty: Assessment, language: str, said: str
) -> None:
    drafts = (Draft(id="d1", language=language, provisions=(Provision(id="1", text="Sheria."),)),)
    page = reader(empty.replace(drafts=drafts)).open("provisions")
    assert said in page.text
    assert [each.split(" provision")[0] for each in lists(page)] == ["0", "0", "1", "0"]


def test_how_the_law_was_cut_is_told(reader: Opened, law: Assessment) -> None:
    assert "5 provisions, 1 to 5, no gap." in reader(law).open("provisions").text
    gap = law.replace(drafts=(Draft(id="d1", language="en", provisions=(LAW[0], LAW[2])),))
    assert "2 provisions, 1 to 3; gap: 2." in reader(gap).open("provisions").text


# --- taking it along -----------------------------------------------------------------------------


def test_decisions_can_be_taken_along_once_there_are_any(reader: Opened, law: Assessment) -> None:
    page = reader(law).open("provisions")
    assert page.test.get("download_button")[0].disabled
    page.fill(field("2", GATEWAY), "accepted").again()
    assert not page.test.get("download_button")[0].disabled


def test_a_closed_round_leaves_marks_to_be_made(reader: Opened, law: Assessment) -> None:
    page = reader(law.replace(panel=Panel(phase="closed"))).open("provisions")
    page.fill(field("2", GATEWAY), "accepted")
    assert kept(page) == (of("2", accepted=(GATEWAY,), read=True),)


def test_two_thousand_provisions_are_looked_through(reader: Opened, empty: Assessment) -> None:
    many = tuple(
        Provision(id=str(n), text=f"Operator {n} passes the national internet gateway.")
        for n in range(2_000)
    )
    page = reader(empty.replace(drafts=(Draft(id="d1", language="en", provisions=many),)))
    page.open("provisions")
    assert lists(page)[0].startswith("2,000 provisions, 100%")
    assert len(cards(page)) == AT_ONCE
