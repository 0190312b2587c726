"""Frees memory by the clock instead of by the count of what was made.

Each answer leaves objects that refer to one another, which only a collection finds. Python collects
whenever enough were made: in the middle of somebody's answer, and the more often the more people
answer. benchmarks/README.md has what that costs with 200 people.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

PAUSE = 5.0
"""Seconds between two collections of what was made since the last."""

WHOLE = 60
"""Every so many of them, everything is looked through: what closed pages leave is older."""


@asynccontextmanager
async def collected_by_the_clock(_app: object) -> AsyncIterator[None]:
    """While the server runs: no collection but those of the clock."""
    gc.collect()
    gc.freeze()
    gc.disable()
    clock = asyncio.create_task(_collect())
    try:
        yield
    finally:
        clock.cancel()
        gc.enable()
        gc.unfreeze()


async def _collect() -> None:
    for turn in count(1):
        await asyncio.sleep(PAUSE)
        gc.collect(2 if turn % WHOLE == 0 else 1)
