"""The same laws on a cluster of Dask: the same lines, and plain words where there is none."""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import re
import signal
import sys
import tomllib
from pathlib import Path

import pytest
from distributed import LocalCluster

from assess import cli
from assess.corpus import cluster
from assess.corpus.engine import Chunk
from assess.corpus.files import Law
from assess.errors import AssessError

ROOT = Path(__file__).resolve().parents[2]
LAW = "Article 1\nAll operators shall route traffic through the national gateway, number {}.\n"


@pytest.fixture(scope="module")
def address():
    """A cluster of two workers on this machine, which gives a task up when it killed a worker."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    ) as local:
        local.scheduler.allowed_failures = 0
        yield local.scheduler_address


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    (tmp_path / "laws").mkdir()
    for number in range(40):
        path = tmp_path / "laws" / f"{number:02}.txt"
        path.write_text(LAW.format(number), encoding="utf-8")
    path.write_bytes(b"%PDF-1.7 nothing more")
    return tmp_path / "laws"


def lines(out: Path) -> list[dict]:
    every = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return sorted(every, key=lambda each: each["file"])


def test_a_cluster_says_what_processes_say(address, laws, tmp_path, capsys) -> None:
    ways = {
        "dask": ["--engine", "dask", "--scheduler", address],
        "processes": ["--jobs", "2"],
    }
    for name, way in ways.items():
        out = str(tmp_path / name)
        assert cli.main(["screen", str(laws), "--lang", "en", "--out", out, *way]) == 1
        said = capsys.readouterr()
        assert "40 files: 39 screened, 1 could not be read" in said.err
        assert said.err.count("\n") == 2
    assert lines(tmp_path / "dask") == lines(tmp_path / "processes")


def killing(laws: Chunk, language: str | None) -> list[bytes]:
    """Ends the worker that is handed a certain law."""
    if any(law.file == "kills" for law in laws):
        os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    return [law.file.encode() for law in laws]


def test_a_law_that_kills_its_worker_is_unread_and_the_run_goes_on(address) -> None:
    every = [Law(name, name) for name in ("1", "kills", *map(str, range(2, 40)))]
    with cluster.dask(address, 1) as engine:
        made = list(dataclasses.replace(engine, work=killing).lines(every, None))
    (unread,) = (json.loads(line) for line in made if not line.isdigit())
    assert unread["file"] == "kills"
    assert unread["reason"].startswith("the worker that read it was lost, twice")
    assert sorted(int(line) for line in made if line.isdigit()) == list(range(1, 40))


def test_workers_with_another_toolkit_are_refused(address, monkeypatch) -> None:
    monkeypatch.setattr(cluster.assess, "__version__", "99.0")
    with (
        pytest.raises(AssessError, match=r"its workers need this toolkit in version 99.0"),
        cluster.dask(address, 1),
    ):
        pass


def test_a_cluster_without_workers_is_told(monkeypatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as empty,
        pytest.raises(AssessError, match="it has no workers; start one with: dask worker tcp://"),
        cluster.dask(empty.scheduler_address, 1),
    ):
        pass


def test_without_an_address_workers_are_started_here(laws, capsys) -> None:
    one = str(laws / "00.txt")
    arguments = ["screen", one, "--lang", "en", "--json", "--engine", "dask", "--jobs", "1"]
    assert cli.main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["file"] == one


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_where_nobody_answers_one_plain_line_says_so(address, laws, monkeypatch, capsys) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    assert cli.main(["screen", str(laws), "--engine", "dask", "--scheduler", address]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"assess: --scheduler {address}: no scheduler of Dask answers there")
    assert said.count("\n") == 1


def test_without_dask_one_plain_line_says_how_to_get_it(laws, monkeypatch, capsys) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert cli.main(["screen", str(laws), "--engine", "dask"]) == 2
    said = capsys.readouterr()
    assert said.err == (
        'assess: Dask is not installed here; install it with: pip install "dask[distributed]"\n'
    )
    assert said.out == ""


def test_the_extra_and_the_tests_take_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (extra,) = project["optional-dependencies"]["dask"]
    tests = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(extra)}$", tests, re.M)
    assert "dask" not in (ROOT / "requirements.txt").read_text(encoding="utf-8")
