"""A real server and a real Chromium. Whatever a test does, nothing may be said to the console."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.server import Server
from tests.e2e.visit import Visit

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
Visitor = Callable[..., Visit]
Starter = Callable[..., Server]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; it can reach no host but this one."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or playwright.chromium.executable_path
        if not os.path.exists(path):
            pytest.skip("no Chromium on this machine; `make test` installs one")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def starting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starter]:
    """Starts servers that are stopped at the end."""
    started: list[Server] = []

    def start(folder: Path | None = None, **settings: Any) -> Server:
        server = Server(folder or tmp_path_factory.mktemp("server"), **settings)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="module")
def server(starting: Starter) -> Server:
    """One server for the tests of a module."""
    return starting()


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Opens browsers; what they or the server complain of fails the test at its end."""
    visits: list[Visit] = []
    servers: dict[int, Server] = {}

    def open_(at: Server | None = None, **settings: Any) -> Visit:
        server = at or request.getfixturevalue("server")
        servers[server.port] = server
        usual = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
        visits.append(Visit(chromium.new_context(**{**usual, **settings}), server.address))
        return visits[-1]

    yield open_
    for each in visits:
        each.context.close()
    assert [complaint for each in visits for complaint in each.complaints] == []
    assert [line for server in servers.values() for line in server.blamed()] == []
