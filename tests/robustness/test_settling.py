"""What settling an answer is worth, and what answers that err together do to the verdict."""

from __future__ import annotations

from collections import Counter

import pytest

from assess.findings import CHANNELS
from assess.robustness import robustness
from tests.enumeration import Link, Worlds
from tests.robustness.changed import all_kinds
from tests.small import SMALL, assessment, effect, framework, said

APART = framework("a b", "c e", "", "c -> a strong underpins\ne -> c material supports")


def chances(likelihood, confidence, level):
    """Of level 1, 2, 3 or more: likelihood times the kernel of the confidence."""
    share = {"high": 0.8, "medium": 0.6, "low": 0.4}[confidence]
    far = [0 if true == level else 3.0 ** -abs(true - level) for true in range(4)]
    kernel = [share if true == level else (1 - share) * far[true] / sum(far) for true in range(4)]
    return tuple(likelihood * sum(kernel[least:]) for least in (1, 2, 3))


def by_enumeration(worlds, critical):
    """For each cause, the chance of naming the right step: now, and knowing its true level."""
    together = [Counter() for _ in worlds.causes]
    for weight, own, live in worlds.each():
        arrived = worlds.arrived(own, live)
        worst = max(arrived.values(), default=0)
        broken = any(arrived.get(node) == 3 for node in critical)
        step = 3 if broken else min(worst, 2)
        for cause, level in enumerate(own):
            together[cause][level, step] += weight
    for cells in together:
        steps, levels = Counter(), {}
        for (level, step), weight in cells.items():
            steps[step] += weight
            levels[level] = max(levels.get(level, 0), weight)
        yield max(steps.values()), sum(levels.values())


def test_the_value_of_an_answer_is_what_every_possible_world_says():
    given = assessment(
        APART,
        effect("a", "material", None, "likely", "low"),
        effect("b", "minor", None, "very likely", "medium"),
        effect("c", "major", None, "about as likely as not", "high"),
        depth="standard",
    )
    causes = (
        ("a", chances(0.78, "low", 2)),
        ("b", chances(0.945, "medium", 1)),
        ("c", chances(0.495, "high", 3)),
    )
    # the answers on a and c cut the links into them
    exact = list(by_enumeration(Worlds(causes, ()), ("a", "b")))
    found = {each.node: each for each in robustness(APART, given).harm.value}
    for node, (before, after) in zip("abc", exact, strict=True):
        assert found[node].before == pytest.approx(before, abs=0.01)
        assert found[node].after == pytest.approx(after, abs=0.01)
    assert [each.after for each in robustness(APART, given).harm.value] == sorted(
        (each.after for each in found.values()), reverse=True
    )


def test_a_link_to_a_critical_property_counts_in_the_value():
    given = assessment(
        APART, effect("c", "major", None, "about as likely as not", "high"), depth="standard"
    )
    worlds = Worlds((("c", chances(0.495, "high", 3)),), (Link("c", "a", 0.9),))
    ((before, after),) = by_enumeration(worlds, ("a", "b"))
    (found,) = robustness(APART, given).harm.value
    assert (found.before, found.after) == pytest.approx((before, after), abs=0.01)
    assert found.shown


def test_settling_the_only_answer_settles_the_verdict():
    given = assessment(SMALL, effect("a", "major", None, "likely", "medium"))
    (found,) = robustness(SMALL, given).harm.value
    assert found.before < 0.6
    assert (found.after, found.shown) == (1.0, True)


def test_an_answer_that_can_change_nothing_is_kept_but_not_shown():
    given = assessment(
        SMALL,
        effect("a", "major", None, "virtually certain", "high"),
        effect("b", "minor", None, "very unlikely", "low"),
    )
    value = robustness(SMALL, given).harm.value
    assert [(each.node, each.shown) for each in value] == [("a", True), ("b", False)]
    assert value[1].after - value[1].before < 0.01


@pytest.mark.parametrize("seed", range(6))
def test_settling_an_answer_never_makes_naming_worse(seed):
    sure = robustness(SMALL, all_kinds(SMALL, seed, parts=3))
    for channel in CHANNELS:
        for each in sure.of(channel).value:
            assert 0 < each.before <= each.after <= 1


def test_only_effects_stated_on_this_side_can_be_settled():
    given = assessment(
        SMALL, effect("a", benefit="minor"), said("b", "none"), said("c", "dont-know")
    )
    sure = robustness(SMALL, given)
    assert (sure.harm.value, len(sure.benefit.value)) == ((), 1)


def test_answers_that_err_together_reach_a_step_as_seldom_as_one_of_them():
    alike = [effect(node, "major", None, "about as likely as not", "high") for node in "ab"]
    one = 0.495 * 0.8
    either = 1 - (1 - one) ** 2
    half, whole = robustness(SMALL, assessment(SMALL, *alike)).harm.stress
    assert (half.rho, whole.rho) == (0.5, 1.0)
    assert whole.p[2] == pytest.approx(one, abs=0.01)
    assert half.p[2] == pytest.approx(0.25 * one + 0.75 * either, abs=0.01)


def test_one_answer_alone_cannot_err_with_others():
    given = assessment(SMALL, effect("a", "major", None, "likely", "medium"))
    sure = robustness(SMALL, given).harm
    for each in sure.stress:
        assert each.p == pytest.approx(sure.p, abs=0.01)
        assert (each.level, each.changes) == (sure.level, False)


def test_a_verdict_that_rests_on_answers_erring_apart_is_told_to_change():
    alike = [effect(node, "major", None, "about as likely as not", "high") for node in "ab"]
    sure = robustness(SMALL, assessment(SMALL, *alike)).harm
    assert sure.level == 3
    half, whole = sure.stress
    assert whole.changes
    assert whole.level < 3
    assert half.changes == (half.level != 3)


def test_without_answers_there_is_nothing_to_settle_and_nothing_to_stress():
    sure = robustness(SMALL, assessment(SMALL)).benefit
    assert sure.value == ()
    assert [(each.p, each.changes) for each in sure.stress] == [((0.0, 0.0, 0.0), False)] * 2
