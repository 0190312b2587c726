"""Check your answers: everything said, every gap named, nothing blocked."""

from __future__ import annotations

from assess.assessment import Assessment, Judgement
from tests.ui.conftest import PROPERTY, Opened


def test_an_empty_assessment_says_how_much_is_open_and_goes_on(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("check")
    assert page.title == "Check your answers"
    assert "15 questions are open. You can go on all the same" in page.text
    assert "No title yet" in page.text
    assert page.text.count("Not answered") == 15
    assert "Continue: the findings" in page.links


def test_every_answer_stands_there_with_a_way_to_change_it(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("check")
    assert "14 questions are open." in page.text
    for said in ("Gateway Act", "Nowhere", "Everything passes one gate.", "Material harm"):
        assert said.lower() in page.text.lower(), said
    assert "Still missing" in page.text
    changes = [each for each in page.links if each.startswith("Change: ")]
    assert len(changes) == 15


def test_what_is_not_known_says_why(reader: Opened, empty: Assessment) -> None:
    open_ = Judgement(
        node=PROPERTY, answer="dont-know", reason="contested", evidence="weak", condition="If so."
    )
    page = reader(empty.record(open_)).open("check")
    for said in ("Why it is not known", "Evidence", "If so."):
        assert said in page.text, said
    assert "Likelihood" not in page.text


def test_a_finished_assessment_is_said_to_be_finished(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("check")
    assert "Every question is answered." in page.text
    assert "Not answered" not in page.text
