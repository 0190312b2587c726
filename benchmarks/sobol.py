"""Sobol' indices at 1,024 base points against SALib, which is given our vectorised model.

Run `python -m benchmarks.sobol`. Both sides do all of it: points, runs, indices, 100 bootstraps. A
quick assessment, one channel: every effect stated and every link that is not cut is a factor.
"""

from __future__ import annotations

import sys
import warnings

import numpy as np
from numpy.typing import NDArray

from assess.robustness.sensitivity import Model, model, sensitivity, sobol_indices
from benchmarks import peers
from benchmarks.figure import Figure, in_turns, ratio, told
from benchmarks.material import assessment, framework

POINTS = 1_024
ROUNDS = 7


def figures() -> list[Figure]:
    """Speed, and how far the indices are apart given the same runs."""
    given = assessment("quick", seed=1)
    made = model(framework(), given, "harm", output="goal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of packages SALib brings
        there = peers.load("SALib.sample.sobol") and peers.load("SALib.analyze.sobol")
        taken = in_turns(
            ROUNDS,
            ours=lambda: sensitivity(framework(), given, "harm", output="goal"),
            salib=(lambda: by_salib(made)) if there else None,
        )
        apart = off(made) if there else None
    name = f"Sobol' indices of {made.size} factors"
    over = ratio(taken["salib"], taken["ours"])
    return [
        Figure(f"{name}, ours", 1e3 * taken["ours"], "ms"),
        Figure(f"{name}, SALib with our model over ours", over, "x", least=20),
        Figure(f"{name}, apart from SALib's on the same runs", apart, most=1e-12),
    ]


def by_salib(made: Model) -> tuple[NDArray[np.float64], dict[str, NDArray[np.float64]]]:
    """The outputs, and SALib's indices of them."""
    sample, analyze = peers.load("SALib.sample.sobol"), peers.load("SALib.analyze.sobol")
    names = [str(k) for k in range(made.size)]
    problem = {"num_vars": made.size, "names": names, "bounds": [[0, 1]] * made.size}
    points = sample.sample(problem, POINTS, calc_second_order=False, seed=1)
    outputs = made.evaluate(points).astype(np.float64)
    return outputs, analyze.analyze(problem, outputs, calc_second_order=False, seed=1)


def off(made: Model) -> float:
    """SALib's rows come as A, then one for each factor, then B."""
    outputs, theirs = by_salib(made)
    rows = outputs.reshape(-1, made.size + 2)
    ours = sobol_indices(rows[:, 0], rows[:, -1], rows[:, 1:-1])
    first, total = np.abs(ours.first - theirs["S1"]), np.abs(ours.total - theirs["ST"])
    return float(max(first.max(), total.max()))


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
