"""The snapshots that people publish of their own work, as the store keeps them."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from assess.publication import Gone, Snapshot
from assess.publication import address as address_of
from assess.store import Served, Store, Unreachable

Answer = TypeVar("Answer")
LATER = {"Retry-After": "10", "Cache-Control": "no-store"}


class StoreShelf:
    """A shelf (`publication.Shelf`) over the store, which is asked in threads and only read.

    store: gives the store. Where it does not answer, neither "there" nor "gone" would be true:
    whoever asks is told to come again (503).
    """

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    async def find(self, address: str) -> Snapshot | Gone | None:
        """See `Shelf`. Bytes that are not those the address is made of are not given out."""
        found = await self._asked(lambda store: store.snapshot(address))
        if found is None:
            return None
        if found.withdrawn:
            return Gone(found.withdrawn)
        return _snapshot(found) if _is_at(found, address) else None

    async def newest(self, address: str) -> str | None:
        """See `Shelf`."""
        found = await self._asked(lambda store: store.newest_snapshot(address))
        if found is None:
            return None
        return address if found.withdrawn else address_of(found.document)

    async def listed(self) -> Sequence[Snapshot]:
        """See `Shelf`. Without their pages: whoever names them does not show them."""
        return await self._asked(_listed)

    async def _asked(self, ask: Callable[[Store], Answer]) -> Answer:
        try:
            return await run_in_threadpool(lambda: ask(self._store()))
        except Unreachable as error:
            raise HTTPException(503, str(error), LATER) from None


def _listed(store: Store) -> list[Snapshot]:
    snapshots = [_snapshot(each) for each in store.listed_snapshots()]
    return sorted(snapshots, key=lambda each: each.made_on, reverse=True)


def _is_at(found: Served, address: str) -> bool:
    return hmac.compare_digest(address_of(found.document), address)


def _snapshot(found: Served) -> Snapshot:
    return Snapshot(found.document, found.page, found.listed, lasting=False)
