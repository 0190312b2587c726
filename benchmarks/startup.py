"""Start-up: processor time of importing the engine in a fresh Python, beside numpy and the peers.

Run `python -m benchmarks.startup`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

from benchmarks import peers
from benchmarks.figure import Figure, ratio, told

ENGINE = "assess.findings"
SURE = "assess.robustness"
OTHERS = ("networkx", "numba", "SALib.analyze.sobol", "sklearn.neighbors", "pyagrum")
STARTS = 15
SCRIPT = """
import sys, time, warnings
warnings.simplefilter("ignore")
sys.path.append({folder!r})
began = time.process_time()
import {module}
print(time.process_time() - began, *{{name.split(".")[0] for name in sys.modules}})
"""
HEAVY = {"pandas", "pydantic", "scipy", "sklearn", "networkx", "SALib", "numba", "streamlit"}


def start(module: str) -> tuple[float, set[str]] | None:
    """Processor seconds of an import, and the packages there are then; None where it fails."""
    script = SCRIPT.format(folder=str(peers.FOLDER), module=module)
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=peers.ROOT)
    if run.returncode:
        return None
    spent, *loaded = run.stdout.split()
    return float(spent), set(loaded)


def figures() -> list[Figure]:
    """Medians; the engine and numpy in turns."""
    peers.prepare()
    start(SURE)  # writes the byte code
    turns = [(spent("numpy"), spent(ENGINE), spent(SURE)) for _ in range(STARTS)]
    numpy, engine, sure = (middle(each) for each in zip(*turns, strict=True))
    _, loaded = start(SURE) or (0.0, HEAVY)
    return [
        Figure("import of the engine over numpy alone", ratio(engine, numpy), "x", most=1.5),
        Figure("import of the engine and of how sure it is, over numpy", ratio(sure, numpy), "x"),
        Figure("heavy packages the engine loads beside numpy", len(loaded & HEAVY), most=0),
        *(other(name, engine) for name in OTHERS),
    ]


def other(module: str, engine: float | None) -> Figure:
    """What a peer would cost at start-up."""
    taken = middle(tuple(spent(module) for _ in range(3)))
    return Figure(f"import of {module} over the engine", ratio(taken, engine), "x")


def spent(module: str) -> float | None:
    """Processor seconds of one import."""
    found = start(module)
    return found[0] if found else None


def middle(values: tuple[float | None, ...]) -> float | None:
    """The median; None where a value is missing."""
    there = [value for value in values if value is not None]
    return statistics.median(there) if len(there) == len(values) else None


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__))
