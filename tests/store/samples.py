"""Small assessments to keep, and what a file holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.panel import Phase
from assess.store import Store

Opener = Callable[[str | Path], Store]

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
PEOPLE = ("a1", "a2", "a3")
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


@dataclass
class Round:
    """Ada (who opened it), Bo and Cy, and their tokens; each has said one thing in private."""

    store: Store
    tokens: dict[str, str]
    link: str

    def opinion(self, who: str, more: str = "") -> object:
        return judgement(rationale=f"secret of {who}{more}", assessor=who)

    def say(self, who: str, more: str = "") -> int:
        value = self.opinion(who, more)
        seen = self.store.load(self.tokens[who]).seen(value)
        return self.store.save(self.tokens[who], value, seen)

    def all_ready(self, phase: Phase) -> Phase:
        return [self.store.ready(self.tokens[who], phase, True) for who in PEOPLE][-1]

    def secrets(self, token: str) -> set[str]:
        """Whose secrets are anywhere in what this token opens."""
        everything = repr(self.store.load(token))
        return {who for who in PEOPLE if f"secret of {who}" in everything}
