"""Memory is freed by the clock while the server runs."""

from __future__ import annotations

import asyncio
import gc
import weakref

import pytest

from assess.web import memory


class Knot:
    """Something that only a collection frees."""

    def __init__(self) -> None:
        self.itself = self


def test_a_knot_is_freed_by_the_clock_and_by_nothing_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "PAUSE", 0.05)

    async def run() -> tuple[bool, bool, bool]:
        async with memory.collected_by_the_clock(None):
            off = gc.isenabled()
            knot = weakref.ref(Knot())
            there = knot() is not None
            await asyncio.sleep(0.3)
            return off, there, knot() is None

    assert asyncio.run(run()) == (False, True, True)


def test_afterwards_python_collects_as_it_always_does() -> None:
    async def run() -> None:
        async with memory.collected_by_the_clock(None):
            assert not gc.isenabled()

    asyncio.run(run())
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_now_and_then_everything_is_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(memory, "PAUSE", 0)
    monkeypatch.setattr(memory, "WHOLE", 3)
    monkeypatch.setattr(memory.gc, "collect", seen.append)

    async def run() -> None:
        clock = asyncio.create_task(memory._collect())
        while len(seen) < 6:
            await asyncio.sleep(0)
        clock.cancel()

    asyncio.run(run())
    assert seen[:6] == [1, 1, 2, 1, 1, 2]
