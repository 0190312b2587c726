"""Four papers from the same findings: what each says, and that anything typed is printed so."""

from __future__ import annotations

import re
from functools import cache

import pytest

from assess import report
from assess.assessment import Judgement
from assess.proposal import Draft, Proposal
from assess.report.document import Paragraph, UserText, Verdict
from assess.report.shortening import shortened
from assess.submission import Advice, Recommendations
from tests.report.briefs import (
    CAMBODIA,
    CP1,
    CP3,
    CP4,
    ENGLISH,
    FRAMEWORK,
    NASTY,
    assessed,
    blocks,
    brief,
    case_brief,
    judged,
    said,
    section,
)
from tests.shipped import LIBRARY

LISTED = "Allow any licensed operator to run its own border crossings"
ADVICE = (
    Advice(
        text=LISTED,
        suggested=LISTED,
        origin="mitigation",
        intervention="mandatory-national-gateway",
        answers=(CP3,),
        provisions=("6",),
    ),
    Advice(text="Allow three.", suggested=LISTED, origin="mitigation", answers=("gone",)),
    Advice(text="Ask again in a year."),
)
GIVEN = assessed(
    judged(CP3, harm="major", provisions=("6", "7"), rationale="One gate.", confidence="high"),
    judged(CP4, harm="material", likelihood="unlikely"),
    Judgement(node=CP1, answer="none", rationale="It acts elsewhere."),
    proposal=Proposal(title="Gateway Act", summary="One gate for all. It is new."),
    recommendations=Recommendations(items=ADVICE),
)


def everything(made):
    return " ".join(str(block) for each in made.sections for block in blocks(each))


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_each_says_what_was_judged_unaffected_what_is_missing_and_what_is_recommended(audience):
    text = everything(brief(GIVEN, audience=audience))
    assert "No effect: judged so" in text or "Judged to see no effect" in text
    assert "Not answered" in text or "Not known or not answered" in text
    assert "3 of 15 answered" in text
    assert all(each.text in text for each in ADVICE)
    assert re.search(r"\blikely \(\d\d%", text)


def test_on_one_page_what_sees_no_effect_is_not_among_what_is_not_known():
    made = brief(GIVEN, audience="one-page")
    assert "Judged to see no effect" in said(made, "gravest")
    assert "Judged to see no effect" not in said(made, "gaps")


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_without_recommendations_that_is_said(audience):
    made = brief(assessed(), audience=audience)
    assert "No recommendations were chosen yet." in said(made, "recommendations")


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_a_case_of_the_library_has_its_own(audience):
    text = said(case_brief(CAMBODIA, audience), "recommendations")
    assert "chosen yet" not in text
    assert audience == "one-page" or "recommend" in text


@pytest.mark.parametrize("audience", ["brief", "annex"])
def test_whose_words_a_recommendation_is_in_is_said(audience):
    written = section(brief(GIVEN, audience=audience), "recommendations").blocks
    assert [each.label for each in written if isinstance(each, UserText)] == [
        "Recommendation 1, taken from the toolkit's list",
        "Recommendation 2, edited by the assessor",
        "Recommendation 3, the assessor's own",
    ]
    asides = [each.text for each in written if isinstance(each, Paragraph)]
    name = FRAMEWORK.node(CP3).name
    assert asides[1].startswith(f"It answers major harm to “{name}”; provision 6. Suggested by")
    assert (f"The list says: {LISTED}" in asides) == (audience == "annex")


@pytest.mark.parametrize("audience", ["brief", "annex"])
def test_what_was_taken_from_a_case_names_it_also_when_it_was_edited(audience):
    copy = LIBRARY.case(CAMBODIA).own_copy()
    first, *others = copy.recommendations.items
    edited = first.model_copy(update={"text": "Mine now."})
    given = copy.replace(recommendations=Recommendations(items=(edited, *others)))
    written = section(brief(given, audience=audience), "recommendations").blocks
    labels = [each.label for each in written if isinstance(each, UserText)]
    assert labels[:2] == [
        "Recommendation 1, edited by the assessor",
        "Recommendation 2, taken from a case",
    ]
    asides = [each.text for each in written if isinstance(each, Paragraph)]
    assert sum("From the case “Cambodia" in each for each in asides) == len(labels) > 2
    assert (f"The case says: {first.text}" in asides) == (audience == "annex")


def test_advice_on_another_draft_is_not_printed():
    drafts = (Draft(id="d1"), Draft(id="d2"))
    advice = (Advice(text="On the second.", draft="d2"), *ADVICE)
    given = GIVEN.replace(drafts=drafts, recommendations=Recommendations(items=advice))
    assert "On the second." not in said(brief(given), "recommendations")


def test_the_annex_has_what_the_brief_leaves_out():
    told, annex = (everything(brief(GIVEN, audience=a)) for a in ("brief", "annex"))
    for technical in (
        "Fact(term='Confidence'",
        "Four choices that are",
        "Where the chance of harm comes",
    ):
        assert technical in annex
        assert technical not in told
    assert "One gate." in told


def test_in_the_brief_a_derived_number_names_the_answers_it_follows_from():
    text = said(brief(GIVEN), "thrive")
    assert "It follows from the answer on" in text or "It follows mainly from the answers" in text


# --- one page -------------------------------------------------------------------------------------


def test_one_page_names_the_three_gravest_harms_with_what_each_rests_on():
    made = case_brief(CAMBODIA, "one-page")
    effects, *_ = section(made, "gravest").blocks
    assert [each.text.split(":")[0] for each in effects.items] == [
        "▼▼▼ Decentralized Management and a Single Distributed Routing System",
        "▼▼▼ Unrestricted reachability",
        "▼▼▼ Reliability, resilience, and availability",
    ]
    assert all("It rests on provision" in each.detail for each in effects.items)
    verdicts = [each for each in section(made, "conclusion").blocks if isinstance(each, Verdict)]
    assert [each.heading for each in verdicts] == ["Harm", "Benefit"]
    assert verdicts[0].more[0].startswith("How far it follows: fairly firm. It holds in 79 of 100")


def test_one_page_has_an_end_however_much_there_is_to_say():
    long = "Many words stand here and more come after them. " * 400
    numbers = tuple(f"Article {n} {long[:200]}" for n in range(1, 100))
    many = [
        judged(node.id, part=part, rationale=long, provisions=numbers, **{side: "major"})
        for node in FRAMEWORK.judged[:12]
        for part, side in ((1, "harm"), (2, "benefit"))
    ]
    given = assessed(
        *many,
        proposal=Proposal(title=long[:290], jurisdiction=long[:290], summary=long),
        drafts=(Draft(id="d1", label=long[:290]),),
        recommendations=Recommendations(items=(Advice(text=long, provisions=numbers),) * 50),
    )
    made = brief(given, audience="one-page")
    assert len(everything(made)) < 5_500
    assert made.title.endswith("… (shortened)")
    (summary,) = section(made, "proposed").blocks
    assert summary.text.endswith("more come after them. … (shortened)")
    assert len(section(made, "gravest").blocks[0].items) == 4
    advised = [b for b in section(made, "recommendations").blocks if isinstance(b, UserText)]
    assert [each.number for each in advised] == ["1.", "2.", "3."]
    assert "47 more recommendations stand in the brief." in everything(made)


@pytest.mark.parametrize(
    ("text", "room", "told"),
    [
        ("Short.", 20, "Short."),
        ("  two\nlines ", 20, "two lines"),
        ("One here. Two here. Three here.", 22, "One here. Two here. … (shortened)"),
        ("No. One sentence that goes on and on", 25, "No. One sentence that … (shortened)"),
        ("x" * 50, 20, "x" * 20 + " … (shortened)"),
        ("国" * 50, 20, "国" * 10 + " … (shortened)"),
        ("一二三四。五六七八九十", 16, "一二三四。 … (shortened)"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_after_a_sentence_else_after_a_word_and_said_to_be(text, room, told):
    assert shortened(ENGLISH, text, room) == told


# --- whatever was typed ---------------------------------------------------------------------------

PLANES = "".join(chr(p * 0x10000 + c) for p in range(17) for c in (0x41, 0x1234, 0xFFFD))


@cache
def typed(text):
    """An assessment with this text wherever a paper prints what somebody wrote."""
    return assessed(
        judged(CP4, harm="major", rationale=text, people=text),
        proposal=Proposal(title="Act", summary=text),
        recommendations=Recommendations(items=(Advice(text=text, answers=(CP4,)),)),
    )


TYPED = {
    "long": "word " * 4_000,
    "planes": PLANES,
    "markup": NASTY,
    "typst": '#set page(width: 1cm) $x$ @ref <tag> `raw` #import "x": * \\ ~ -- // /* */',
    "word": '{{ title }} {% for x in y %} <w:p/> { HYPERLINK "x" } ]]> &#65;',
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_what_was_typed_is_printed_as_typed(audience, text):
    made = brief(typed(text), audience=audience)
    written = [b.text for each in made.sections for b in blocks(each) if isinstance(b, UserText)]
    if audience == "one-page":
        whole = " ".join(text.split())
        assert len(written) == 2
        assert all(whole.startswith(each.removesuffix(" … (shortened)")) for each in written)
    else:
        assert written.count(text) >= 2
        assert "".join(written).count(text.strip()) >= 3
    for kind in ("html", "docx", "md"):
        assert report.extract(report.write(made, kind))


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_four_hundred_judgements_are_told_to_every_audience(audience):
    many = [
        judged(node.id, part=part, harm="minor", rationale=f"Reason {part}.")
        for node in FRAMEWORK.judged
        for part in range(1, 21)
    ]
    other = [each.model_copy(update={"draft": "d2"}) for each in many[:100]]
    given = assessed(*many, *other, drafts=(Draft(id="d1"), Draft(id="d2")))
    assert len(given.judgements) == 400
    made = brief(given, audience=audience)
    assert ("Reason 20." in everything(made)) == (audience != "one-page")
    assert isinstance(section(made, "recommendations").blocks[0], Paragraph)
