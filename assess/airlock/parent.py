"""The parent of a child: starts it, hands it a file and takes what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from assess.errors import FileProblems, Place, Problem
from assess.text import Words

ROOT = Path(__file__).resolve().parents[2]


def ask(job: str, data: bytes, words: Words, wait: float) -> dict[str, Any]:
    """What a child answers. Raises FileProblems it found, TimeoutError, ChildProcessError."""
    try:
        child = subprocess.run(
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
    if child.returncode:
        raise ChildProcessError(child.returncode)
    answer: dict[str, Any] = json.loads(child.stdout)
    if "problems" in answer:
        raise FileProblems(
            tuple(Problem(Place(**each["place"]), each["message"]) for each in answer["problems"])
        )
    return answer


def bare_environment() -> dict[str, str]:
    """What Python needs to start, one thread for whoever counts, nothing that is ours to keep."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_THREAD_LIMIT": "1",
        "RAYON_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }
