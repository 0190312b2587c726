"""The paper: chosen by its audience, previewed, offered as files; a submission within its limit."""

from __future__ import annotations

import json
import re

import pytest

from assess import report
from assess.assessment import Assessment
from assess.library import Library
from assess.ui.views.brief import file_name
from tests.report.test_submission import md_words
from tests.ui.conftest import CAMBODIA, Opened
from tests.ui.reader import Reader

STARTER = "A template to begin with; it lists the fields"
FILES = [
    "Word (DOCX)",
    "PDF",
    "Web page (HTML)",
    "Plain text (Markdown)",
    "Answers only (JSON)",
]


def shown(page: Reader) -> str:
    (found,) = page.test.get("bidi_component")
    return str(json.loads(found.proto.json)["page"])


@pytest.mark.parametrize("which", ["empty", "partial", "full"])
def test_it_is_previewed_and_offered_in_every_format(
    reader: Opened, request: pytest.FixtureRequest, which: str
) -> None:
    assessment: Assessment = request.getfixturevalue(which)
    page = reader(assessment).open("brief")
    assert page.title == "The paper"
    assert [each.label for each in page.test.get("download_button")] == [*FILES, STARTER]
    assert assessment.proposal.title in shown(page)


def test_it_says_what_was_answered_and_the_annex_what_words_of_the_law_point_to(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("brief")
    assert "Provision by provision" in shown(page)
    page.open("brief", audience="annex")
    assert "What only words point to" in shown(page)


def test_the_audience_is_chosen_and_named_by_the_address(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("brief")
    page.fill("paper-kinds", "one-page")
    assert page.test.query_params["audience"] in ("one-page", ["one-page"])
    assert "The gravest effects" in shown(page)
    page.open("brief", audience="nobody")
    assert page.field("paper-kinds").value == "brief"


def test_from_the_cambodia_case_to_a_submission_of_eight_hundred_words(
    reader: Opened, library: Library
) -> None:
    """As somebody would who never saw the tool: the case, recommendations, the paper, a file."""
    page = reader().open("case", id=CAMBODIA)
    page.press("Start from this case").keep_address()
    page.open("advice")
    page.press("Allow any licensed operator to run its own border crossings")
    page.press("Keep domestic exchange out of scope")
    page.fill("4.text", "Leave domestic exchange out.")

    page.open("brief", audience="submission")
    page.fill("submission.addressee", "Ministry of Post and Telecommunications")
    page.fill("submission.sender", "A volunteer").fill("submission.word_limit", 800)
    page.fill("submission.pasted", "Is the gateway needed?\n\nWhat would you change?")
    page.fill("answer.0", "No. The aim can be met by less.")
    page.fill("answer.1", "Let operators run crossings of their own.\n\nExchange at home.")
    kept = page.kept()
    assert [each.answer[:3] for each in kept.submission.questions] == ["No.", "Let"]
    counted = re.search(r"Length: (\d+) of 800 words", page.again().text)
    assert counted

    paper = made_of(kept, library)
    assert "Leave domestic exchange out." in paper
    words = md_words(paper.encode())
    assert len(words) == int(counted[1])
    assert 600 < len(words) <= 800


def made_of(assessment: Assessment, library: Library) -> str:
    """The Markdown file that the page offers; a download holds it back until it is asked for."""
    import datetime

    from assess import press
    from assess.text import words

    made = press.paper(
        library,
        assessment,
        ("d1", "a1"),
        words("en"),
        datetime.datetime.now(datetime.UTC).date(),
        audience="submission",
    )
    return report.write(made, "md").decode()


def test_an_answer_stays_when_questions_are_pasted_anew(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("brief", audience="submission")
    page.fill("submission.pasted", "One?\n\nTwo?").fill("answer.1", "To two.")
    page.fill("submission.pasted", "Zero?\n\nOne?\n\nTwo?")
    told = [(each.text, each.answer) for each in page.kept().submission.questions]
    assert told == [("Zero?", ""), ("One?", ""), ("Two?", "To two.")]
    assert page.field("answer.2").value == "To two."


def test_own_words_over_the_limit_are_said_with_by_how_much(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("brief", audience="submission")
    page.fill("submission.word_limit", 100).fill("submission.sender", "word " * 200)
    text = page.again().text
    assert re.search(r"Length: \d+ words, \d+ more than the limit of 100", text)
    assert "of the words are yours or the consultation's, and never left out" in text


def test_to_what_to_recommend_and_back_it_stays_the_same_paper(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("brief", audience="submission")
    ways = page.test.get("page_link")
    onward = next(
        e for e in ways if e.label in ("Choose what to recommend", "Back to the findings")
    )
    assert onward.label == "Choose what to recommend"  # first, as long as nothing is
    assert "audience=submission" in onward.proto.query_string
    page.open("advice", audience="submission").press("Add one of your own")
    back = next(e for e in page.test.get("page_link") if e.label == "Continue: the paper")
    assert "audience=submission" in back.proto.query_string
    page.open("brief", audience="submission")
    assert page.links.index("Back to the findings") < page.links.index("Choose what to recommend")


def test_a_character_that_cannot_be_kept_is_refused_in_words(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("brief", audience="submission")
    page.fill("submission.sender", "Broken \x07 here")
    assert "is a control character" in page.again().text
    assert page.kept().submission.sender == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Gateway Act", "gateway-act"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("Закон о связи", "закон-о-связи"),
        ("", "internet-impact-brief"),
        ("///", "internet-impact-brief"),
        ("x" * 200, "x" * 60),
        (
            "Sub-Decree on " + "the Gateway " * 9,
            "sub-decree-on-the-gateway-the-gateway-the-gateway-the",
        ),
    ],
)
def test_files_are_named_by_the_title_s_letters_and_digits(title: str, name: str) -> None:
    assert file_name(title) == name
