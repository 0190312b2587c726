"""Findings told in sentences."""

from __future__ import annotations

from functools import cache

import pytest

from assess import explain
from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.explain import Telling
from assess.findings import analyse, expectation
from assess.text import words
from tests.shipped import LIBRARY

ENGLISH = words("en")
FRAMEWORK = LIBRARY.framework("internet-way-of-networking", "1.0.0")
CASES = LIBRARY.cases()
CP1, CP2, CP3, CP4, CP5 = (node.id for node in FRAMEWORK.critical_properties)


def judged(node, **fields):
    answer = {"answer": "effect", "likelihood": "very likely", "confidence": "high", **fields}
    return Judgement(node=node, **answer)


def none(node, **fields):
    return Judgement(node=node, answer="none", **fields)


def telling(*judgements, **fields):
    assessment = Assessment(
        framework=FrameworkRef(id=FRAMEWORK.id, version=FRAMEWORK.version),
        judgements=judgements,
        **fields,
    )
    return Telling(FRAMEWORK, assessment, analyse(FRAMEWORK, assessment), ENGLISH)


def all_answered(*judgements):
    given = {each.node for each in judgements}
    others = (none(node.id, rationale="Read.") for node in FRAMEWORK.judged if node.id not in given)
    return telling(*judgements, *others)


@cache
def told(case_id):
    assessment = LIBRARY.case(case_id).assessment()
    framework = LIBRARY.framework_of(assessment)
    return Telling(framework, assessment, analyse(framework, assessment), ENGLISH)


def texts(statements):
    return " ".join(each.text for each in statements)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_case_is_told_in_whole_sentences_that_know_what_they_speak_of(case):
    given = told(case.id)
    said = explain.statements(given.framework, given.assessment, given.findings, ENGLISH)
    assert len(said) > 20
    keys = {judgement.key[2:] for judgement in given.assessment.judgements}
    for each in said:
        assert each.text[-1] in ".?"
        assert not set("{}<>") & set(each.text.replace("< 1%", "").replace("> 99%", ""))
        assert all(given.framework.has(node) for node in each.nodes)
        assert set(each.judgements) <= keys


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_sentence_takes_nothing_found_for_nothing_there(case):
    given = told(case.id)
    said = texts(
        explain.statements(given.framework, given.assessment, given.findings, ENGLISH)
    ).lower()
    assert "no impact" not in said
    assert "responsib" not in said


def test_a_broken_property_is_told_with_level_chance_and_range():
    given = all_answered(judged(CP4, harm="major"))
    text = explain.verdict(given, "harm").text
    assert text.startswith("Breaks a critical property: likely (76%; ")
    assert text.endswith(" however the words are read).")
    assert CP4 in {node for node, _ in explain.verdict(given, "harm").judgements}


def test_the_range_says_what_it_runs_over():
    assert "the gaps are filled" in explain.verdict(telling(judged(CP4, harm="major")), "harm").text
    quick = telling(judged(CP4, harm="major"), triage=Triage(depth="quick"))
    assert "was not asked" in explain.verdict(quick, "harm").text


def test_no_harm_is_told_as_none_found_with_how_much_was_answered():
    given = telling(none(CP1, rationale="Read."), Judgement(node=CP2, answer="dont-know"))
    assert explain.verdict(given, "harm").text == (
        "No harm found in the answers given (2 of 15 answered, 1 of them “don't know”)."
    )
    assert "It depends on what is not known or not answered." in explain.bounds(given, "harm").text


def test_without_any_answer_nothing_is_claimed():
    given = telling()
    assert "0 of 15 answered" in explain.verdict(given, "harm").text
    assert explain.sides(given).text == (
        "No harm was found in the answers given. No benefit was found in the answers given."
    )
    assert explain.node(given, CP1)[0].text == "Not answered."
    assert "What is missing could still bring major harm" in explain.node(given, CP1)[1].text


def test_a_harm_less_likely_than_not_is_never_told_as_none_found():
    given = all_answered(
        judged(CP4, harm="major", likelihood="about as likely as not", confidence="medium")
    )
    assert given.findings.harm.level == 0
    said = explain.verdict(given, "harm").text
    assert said.startswith("Harm possible: about as likely as not (48%; ")
    assert said.endswith("At worst: “Breaks a critical property”, unlikely (30%).")
    assert explain.sides(given).text.startswith("Some harm is possible, though none is more")
    everything = texts(explain.statements(FRAMEWORK, given.assessment, given.findings, ENGLISH))
    assert "No harm found" not in everything
    assert "No harm was found" not in everything


def test_a_step_beyond_the_conclusion_is_named_with_its_chance():
    given = told("2022-united-kingdom-end-to-end-encryption")
    assert given.findings.harm.level == 2
    assert (
        "At worst: “Breaks a critical property”, unlikely (" in explain.verdict(given, "harm").text
    )


def test_harms_and_benefits_are_named_together_and_never_netted():
    given = all_answered(judged(CP4, harm="major"), judged(CP1, benefit="major"))
    text = explain.sides(given).text
    assert "It harms 1 critical property" in text
    assert "benefits 1 critical property" in text
    assert text.endswith("The toolkit does not set one against the other.")


def test_one_side_alone_is_told_alone():
    assert "No benefit was found" in explain.sides(all_answered(judged(CP4, harm="major"))).text
    assert "No harm was found" in explain.sides(all_answered(judged(CP4, benefit="major"))).text


def test_firmness_never_stands_without_its_gloss():
    text = explain.firmness(telling(judged(CP4, harm="major")), "harm").text
    assert text.startswith("This conclusion holds in 76 of 100 readings of the answers.")
    assert "It is called fairly firm." in text
    assert "not how likely the law is to break the Internet" in text


def test_a_conclusion_that_nothing_missing_can_change_says_so():
    settled = all_answered(judged(CP4, harm="major", likelihood="virtually certain"))
    assert explain.bounds(settled, "harm").text == (
        "The conclusion does not depend on how the words for likelihood and strength are read."
    )
    gap = telling(
        judged(CP4, harm="major", likelihood="virtually certain"),
        *(none(n.id) for n in FRAMEWORK.judged[5:]),
    )
    assert "does not depend on the unanswered questions" in explain.bounds(gap, "harm").text


@pytest.mark.parametrize(
    ("harm", "likelihood", "flag"),
    [
        ("major", "virtually certain", "Broken"),
        ("major", "about as likely as not", "At risk"),
        ("major", "exceptionally unlikely", "however unlikely"),
    ],
)
def test_a_flag_is_told_with_its_chance(harm, likelihood, flag):
    given = all_answered(judged(CP4, harm=harm, likelihood=likelihood))
    assert flag in texts(explain.flags(given))
    assert "Major harm: " in texts(explain.flags(given))


def test_what_is_not_flagged_is_not_told_as_flagged():
    given = all_answered(judged(CP4, harm="minor"))
    assert explain.flags(given) == ()
    with pytest.raises(ValueError, match="only critical properties"):
        explain.flag(given, FRAMEWORK.enablers[0].id)


@pytest.mark.parametrize(
    ("judgement", "text"),
    [
        (none(CP2), "No effect: judged so by the assessor."),
        (
            Judgement(node=CP2, answer="not-applicable"),
            "Not applicable: judged so by the assessor.",
        ),
        (
            Judgement(node=CP2, answer="dont-know", reason="contested"),
            "Not known: it is contested.",
        ),
        (Judgement(node=CP2, answer="dont-know"), "Not known: no reason is given."),
        (
            Judgement(node=CP2, answer="effect", harm="minor"),
            "Unfinished: the answer cannot be used yet.",
        ),
        (
            judged(CP2, harm="minor", benefit="major"),
            "Stated by the assessor: minor harm and major benefit.",
        ),
    ],
)
def test_each_kind_of_answer_is_told_as_what_it_is(judgement, text):
    assert explain.status(telling(judgement), CP2).text == text


def test_an_effect_judged_none_says_nothing_more():
    assert len(explain.node(all_answered(judged(CP4, harm="major")), CP1)) == 1


def test_a_goal_is_told_without_an_answer():
    goal = FRAMEWORK.goals[0].id
    said = explain.node(
        all_answered(*(judged(n.id, harm="major") for n in FRAMEWORK.enablers)), goal
    )
    assert [each.key for each in said] == ["effect.harm"]


def test_an_answer_that_does_not_fit_the_others_is_asked_about():
    given = all_answered(judged(CP4, harm="major"), none("unrestricted-reachability"))
    asked = [
        each for each in explain.prompts(given) if each.nodes[0] == "unrestricted-reachability"
    ]
    assert len(asked) == 1
    assert asked[0].text.startswith("“Unrestricted reachability” is marked as unaffected. ")
    assert "Common Global Identifiers" in asked[0].text
    assert asked[0].text.endswith("Keep it? Why?")
    assert (CP4, 1) in asked[0].judgements


@pytest.mark.parametrize(
    ("judgement", "text"),
    [
        (
            Judgement(node="unrestricted-reachability", answer="not-applicable"),
            "is marked as not applicable",
        ),
        (judged("unrestricted-reachability", harm="minor"), "is judged to see minor harm at most"),
        (judged("unrestricted-reachability", benefit="minor"), "No harm is stated on"),
    ],
)
def test_the_question_repeats_what_was_said(judgement, text):
    assert text in texts(explain.prompts(all_answered(judged(CP4, harm="major"), judgement)))


def test_a_benefit_less_than_expected_is_asked_about_as_a_benefit():
    given = all_answered(
        *(
            judged(n.id, benefit="major", likelihood="virtually certain")
            for n in FRAMEWORK.critical_properties
        ),
        *(judged(n.id, harm="minor") for n in FRAMEWORK.enablers),
    )
    assert "No benefit is stated on" in texts(explain.prompts(given))


@pytest.mark.parametrize(
    ("side", "text"), [("harm", "is weakened"), ("benefit", "is strengthened")]
)
def test_a_tension_is_asked_about_the_right_way_round(side, text):
    given = all_answered(judged("privacy", **{side: "major"}))
    asked = [each for each in explain.prompts(given) if each.key == "prompt.tension"]
    assert asked
    assert all(f"“Privacy” {text}" in each.text for each in asked)


def test_every_gap_is_named_for_what_it_is():
    given = telling(
        none(CP1),
        Judgement(node=CP2, answer="dont-know", reason="no-evidence"),
        Judgement(node=CP3, answer="dont-know"),
        Judgement(node=CP4, answer="effect", harm="minor"),
        triage=Triage(depth="quick"),
    )
    said = {each.key: each.text for each in explain.gaps(given)}
    assert (
        said["gap.not-answered"] == "Not answered: A Technology Neutral, General-Purpose Network."
    )
    assert "missing: how likely it is and how sure you are" in said["gap.unfinished"]
    assert "No reason is given." in said["gap.dont-know"]
    assert "because there is no evidence" in texts(explain.gaps(given))
    assert "An Accessible Infrastructure" in said["gap.rationale"]
    assert said["gap.not-asked"].startswith("Not asked in a quick assessment: Easy")


def test_causes_are_shares_of_a_result_and_name_what_would_be_without_them():
    given = all_answered(
        judged(CP4, harm="major", provisions=("6", "12")), judged(CP3, harm="major")
    )
    said = texts(explain.causes(given, given.findings.harm.explanations[2]))
    assert "its share of the result in this model" in said
    assert "Without it alone: " in texts(explain.causes(given, given.findings.harm.explanations[2]))
    assert "Common Global Identifiers (provisions 6 and 12)" in texts(
        explain.causes(given, given.findings.harm.explanations[2])
    )


def test_one_of_several_sufficient_causes_is_called_that():
    twice = {"harm": "major", "likelihood": "virtually certain", "confidence": "high"}
    given = all_answered(*(judged(CP4, part=part, **twice) for part in (1, 2, 3, 4, 5)))
    said = texts(explain.causes(given, given.findings.harm.explanations[2]))
    assert "One of several sufficient causes" in said
    assert "Common Global Identifiers (answer 2)" in said


def test_small_causes_and_many_ways_are_told_together():
    given = all_answered(*(judged(n.id, harm="major") for n in FRAMEWORK.critical_properties))
    explanation = given.findings.explanation("common-global-identifiers", "harm", 3)
    assert [each.key for each in explain.ways(given, explanation)] == ["way"]
    assert "stated directly" in explain.ways(given, explanation)[0].text
    telling_few = telling(*(judged(n.id, harm="major") for n in FRAMEWORK.critical_properties))
    explanation = telling_few.findings.explanation("trustworthy", "harm", 1)
    ways = explain.ways(telling_few, explanation, most=2)
    assert [each.key for each in ways] == ["way", "way", "way.others"]
    assert " → " in ways[0].text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_shares_told_add_up_to_the_number_they_explain(case):
    given = told(case.id)
    for node in given.findings.nodes:
        for explanation in node.harm.explanations:
            for parts in (explain.causes(given, explanation), explain.ways(given, explanation)):
                shares = [each.values["share"] for each in parts]
                assert sum(shares) == pytest.approx(explanation.p, abs=1e-12)


def test_the_cross_check_is_a_sentence_of_its_own():
    given = telling(judged(CP4, harm="major"))
    assert "major harm, stated directly" in explain.chain(given, CP4, "harm").text
    assert "no chain" in explain.chain(given, CP4, "benefit").text
    ends = texts(explain.chain(given, node.id, "harm") for node in FRAMEWORK.nodes)
    assert "by a chain of strong links: Common Global Identifiers → " in ends


def test_a_check_that_disagrees_says_why():
    given = telling(judged(CP4, harm="major", likelihood="unlikely"))
    text = explain.chain(given, CP4, "harm").text
    assert "It differs from the level given (no harm found)" in text
    assert "unlikely effect" in text


def test_what_other_answers_lead_one_to_expect_is_told_with_its_causes():
    assessment = telling(judged(CP4, harm="major")).assessment
    found = expectation(FRAMEWORK, assessment, "unrestricted-reachability")
    (said,) = explain.expected(FRAMEWORK, "unrestricted-reachability", found, ENGLISH)
    assert said.key == "expected.harm"
    assert said.text.startswith("The answers on Common Global Identifiers make major harm ")
    assert said.judgements == ((CP4, 1),)


def test_where_other_answers_say_nothing_nothing_is_told():
    found = expectation(FRAMEWORK, telling().assessment, CP1)
    assert explain.expected(FRAMEWORK, CP1, found, ENGLISH) == ()


def test_a_range_without_width_is_left_out():
    certain = telling(*(none(n.id, rationale="Read.") for n in FRAMEWORK.judged))
    assert certain.bounded(1.0, 1.0, 1.0) == "virtually certain (100%)"
    assert certain.ranged(0.0, 0.0, 0.004) == "nothing found (0%)"
    assert certain.ranged(0.5, 0.4, 0.6) == "about as likely as not (50%; range 40–60%)"
