"""The measures of the screening benchmark say what their names promise."""

from __future__ import annotations

import pytest

from assess.library import CHECKOUT, Library
from benchmarks.judging import CARRIED, average_precision, gain


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [([True, False], 1.0), ([False, True], 0.5), ([True, False, True], (1 + 2 / 3) / 2)],
)
def test_average_precision(ranked: list[bool], expected: float) -> None:
    assert average_precision(ranked) == pytest.approx(expected)


def test_a_right_one_counts_less_the_later_it_comes() -> None:
    assert gain([True, False]) == 1
    assert gain([False, False, True]) == pytest.approx(0.5)


def test_each_coarse_code_stands_for_interventions_that_exist() -> None:
    kinds = Library(CHECKOUT).interventions("internet-way-of-networking", "1.0.0")
    assert kinds is not None
    assert {name for names in CARRIED.values() for name in names} <= {
        kind.id for kind in kinds.interventions
    }
    assert len(CARRIED) == 18
