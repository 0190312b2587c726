"""Each person's own verdict, and all of them pooled, through the one engine."""

from __future__ import annotations

import pytest

from assess.agreement import agreement
from assess.findings import CHANNELS, analyse
from assess.findings.answers import answers
from assess.method import DEFAULT
from assess.variant import LinkChange, Variant
from tests.agreement.people import agreed, assessed, by, iwn
from tests.enumeration import Link, Worlds
from tests.small import SMALL, any_answers, effect, said

ANNA = by("a1", effect("a", harm="major"))
BEN = by("a2", effect("b", harm="material", likelihood="likely"), said("c", "none"))
CHI = by("a3", effect("a", harm="minor", confidence="low"), effect("b", benefit="major"))

LINKS = (Link("a", "c", 0.9), Link("b", "c", 0.5, drop=1), Link("c", "d", 0.9))
"""The links of the small framework that carry harm."""


def worlds(judgements):
    """All worlds of one person's harms; a direct answer cuts the links into its node."""
    given = answers(SMALL, assessed(judgements), "d1", judgements[0].assessor, DEFAULT)
    names = [node.id for node in SMALL.nodes]
    causes = tuple((names[each.node], each.centre) for each in given.by_channel(0))
    cut = {names[place] for place in given.answered}
    return Worlds(causes, tuple(link for link in LINKS if link.target not in cut))


@pytest.mark.parametrize("node", ["a", "b", "c", "d"])
def test_the_pooled_chances_are_the_mean_over_people_of_all_possible_worlds(node):
    found = agreed(ANNA, BEN, CHI).pooled
    (told,) = (each for each in found.nodes if each.id == node)
    every = [worlds(each) for each in (ANNA, BEN, CHI)]
    for level, p in enumerate(told.harm.p, start=1):
        assert p == pytest.approx(sum(w.p(node, level) for w in every) / 3, abs=0.005)


def test_the_pooled_verdict_is_the_mean_over_people_of_all_possible_worlds():
    found = agreed(ANNA, BEN, CHI).pooled.harm
    every = [worlds(each) for each in (ANNA, BEN, CHI)]
    breaks = [w.chance(lambda got: 3 in (got.get("a"), got.get("b"))) for w in every]
    weakens = [w.chance(lambda got: max(got.values(), default=0) >= 2) for w in every]
    assert found.p[2] == pytest.approx(sum(breaks) / 3, abs=0.005)
    assert found.p[1] == pytest.approx(sum(weakens) / 3, abs=0.005)


@pytest.mark.parametrize("seed", range(4))
def test_own_verdicts_are_those_of_an_analysis_and_the_pool_is_exactly_their_mean(seed):
    people = [any_answers(iwn(), 10 * seed + k).judgements for k in range(4)]
    told = assessed(*(by(f"a{k}", *each) for k, each in enumerate(people)), frame=iwn())
    found = agreement(iwn(), told)
    each = {view.assessor: analyse(iwn(), told, assessor=view.assessor) for view in found.views}
    for view in found.views:
        for channel in CHANNELS:
            own, whole = view.conclusion(channel), each[view.assessor].verdict(channel)
            assert own == (whole.level, whole.p, whole.share, whole.firmness)
    size = len(found.views)
    for k, node in enumerate(found.pooled.nodes):
        for channel in CHANNELS:
            effects = [findings.nodes[k].effect(channel) for findings in each.values()]
            for step, p in enumerate(node.effect(channel).p):
                assert p == sum(effect.p[step] for effect in effects) / size
    for channel in CHANNELS:
        pooled = found.pooled.conclusion(channel)
        for step, p in enumerate(pooled.p):
            assert p == sum(own.verdict(channel).p[step] for own in each.values()) / size


def test_a_level_is_never_averaged_it_is_what_half_of_all_draws_reach():
    certain = {"likelihood": "virtually certain"}
    split = agreed(
        by("a1", effect("a", harm="major", **certain)),
        by("a2", said("a", "none"), said("b", "none"), said("c", "none")),
    )
    found = split.pooled.nodes[0].harm
    assert found.level == 0
    assert found.p == pytest.approx((0.49, 0.47, 0.40), abs=0.02)
    assert split.pooled.harm.share == pytest.approx(0.51, abs=0.02)


def test_the_mix_takes_whole_answers_and_not_each_node_from_somebody_else():
    """One says a is harmed, the other b: no draw has both, and half of them have either."""
    sure = {"harm": "major", "likelihood": "virtually certain"}
    found = agreed(
        by("a1", effect("a", **sure), said("b", "none")),
        by("a2", said("a", "none"), effect("b", **sure)),
    ).pooled
    one = analyse(SMALL, assessed(by("a1", effect("a", **sure), said("b", "none")))).harm.p[2]
    assert found.harm.p[2] == pytest.approx(one, abs=0.001)
    assert found.nodes[0].harm.p[2] == one / 2


def test_votes_are_counted_worst_first_with_who_they_are():
    found = agreed(ANNA, BEN, CHI, by("a4", effect("a", harm="major")))
    assert [(vote.level, vote.assessors) for vote in found.votes("harm")] == [
        (3, ("a1", "a4")),
        (2, ("a2",)),
        (1, ("a3",)),
    ]
    assert sum(len(vote.assessors) for vote in found.votes("benefit")) == 4


def test_harm_that_is_less_likely_than_not_is_no_vote_for_no_harm_found():
    found = agreed(
        by("a1", effect("a", harm="minor", likelihood="unlikely")), by("a2", said("a", "none"))
    )
    told = [(vote.level, vote.possible, vote.assessors) for vote in found.votes("harm")]
    assert told == [(0, True, ("a1",)), (0, False, ("a2",))]


SILENT = [
    ("nothing at all", ()),
    ("only don't know", (said("a", "dont-know"), said("b", "dont-know"))),
    ("unfinished", (effect("a", harm="major", confidence=None),)),
]


@pytest.mark.parametrize("judgements", [s[1] for s in SILENT], ids=[s[0] for s in SILENT])
def test_who_has_no_answer_that_says_anything_is_named_and_counts_nowhere(judgements):
    people = assessed(ANNA, BEN, by("a3", *judgements), by("a4", effect("b", harm="minor")))
    people = people.replace(assessors=[{"id": f"a{k}"} for k in (1, 2, 3, 4)])
    found = agreement(SMALL, people)
    without = agreed(ANNA, BEN, by("a4", effect("b", harm="minor")))
    assert found.silent == ("a3",)
    assert [view.assessor for view in found.views] == ["a1", "a2", "a4"]
    assert found.pooled == without.pooled


def test_flags_come_from_the_pooled_chance_and_one_stated_major_harm_is_not_passed_over():
    major = effect("a", harm="major", likelihood="virtually certain")
    others = [by(f"a{k}", said("a", "none"), said("b", "none")) for k in (2, 3, 4)]
    broken = agreed(by("a1", major), by("a2", major)).pooled.nodes[0]
    assert (broken.flag, broken.veto) == ("broken", False)
    passed = agreed(by("a1", major, said("b", "none")), *others).pooled.nodes[0]
    assert passed.harm.p[2] == pytest.approx(0.2, abs=0.01)
    assert (passed.flag, passed.veto) == ("at-risk", True)


def test_what_people_left_open_keeps_a_flag_open():
    shut = by("a1", said("a", "none"), said("b", "none"))
    unsure = by("a2", said("a", "none"), said("b", "dont-know"))
    assert [n.flag for n in agreed(shut, unsure).pooled.nodes[:2]] == ["not-shown", "open"]
    assert agreed(shut, by("a2", *shut)).pooled.nodes[1].flag == "not-shown"


def test_one_who_does_not_know_among_many_opens_a_flag_only_as_far_as_their_draws_go():
    shut = [by(f"a{k}", said("a", "none"), said("b", "none")) for k in (1, 2, 3)]
    unsure = by("a4", said("a", "none"), said("b", "dont-know"))
    assert agreed(*shut[:2], unsure).pooled.nodes[1].flag == "open"  # a third of all draws
    assert agreed(*shut, unsure).pooled.nodes[1].flag == "not-shown"  # a quarter


def test_what_a_depth_does_not_ask_is_no_gap_of_anybody():
    quick = assessed(ANNA, BEN, triage={"depth": "quick"})
    found = agreement(SMALL, quick)
    assert [(view.asked, view.answered) for view in found.views] == [(2, 1), (3, 2)]


def test_answers_are_counted_with_those_not_known():
    (view,) = agreed(by("a1", said("a", "none"), said("b", "dont-know"))).views
    assert (view.asked, view.answered, view.unknown) == (3, 2, 1)


def test_links_taken_otherwise_hold_for_everybody():
    link = SMALL.links[0]
    change = LinkChange(
        origin=link.origin, target=link.target, relation=link.relation, rating="off", reason="x"
    )
    told = assessed(ANNA, ANNA and by("a2", effect("a", harm="major")))
    cut = agreement(SMALL, told, variant=Variant(links=(change,)))
    assert cut.pooled.nodes[2].harm.p == (0, 0, 0)
    assert agreement(SMALL, told).pooled.nodes[2].harm.p[2] > 0.5


def test_the_choices_of_the_file_are_the_method_of_everybody():
    told = assessed(ANNA, BEN, choices={"broken": 0.99})
    found = agreement(SMALL, told)
    assert found.method.broken == 0.99
