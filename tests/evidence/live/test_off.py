"""Nothing is sent, and nothing that could send is even loaded, before somebody says so."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from assess.evidence.switch import NotPermitted, permit, setting

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("said", "means"),
    [("", "ask"), ("ask", "ask"), ("on", "on"), (" ON ", "on"), ("never", "never"), ("yes", "ask")],
)
def test_the_switch_has_three_positions_and_anything_else_asks(monkeypatch, said, means) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", said)
    assert setting() == means


def test_without_a_word_nothing_may_be_asked() -> None:
    with pytest.raises(NotPermitted, match="nobody has said yes"):
        permit()


def test_one_press_permits() -> None:
    permit(pressed=True)


def test_who_forbids_it_cannot_be_pressed_away(monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", "never")
    with pytest.raises(NotPermitted, match="switched off here"):
        permit(pressed=True)


def test_switched_on_it_needs_no_press(monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", "on")
    permit()


def loaded_by(modules: str) -> set[str]:
    script = f"import sys, {modules}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(run.stdout.split())


def test_no_module_that_could_send_is_loaded_before_the_press() -> None:
    loaded = loaded_by(
        "assess.evidence, assess.evidence.switch, assess.evidence.live_sources,"
        " assess.evidence.gathered, assess.evidence.answers, assess.evidence.refresh,"
        " assess.cli.evidence_refresh"
    )
    assert "assess.evidence.gathered" in loaded
    assert not {name for name in loaded if name.startswith(("httpx", "assess.evidence.live."))}
    assert "assess.evidence.live" not in loaded


def importing(name: str, folder: Path) -> set[str]:
    """The files that import a package, wherever in them."""
    found = set()
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if name.rpartition(".")[2] not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            if any(each == name or each.startswith(f"{name}.") for each in names):
                found.add(path.relative_to(folder).as_posix())
    return found


def test_only_the_client_holds_the_library_that_sends() -> None:
    assert importing("httpx", ROOT / "assess") == {"evidence/live/client.py"}


def test_outside_its_room_live_is_imported_only_inside_functions() -> None:
    """Late, so that the press comes first; pages and commands are held to it too."""
    for name in importing("assess.evidence.live", ROOT / "assess"):
        if not name.startswith("evidence/live/"):
            body = ast.parse((ROOT / "assess" / name).read_text(encoding="utf-8")).body
            early = [ast.unparse(node) for node in body if isinstance(node, ast.ImportFrom)]
            assert not [line for line in early if "evidence.live " in line], name
