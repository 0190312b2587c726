"""No test of live sources opens a connection; a clean switch, cache and pack for each."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import respx

from assess.evidence.switch import Permission, permit


class Connected(AssertionError):
    """A test tried to open a connection."""


@pytest.fixture(autouse=True)
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any look-up of a name and any connection fails the test that tried it."""

    def refuse(*_: object, **__: object) -> None:
        raise Connected("this test tried to use the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture(autouse=True)
def clean_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("ASSESS_LIVE_EVIDENCE", "ASSESS_PULSE_TOKEN", "ASSESS_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(tmp_path / "pack"))


@pytest.fixture
def permission() -> Permission:
    return permit(pressed=True)


@pytest.fixture
def web() -> Iterator[respx.MockRouter]:
    """Stands in for every host; a question that no test has prepared is an error."""
    with respx.mock(assert_all_called=False) as router:
        yield router
