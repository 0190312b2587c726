"""How sure, what would change it, and where the reader disagrees with the framework."""

from __future__ import annotations

from assess.assessment import Assessment
from assess.ui.views import sure
from tests.ui.conftest import Opened

NO_REASON = "a link is changed without a reason; say why you see it otherwise"


def test_without_a_stated_effect_there_is_nothing_to_be_sure_of(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("sure")
    assert "there is no conclusion yet" in page.text
    assert "Go to the task list" in page.links


def test_a_conclusion_says_in_how_many_readings_it_holds_and_what_would_change_it(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("sure")
    assert page.title == "How sure is this, and what would change it?"
    assert "This conclusion holds in 79 of 100 readings of the answers" in page.text
    assert "not how likely the law is to break the Internet" in page.text
    assert "were judged to bring material harm instead of major harm" in page.text
    assert "raises the chance of naming the right conclusion on harm from 79% to 97%" in page.text
    assert "stays the same if the answers err together" in page.text


def test_a_link_is_taken_otherwise_with_a_reason_and_both_findings_are_shown(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("sure")
    page.press("Use this in a second reading")
    assert NO_REASON in page.text
    assert page.kept().variant.links == ()
    page.field("variant.rating").set_value("off")
    page.field("variant.reason").set_value("Nobody <b>measured</b> it.")
    page.press("Use this in a second reading")
    (change,) = page.kept().variant.links
    assert (change.rating, change.reason) == ("off", "Nobody <b>measured</b> it.")
    again = page.open("sure")
    assert "As you see it" in again.text
    assert "Nobody &lt;b&gt;measured&lt;/b&gt; it." in again.html
    assert "with the assessor's changes to the framework's links" in page.open("findings").text
    page.open("sure").press("Take it as the framework has it")
    assert page.kept().variant.links == ()


def test_the_links_that_decide_are_looked_for_when_they_are_asked_for(
    reader: Opened, partial: Assessment, monkeypatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sure.disagreement, "deciding_links", lambda *_, **__: asked.append("links"))
    monkeypatch.setattr(sure, "sensitivity", lambda *_, **__: asked.append("indices"))
    reader(partial).open("sure")
    assert asked == []
