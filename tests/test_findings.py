"""What follows from an assessment."""

from __future__ import annotations

import pytest

from assess.assessment import Judgement
from assess.errors import AssessError
from assess.findings import analyse, expectation
from tests.shipped import LIBRARY
from tests.small import (
    LEVELS,
    SMALL,
    any_answers,
    assessment,
    effect,
    framework,
    said,
)
from tests.small import found_on_small as small


@pytest.fixture(scope="module")
def iwn():
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def test_an_unfinished_answer_counts_as_none_given_and_is_listed_as_a_gap():
    half = Judgement(node="a", answer="effect", harm="major")
    found = small(half)
    assert found.node("a").said == "unfinished"
    assert found.node("a").mode == "derived"
    assert found.node("a").harm.p == (0.0, 0.0, 0.0)
    assert [(gap.node, gap.kind) for gap in found.gaps] == [
        ("a", "unfinished"),
        ("b", "not-answered"),
        ("c", "not-answered"),
    ]


def test_not_knowing_keeps_its_reason_and_its_part():
    unsure = Judgement(node="a", part=2, answer="dont-know", reason="contested")
    (gap, *_) = small(effect("a", "minor"), unsure).gaps
    assert (gap.node, gap.part, gap.kind, gap.reason) == ("a", 2, "dont-know", "contested")


def test_not_applicable_counts_like_no_effect_and_keeps_its_word():
    none, inapplicable = small(said("a", "none")), small(said("a", "not-applicable"))
    assert inapplicable.node("a").said == "not-applicable"
    assert none.node("a").said == "none"
    assert [n.harm for n in none.nodes] == [n.harm for n in inapplicable.nodes]


def test_what_a_quick_assessment_does_not_ask_is_no_gap():
    found = small(said("a", "none"), depth="quick")
    assert [(gap.node, gap.kind) for gap in found.gaps] == [("b", "not-answered")]
    assert found.not_asked == ("c",)
    assert found.node("c").said == "not-asked"
    assert found.node("d").said is None


def test_an_answer_given_without_being_asked_counts():
    found = small(effect("c", "major"), depth="quick")
    assert found.node("c").mode == "answered"
    assert found.not_asked == ()


def test_a_judgement_on_an_unknown_node_is_refused_with_its_name():
    with pytest.raises(AssessError, match=r"'nowhere': not a node of small 1\.0\.0; correct"):
        small(effect("nowhere", "minor"))


def test_a_judgement_on_a_goal_is_refused():
    with pytest.raises(AssessError, match="'d': it is not judged itself; judge what serves it"):
        small(effect("d", "minor"))


def test_other_drafts_and_assessors_do_not_mix(iwn):
    one = assessment(SMALL, effect("a", "major"))
    other = one.replace(
        drafts=(*one.drafts, one.drafts[0].model_copy(update={"id": "d2"})),
        judgements=(
            *one.judgements,
            effect("a", "minor").model_copy(update={"draft": "d2"}),
            effect("a", "minor").model_copy(update={"assessor": "b"}),
        ),
    )
    assert analyse(SMALL, other).node("a").harm.stated == 3
    assert analyse(SMALL, other, draft="d2").node("a").harm.stated == 1
    assert analyse(SMALL, other, assessor="b").node("a").harm.stated == 1


def test_an_answer_meets_the_same_draws_whatever_else_is_answered():
    alone = small(effect("a", "major", "minor"))
    beside = small(effect("b", "minor", "major"), effect("a", "major", "minor"), said("c", "none"))
    assert alone.node("a").harm.p == beside.node("a").harm.p
    assert alone.node("a").benefit.p == beside.node("a").benefit.p


def test_two_parts_of_a_node_add_up_to_more_than_either():
    one = small(effect("a", "material", likelihood="about as likely as not"))
    two = small(
        effect("a", "material", likelihood="about as likely as not"),
        effect("a", "material", likelihood="about as likely as not", part=2),
    )
    p = one.node("a").harm.p[0]
    assert two.node("a").harm.p[0] == pytest.approx(1 - (1 - p) ** 2, abs=0.005)
    assert [c.part for c in two.explanation("a", "harm", 1).causes] in ([1, 2], [2, 1])


def test_a_direct_answer_wins_and_what_others_would_bring_only_prompts():
    found = small(effect("a", "major"), said("c", "none"))
    assert found.node("c").harm.p == (0.0, 0.0, 0.0)
    assert found.node("d").harm.p == (0.0, 0.0, 0.0)
    (prompt,) = [p for p in found.prompts if p.kind == "expected"]
    assert (prompt.node, prompt.channel, prompt.level, prompt.stated) == ("c", "harm", 3, 0)
    assert prompt.p == pytest.approx(0.9 * 0.756, abs=0.005)
    assert [cause.node for cause in prompt.because] == ["a"]


def test_an_answer_as_bad_as_expected_prompts_nothing():
    found = small(effect("a", "major"), effect("c", "major"))
    assert [p for p in found.prompts if p.kind == "expected"] == []


def test_no_one_is_prompted_by_their_own_answer():
    loop = framework("a b", "", "", "a -> b strong underpins\nb -> a strong underpins")
    found = analyse(loop, assessment(loop, effect("a", "major")))
    assert found.node("b").harm.level == 3
    assert found.node("a").harm.expected.p == (0.0, 0.0, 0.0)


def test_what_to_expect_is_the_same_beside_the_question_as_in_the_findings(iwn):
    given = any_answers(iwn, seed=3)
    found = analyse(iwn, given)
    for node in iwn.nodes:
        beside = expectation(iwn, given, node.id)
        assert beside["harm"] == found.node(node.id).harm.expected
        assert beside["benefit"] == found.node(node.id).benefit.expected


def test_expecting_on_a_node_that_is_not_there_is_an_error(iwn):
    with pytest.raises(KeyError, match="nowhere"):
        expectation(iwn, any_answers(iwn, 1), "nowhere")


@pytest.mark.parametrize(
    ("answer", "prompted"),
    [
        (effect("b", benefit="major"), ("a", "harm", "b")),
        (effect("b", "major"), ("a", "benefit", "b")),
        (effect("a", benefit="major"), ("b", "harm", "a")),
    ],
)
def test_an_effect_on_one_end_of_a_tension_prompts_about_the_other(answer, prompted):
    found = small(answer)
    (prompt,) = [p for p in found.prompts if p.kind == "tension"]
    assert (prompt.node, prompt.channel, prompt.other) == prompted
    assert [cause.node for cause in prompt.because] == [answer.node]


@pytest.mark.parametrize(
    "other", [effect("a", "minor", likelihood="virtually certain"), said("a", "not-applicable")]
)
def test_a_tension_says_nothing_where_the_effect_is_known_or_cannot_be(other):
    found = small(effect("b", benefit="major"), other)
    assert [p for p in found.prompts if p.kind == "tension" and p.node == "a"] == []


def test_a_minor_effect_strains_no_tension():
    sure = effect("b", benefit="minor", likelihood="virtually certain")
    assert small(sure).node("b").benefit.level == 1
    assert [p for p in small(sure).prompts if p.kind == "tension"] == []


def test_a_tension_carries_nothing():
    assert small(effect("b", "major")).node("a").harm.p == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("judgement", "flag", "veto"),
    [
        (effect("a", "major"), "broken", False),
        (effect("a", "major", confidence="medium"), "at-risk", False),
        (effect("a", "major", likelihood="exceptionally unlikely"), "at-risk", True),
        (effect("a", "material"), "not-shown", False),
        (effect("a", benefit="major"), "not-shown", False),
        (said("a", "none"), "not-shown", False),
        (said("a", "dont-know"), "open", False),
    ],
)
def test_flags_of_a_critical_property(judgement, flag, veto):
    found = small(judgement).node("a")
    assert (found.flag, found.veto) == (flag, veto)


def test_a_property_nobody_answered_is_open_and_could_be_broken():
    found = small(said("a", "none")).node("b")
    assert (found.flag, found.flag_upper) == ("open", "broken")


def test_only_critical_properties_carry_a_flag():
    found = small(effect("c", "major"))
    assert found.node("c").flag is None
    assert found.node("d").flag_upper is None


@pytest.mark.parametrize(
    ("judgements", "level"),
    [
        ([effect("a", "major")], 3),
        ([effect("c", "major"), said("a", "none"), said("b", "none")], 2),
        ([effect("a", "material")], 2),
        ([effect("a", "minor")], 1),
        ([said("a", "none")], 0),
        ([effect("a", benefit="major")], 0),
    ],
)
def test_the_verdict_on_harm(judgements, level):
    assert small(*judgements).harm.level == level


def test_the_verdict_on_benefit_takes_the_same_steps():
    found = small(effect("a", benefit="major"), effect("b", "material"))
    assert (found.benefit.level, found.harm.level) == (3, 2)


@pytest.mark.parametrize(
    ("judgement", "firmness"),
    [
        (said("a", "none"), "firm"),
        (effect("a", "major"), "fairly firm"),
        (effect("a", "major", confidence="medium"), "open"),
    ],
)
def test_firmness_is_how_often_the_draws_agree_with_the_verdict(judgement, firmness):
    verdict = small(judgement).harm
    assert verdict.firmness == firmness
    reached = (1.0, *verdict.p, 0.0)
    assert verdict.share == reached[verdict.level] - reached[verdict.level + 1]


def test_harm_and_benefit_are_never_netted(iwn):
    for seed in range(6):
        given = any_answers(iwn, seed)
        swapped = given.replace(
            judgements=tuple(
                j if j.harm is None else j.model_copy(update={"benefit": "major"})
                for j in given.judgements
            )
        )
        before, after = analyse(iwn, given), analyse(iwn, swapped)
        assert before.harm == after.harm
        assert [n.harm for n in before.nodes] == [n.harm for n in after.nodes]


def test_no_harm_is_worse_anywhere_than_at_its_only_cause(iwn):
    """No amplification on the published graph: 0 of all cells, in the model and in the chain."""
    cells = amplified = 0
    for judged in iwn.judged:
        for stated, word in enumerate(LEVELS, start=1):
            found = analyse(iwn, assessment(iwn, effect(judged.id, word, word)))
            for channel in ("harm", "benefit"):
                own = found.node(judged.id).effect(channel)
                for node in found.nodes:
                    there = node.effect(channel)
                    cells += 1
                    amplified += there.level > own.level or there.chain.level > stated
                    amplified += any(p > q for p, q in zip(there.p, own.p, strict=True))
    assert (cells, amplified) == (15 * 3 * 2 * 19, 0)
