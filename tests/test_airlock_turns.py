"""Only so many files are read at once; who waits too long is told, and nothing else is lost."""

from __future__ import annotations

import subprocess
import textwrap
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from assess import airlock
from assess.airlock import parent
from assess.errors import FileProblems, NotReadYet
from assess.text import Words, words
from assess.turns import Turns

ENGLISH = words()
AT_ONCE = 2
BUSY = "many files are being read at this moment, so this one was not; bring it again in a minute"

# Stands in for the child: starts at once, and does what the file tells it.
STAND_IN = """
    import os, signal, sys, time
    job, here = sys.stdin.read(), os.path.dirname(__file__)
    if job == "wait":
        mine = os.path.join(here, f"{os.getpid()}.running")
        open(mine, "w").close()
        while not os.path.exists(os.path.join(here, "go")):
            time.sleep(0.01)
        os.remove(mine)
    if job == "crash":
        sys.exit("crashed")
    if job == "never end":
        time.sleep(60)
    if job == "be wrong":
        print('{"problems": [{"place": {"line": 3}, "message": "wrong"}]}')
    else:
        print("{}")
"""


@pytest.fixture
def children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the stand-in, for which there are two turns."""
    folder = tmp_path / "assess" / "airlock"
    folder.mkdir(parents=True)
    (folder / "child.py").write_text(textwrap.dedent(STAND_IN), encoding="utf-8")
    monkeypatch.setattr(parent, "ROOT", tmp_path)
    monkeypatch.setattr(parent, "TURNS", Turns(AT_ONCE))
    return folder


def ask(job: str, wait: float = 20) -> object:
    return parent.ask("any", job.encode(), ENGLISH, wait)


def until(holds: Callable[[], bool]) -> None:
    """Waits for something that must come about."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.01)


def running(folder: Path) -> int:
    return len(list(folder.glob("*.running")))


def test_never_more_children_than_turns_however_many_ask(children: Path) -> None:
    with ThreadPoolExecutor(6) as threads:
        asked = [threads.submit(ask, "wait") for _ in range(6)]
        until(lambda: running(children) == AT_ONCE)
        time.sleep(0.2)  # in which another child would long have started
        assert running(children) == AT_ONCE
        assert len(parent.TURNS._queue) == 4
        (children / "go").touch()
    assert [each.result() for each in asked] == [{}] * 6
    assert running(children) == 0


def busy(stack: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives all turns away, and little patience to who comes now."""
    monkeypatch.setattr(parent, "PATIENCE", 0.02)
    for _ in range(AT_ONCE):
        stack.enter_context(parent.TURNS.turn(0))


BRINGING: tuple[Callable[[bytes, str, Words], object], ...] = (
    lambda data, name, words: airlock.open_file(data, words, name),
    lambda data, name, words: airlock.verify_file(data, words, name),
    airlock.read_law_safely,
    airlock.read_pack_safely,
    airlock.read_sketch,
    airlock.check_template,
    airlock.open_overlay,
)


@pytest.mark.parametrize("bring", BRINGING)
@pytest.mark.usefixtures("children")
def test_who_waited_too_long_is_told_so_of_every_kind_of_file(bring, monkeypatch) -> None:
    with ExitStack() as stack:
        busy(stack, monkeypatch)
        with pytest.raises(NotReadYet) as told:
            bring(b"x", "mine", ENGLISH)
    assert str(told.value) == f"mine: {BUSY}"


@pytest.mark.usefixtures("children")
def test_the_same_file_is_read_when_there_is_a_turn_again(monkeypatch) -> None:
    with ExitStack() as stack:
        busy(stack, monkeypatch)
        with pytest.raises(NotReadYet):
            ask("be quick")
    assert ask("be quick") == {}


def test_the_wait_for_a_turn_is_not_taken_from_the_time_of_the_file(monkeypatch) -> None:
    given: list[float] = []

    def run(*_: object, timeout: float, **__: object) -> subprocess.CompletedProcess[bytes]:
        given.append(timeout)
        return subprocess.CompletedProcess([], 0, b"{}", b"")

    monkeypatch.setattr(parent, "TURNS", Turns(1))
    monkeypatch.setattr(parent.subprocess, "run", run)
    with ThreadPoolExecutor(1) as threads:
        with parent.TURNS.turn(0):
            asked = threads.submit(ask, "be quick", 0.05)
            until(lambda: len(parent.TURNS._queue) == 1)
            time.sleep(0.1)
            assert not given
        assert asked.result() == {}
    assert given == [0.05]


@pytest.mark.parametrize(
    ("job", "wait", "ends"),
    [
        ("crash", 20, ChildProcessError),
        ("never end", 0.1, TimeoutError),
        ("be wrong", 20, FileProblems),
    ],
)
@pytest.mark.usefixtures("children")
def test_a_turn_is_given_back_however_a_child_ends(job, wait, ends, monkeypatch) -> None:
    monkeypatch.setattr(parent, "PATIENCE", 0.02)
    for _ in range(AT_ONCE + 1):  # the last would find no turn if one were kept
        with pytest.raises(ends) as ended:
            ask(job, wait)
        assert not isinstance(ended.value, NotReadYet)
    assert ask("be quick") == {}


@pytest.mark.usefixtures("children")
def test_a_turn_is_given_back_where_no_child_could_be_started(monkeypatch) -> None:
    monkeypatch.setattr(parent, "PATIENCE", 0.02)
    with monkeypatch.context() as without:
        without.setattr(parent.sys, "executable", "no-such-python")
        for _ in range(AT_ONCE + 1):
            with pytest.raises(FileNotFoundError, match="no-such-python"):
                ask("be quick")
    assert ask("be quick") == {}


@pytest.mark.parametrize(("cores", "turns"), [(1, 2), (2, 2), (3, 3), (4, 4), (64, 4)])
def test_there_are_as_many_turns_as_cores_but_never_one_and_never_more_than_four(
    cores: int, turns: int
) -> None:
    assert parent.at_once(cores) == turns
    assert parent.TURNS._free == parent.at_once(airlock.cores())
