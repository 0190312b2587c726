"""The worked example of the method, line by line, as the manual and the method page print it.

Each figure is told three times: as the method's description prints it, by an enumeration of all
worlds, which must give the same, and by the engine, which draws and may be half a point off.
"""

from __future__ import annotations

import pytest

from assess.explain.method.example import example
from assess.method import DEFAULT, Word
from tests.spec.example import STATED, Figure, figures

EXACT = 1e-12
HALF_A_POINT = 0.005
SIX_DIGITS = 5e-7  # line 6 prints six


@pytest.mark.parametrize("figure", figures(), ids=lambda figure: f"{figure.line} {figure.what}")
def test_a_figure_is_what_is_printed(figure: Figure) -> None:
    off = SIX_DIGITS if figure.line == 6 else EXACT
    assert figure.exact == pytest.approx(figure.printed, abs=off)
    assert figure.played == pytest.approx(figure.exact, abs=HALF_A_POINT)


def test_line_1_the_class_of_the_goal_is_severe():
    assert example().certain.node("d").harm.level == 3


def test_lines_2_and_3_add_up_to_what_they_explain():
    some, major = (example().certain.explanation("d", "harm", level) for level in (1, 3))
    assert sum(cause.share for cause in some.causes) == pytest.approx(some.p, abs=EXACT)
    assert sum(way.share for way in major.ways) == pytest.approx(major.p, abs=EXACT)
    assert major.other_ways == 0


def test_line_4_the_best_chain_and_the_sum_of_ways_bound_the_chance():
    best, all_ways = 0.81, min(1, 0.81 + 0.5)
    assert best <= STATED.p("d", 3) <= all_ways
    assert best <= example().certain.node("d").harm.p[2] <= all_ways


def test_line_5_the_chain_without_numbers_agrees():
    enabler, goal = (example().certain.node(name).harm for name in "cd")
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


def test_line_6_flags_of_a_severe_harm():
    assert example().stated.node("a").flag == "broken"
    assert example().unsure.node("a").flag == "at-risk"


def test_line_7_not_knowing_about_b_leaves_the_goal_severe_either_way():
    on_d = example().unknown.node("d").harm
    assert (on_d.lower_level, on_d.upper_level, on_d.doubts) == (3, 3, ())


def test_the_words_of_this_example_are_the_method_s_own():
    assert DEFAULT.strength("strong") == Word("strong", 0.9, 0.8, 1.0)
    assert DEFAULT.strength("material") == Word("material", 0.5, 0.35, 0.65)
    assert DEFAULT.strength("weak").centre == 0.2
    assert DEFAULT.likelihood("very likely") == Word("very likely", 0.945, 0.9, 0.99)
    assert DEFAULT.likelihood("likely").centre == 0.78
