"""The fixed draws: the same numbers everywhere, evenly spread."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from assess.propagation import DRAWS, count, numbers, planes, threshold


def test_every_lattice_visits_every_interval_once():
    for dimension in (0, 1, 70, 511, 512, 700):
        blocks = numbers(dimension).reshape(8, 2048) >> np.uint32(21)
        assert all(len(set(block.tolist())) == 2048 for block in blocks), dimension


def test_the_numbers_are_these_on_every_platform():
    assert numbers(0)[:3].tolist() == [3793791033, 3795888185, 3797985337]
    assert numbers(137)[-3:].tolist() == [2869354966, 598139350, 2621891030]


def test_no_two_dimensions_run_in_step():
    steps = [numbers(d).reshape(8, 2048) for d in (*range(0, 512, 7), 512, 519, 1024)]
    for one, other in combinations(steps, 2):
        apart = (one - other) >> np.uint32(21)
        assert (apart != apart[:, :1]).any(axis=1).all()


def test_a_share_of_nothing_never_happens_and_of_all_always():
    never, always = planes(3, (threshold(0.0), threshold(1.0)))
    assert (count(never), count(always)) == (0, DRAWS)


@pytest.mark.parametrize("share", [0.005, 0.2, 0.5, 0.756, 0.995])
def test_a_share_happens_as_often_as_it_says(share):
    (happens,) = planes(11, (threshold(share),))
    assert int(count(happens)) / DRAWS == pytest.approx(share, abs=1 / 2048)
