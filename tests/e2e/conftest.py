"""A real server and a real Chromium. Whatever a test does, nothing may be said to the console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import browsing
from tests.e2e.server import Server
from tests.e2e.tabs import Tabs
from tests.e2e.visit import Visit

Visitor = Callable[..., Visit]
Starter = Callable[..., Server]


@pytest.fixture(scope="package")
def tabs() -> Iterator[Tabs]:
    """One Chromium for all tests of this folder. No other test may come in between: while
    Playwright is there, nobody else can run an event loop.
    """
    with browsing() as browser:
        yield Tabs(browser)


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
def server(starting: Starter) -> Server:
    """One server for all tests; each keeps its work under a token of its own."""
    return starting()


@pytest.fixture
def visit(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Opens tabs; what they or the server complain of fails the test at its end."""
    visits: list[Visit] = []
    asked: dict[int, tuple[Server, int]] = {}

    with ExitStack() as open_tabs:

        def open_(at: Server | None = None, **settings: Any) -> Visit:
            server = at or request.getfixturevalue("server")
            server.be_there()
            asked.setdefault(server.port, (server, len(server.log)))
            visits.append(open_tabs.enter_context(tabs.open(server.address, **settings)))
            return visits[-1]

        yield open_
        complaints = [complaint for each in visits for complaint in each.complaints]
    assert complaints == []
    assert [line for server, before in asked.values() for line in server.blamed(before)] == []
