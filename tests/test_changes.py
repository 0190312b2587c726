"""The list of changes of a new version is held to what really differs: all of it, nothing else."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from assess import check
from assess.errors import FileProblems
from assess.library import Library
from assess.loading import load_changes
from tests import following
from tests.made_library import FRAMEWORK, change, copied


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return following.library(tmp_path_factory.mktemp("following"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small library in which 1.1.0 says another thing on privacy, and tells so."""
    made = copied(tmp_path)
    new = made / FRAMEWORK.replace("1.0.0", "1.1.0")
    new.parent.mkdir()
    text = (
        (made / FRAMEWORK).read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0")
    )
    new.write_text(text.replace("What is private stays so.", "Secrets stay."), encoding="utf-8")
    (new.parent / "CHANGES.md").write_text("# What changed\n", encoding="utf-8")
    return made


PRIVACY = """\
  - kind: reworded
    from: [privacy]
    to: [privacy]
    meaning: same
    note: Shorter.
"""
BLANK = PRIVACY.replace("Shorter.", '" "')


def told(root: Path, text: str) -> list[str]:
    path = root / FRAMEWORK.replace("1.0.0/framework", "1.1.0/changes")
    path.write_text(text, encoding="utf-8")
    return [str(each).split("changes.yaml", 1)[1] for each in check.check(Library(root), [path])]


def test_a_true_list_has_no_problem(root: Path, made: Path) -> None:
    assert told(root, f"since: 1.0.0\nchanges:\n{PRIVACY}") == []
    path = made / "frameworks" / following.CORE / "1.1.0" / "changes.yaml"
    assert check.check(Library(made), [path]) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "since: 1.0.0\nchanges: []\n",
            ":2: changes: privacy reads otherwise, which is not told; add a reworded",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}{PRIVACY.replace('privacy', 'easy-access')}",
            ":8: changes[1]: easy-access is not reworded: both versions have the same words; take",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY.replace('[privacy]', '[privcy]', 1)}",
            ":4: changes[0].from[0]: 1.0.0 asks about no privcy; did you mean privacy?",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}{PRIVACY}",
            ":8: changes[1]: privacy is reworded in changes[0] too; keep one",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}  - kind: removed\n    from: [easy-access]\n"
            "    note: Gone.\n",
            ":8: changes[1]: easy-access is still asked about in 1.1.0; take it out",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}  - kind: added\n    to: [easy-access]\n"
            "    note: New.\n",
            ":8: changes[1]: easy-access was asked about in 1.0.0 already; take it out",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}  - kind: moved\n    from: [easy-access]\n"
            "    to: [easy-access]\n    note: Elsewhere.\n",
            ":8: changes[1]: easy-access is not moved: it has the same id, kind and goal; take it",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY}  - kind: rescaled\n    from: [privacy]\n"
            "    to: [privacy]\n    note: Otherwise.\n",
            ":8: changes[1]: privacy is not rescaled: the sentences of its levels are the same",
        ),
        (
            "since: 1.0.0\nchanges:\n  - kind: split\n    from: [privacy]\n    to: [privacy]\n"
            "    note: In two.\n",
            ":3: changes[0]: split has one id in from and two or more in to; mend the two lists",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY.replace('    meaning: same', '')}",
            ":3: changes[0]: meaning (same or changed) is said of what is reworded, and of nothing",
        ),
        (
            f"since: 1.0.0\nchanges:\n{BLANK}",
            ":3: changes[0]: note is empty; say in it what differs, for whoever answered before",
        ),
        (
            f"since: 1.0.0\nchanges:\n{PRIVACY.replace('reworded', 'rewarded')}",
            ':3: changes[0].kind: "rewarded" is not a choice here; did you mean reworded?',
        ),
        (
            f"since: 1.1.0\nchanges:\n{PRIVACY}",
            ":1: since: 1.1.0 is this version itself; name the one before it",
        ),
        (
            f"since: 0.9.0\nchanges:\n{PRIVACY}",
            ":1: since: there is no version 0.9.0; name the one before this",
        ),
    ],
)
def test_what_is_wrong_in_a_list_is_told_with_its_line(root: Path, text: str, problem: str) -> None:
    found = told(root, text)
    assert any(each.startswith(problem) for each in found), found


def test_a_version_that_follows_another_without_a_list_is_told(root: Path) -> None:
    found = [str(each) for each in check.check(Library(root))]
    [missing] = [each for each in found if "changes.yaml" in each]
    assert "missing; list in it what differs since the version before" in missing


def test_levels_and_places_are_looked_at_too(root: Path) -> None:
    path = root / FRAMEWORK.replace("1.0.0", "1.1.0")
    change(path, "major: A stare.", "major: A long stare.")
    [levels] = told(root, "since: 1.0.0\nchanges: []\n")[1:] or [""]
    assert levels == ""  # what reads otherwise is told once
    change(path, "Secrets stay.", "What is private stays so.")
    [levels] = told(root, "since: 1.0.0\nchanges: []\n")
    assert "privacy has other sentences for its levels, which is not told" in levels
    change(path, "major: A long stare.", "major: A stare.")
    change(path, "    goal: trusted\n    indicators", "    goal: open\n    indicators")
    change(path, "examples:", GOAL_LINK)
    [place] = told(root, "since: 1.0.0\nchanges: []\n")
    assert "privacy is of another kind or under another goal, which is not told" in place


GOAL_LINK = """\
  - from: privacy
    to: open
    relation: contributes_to
    strength: weak
    reason: made up
    provenance: argued
    verified: false
    sources: [made]
examples:"""


@pytest.mark.parametrize("left_out", range(len(following.CHANGES)))
def test_each_change_left_out_is_missed(made: Path, left_out: int, tmp_path: Path) -> None:
    """Of the seven kinds, none can be forgotten."""
    path = made / "frameworks" / following.CORE / "1.1.0" / "changes.yaml"
    before = path.read_text(encoding="utf-8")
    changes: list[dict[str, Any]] = copy.deepcopy(following.CHANGES)
    gone = changes.pop(left_out)
    try:
        following.write_changes(made, following.CORE, changes)
        with pytest.raises(FileProblems) as caught:
            load_changes(path, made)
    finally:
        path.write_text(before, encoding="utf-8")
    named = {*gone.get("from", ()), *gone.get("to", ())}
    assert any(name in str(caught.value) for name in named)
    assert "which is not told" in str(caught.value)


def test_a_topic_is_held_against_the_version_it_builds_on(made: Path) -> None:
    """It is published, too, and goes on to name nodes that a newer core has no more."""
    path = made / "frameworks" / following.TOPIC / "1.0.0" / "framework.yaml"
    found = [str(each) for each in check.check(Library(made), [path])]
    assert not [each for each in found if f"of {following.CORE}" in each]
