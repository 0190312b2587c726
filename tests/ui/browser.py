"""A made page behind our own middleware, and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
APP = """
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


@dataclass
class Server:
    """A Streamlit server for one made page; it can be killed and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", str(self.folder / "app.py")),
                *("--server.port", str(self.port), "--server.address", "127.0.0.1"),
            ],
            cwd=ROOT,  # where .streamlit/config.toml is
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        log.close()
        for _moment in range(300):
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health"):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(20)
            self.process = None


@contextmanager
def serving(folder: Path, page: str) -> Iterator[Server]:
    """Serves a script's text as the page of an app like ours."""
    (folder / "made_page.py").write_text(page, "utf-8")
    (folder / "app.py").write_text(APP, "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = Server(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def browsing() -> Iterator[Browser]:
    """A headless Chromium: the one of the system, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()


def settle(page: Page) -> None:
    """Waits until the page is connected and drawn."""
    page.wait_for_selector(
        "[data-test-script-state=notRunning][data-test-connection-state=CONNECTED]", timeout=30_000
    )
    page.wait_for_timeout(300)
