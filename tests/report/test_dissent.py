"""The brief on what several people answer."""

from __future__ import annotations

import pytest

from assess import report
from assess.agreement import agreement
from assess.assessment import Assessor, Judgement
from assess.findings import analyse
from assess.panel import Note, Panel
from assess.report.document import UserText
from tests.report.briefs import (
    CP1,
    CP2,
    CP3,
    CP4,
    FRAMEWORK,
    NASTY,
    assessed,
    blocks,
    brief,
    judged,
    said,
)

PEOPLE = (Assessor(id="a1", name="Anna"), Assessor(id="a2", name="Ben"), Assessor(id="a3"))


def none(node, **fields):
    return Judgement(node=node, answer="none", **fields)


ANSWERS = (
    judged(CP1, harm="major", rationale="It breaks access."),
    none(CP1, assessor="a2", rationale="Access stays as it is."),
    judged(CP4, harm="major"),
    Judgement(node=CP4, assessor="a2", answer="dont-know", reason="contested"),
)


def several(*judgements, round="now", **fields):
    given = assessed(*judgements, **{"assessors": PEOPLE, **fields})
    return brief(given, agreement=agreement(FRAMEWORK, given, round=round))


def section(made):
    return next(each for each in made.sections if each.id == "people")


def test_own_verdicts_come_first_then_the_pool_then_who_disagrees_with_their_reasons():
    made = several(*ANSWERS, notes=(Note(node=CP1, assessor="a2", text="Which part?"),))
    told = section(made)
    assert [each.id for each in told.sections] == ["pooled", "dissent", "unsettled"]
    text = said(made, "people")
    order = [
        "1 of 2 people's own answers lead to “Breaks a critical property”",
        "Each person's own verdict",
        "Left out, with no answer that says anything yet",
        "Only 2 harms or benefits have a level from two people or more",
        "Levels are never averaged",
        "From no harm stated to major harm",
        "It breaks access.",
        "Access stays as it is.",
        "Which part?",
        "Who says what",
    ]
    assert [text.find(each) for each in order] == sorted(text.find(each) for each in order)
    assert text.find(order[0]) >= 0


def test_what_people_wrote_is_never_told_as_ours():
    told = section(several(*ANSWERS, notes=(Note(node=CP3, assessor="a2", text="Hm."),)))
    written = {each.text for each in blocks(told) if isinstance(each, UserText)}
    assert written == {"It breaks access.", "Access stays as it is.", "Hm."}


def test_the_rounds_are_told_once_both_are_over():
    now = (*ANSWERS[:1], judged(CP1, assessor="a2", harm="material"), *ANSWERS[2:])
    made = several(*now, panel=Panel(phase="closed", first=ANSWERS))
    text = said(made, "people")
    assert "Between the first round and the second 1 answer changed." in text
    assert "Answers changed in the second round" in text


def test_while_a_round_is_open_nothing_of_the_others_is_told():
    given = assessed(*ANSWERS, assessors=PEOPLE, panel=Panel(phase="first"))
    made = brief(given.seen_by("a1"))
    text = said(made, "people")
    assert "Their first round is still open" in text
    assert "Access stays as it is." not in report.write(made, "html").decode()


def test_in_the_second_round_the_first_one_is_told():
    panel = Panel(phase="second", first=ANSWERS)
    made = several(*ANSWERS[:1], panel=panel, round="first")
    text = said(made, "people")
    assert "Their second round is still open" in text
    assert "These are the answers as they stood after the first round." in text
    assert "Access stays as it is." in text


@pytest.mark.parametrize("people", [PEOPLE[:1], ()])
def test_one_person_makes_no_section(people):
    given = assessed(*ANSWERS[:1], assessors=people)
    made = brief(given, agreement=agreement(FRAMEWORK, given))
    assert "people" not in [each.id for each in made.sections]


def test_an_agreement_on_another_draft_is_refused():
    given = assessed(*ANSWERS, assessors=PEOPLE, drafts=[{"id": "d1"}, {"id": "d2"}])
    other = agreement(FRAMEWORK, given, draft="d2")
    with pytest.raises(ValueError, match="agreement on d2, report on d1"):
        brief(given, agreement=other)


def test_no_answers_at_all_make_a_section_that_says_so():
    text = said(several(), "people")
    assert "Nobody has given an answer yet" in text
    assert "pooled" not in text


def test_where_nobody_finds_anything_no_node_is_listed_and_agreement_is_said():
    nothing = [none(n.id, assessor=who) for n in FRAMEWORK.judged for who in ("a1", "a2")]
    text = said(several(*nothing), "people")
    assert "Harms and benefits with all answers pooled" not in text
    assert "No two answers on the same node are two levels apart" in text


def test_section_ids_stay_unique_when_every_node_is_in_dispute():
    mine = [judged(node.id, harm="major") for node in FRAMEWORK.judged]
    theirs = [none(node.id, assessor="a2") for node in FRAMEWORK.judged]
    made = several(*mine, *theirs)

    def ids(sections):
        for each in sections:
            yield each.id
            yield from ids(each.sections)

    found = list(ids(made.sections))
    assert len(found) == len(set(found))
    assert f"dissent-{CP2}" in found


def hostile():
    line = " ".join(NASTY.split())[:290]
    people = (Assessor(id="a1", name=line), Assessor(id="a2", name="*b*"))
    written = [each.model_copy(update={"rationale": NASTY}) for each in ANSWERS]
    notes = (Note(node=CP1, assessor="a1", text=NASTY), Note(node=CP2, text=NASTY))
    return several(*written, assessors=people, notes=notes)


def test_hostile_names_and_texts_stay_text_on_the_page():
    html = report.write(hostile(), "html").decode()
    assert html.count("<script") == 1
    assert "<b>bold" not in html
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in html


def test_hostile_names_and_texts_stay_text_in_markdown_and_in_word():
    lines = report.write(hostile(), "md").decode().split("\n")
    assert len([line for line in lines if line.startswith("# ")]) == 1
    assert r"\*b\*" in "\n".join(lines)
    assert report.write(hostile(), "docx") == report.write(hostile(), "docx")


def test_findings_of_one_person_and_the_agreement_of_all_stand_in_one_brief():
    given = assessed(*ANSWERS, assessors=PEOPLE)
    made = brief(given, agreement=agreement(FRAMEWORK, given))
    assert "people" in [each.id for each in made.sections]
    assert analyse(FRAMEWORK, given).harm.level == 3
