"""How sure a conclusion is, told in sentences and in the brief."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from assess import explain, report
from assess.explain import Telling
from assess.explain.sureness import readings
from assess.findings import CHANNELS, analyse
from assess.robustness import Flips, deciding_links, robustness
from assess.text import words
from assess.variant import LinkChange, Variant
from tests.report.briefs import FRAMEWORK, said
from tests.report.briefs import brief as made_of
from tests.shipped import LIBRARY
from tests.small import SMALL, assessment, effect
from tests.small import said as stated

ENGLISH = words("en")
CASES = LIBRARY.cases()


def told(given, frame=SMALL):
    """The telling, and how sure both sides are."""
    return Telling(frame, given, analyse(frame, given), ENGLISH), robustness(frame, given)


@cache
def told_case(case_id):
    given = LIBRARY.case(case_id).assessment()
    return told(given, LIBRARY.framework_of(given))


def texts(statements):
    return [each.text for each in statements]


ONE = assessment(
    SMALL, effect("a", "major"), stated("b", "none"), stated("c", "none"), depth="standard"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_case_is_told_in_whole_sentences(case):
    telling, sure = told_case(case.id)
    everything = [*explain.sureness(telling, sure)]
    for channel in CHANNELS:
        side = sure.of(channel)
        everything += [explain.firmness(telling, channel, side), *explain.tips(telling, side)]
    keys = {judgement.key[2:] for judgement in telling.assessment.judgements}
    for each in everything:
        assert each.text[-1] == "."
        assert not set("{}") & set(each.text)
        assert set(each.judgements) <= keys
        assert all(telling.framework.has(node) for node in each.nodes)
        assert "only if" not in each.text
        assert "no impact" not in each.text.lower()


def test_the_conclusion_is_read_out_with_what_would_change_it():
    telling, sure = told(ONE)
    assert explain.firmness(telling, "harm", sure.harm).text == (
        "This conclusion holds in 76 of 100 readings of the answers; it would change if “a” were "
        "judged to bring material harm instead of major harm. No smaller change of the stated "
        "levels was found that alters it. It is called fairly firm. This says how far the "
        "conclusion follows from the answers given, not how likely the law is to break the "
        "Internet."
    )


def test_one_of_several_changes_is_called_an_example():
    given = assessment(
        SMALL, stated("a", "none"), stated("b", "none"), effect("c", "minor", None, "unlikely")
    )
    telling, sure = told(given)
    assert sure.harm.up.count > 1
    assert "it would change, for example, if" in explain.firmness(telling, "harm", sure.harm).text


def test_where_nothing_was_found_it_says_how_far_it_looked():
    telling, sure = told(ONE)
    none = Flips(None, 0, (), 4)
    side = replace(sure.harm, down=none, up=none)
    assert "by up to 4 in all alters it" in explain.firmness(telling, "harm", side).text
    assert texts(explain.flips(telling, side)) == [
        "No change by up to 4 levels in the stated answers lowers the conclusion on harm."
    ]
    little = replace(side, down=replace(none, searched=1), level=2)
    assert "no change of the stated levels by one" in (
        explain.firmness(telling, "harm", little).text
    )
    assert texts(explain.flips(telling, little))[0].startswith("No change by one level")
    nothing = replace(side, down=replace(none, searched=0))
    assert "of the answers. It is called" in explain.firmness(telling, "harm", nothing).text
    assert texts(explain.flips(telling, nothing))[0].startswith("There are too many answers")


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1.0, "100 of 100 readings"),
        (0.996, "more than 99 of 100 readings"),
        (0.93, "93 of 100 readings"),
        (0.004, "fewer than 1 of 100 readings"),
    ],
)
def test_readings_are_never_all_or_none_for_what_is_only_close(share, expected):
    assert readings(ENGLISH, share) == expected


def test_what_lowers_and_what_raises_are_told_apart_and_as_the_smallest_found():
    given = assessment(SMALL, effect("a", "material"), stated("b", "none"), depth="quick")
    telling, sure = told(given)
    assert texts(explain.flips(telling, sure.harm)) == [
        "The conclusion on harm would be “Minor harm only” if “a” were judged to bring minor harm "
        "instead of material harm.",
        "No smaller change of the stated levels was found that does so.",
        "The conclusion on harm would be “Breaks a critical property” if “a” were judged to bring "
        "major harm instead of material harm.",
        "No smaller change of the stated levels was found that does so.",
    ]


def test_changes_that_are_alike_are_told_together():
    given = assessment(SMALL, stated("a", "none"), stated("b", "not-applicable"), depth="quick")
    telling, sure = told(given)
    assert texts(explain.flips(telling, sure.harm))[0] == (
        "The conclusion on harm would be “Minor harm only” if one of these were judged to bring "
        "minor harm, for certain, instead of no harm: “a”; “b”."
    )


def test_more_than_ten_are_counted():
    telling, sure = told(ONE)
    many = replace(sure.harm.down, count=sure.harm.down.count + 7)
    said = texts(explain.flips(telling, replace(sure.harm, down=many)))
    assert "7 more changes of the same size do so too." in said


def test_a_lower_conclusion_is_not_told_as_nothing_found_where_harm_is_possible():
    given = assessment(SMALL, effect("a", "material"), effect("b", "minor", None, "unlikely"))
    telling, sure = told(given)
    row = next(each for each in sure.harm.tipping if each.node == "a")
    assert row.verdicts[0].level == 0
    assert "with no harm the conclusion would be “Harm possible”, unlikely (" in (
        explain.tip(telling, sure.harm, row).text
    )


def test_an_answer_that_decides_nothing_says_so():
    given = assessment(SMALL, effect("a", "major"), effect("b", "major"), depth="standard")
    telling, sure = told(given)
    row = sure.harm.tipping[2]
    assert not row.decides
    assert explain.tip(telling, sure.harm, row).text == (
        "“c” could have any level: the conclusion stays the same."
    )
    assert explain.tip(telling, sure.harm, row).judgements == ()


def test_the_value_of_settling_an_answer_is_told_with_both_chances():
    telling, sure = told(ONE)
    assert texts(explain.values(telling, sure.harm)) == [
        "Settling “a” raises the chance of naming the right conclusion on harm from 76% to 100%."
    ]


def test_what_is_worth_less_than_a_point_is_not_told():
    given = assessment(
        SMALL, effect("a", "major", None, "virtually certain"), effect("b", "minor", None, "likely")
    )
    telling, sure = told(given)
    assert len(sure.harm.value) > len(explain.values(telling, sure.harm))


def test_a_conclusion_that_rests_on_answers_erring_apart_says_so():
    telling, sure = told(ONE)
    assert "stays the same if the answers err together" in explain.stress(telling, sure.harm).text
    alike = [effect(node, "major", None, "about as likely as not") for node in "ab"]
    telling, sure = told(assessment(SMALL, *alike))
    assert "If the answers always erred together, the conclusion on harm would be “" in (
        explain.stress(telling, sure.harm).text
    )


def test_a_link_that_decides_is_told_with_all_it_changes():
    given = assessment(SMALL, effect("a", "major", None, "virtually certain"), depth="standard")
    telling, _ = told(given)
    rows = deciding_links(SMALL, given)["harm"]
    said = texts(explain.deciding(telling, "harm", rows))
    assert said[0] == (
        "Were the link “a underpins c” to carry nothing, this would change: c, harm less likely "
        "than not instead of major harm; d, harm less likely than not instead of major harm."
    )
    assert any("“c contributes to d” weak instead of strong" in each for each in said)


CHANGE = LinkChange(
    origin=FRAMEWORK.links[0].origin,
    target=FRAMEWORK.links[0].target,
    relation=FRAMEWORK.links[0].relation,
    rating="off",
    reason="Nothing of <b>this</b> kind was seen.",
)


def brief(given, variant=None):
    given = given.model_copy(update={"variant": variant or Variant()})
    whole = LIBRARY.framework_of(given)
    return made_of(
        given,
        audience="annex",
        robustness=robustness(whole, given),
        varied=analyse(whole, given, variant=variant) if variant else None,
    )


def test_the_annex_has_a_section_on_it_after_the_summary():
    made = brief(CASES[0].assessment())
    names = [section.id for section in made.sections]
    assert names.index("sureness") == names.index("summary") + 1
    text = said(made, "sureness")
    assert "readings of the answers" in text
    assert "No smaller change of the stated levels was found" in text
    assert "Settling “" in text
    assert "If this answer were …" in text
    assert "err together" in text
    assert "it would change if" in said(made, "abstract")


def test_without_it_the_annex_is_as_before():
    given = CASES[0].assessment()
    made = made_of(given, audience="annex")
    assert "sureness" not in [section.id for section in made.sections]


def test_where_nothing_was_found_the_section_says_only_that():
    given = assessment(FRAMEWORK, *(stated(node.id, "none") for node in FRAMEWORK.judged))
    text = said(brief(given), "sureness")
    assert "Neither harm nor benefit was found in the answers given" in text
    assert "readings" not in text


def test_where_no_answer_tips_the_conclusion_the_section_has_no_table():
    major = (effect(node.id, "major") for node in FRAMEWORK.critical_properties)
    text = said(brief(assessment(FRAMEWORK, *major)), "sureness")
    assert "No single answer changes the conclusion" in text
    assert "If this answer were …" not in text


def test_with_changed_links_both_conclusions_and_the_reason_are_told():
    made = brief(CASES[0].assessment(), Variant(links=(CHANGE,)))
    text = said(made, "sureness")
    assert "changes to the framework's links" in text
    assert "Nothing of <b>this</b> kind was seen." in text
    assert "carries nothing; the framework has: " in text
    for kind in ("html", "md"):
        assert b"<b>this</b>" not in report.write(made, kind).partition(b"application/json")[0]


def test_a_conclusion_that_the_changes_move_is_told_before_and_after():
    frame = SMALL
    given = assessment(frame, effect("c", "major", None, "virtually certain"), depth="standard")
    telling, _ = told(given)
    link = next(each for each in frame.links if each.origin == "c")
    off = LinkChange(
        origin="c", target="d", relation=link.relation, rating="off", reason="Not seen."
    )
    own = analyse(frame, given, variant=Variant(links=(off,)))
    assert explain.varied(telling, own, "harm").text.startswith(
        "The conclusion on harm stays “Weakens materially what the Internet needs” with"
    )
    assert texts(explain.moved(telling, own, "harm")) == [
        "d, harm less likely than not instead of major harm."
    ]
    lower = analyse(frame, given.record(stated("c", "none")))
    assert explain.varied(telling, lower, "harm").text.startswith(
        "The framework as published leads to the conclusion “Weakens materially what the Internet "
        "needs”, "
    )


def test_a_changed_link_that_the_framework_no_longer_has_is_named_so():
    gone = CHANGE.model_copy(update={"origin": "gone"})
    text = said(brief(CASES[0].assessment(), Variant(links=(gone,))), "sureness")
    assert "the framework has no such link" in text
