"""Sobol' indices: against SALib on the same runs, and against what can be worked out by hand."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from assess.findings import CHANNELS
from assess.robustness import sensitivity
from assess.robustness.sensitivity import model, sobol_indices
from tests.robustness.changed import all_kinds, verdict
from tests.shipped import LIBRARY
from tests.small import SMALL, assessment, effect, framework, said

IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")


def runs_of(made, rows):
    """Outputs in the order SALib makes its rows: A, then one for each factor, then B."""
    step = made.size + 2
    swapped = np.stack([rows[k + 1 :: step] for k in range(made.size)], axis=1)
    return rows[0::step], rows[step - 1 :: step], swapped


@pytest.mark.parametrize("output", ["verdict", "goal"])
def test_indices_equal_those_of_salib_given_the_same_runs(output):
    pytest.importorskip("SALib", reason="SALib is not installed; see requirements-dev.txt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of packages it brings
        from SALib.analyze import sobol as analyze
        from SALib.sample import sobol as sample

        made = model(IWN, all_kinds(IWN, 3, parts=1), "harm", output=output)
        names = [str(k) for k in range(made.size)]
        problem = {"num_vars": made.size, "names": names, "bounds": [[0, 1]] * made.size}
        x = sample.sample(problem, 256, calc_second_order=False, seed=1)
        rows = made.evaluate(x)
        theirs = analyze.analyze(problem, rows.astype(float), calc_second_order=False, seed=1)
    assert 0 < rows.mean() < 1
    ours = sobol_indices(*runs_of(made, rows))
    assert np.abs(ours.first - theirs["S1"]).max() < 1e-12
    assert np.abs(ours.total - theirs["ST"]).max() < 1e-12
    assert np.abs(ours.first_within - theirs["S1_conf"]).max() < 0.1
    assert np.abs(ours.total_within - theirs["ST_conf"]).max() < 0.1


def test_two_answers_that_each_suffice_have_the_indices_worked_out_by_hand():
    frame = framework("a b", "", "", "")
    given = assessment(
        frame,
        effect("a", "major", None, "about as likely as not", "high"),
        effect("b", "major", None, "likely", "medium"),
    )
    one, other = 0.495 * 0.8, 0.78 * 0.6
    chance = 1 - (1 - one) * (1 - other)
    spread = chance * (1 - chance)
    found = sensitivity(frame, given, "harm")
    assert found.level == 3
    assert found.mean == pytest.approx(chance, abs=0.01)
    by_node = {each.node: each for each in found.factors}
    for node, own, rest in (("a", one, other), ("b", other, one)):
        brought = own * (1 - own) / spread
        assert by_node[node].first == pytest.approx(brought * (1 - rest) ** 2, abs=0.05)
        assert by_node[node].total == pytest.approx(brought * (1 - rest), abs=0.05)
        assert by_node[node].first_within < 0.1


def test_a_link_is_a_factor_where_it_carries_and_is_not_cut():
    given = assessment(SMALL, effect("a", "major", None, "likely", "low"), depth="standard")
    goal = sensitivity(SMALL, given, "harm", output="goal")
    links = {each.link: each for each in goal.factors if each.kind == "link"}
    assert set(links) == {0, 1, 2}
    assert links[0].total > 0.01 > links[1].total == 0
    assert links[2].node == "d"
    cut = sensitivity(SMALL, given.record(said("c", "none")), "harm", output="goal")
    assert {each.link for each in cut.factors if each.kind == "link"} == {2}


def test_the_model_reaches_the_verdict_as_often_as_the_findings_do():
    for seed in range(4):
        given = all_kinds(IWN, seed)
        for channel in CHANNELS:
            made = model(IWN, given, channel)
            level, p = verdict(IWN, given, channel, method=given.choices.method())
            a, b, ab = made.runs()
            assert made.level == max(level, 1)
            assert np.mean((a.mean(), b.mean())) == pytest.approx(p[made.level - 1], abs=0.02)
            assert ab.shape == (1024, made.size)


def test_a_swapped_factor_is_the_same_as_evaluating_the_swapped_points():
    made = model(SMALL, all_kinds(SMALL, 2), "harm", output="goal")
    x, y = np.random.default_rng(5).random((2, 64, made.size))
    for k in range(made.size):
        swapped = x.copy()
        swapped[:, k] = y[:, k]
        assert made.evaluate(swapped).shape == (64,)
    both = made.evaluate(np.concatenate((x, y)))
    assert both.tolist() == [*made.evaluate(x).tolist(), *made.evaluate(y).tolist()]


def test_what_never_varies_has_no_indices():
    always = np.ones(128)
    found = sobol_indices(always, always, np.ones((128, 3)))
    assert found.first.tolist() == found.total.tolist() == [0.0, 0.0, 0.0]
    assert sensitivity(SMALL, assessment(SMALL), "harm").mean == 0.0
    bare = framework("a b", "", "", "")
    assert sensitivity(bare, assessment(bare), "harm").factors == ()


def test_indices_are_the_same_every_time():
    given = all_kinds(IWN, 1)
    assert sensitivity(IWN, given, "benefit") == sensitivity(IWN, given, "benefit")
