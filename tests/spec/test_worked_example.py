"""The worked example of the method (design/method.md, A7), line by line.

A and B are critical properties, C an enabler, D a goal; every link keeps the level. Each line is
told twice: by an enumeration of all worlds, which must give the printed figure, and by the
engine, which draws and may be half a percentage point off.
"""

from __future__ import annotations

import pytest

from assess.assessment import Judgement
from assess.findings import Findings, analyse
from assess.framework import Framework
from assess.method import DEFAULT, Method, Word
from tests.enumeration import Link, Worlds
from tests.small import CERTAIN, assessment, effect, framework, said, without_word_ranges

EXACT = 1e-12
HALF_A_POINT = 0.005

A_TO_C, B_TO_C, C_TO_D, A_TO_D = range(4)
LINKS = (Link("a", "c", 0.9), Link("b", "c", 0.5), Link("c", "d", 0.9), Link("a", "d", 0.5))
FRAMEWORK = framework(
    "a b",
    "c",
    "d",
    """
    a -> c strong contributes_to
    b -> c material contributes_to
    c -> d strong contributes_to
    a -> d material contributes_to
    """,
)
SEVERE, MINOR, ABSENT = (1.0, 1.0, 1.0), (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)


def worlds(a=ABSENT, b=ABSENT, links=LINKS) -> Worlds:
    return Worlds((("a", a), ("b", b)), links)


def found(*judgements: Judgement, method: Method = DEFAULT, on: Framework = FRAMEWORK) -> Findings:
    return analyse(on, assessment(on, *judgements), method=method)


def centred() -> Method:
    return without_word_ranges(DEFAULT)


STATED = worlds(SEVERE, MINOR)


@pytest.fixture(scope="module")
def as_stated() -> Findings:
    """A severe, B minor, both certain."""
    sure = "virtually certain"
    return found(effect("a", "major", None, sure), effect("b", "minor", None, sure), method=CERTAIN)


@pytest.mark.parametrize(
    ("node", "level", "chance"),
    [("c", 3, 0.9), ("c", 1, 0.95), ("d", 3, 0.905), ("d", 2, 0.905), ("d", 1, 0.9275)],
)
def test_line_1_if_the_stated_effects_occur(as_stated, node, level, chance):
    assert STATED.p(node, level) == pytest.approx(chance, abs=EXACT)
    assert as_stated.node(node).harm.p[level - 1] == pytest.approx(chance, abs=HALF_A_POINT)


def test_line_1_the_class_of_the_goal_is_severe(as_stated):
    assert as_stated.node("d").harm.level == 3


@pytest.mark.parametrize(
    ("cause", "share", "but_for"), [("a", 0.69125, 0.4775), ("b", 0.23625, 0.0225)]
)
def test_line_2_causes_of_any_harm_to_the_goal(as_stated, cause, share, but_for):
    place = "ab".index(cause)
    assert STATED.shapley("d", 1)[place] == pytest.approx(share, abs=EXACT)
    assert STATED.but_for("d", 1, place) == pytest.approx(but_for, abs=EXACT)
    told = {each.node: each for each in as_stated.explanation("d", "harm", 1).causes}[cause]
    assert told.share == pytest.approx(share, abs=HALF_A_POINT)
    assert told.but_for == pytest.approx(but_for, abs=HALF_A_POINT)


@pytest.mark.parametrize(("way", "share"), [((A_TO_D,), 0.2975), ((A_TO_C, C_TO_D), 0.6075)])
def test_line_3_ways_of_severe_harm_to_the_goal(as_stated, way, share):
    assert STATED.ways("d", 3)[0, way] == pytest.approx(share, abs=EXACT)
    told = as_stated.explanation("d", "harm", 3)
    listed = {tuple(step.index for step in each.steps): each.share for each in told.ways}
    assert listed.keys() == {(A_TO_D,), (A_TO_C, C_TO_D)}
    assert listed[way] == pytest.approx(share, abs=HALF_A_POINT)
    assert told.other_ways == 0


def test_line_4_the_best_chain_and_the_sum_of_ways_bound_the_chance(as_stated):
    best, all_ways = 0.81, min(1, 0.81 + 0.5)
    assert best <= STATED.p("d", 3) <= all_ways
    assert best <= as_stated.node("d").harm.p[2] <= all_ways


def test_line_5_the_chain_without_numbers_agrees(as_stated):
    enabler, goal = as_stated.node("c").harm, as_stated.node("d").harm
    assert (enabler.chain.level, enabler.chain.strength) == (3, "strong")
    assert (goal.chain.level, goal.chain.strength) == (3, "strong")
    assert [step.target for step in goal.chain.steps] == ["c", "d"]
    assert goal.level == goal.chain.level
    assert goal.difference is None


def test_line_6_the_kernels_of_a_stated_level():
    assert DEFAULT.kernel(3, "high") == pytest.approx((1 / 65, 3 / 65, 9 / 65, 52 / 65), abs=EXACT)
    assert DEFAULT.kernel(1, "medium") == pytest.approx(
        (6 / 35, 21 / 35, 6 / 35, 2 / 35), abs=EXACT
    )


A_SEVERE = (0.945 * 64 / 65, 0.945 * 61 / 65, 0.945 * 52 / 65)
B_MINOR = (0.78 * 29 / 35, 0.78 * 8 / 35, 0.78 * 2 / 35)


@pytest.mark.parametrize(("level", "chance"), [(1, 0.875822), (2, 0.815231), (3, 0.689832)])
def test_line_6_with_confidence_and_likelihood(level, chance):
    exact = worlds(A_SEVERE, B_MINOR).p("d", level)
    assert exact == pytest.approx(chance, abs=5e-7)  # the line prints six digits
    told = found(effect("a", "major"), effect("b", "minor", None, "likely", "medium"))
    assert told.node("d").harm.p[level - 1] == pytest.approx(exact, abs=HALF_A_POINT)


@pytest.mark.parametrize(
    ("confidence", "chance", "flag"), [("high", 0.756, "broken"), ("medium", 0.567, "at-risk")]
)
def test_line_6_flags_of_a_severe_harm(confidence, chance, flag):
    exact = 0.945 * DEFAULT.kernel(3, confidence)[3]
    assert exact == pytest.approx(chance, abs=EXACT)
    told = found(effect("a", "major", confidence=confidence)).node("a")
    assert told.harm.p[2] == pytest.approx(chance, abs=HALF_A_POINT)
    assert told.flag == flag


def test_line_7_not_knowing_about_b_leaves_the_goal_severe_either_way():
    least = worlds(A_SEVERE, ABSENT).p("d", 3)
    most = worlds(A_SEVERE, SEVERE).p("d", 3)
    assert least == pytest.approx(0.68418, abs=EXACT)
    assert most == pytest.approx(0.81099, abs=EXACT)
    told = found(effect("a", "major"), said("b", "dont-know"), method=centred()).node("d").harm
    assert told.lower[2] == pytest.approx(least, abs=HALF_A_POINT)
    assert told.upper[2] == pytest.approx(most, abs=HALF_A_POINT)
    assert (told.lower_level, told.upper_level, told.doubts) == (3, 3, ())


def test_line_8_the_ends_of_the_words():
    low = (Link("a", "c", 0.8), Link("b", "c", 0.35), Link("c", "d", 0.8), Link("a", "d", 0.35))
    high = (Link("a", "c", 1.0), Link("b", "c", 0.65), Link("c", "d", 1.0), Link("a", "d", 0.65))
    least = worlds((0.9 * 0.8,) * 3, links=low).p("d", 3)
    most = worlds((0.99 * 0.8,) * 3, links=high).p("d", 3)
    assert least == pytest.approx(0.55152, abs=EXACT)
    assert most == pytest.approx(0.792, abs=EXACT)
    told = found(effect("a", "major"), said("b", "none")).node("d").harm
    assert told.lower[2] == pytest.approx(least, abs=HALF_A_POINT)
    assert told.upper[2] == pytest.approx(most, abs=HALF_A_POINT)


def test_line_9_a_supports_link_passes_harm_on_one_level_lower():
    exact = Worlds((("e", SEVERE),), (Link("e", "f", 0.9, drop=1),))
    assert exact.p("f", 2) == pytest.approx(0.9, abs=EXACT)
    assert exact.p("f", 3) == 0
    small = framework("e", "f", "", "e -> f strong supports")
    told = found(effect("e", "major", None, "virtually certain"), method=CERTAIN, on=small)
    assert told.node("f").harm.p[1] == pytest.approx(0.9, abs=HALF_A_POINT)
    assert told.node("f").harm.p[2] == 0


def test_line_10_a_loop_does_not_feed_itself():
    links = (Link("p", "q", 0.5), Link("q", "p", 0.5))
    exact = Worlds((("p", (0.8, 0.8, 0.0)),), links)
    assert exact.p("p", 2) == pytest.approx(0.8, abs=EXACT)
    assert exact.p("q", 2) == pytest.approx(0.4, abs=EXACT)
    small = framework(
        "p", "q", "", "p -> q material contributes_to\nq -> p material contributes_to"
    )
    told = found(effect("p", "material", None, "likely"), method=CERTAIN, on=small)
    assert told.node("p").harm.p[1] == pytest.approx(0.8, abs=HALF_A_POINT)
    assert told.node("q").harm.p[1] == pytest.approx(0.4, abs=HALF_A_POINT)


def test_line_11_five_severe_causes_behind_one_weak_link():
    names = ["a1", "a2", "a3", "a4", "a5"]
    links = (*(Link(name, "x", 0.9) for name in names), Link("x", "y", 0.2))
    exact = Worlds(tuple((name, SEVERE) for name in names), links).p("y", 3)
    assert exact == pytest.approx(0.2 * (1 - 0.1**5), abs=EXACT)
    lines = [f"{name} -> x strong contributes_to" for name in names]
    small = framework(" ".join(names), "x", "y", "\n".join([*lines, "x -> y weak contributes_to"]))
    judged = [effect(name, "major", None, "virtually certain") for name in names]
    told = found(*judged, method=CERTAIN, on=small)
    assert told.node("y").harm.p[2] == pytest.approx(exact, abs=HALF_A_POINT)


def test_the_words_of_this_example_are_the_method_s_own():
    assert DEFAULT.strength("strong") == Word("strong", 0.9, 0.8, 1.0)
    assert DEFAULT.strength("material") == Word("material", 0.5, 0.35, 0.65)
    assert DEFAULT.likelihood("very likely") == Word("very likely", 0.945, 0.9, 0.99)
