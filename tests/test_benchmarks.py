"""The benchmarks' own words: what is met, what is missing, and where the table is kept."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from benchmarks import __main__ as every
from benchmarks import engine, peers
from benchmarks.figure import Figure, in_turns, table

ROOT = Path(__file__).resolve().parent.parent

OUTCOMES = [
    (Figure("a", 501, "x", least=500), "501 x", ">= 500", "met"),
    (Figure("a", 499, "x", least=500), "499 x", ">= 500", "MISSED"),
    (Figure("a", 0.151, "points", most=0.15), "0.151 points", "<= 0.15", "MISSED"),
    (Figure("a", 12_345.6, "ms"), "12,346 ms", "", ""),
    (Figure("a", None, "x", least=1.4), "not installed", ">= 1.4", "MISSING"),
    (Figure("a", None, "x"), "not installed", "", "MISSING"),
]


@pytest.mark.parametrize(("figure", "measured", "demand", "outcome"), OUTCOMES)
def test_a_figure_says_whether_it_is_met(figure, measured, demand, outcome):
    assert (figure.measured, figure.demand, figure.outcome) == (measured, demand, outcome)
    assert figure.met == (outcome in ("met", ""))
    assert outcome in table([figure])


def test_a_peer_that_is_missing_has_no_time_and_the_others_do():
    taken = in_turns(3, ours=lambda: sum(range(1000)), peer=None)
    assert taken["peer"] is None
    assert taken["ours"] is not None


def test_a_module_that_is_not_there_is_said_to_be_missing(monkeypatch, capsys):
    monkeypatch.setattr(peers, "prepare", lambda: None)
    assert peers.load("no_such_peer") is None
    assert "no_such_peer is not installed" in capsys.readouterr().err


def test_only_what_is_missing_is_installed(monkeypatch):
    asked: list[list[str]] = []
    monkeypatch.setattr(peers, "there", lambda name: name != "numba")
    monkeypatch.setattr(peers.subprocess, "run", lambda command, **_: asked.append(command))
    monkeypatch.setattr(peers.sys, "path", [])
    peers.prepare.__wrapped__()
    (command,) = asked
    assert command[-1] == f"numba=={peers.pinned()['numba']}"
    assert str(peers.FOLDER) in command


def test_a_peer_has_the_version_that_the_tests_use():
    lines = [
        line.split("==")
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if "==" in line
    ]
    wanted = dict(lines)
    shared = {name: version for name, version in peers.pinned().items() if name in wanted}
    assert {"networkx", "SALib", "pyAgrum", "krippendorff"} <= set(shared)
    assert shared == {name: wanted[name] for name in shared}


def test_the_table_is_written_in_the_place_of_the_last_one(tmp_path, monkeypatch):
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{engine.BEGIN}\nold\n{engine.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(engine, "README", readme)
    for value in (600, 700):
        engine.record([Figure("a", value, "x", least=500)])
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| a | >= 500 | 700 x | met |" in text
    assert "600" not in text
    assert "old" not in text
    assert re.search(r"\d+ virtual cores, .+, Python 3\.\d+\.\d+, numpy \d", text)


def test_the_readme_has_a_place_for_the_table_and_names_every_part():
    text = engine.README.read_text(encoding="utf-8")
    assert text.count(engine.BEGIN) == text.count(engine.END) == 1
    for part in engine.PARTS:
        assert f"`{part.__name__}`" in text


def test_all_benchmarks_are_run_and_one_missed_target_is_enough(monkeypatch, capsys):
    asked = []

    def ran(command, check):
        asked.append(command[2:])
        return subprocess.CompletedProcess(command, "benchmarks.reading" in command)

    monkeypatch.setattr(every.subprocess, "run", ran)
    assert every.main([]) == 1
    assert asked == [[f"benchmarks.{part}"] for part in every.PARTS]
    assert "reading: took 0 s" in capsys.readouterr().err
    assert every.main(["--json"]) == 0
    assert asked[len(every.PARTS) :] == [[f"benchmarks.{p}", "--json"] for p in every.DOCUMENTS]


@pytest.mark.parametrize("part", every.PARTS)
def test_each_of_them_can_be_run_by_itself(part):
    text = (ROOT / "benchmarks" / f"{part}.py").read_text(encoding="utf-8")
    assert "sys.exit(main(" in text
    assert (part in every.DOCUMENTS) <= ("--json" in text or "told(" in text)
