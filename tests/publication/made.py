"""Libraries to publish: a small one, one whose author means harm, one that goes on changing."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from assess.library import Library
from tests.made_library import CASE, change, copied

SLUG = "2020-example"
DAY = datetime.date(2026, 11, 22)
NEXT = datetime.date(2026, 12, 1)
SHIPPED = Path(__file__).resolve().parents[2]
SCRIPT = "<script>alert(1)</script>"
IMAGE = "![seen](https://evil.example/seen.png)"
TURNED = "\u202egnorw\u2066"


def small(folder: Path) -> Library:
    """The small library of one case."""
    return Library(copied(folder))


def changed(
    library: Library, old: str = "It was adopted.", new: str = "It was changed."
) -> Library:
    """The same library once its case says something else."""
    change(library.root / CASE, old, new)
    return Library(library.root)


def hostile(folder: Path) -> Library:
    """A case whose every text tries to be more than text."""
    root = copied(folder)
    for old, new in (
        ("title: An example", f'title: "{SCRIPT} {TURNED} </title><b>"'),
        ("subject: The Locked Doors Act", f"subject: '{IMAGE} <!-- {SCRIPT}'"),
        ("url: https://example.org/act", 'url: "javascript:alert(1)"'),
        ("publisher: Nowhere", "publisher: '\"><img src=x onerror=alert(1)>'"),
        (
            "rationale: Doors shall be locked.",
            f"rationale: '{IMAGE} {SCRIPT}\n      [y](data:text/html,x)'",
        ),
        ("text: Leave them open.", "text: '</script><script>alert(2)</script>'"),
        ('- id: "1"', "- id: '<td>'"),
        ('provisions: ["1"]', "provisions: ['<td>']"),
    ):
        change(root / CASE, old, new)
    return Library(root)


def shipped(folder: Path, *slugs: str) -> Library:
    """A library of some of the cases that are shipped, without their snapshots."""
    root = folder / "library"
    shutil.copytree(SHIPPED / "frameworks", root / "frameworks")
    for slug in slugs:
        unkept = shutil.ignore_patterns("snapshots")
        shutil.copytree(SHIPPED / "cases" / slug, root / "cases" / slug, ignore=unkept)
    return Library(root)


def with_a_newer_framework(library: Library) -> Library:
    """The same library once the framework has a new version, and the case is judged by that."""
    frameworks = library.root / "frameworks" / "small"
    shutil.copytree(frameworks / "1.0.0", frameworks / "2.0.0")
    for name in ("framework.yaml", "interventions.yaml"):
        change(frameworks / "2.0.0" / name, "version: 1.0.0", "version: 2.0.0")
    change(frameworks / "2.0.0" / "framework.yaml", "name: Easy access", "name: Access for all")
    change(library.root / CASE, "version: 1.0.0", "version: 2.0.0")
    return Library(library.root)
