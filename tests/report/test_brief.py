"""The brief: what is in it."""

from __future__ import annotations

import re

import pytest

from assess.assessment import Judgement, Triage
from assess.proposal import Draft, Provision
from assess.report.document import Items
from tests.report.briefs import (
    CASES,
    CP1,
    CP4,
    FRAMEWORK,
    assessed,
    blocks,
    brief,
    case_brief,
    judged,
    nasty,
    said,
    section,
    sections,
)

SECTIONS = ["abstract", "methodology", "context", "exist", "thrive", "summary", "notes"]
ANNEX = [*SECTIONS[:-1], "clauses", "gaps", "sources", "colophon"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_sections_stand_in_the_order_of_an_internet_impact_brief(case):
    made = case_brief(case.id)
    topics = [f"topic-{each.id}" for each in case.topics.root]
    assert [each.id for each in made.sections] == [*SECTIONS[:5], *topics, *SECTIONS[5:]]
    assert [each.id for each in section(made, "summary").sections] == ["gaps", "recommendations"]
    annex = [*ANNEX[:5], *topics, *ANNEX[5:]]
    assert [each.id for each in case_brief(case.id, "annex").sections] == annex


@pytest.mark.parametrize("audience", ["brief", "annex"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_section_ids_are_unique_so_that_links_lead_somewhere(case, audience):
    found = [each.id for each in sections(case_brief(case.id, audience))]
    assert len(found) == len(set(found))
    assert {node.id for node in FRAMEWORK.nodes} <= set(found)


def test_the_method_note_prints_the_four_choices_and_what_is_not_done():
    text = said(brief(assessed(), audience="annex"), "methodology")
    for value in ("20%", "50%", "90%", "66%", "33%", "80%", "harm 1", "16,384"):
        assert value in text
    for limit in ("measure the Internet", "weigh what the measure is for", "do not accumulate"):
        assert limit in text


def test_likelihood_words_stand_with_their_numbers():
    given = assessed(judged(CP4, harm="major"))
    assert "very likely (90–99%)" in said(brief(given, audience="annex"), "exist")
    text = said(brief(given), "exist")
    assert "likely (76%" in text


def test_no_effect_is_told_as_judged_with_its_rationale():
    made = brief(assessed(Judgement(node=CP1, answer="none", rationale="It acts elsewhere.")))
    text = said(made, "exist")
    assert "No effect: judged so by the assessor." in text
    assert "It acts elsewhere." in text
    assert "Not answered." in text


def test_what_was_not_asked_is_told_as_not_asked():
    made = brief(assessed(triage=Triage(depth="quick")))
    assert "Not asked at this depth." in said(made, "thrive")
    assert "Not asked in a quick assessment" in said(made, "gaps")


def test_harms_and_benefits_stand_side_by_side():
    made = brief(assessed(judged(CP4, harm="major"), judged(CP1, benefit="major")))
    text = said(made, "summary")
    assert "neither is set against the other" in text
    assert "▼▼▼" in text
    assert "▲▲▲" in text


def test_a_case_keeps_what_a_source_says_and_our_reading_apart():
    text = said(case_brief("2022-cambodia-national-internet-gateway"), "exist")
    assert "A source names this" in text
    assert "Our reading." in text


def test_links_used_say_whether_they_are_published_or_argued():
    text = said(case_brief("2022-cambodia-national-internet-gateway", "annex"), "sources")
    assert "Published" in text
    assert "Argued by this toolkit" in text
    assert "not re-read for this version" in text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_source_of_a_case_is_cited_with_its_official_address(case):
    made = case_brief(case.id)
    lists = [block for block in blocks(section(made, "sources")) if isinstance(block, Items)]
    urls = {item.url for each in lists for item in each.items}
    assert {source.url for source in case.sources} <= urls


def test_conditions_and_unnamed_provisions_are_told():
    made = brief(nasty())
    assert "The assessor adds these conditions" in said(made, "context")
    assert "The text of this provision was not given." in said(made, "context")


def test_a_long_provision_is_shortened_and_says_so():
    drafts = (Draft(id="d1", provisions=(Provision(id="6", text="word " * 9_000),)),)
    text = said(
        brief(assessed(judged(CP4, harm="minor", provisions=("6",)), drafts=drafts)), "context"
    )
    assert "shortened; the assessment file inside this paper has the whole text" in text


def test_a_brief_without_any_answer_claims_nothing():
    made = brief(assessed())
    assert made.title == "Proposal without a title"
    assert "No harm found in the answers given (0 of 15 answered)" in said(made, "abstract")
    assert "No rationale given." not in said(made, "exist")
    assert "No recommendations were chosen yet." in said(made, "recommendations")


def test_the_colophon_lets_anyone_compute_the_figures_again():
    text = said(brief(assessed()), "colophon")
    assert re.search(r"[0-9a-f]{64}", text)
    assert "python -m assess analyse" in text
    assert "0.1.0" in text


def test_a_provision_without_text_says_so():
    drafts = (Draft(id="d1", provisions=(Provision(id="6"),)),)
    made = brief(assessed(judged(CP4, harm="minor", provisions=("6",)), drafts=drafts))
    assert "(no text given)" in said(made, "context")
