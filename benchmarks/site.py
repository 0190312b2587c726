"""The app as its own process, and what the process uses."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "streamlit_app.py"
BARE = ROOT / "assess" / "ui" / "main.py"
START = 60  # seconds a start may take


@dataclass(frozen=True)
class Site:
    """A running server on loopback."""

    port: int
    pid: int

    def cpu(self) -> float:
        """Seconds of processor time used so far, ended threads included (Linux)."""
        own_clock = (~self.pid << 3) | 2  # as clock_getcpuclockid(3) makes it
        return time.clock_gettime(own_clock)

    def memory(self) -> float:
        """Megabytes resident."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def busy() -> float:
    """Seconds of processor time the whole machine has used."""
    ticks = [int(n) for n in Path("/proc/stat").read_text("ascii").split("\n")[0].split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(
    folder: Path, script: Path = APP, settings: Mapping[str, str] | None = None
) -> Iterator[Site]:
    """Serves a script with its saved work in `folder`; `settings` are environment variables."""
    port = free_port()
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", str(script)),
                *("--server.port", str(port), "--server.address", "127.0.0.1"),
            ],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            env={
                **os.environ,
                "ASSESS_DATABASE_URL": address(folder),
                "PYTHONPATH": str(ROOT),
                **(settings or {}),
            },
        )
    try:
        wait(port, process)
        yield Site(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


def address(folder: Path) -> str:
    """The database of the saved work in a folder."""
    return f"sqlite:///{folder / 'work.sqlite3'}"


def free_port() -> int:
    """A port of the loopback nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(port: int, process: subprocess.Popen[bytes], path: str = "/_stcore/health") -> None:
    """Until a server answers at a path. RuntimeError where it does not."""
    until = time.monotonic() + START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start; its log is in the folder of the run")
