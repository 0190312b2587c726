"""The findings page: nothing, something, and what each number is made of."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Judgement
from assess.library import Library
from assess.ui.views import findings
from tests.ui.conftest import CAMBODIA, OTHER, PROPERTY, Opened, at_depth


def test_without_an_answer_there_are_no_findings(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("findings")
    assert "There are no findings yet" in page.text
    assert "Go to the task list" in page.links


def test_an_answer_without_level_gives_no_findings_yet(reader: Opened, empty: Assessment) -> None:
    begun = empty.record(Judgement(node=PROPERTY, answer="effect"))
    assert "There are no findings yet" in reader(begun).open("findings").text


def test_findings_say_harm_benefit_and_what_is_not_known(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("findings")
    assert page.title == "Findings"
    for said in (
        "Harms and benefits, each by itself",
        "The framework, with what was found",
        "Questions back to you",
        "What is not known",
    ):
        assert said in page.text, said
    assert "Continue: the paper" in page.links


def test_a_gap_links_to_its_question(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("findings")
    ways = [each.proto.query_string for each in page.test.get("page_link")]
    assert any(f"node={OTHER}" in way for way in ways)


def test_a_full_assessment_has_prompts_and_no_open_question(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("findings")
    assert any(each.startswith("Look at it again: ") for each in page.links)


def test_when_nothing_is_found_that_is_said_of_what_was_judged(
    reader: Opened, empty: Assessment
) -> None:
    none = at_depth(empty, "quick").record(
        Judgement(node=PROPERTY, answer="none", rationale="It leaves this as it is.")
    )
    text = reader(none).open("findings").text
    assert "no impact" not in text.lower()
    assert "None: no answer differs from what the others would lead one to expect." in text


def test_a_chosen_box_says_what_its_numbers_are_made_of(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("findings")
    assert "What bears on a box, and what its numbers are made of." in page.text
    page.test.session_state["_chosen_node"] = PROPERTY
    page.again()
    assert f'data-assess-shown="{PROPERTY}"' in page.html
    labels = [each.label for each in page.test.expander]
    assert any(label.endswith("which answers it is made of") for label in labels)
    assert any(label.endswith("by which ways it arrives") for label in labels)


def test_a_picked_number_says_what_it_is_made_of(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[findings.Detail] = []

    def number_table(*given: object, **_: object) -> None:
        detail = given[3]
        assert callable(detail)
        asked.append(detail(f"{PROPERTY}/harm/2"))

    monkeypatch.setattr(findings, "number_table", number_table)
    reader(partial).open("findings")
    (made_of,) = asked
    (answers, causes), (ways, _) = made_of.lists
    assert answers.startswith("Material harm")
    assert answers.endswith("which answers it is made of")
    assert ways.endswith("by which ways it arrives")
    assert any("Open Architecture" in each for each in causes)


def test_the_nearest_cases_are_told_with_what_that_is_made_of(
    reader: Opened, library: Library
) -> None:
    page = reader(library.case(CAMBODIA).assessment()).open("findings")
    assert "points that both judge" in page.text
    near = [each for each in page.links if each.startswith("Read: ")]
    assert len(near) == 5
    assert near[0] == f"Read: {library.case(CAMBODIA).title}", "a copy is nearest to its original"


def test_with_few_answers_no_case_is_called_near(reader: Opened, empty: Assessment) -> None:
    begun = Judgement(node=PROPERTY, answer="none", rationale="It leaves this as it is.")
    page = reader(at_depth(empty, "quick").record(begun)).open("findings")
    assert "No case shares half of the answers" in page.text
