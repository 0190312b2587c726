"""A submission: addressed, numbered, and kept to its limit over exactly the words printed."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import docx
import pytest

from assess import report
from assess.drafting import suggestions
from assess.report import wordcount
from assess.report.document import UserText
from assess.report.fitting import GRAVEST, Plan, left_out, plans
from assess.submission import Advice, ConsultationQuestion, Recommendations, Submission
from tests.report.briefs import (
    CAMBODIA,
    ENGLISH,
    FRAMEWORK,
    INTERVENTIONS,
    LIBRARY,
    assessed,
    blocks,
    brief,
    said,
    section,
)

CASE = LIBRARY.case(CAMBODIA)
QUESTIONS = (
    ConsultationQuestion(text="Does it serve its aim?", answer="It does not.\n\nLess would do."),
    ConsultationQuestion(text="What would you change?", answer="Let several run crossings."),
    ConsultationQuestion(text="Anything else?"),
)
OWN = Advice(text="Publish every route that is taken away.")


def given(limit=None, questions=QUESTIONS, advice=(OWN,)):
    found = CASE.assessment()
    listed = suggestions(found, FRAMEWORK, INTERVENTIONS)[:2]
    return found.replace(
        recommendations=Recommendations(items=(*(each.advice() for each in listed), *advice)),
        submission=Submission(
            addressee="The Ministry\nPhnom Penh",
            sender="A volunteer",
            reference="Consultation 7",
            word_limit=limit,
            questions=questions,
        ),
    )


def made(limit=None, **fields):
    return brief(given(limit, **fields), audience="submission")


# --- the words in a file --------------------------------------------------------------------------


class Shown(HTMLParser):
    """The text of a page as a reader sees it."""

    def __init__(self, page):
        super().__init__()
        self.hidden, self.texts = 0, []
        self.feed(page)

    def handle_starttag(self, tag, _attributes):
        self.hidden += tag in ("head", "script")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("head", "script")

    def handle_data(self, data):
        if not self.hidden:
            self.texts.append(data)


def html_words(data):
    return " ".join(Shown(data.decode()).texts).split()


def docx_words(data):
    body = docx.Document(io.BytesIO(data)).element.body
    lines = (
        "".join(run.text or "\t" for run in p.iter("{*}t", "{*}tab", "{*}br"))
        for p in body.iter("{*}p")
    )
    return " ".join(lines).split()


def md_words(data):
    text = data.decode().partition("<!-- assess-assessment")[0]
    lines = (re.sub(r"^(> ?)?(#+ |- |  )?", "", line) for line in text.split("\n"))
    plain = (re.sub(r"\\$", "", line).replace("**", "") for line in lines)
    return " ".join(re.sub(r"\\(.)", r"\1", line) for line in plain).replace("*", "").split()


@pytest.mark.parametrize("limit", [None, 600])
@pytest.mark.parametrize(
    ("kind", "words_in"), [("html", html_words), ("docx", docx_words), ("md", md_words)]
)
def test_a_file_prints_exactly_the_words_that_were_counted(kind, words_in, limit):
    paper = made(limit)
    assert len(words_in(report.write(paper, kind))) == paper.length.words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("one  two\nthree\tfour", 4),
        ("12. a – b", 4),
        ("don't and/or e-mail", 3),
        ("网关法 act", 4),
        ("ゲート", 3),
        ("게이트 법", 2),
        ("👩🏽‍💻 x", 2),
    ],
)
def test_words_are_counted_by_their_spaces_and_chinese_by_its_characters(text, count):
    assert wordcount.count([text]) == count


# --- the limit ------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [300, 400, 600, 800, 1_000, 5_000])
def test_the_limit_is_kept_and_said(limit):
    paper = made(limit)
    assert paper.length.words <= limit
    (told,) = (fact.text for fact in paper.facts if fact.term == "Length")
    assert told == f"{ENGLISH.number(paper.length.words)} of {ENGLISH.number(limit)} words"


def test_a_limit_of_just_so_many_words_is_kept_with_no_word_to_spare_and_one_less_too():
    exact = made(800).length.words
    assert made(exact).length.words == exact
    assert made(exact - 1).length.words < exact


@pytest.mark.parametrize("limit", [100, 250, 800])
def test_nothing_that_the_assessor_wrote_for_it_is_ever_left_out_or_cut(limit):
    paper = made(limit)
    written = [b.text for each in paper.sections for b in blocks(each) if isinstance(b, UserText)]
    wanted = ["It does not.", "Less would do.", "Let several run crossings.", OWN.text]
    assert [text for text in wanted if text not in written] == []
    assert all(question.text in written for question in QUESTIONS)
    assert CASE.proposal.summary in written


@pytest.mark.parametrize("limit", [100, 250, 400, 800])
def test_what_remains_are_whole_blocks_of_the_paper_without_a_limit(limit):
    texts = {b.text for each in made().sections for b in blocks(each)}
    kept = [b for each in made(limit).sections for b in blocks(each)]
    new = [b.text for b in kept if b.text not in texts]
    told = ("Left out to keep", "Judged to see no effect: 2", "Not known or not answered: 1")
    shorter = [text for text in texts if "This conclusion holds in" in text]
    assert [
        text
        for text in new
        if not text.startswith(told) and not any(each.startswith(text) for each in shorter)
    ] == []


def test_where_her_own_words_alone_pass_it_that_is_said_with_by_how_much():
    long = (ConsultationQuestion(text="Why?", answer="word " * 900),)
    paper = made(800, questions=long)
    assert paper.length.own > 900
    assert paper.length.over == paper.length.words - 800
    (told,) = (fact.text for fact in paper.facts if fact.term == "Length")
    over = paper.length.over
    assert told == f"{ENGLISH.number(paper.length.words)} words, {over} more than the limit of 800"
    assert [b.text for b in section(paper, "effects").blocks] == [
        "Judged to see no effect: 2 in all.",
        "Not known or not answered: 1 in all.",
    ]


def test_what_was_left_out_is_told_at_the_end():
    assert made(5_000).length.left_out == ()
    assert "Left out" not in said(made(5_000), "made")
    text = said(made(600), "made")
    assert "Left out to keep to 600 words: the reasons given for" in text
    assert "The technical annex has all of it." in text


def test_parts_are_left_out_one_by_one_in_the_order_that_is_stated():
    found = list(plans(6, 5))
    assert found[0] == Plan(6, 5)
    assert found[-1] == Plan(0, 0, method=False, names=False, ties=False, firmness=False)
    told = [left_out(ENGLISH, found[0], plan) for plan in found]
    assert told[0] == ()
    assert told[2] == ("the reasons given for 2 effects",)
    assert told[3] == ("the reasons given for 2 effects", "how the findings are made")
    order = list(dict.fromkeys(re.sub(r"\d+ ", "", part) for each in told for part in each))
    assert order == [
        "the reasons given for effect",
        "the reasons given for effects",
        "how the findings are made",
        "what each recommendation answers",
        "effect",
        "effects",
        "the names of what is not known or not affected",
        "how far the conclusions follow from the answers",
    ]
    assert all(plan.effects >= GRAVEST for plan in found[:-GRAVEST])
    reasons, effects = ([getattr(each, of) for each in found] for of in ("reasons", "effects"))
    assert list(dict.fromkeys(reasons)) == [5, 4, 3, 2, 1, 0]
    assert list(dict.fromkeys(effects)) == [6, 5, 4, 3, 2, 1, 0]
    assert len(set(found)) == len(found)


# --- what stands in it ----------------------------------------------------------------------------


def test_paragraphs_are_numbered_without_a_gap():
    paper = made()
    numbers = [
        b.number for each in paper.sections for b in blocks(each) if getattr(b, "number", "")
    ]
    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 20


def test_it_is_addressed():
    facts = {fact.term: fact.text for fact in made().facts}
    assert facts["To"] == "The Ministry\nPhnom Penh"
    assert (facts["From"], facts["Reference"]) == ("A volunteer", "Consultation 7")
    assert facts["Date"] == "22 November 2026"


def test_each_question_stands_before_its_answer_and_a_missing_one_is_told():
    told = [
        (b.label, b.text) if isinstance(b, UserText) else b.text
        for b in blocks(section(made(), "answers"))
    ]
    assert told == [
        ("Question 1", "Does it serve its aim?"),
        ("", "It does not."),
        ("", "Less would do."),
        ("Question 2", "What would you change?"),
        ("", "Let several run crossings."),
        ("Question 3", "Anything else?"),
        "No answer is given.",
    ]


def test_effects_name_their_chance_and_the_provision_they_rest_on():
    text = said(made(), "effects")
    assert "major harm, likely (76%; range 72–79%)" in text
    assert "It rests on provisions gateway and connection." in text
    assert "Judged to see no effect: Open Architecture" in text
    assert "Not known or not answered: Integrity" in text


def test_an_empty_assessment_makes_one_that_claims_nothing():
    paper = brief(assessed(), audience="submission")
    assert "No harm found in the answers given (0 of 15 answered)" in said(paper, "conclusion")
    assert "No recommendations were chosen yet." in said(paper, "recommendations")
    assert section(paper, "answers") is None
    assert paper.length.limit is None
