"""What every number is made of, and the chain that needs no number."""

from __future__ import annotations

import pytest

from assess.findings import analyse
from assess.method import DEFAULT, Method
from tests.enumeration import Link, Worlds
from tests.shipped import LIBRARY
from tests.small import (
    CERTAIN,
    any_answers,
    assessment,
    effect,
    framework,
    without_word_ranges,
)
from tests.small import found_on_small as small

CP4 = "common-global-identifiers"
REACH = "unrestricted-reachability"


@pytest.fixture(scope="module")
def iwn():
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


@pytest.mark.parametrize("seed", [0, 1, 2, 4, 5, 6, 7, 8])
def test_causes_and_ways_add_up_to_every_number(iwn, seed):
    found = analyse(iwn, any_answers(iwn, seed, depth=["quick", "standard"][seed % 2]))
    numbers = 0
    for node in found.nodes:
        for channel in ("harm", "benefit"):
            for level in (1, 2, 3):
                made = found.explanation(node.id, channel, level)
                assert made.p == node.effect(channel).p[level - 1]
                assert sum(c.share for c in made.causes) == pytest.approx(made.p, abs=1e-12)
                ways = sum(way.share for way in made.ways) + made.other_ways
                assert ways == pytest.approx(made.p, abs=1e-12)
                assert all(c.but_for <= c.share + 1e-12 for c in made.causes)
                numbers += made.p > 0
    assert numbers
    for verdict in (found.harm, found.benefit):
        for made, p in zip(verdict.explanations, verdict.p, strict=True):
            assert made.p == p
            assert sum(c.share for c in made.causes) == pytest.approx(p, abs=1e-12)


def test_causes_and_ways_agree_with_an_enumeration_of_all_worlds():
    links = """
        a -> b material underpins
        b -> a material supports
        a -> c strong underpins
        b -> c weak supports
        c -> d strong contributes_to
        """
    frame = framework("a b", "c e", "d", links + "\ne -> d material contributes_to")
    judged = [effect("a", "major", likelihood="likely"), effect("e", "material")]
    found = analyse(frame, assessment(frame, *judged), method=without_word_ranges(DEFAULT))
    kernels = [DEFAULT.kernel(3, "high"), DEFAULT.kernel(2, "high")]
    chances = [
        tuple(pi * sum(kernel[level:]) for level in (1, 2, 3))
        for pi, kernel in zip((0.78, 0.945), kernels, strict=True)
    ]
    # links into the answered nodes a and e are cut
    exact = Worlds(
        (("a", chances[0]), ("e", chances[1])),
        (
            Link("a", "b", 0.5),
            Link("a", "c", 0.9),
            Link("b", "c", 0.2, drop=1),
            Link("c", "d", 0.9),
            Link("e", "d", 0.5),
        ),
    )
    for level in (1, 2, 3):
        made = found.explanation("d", "harm", level)
        assert made.p == pytest.approx(exact.p("d", level), abs=0.005)
        told = {cause.node: cause.share for cause in made.causes}
        for place, node in enumerate("ae"):
            share = exact.shapley("d", level)[place]
            assert told.get(node, 0.0) == pytest.approx(share, abs=0.005)
        ways = sorted((share for share in exact.ways("d", level).values() if share), reverse=True)
        assert [way.share for way in made.ways] == pytest.approx(ways, abs=0.005)


def test_ways_beyond_the_listed_ones_are_told_as_one(iwn):
    given = assessment(iwn, effect(CP4, "major"))
    every = analyse(iwn, given).explanation("trustworthy", "harm", 1)
    few = analyse(iwn, given, method=Method(ways=5)).explanation("trustworthy", "harm", 1)
    assert len(every.ways) > 5
    assert every.other_ways == 0
    assert len(few.ways) <= 5
    assert few.other_ways > 0
    total = sum(way.share for way in few.ways) + few.other_ways
    assert total == pytest.approx(few.p, abs=1e-12)


def test_a_direct_answer_is_its_own_way():
    made = small(effect("a", "major")).explanation("a", "harm", 3)
    (way,) = made.ways
    assert (way.node, way.part, way.steps, way.share) == ("a", 1, (), made.p)


def test_a_chain_names_its_links_and_its_weakest_word(iwn):
    found = analyse(iwn, assessment(iwn, effect(CP4, "major")))
    chain = found.node(REACH).harm.chain
    assert (chain.level, chain.node, chain.strength) == (3, CP4, "strong")
    assert [step.target for step in chain.steps] == [REACH]


def test_a_weak_link_makes_no_chain():
    weak = framework("a", "c", "", "a -> c weak underpins")
    found = analyse(weak, assessment(weak, effect("a", "major")))
    assert found.node("c").harm.chain.level == 0
    assert found.node("c").harm.chain.steps == ()


def test_several_weak_ways_can_reach_further_than_any_chain():
    lines = "\n".join(f"a{k} -> c weak underpins" for k in range(6))
    frame = framework(" ".join(f"a{k}" for k in range(6)), "c", "", lines)
    judged = [effect(f"a{k}", "major", likelihood="virtually certain") for k in range(6)]
    harm = analyse(frame, assessment(frame, *judged)).node("c").harm
    assert harm.level > harm.chain.level == 0
    assert harm.difference == "several-ways"


def test_several_uncertain_answers_can_reach_further_than_what_each_states():
    judged = [effect("a", "material", confidence="low", part=part) for part in range(1, 6)]
    harm = small(*judged).node("a").harm
    assert (harm.level, harm.chain.level, harm.difference) == (3, 2, "several-answers")


def test_a_strong_chain_can_start_from_an_unlikely_effect():
    harm = small(effect("a", "major", likelihood="unlikely"), depth="quick").node("d").harm
    assert (harm.level, harm.chain.level, harm.difference) == (0, 3, "unlikely-effect")


def test_a_chain_of_material_links_may_seldom_carry_all_the_way():
    frame = framework("a", "c", "d", "a -> c material underpins\nc -> d material contributes_to")
    sure = effect("a", "major", likelihood="virtually certain")
    harm = analyse(frame, assessment(frame, sure)).node("d").harm
    assert (harm.level, harm.chain.level, harm.difference) == (0, 3, "leaky-chain")


def test_the_chain_equals_the_class_nine_times_in_ten_when_effects_are_certain(iwn):
    same = total = 0
    for seed in range(12):
        given = any_answers(iwn, seed, most=8)
        sure = given.replace(
            judgements=tuple(
                j.model_copy(update={"likelihood": "virtually certain", "confidence": "high"})
                if j.answer == "effect"
                else j
                for j in given.judgements
            )
        )
        for node in analyse(iwn, sure, method=CERTAIN).nodes:
            for each in (node.harm, node.benefit):
                same += each.level == each.chain.level
                total += 1
    assert same / total > 0.85
