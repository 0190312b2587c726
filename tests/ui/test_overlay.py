"""A chapter's overlay is brought as a file, named where it is read, and taken off again."""

from __future__ import annotations

from assess.assessment import Assessment
from assess.bundle import dumps
from tests.chapter import BY, FILE
from tests.small import effect
from tests.ui.conftest import Opened
from tests.ui.reader import Reader


def brought(page: Reader, text: str = FILE) -> Reader:
    page.open("topics")
    page.test.file_uploader[0].upload("my.overlay.yaml", text.encode(), "text/plain").run()
    return page._whole()


def test_an_overlay_is_used_named_and_taken_off(reader: Opened, full: Assessment) -> None:
    page = brought(reader(full))
    assert f"“Questions on spectrum” by {BY}" in page.text
    assert "1 question is left out. 1 is worded otherwise. 1 question is added." in page.text
    assert page.kept() == full
    page.press("Use these questions")
    assert page.kept().overlay
    assert f"What is asked was changed by {BY} (“Questions on spectrum”)." in page.text
    page.open("tasks")
    assert "Spectrum for all" in page.links
    assert not any(each.startswith("Integrity") for each in page.links)
    page.open("judge", node="spectrum-for-all")
    assert f"Added by {BY}; it is no part of the framework." in page.text
    assert f"argued by {BY}" in page.text
    assert "this toolkit’s own" not in page.text
    assert "by this toolkit" not in page.text
    page.open("judge", node="privacy")
    assert f"Worded by {BY}, not by the authors of the framework." in page.text
    assert "Who could see what, and of whom?" in page.text
    assert page.judgement("privacy").review
    page.press("It still holds").open("topics").press("Take it off")
    assert page.kept().overlay is None
    assert page.judgement("privacy").review


def test_without_answers_on_its_words_taking_it_off_leaves_no_trace(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("topics")
    before = dumps(page.kept())
    brought(page).press("Use these questions").open("topics").press("Take it off")
    assert dumps(page.kept()) == before


def test_what_is_wrong_in_a_file_is_told_with_its_line(reader: Opened, full: Assessment) -> None:
    page = brought(reader(full), FILE.replace("[integrity]", "[integrty]"))
    assert "This overlay was not used. Nothing that is saved was touched." in page.text
    assert "my.overlay.yaml:7: hide[0]: integrty is not asked about in this framework" in page.text
    assert "Use these questions" not in page.buttons
    assert page.kept() == full


def test_answers_on_its_own_questions_are_taken_back_first(
    reader: Opened, full: Assessment
) -> None:
    page = brought(reader(full)).press("Use these questions")
    answer = effect("spectrum-for-all", "minor")
    page.store.save(page.token, answer, 0)
    page.open("topics", draft="d1").press("Take it off")  # another address: read anew
    assert "something is said on questions that would go: Spectrum for all; take that" in page.text
    assert page.kept().overlay


def test_findings_and_paper_say_who_changed_what(reader: Opened, full: Assessment) -> None:
    page = brought(reader(full)).press("Use these questions").open("findings")
    assert BY in page.text
