"""The parent of the children: starts one when its turn has come, hands it a file, hears it out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from assess.airlock.limits import cores
from assess.errors import FileProblems, NotReadYet, Place, Problem
from assess.text import Words
from assess.turns import Turns

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds on the clock for a turn to come, before the child's own time begins


def at_once(processors: int) -> int:
    """How many children may run at once in this process.

    A core each: more would slow down one another, and the pages. Two at least, so that one slow
    file does not hold up everybody's; four at most, since each may hold 1 GiB.
    """
    return min(max(processors, 2), 4)


TURNS = Turns(at_once(cores()))


def ask(job: str, data: bytes, words: Words, wait: float) -> dict[str, Any]:
    """What a child answers that has `wait` seconds on the clock, once its turn has come.

    Raises NotReadYet where no turn came, FileProblems the child found, TimeoutError,
    ChildProcessError.
    """
    child = _ended_child(job, data, words, wait)
    if child.returncode:
        raise ChildProcessError(child.returncode)
    answer: dict[str, Any] = json.loads(child.stdout)
    if "problems" in answer:
        raise FileProblems(
            tuple(Problem(Place(**each["place"]), each["message"]) for each in answer["problems"])
        )
    return answer


def _ended_child(
    job: str, data: bytes, words: Words, wait: float
) -> subprocess.CompletedProcess[bytes]:
    """A child that is through with its job. Raises NotReadYet, TimeoutError."""
    try:
        with TURNS.turn(PATIENCE):
            return subprocess.run(
                [sys.executable, "-m", "assess.airlock.child", job, words.language],
                input=data,
                capture_output=True,
                timeout=wait,
                check=False,
                cwd=ROOT,
                env=bare_environment(),
            )
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    except TimeoutError:
        told = words.gettext(
            "many files are being read at this moment, so this one was not; "
            "bring it again in a minute"
        )
        raise NotReadYet((Problem(Place(), told),)) from None


def bare_environment() -> dict[str, str]:
    """What Python needs to start, one thread for whoever counts, nothing that is ours to keep."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_THREAD_LIMIT": "1",
        "RAYON_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }
