"""A copy of the small library in tests/data, to be broken one line at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

DATA = Path(__file__).parent / "data" / "library"
FRAMEWORK = "frameworks/small/1.0.0/framework.yaml"
KINDS = "frameworks/small/1.0.0/interventions.yaml"
CASE = "cases/2020-example/case.yaml"
EXPECTED = "cases/2020-example/expected.yaml"


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(DATA, folder / "library"))


def change(path: Path, old: str, new: str) -> None:
    """Replaces what stands exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
