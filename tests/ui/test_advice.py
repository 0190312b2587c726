"""Recommendations: taken over from the list, edited, moved, removed, kept at once."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.submission import Advice, Recommendations
from tests.ui.conftest import CAMBODIA, OTHER, PROPERTY, Opened

FIRST = "Allow any licensed operator to run its own border crossings"
SECOND = "Require at least several physically separate crossings"
assert CAMBODIA


def test_a_suggestion_is_taken_over_then_edited_and_marked(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("advice")
    assert page.title == "Recommendations"
    assert "No recommendations were chosen yet." in page.text
    page.press(FIRST)
    (taken,) = page.kept().recommendations.items
    assert (taken.text, taken.suggested, taken.origin) == (FIRST, FIRST, "mitigation")
    assert taken.intervention == "mandatory-national-gateway"
    assert "unrestricted-reachability" in taken.answers
    assert "gateway" in taken.provisions
    assert "Taken from the toolkit" in page.text
    assert f"✓ {FIRST}" in page.buttons
    page.fill("0.text", "Allow three operators.")
    (edited,) = page.kept().recommendations.items
    assert (edited.text, edited.suggested) == ("Allow three operators.", FIRST)
    page.again()
    assert "Edited by the assessor" in page.text
    assert "Saved." in page.text


def test_they_are_moved_removed_and_added(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("advice")
    page.press(FIRST).press(SECOND).press("Add one of your own")
    page.fill("2.text", "Ask again in a year.")
    page.test.button(key="advice.up.2").click().run()
    texts = [each.text for each in page.kept().recommendations.items]
    assert texts == [FIRST, "Ask again in a year.", SECOND]
    page.test.button(key="advice.remove.0").click().run()
    assert [each.text for each in page.kept().recommendations.items] == texts[1:]
    assert page.kept().recommendations.items[0].origin == "own"


def test_what_is_typed_is_kept_when_another_button_is_pressed(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("advice").press(FIRST)
    page.field("0.text").set_value("Typed, not left yet.")
    page.press(SECOND)
    assert [each.text for each in page.kept().recommendations.items] == [
        "Typed, not left yet.",
        SECOND,
    ]


def test_what_it_answers_is_chosen_from_the_harm_judged(
    reader: Opened, partial: Assessment
) -> None:
    given = partial.replace(recommendations=Recommendations(items=(Advice(text="Ask again."),)))
    page = reader(given).open("advice")
    page.fill("0.answers", [PROPERTY]).fill("0.provisions", ["6"])
    (kept,) = page.kept().recommendations.items
    assert (kept.answers, kept.provisions) == ((PROPERTY,), ("6",))
    assert OTHER not in page.field("0.answers").options


def test_advice_on_another_draft_stays_where_it_is(reader: Opened, library) -> None:
    case = library.case("2021-european-union-nis2-root-servers").assessment()
    other = Advice(text="On the second.", draft="d2")
    page = reader(case.replace(recommendations=Recommendations(items=(other,)))).open("advice")
    assert "On the second." not in page.text
    page.press("Add one of your own").fill("1.text", "On the first.")
    assert [each.draft for each in page.kept().recommendations.items] == ["d2", "d1"]


def test_those_of_a_case_come_with_its_copy_and_say_where_from_though_edited(
    reader: Opened, library
) -> None:
    case = library.case(CAMBODIA)
    page = reader(case.own_copy()).open("advice")
    said = f"From the case “{case.title}”, where"
    assert page.text.count(said) == len(case.recommendations) > 1
    assert "Taken from a case" in page.text
    page.fill("0.text", "Mine now.").again()
    assert page.kept().recommendations.items[0].suggested == case.recommendations[0].text
    assert "Edited by the assessor" in page.text
    assert page.text.count(said) == len(case.recommendations)


@pytest.mark.parametrize("which", ["empty", "partial"])
def test_where_nothing_is_suggested_the_page_says_how_to_get_there(
    reader: Opened, request: pytest.FixtureRequest, which: str
) -> None:
    page = reader(request.getfixturevalue(which)).open("advice")
    assert "Nothing is suggested yet." in page.text
    assert "Look at the answers" in page.links


def test_another_tab_s_change_is_shown_beside_mine_and_chosen_between(
    reader: Opened, partial: Assessment
) -> None:
    given = partial.replace(recommendations=Recommendations(items=(Advice(text="As it was."),)))
    page = reader(given).open("advice")
    theirs = Recommendations(items=(Advice(text="From another tab."),))
    page.store.save(page.token, theirs, page.store.load(page.token).seen(theirs))
    page.fill("0.text", "From this one.")
    assert "this answer was changed elsewhere" in page.text
    assert "Recommendation 1 From this one. From another tab." in page.text
    page.press("Keep mine")
    assert [each.text for each in page.kept().recommendations.items] == ["From this one."]
