"""The app, or one made page, on a port and a database of its own; can be killed and started."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assess.assessment import Assessment, Judgement
from assess.store import Store, new_token

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("assess", "cases", "frameworks", ".streamlit")
MADE = """
from pathlib import Path
import streamlit as st
from assess import web
from assess.text import languages, words
INDEX = Path(st.__file__).parent / "static" / "index.html"
SHELL = web.Shell(INDEX.read_text("utf-8"), languages(), words, web.Assets())
app = st.App(
    Path(__file__).parent / "made_page.py",
    routes=web.routes(SHELL, healthy=lambda: True),
    middleware=web.middleware(SHELL),
)
"""
PATIENCE = 90  # seconds a busy machine may take to start Python, Streamlit and numpy
TOKEN = re.compile(r"(?<![\w-])[\w-]{22}(?![\w-])")


@dataclass
class Server:
    """One server; `log` collects what it says over all its lives."""

    folder: Path
    checkout: Path = ROOT
    port: int = 0
    database: str = ""
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database = self.database or f"sqlite:///{self.folder / 'work.sqlite3'}"
        self.port = self.port or free_port()

    @property
    def address(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_file(self) -> Path:
        """The SQLite file."""
        return Path(self.database.removeprefix("sqlite:///"))

    @property
    def log(self) -> str:
        """Everything it has said."""
        path = self.folder / "log"
        return path.read_text("utf-8") if path.exists() else ""

    def start(self) -> None:
        """Starts and waits until it answers."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", "streamlit_app.py"),
                    *("--server.port", str(self.port), "--server.address", "127.0.0.1"),
                ],
                cwd=self.checkout,
                stdout=log,
                stderr=log,
                env={
                    **os.environ,
                    "ASSESS_DATABASE_URL": self.database,
                    "PYTHONPATH": str(ROOT),  # for a made page; a checkout's own come first
                },
            )
        until = time.monotonic() + PATIENCE
        while not self.answers():
            assert self.process.poll() is None, f"the server ended at once:\n{self.log}"
            assert time.monotonic() < until, f"no answer in {PATIENCE} s:\n{self.log}"
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether it answers now."""
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=5):
                return True
        except OSError:
            return False

    def be_there(self) -> None:
        """Starts it where a test before has left it dead."""
        if self.process is None or self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        """Asks it to end, as a service manager does."""
        self._end(subprocess.Popen.terminate)

    def freeze(self) -> None:
        """Lets it hear nothing from now on, until it is killed: what comes meanwhile is lost."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """Ends it as `kill -9` or a power cut does."""
        self._end(subprocess.Popen.kill)

    def _end(self, how: object) -> None:
        if self.process is None:
            return
        assert callable(how)
        how(self.process)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)
        self.process = None

    def keep(self, assessment: Assessment) -> str:
        """Puts an assessment into its database; the token to open it with."""
        token, store = new_token(), Store(self.database)
        store.create(token, assessment)
        store.close()
        return token

    def kept(self, token: str) -> Assessment:
        """What its database holds under a token."""
        store = Store(self.database)
        try:
            return store.load(token).assessment
        finally:
            store.close()

    def answer(self, token: str, judgements: Iterable[Judgement]) -> None:
        """Puts further answers into its database, as another tab would."""
        store = Store(self.database)
        try:
            for judgement in judgements:
                store.save(token, judgement, 0)
        finally:
            store.close()

    def blamed(self, before: int = 0) -> list[str]:
        """Lines of the log nobody should see: a broken page, or the key to somebody's work.

        They are looked for after so many characters.
        """
        return [
            line
            for line in self.log[before:].splitlines()
            if "Traceback" in line or "the page broke" in line or _names_a_token(line)
        ]


def _names_a_token(line: str) -> bool:
    return re.search(r"[?&]a=(?!\(token\))", line) is not None or any(
        re.search(r"\d", found) and re.search(r"[A-Z]", found) and re.search(r"[a-z]", found)
        for found in TOKEN.findall(line)
    )


def free_port() -> int:
    """A port of the loopback nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def with_made_page(folder: Path, page: str) -> Path:
    """An app like ours whose only page is this script's text."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "streamlit_app.py").write_text(MADE, "utf-8")
    (folder / "made_page.py").write_text(page, "utf-8")
    return folder


def copy_of_checkout(folder: Path) -> Path:
    """What the app needs of this checkout, to be changed at will."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "streamlit_app.py", folder)
    return folder
