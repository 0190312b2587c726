"""The snapshots that people publish of their own work, as the store keeps them."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool

from assess.publication import Gone, Snapshot
from assess.publication import address as address_of
from assess.store import Served, Store


class StoreShelf:
    """A shelf (`publication.Shelf`) over the store, which is asked in threads and only read.

    store: gives the store. All verbs raise Unreachable where it does not answer.
    """

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    async def find(self, address: str) -> Snapshot | Gone | None:
        """See `Shelf`. Bytes that are not those the address is made of are not given out."""
        found = await run_in_threadpool(lambda: self._store().snapshot(address))
        if found is None or found.withdrawn:
            return Gone(found.withdrawn) if found and found.withdrawn else None
        whole = hmac.compare_digest(address_of(found.document), address)
        return _snapshot(found) if whole else None

    async def newest(self, address: str) -> str | None:
        """See `Shelf`."""
        found = await run_in_threadpool(lambda: self._store().newest_snapshot(address))
        if found is None:
            return None
        return address if found.withdrawn else address_of(found.document)

    async def listed(self) -> Sequence[Snapshot]:
        """See `Shelf`. Without their pages: whoever names them does not show them."""
        return await run_in_threadpool(self._listed)

    def _listed(self) -> list[Snapshot]:
        snapshots = [_snapshot(each) for each in self._store().listed_snapshots()]
        return sorted(snapshots, key=lambda each: each.made_on, reverse=True)


def _snapshot(found: Served) -> Snapshot:
    return Snapshot(found.document, found.page, found.listed, lasting=False)
