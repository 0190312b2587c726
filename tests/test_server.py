"""The server as users start it: its files, its store, its log, and what it loads."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "Zk3fLUA7tElnuC5haeGxAg"  # fixed: names of tests must be the same in every process


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """`streamlit run streamlit_app.py`, and its log."""
    folder = tmp_path_factory.mktemp("server")
    log, port = folder / "log", free_port()
    work = f"sqlite:///{folder}/work.sqlite3"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "streamlit_app.py"),
                *("--server.port", str(port), "--server.address", "127.0.0.1"),
            ],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "ASSESS_DATABASE_URL": work},
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/_stcore/health", process, log)
        yield address, log
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _moment in range(300):
        if process.poll() is not None:
            break
        try:
            get(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()}")


def test_the_real_server_finds_its_files_and_its_store(server: tuple[str, Path]) -> None:
    address, _log = server
    status, page = get(f"{address}/proposal?a={TOKEN}")
    assert status == 200
    scripts = re.findall(r'src="\.?(/[^"]+\.js)"', page)
    assert len(scripts) >= 2
    for script in scripts:
        assert get(address + script)[0] == 200
    assert get(f"{address}/healthz") == (200, '{"status":"ok"}')
    assert get(f"{address}/nope")[0] == 404
    assert get(f"{address}/_stcore/agent/openapi.json")[0] == 404


def test_the_real_server_logs_no_token(server: tuple[str, Path]) -> None:
    address, log = server
    for path in ("/", "/judge", "/nope", "/resume", "/_stcore/health", "/static/x.js"):
        get(f"{address}{path}?a={TOKEN}")
    time.sleep(0.2)
    assert TOKEN not in log.read_text()


def test_starting_loads_nothing_heavy() -> None:
    """Charts, tables and documents are loaded by the page that needs them."""
    code = (
        "import streamlit_app, sys;"
        "print(*sorted({'altair', 'docx', 'lxml', 'pandas', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""
