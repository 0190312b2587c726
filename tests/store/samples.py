"""Small assessments to keep, and what a file holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.store import Store

Opener = Callable[[str | Path], Store]

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
SECRET = "Näheres weiß nur die Ministerin"


def judgement(node: str = "integrity", rationale: str = "because", **more: object) -> Judgement:
    return Judgement(node=node, answer="none", rationale=rationale, **more)


def assessment(*judgements: Judgement, **more: object) -> Assessment:
    return Assessment(framework=FRAMEWORK, judgements=judgements, **more)


def contents(file: Path) -> bytes:
    """Everything in the folder of a database: the file and what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))


def child(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Another process with the library, talking by lines."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
