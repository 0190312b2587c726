"""Published snapshots: copies that do not change, under addresses of which only hashes are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    insert,
    null,
    select,
    update,
)

from assess.errors import NotFound, NotSaved
from assess.panel import Panel
from assess.store.failure import (
    NOT_PUBLISHED,
    NOTHING_JUDGED,
    OWNER_PUBLISHES,
    PUBLISHED_ELSEWHERE,
    ROUND_IS_PRIVATE,
    SNAPSHOT_TOO_LONG,
    SNAPSHOTS_FULL,
)
from assess.store.tables import SNAPSHOT
from assess.store.token import address as hashed
from assess.store.writing import Writing

MOST = 50
"""Snapshots of one work, those withdrawn among them."""
MOST_BYTES = 1_000_000
"""Of one snapshot, document and page together."""
MOST_LISTED = 50
"""As many as a feed holds."""

_GONE = {"title": "", "document": null(), "page": null()}
_ABOUT = (
    *(SNAPSHOT.c.address, SNAPSHOT.c.number, SNAPSHOT.c.follows),
    *(SNAPSHOT.c.listed, SNAPSHOT.c.withdrawn),
)
SERVED = select(
    SNAPSHOT.c.document, SNAPSHOT.c.page, SNAPSHOT.c.listed, SNAPSHOT.c.withdrawn
).where(SNAPSHOT.c.address == bindparam("here"))


@dataclass(frozen=True)
class Offered:
    """A snapshot to be published. `follows` is the address of the one whose place it takes."""

    address: str
    title: str
    made_on: date
    document: bytes
    page: bytes
    listed: bool
    follows: str | None = None


@dataclass(frozen=True)
class Published:
    """A snapshot as its owner sees it; `title` and `document` are empty once it is withdrawn.

    number: its place among those of its work, from 1. replaced: whether another that stands took
    its place. Its address follows from its document and is not kept.
    """

    number: int
    title: str
    made_on: date
    listed: bool
    withdrawn: date | None
    replaced: bool
    document: bytes


@dataclass(frozen=True)
class Served:
    """A snapshot as its readers see it; `document` and `page` are empty once it is withdrawn."""

    document: bytes
    page: bytes
    listed: bool
    withdrawn: date | None


def publish(writing: Writing, offered: Offered, seen: int) -> None:
    """Keeps a snapshot of the work that is held; the same again is kept once.

    seen: how many snapshots of this work the page showed. Raises NotSaved.
    """
    if writing.visitor.role != "owner":
        raise NotSaved(OWNER_PUBLISHES)
    if writing.phase and Panel(phase=writing.phase).private:
        raise NotSaved(ROUND_IS_PRIVATE)
    if not any(each.counts for each in writing.judgements()):
        raise NotSaved(NOTHING_JUDGED)
    there = _of_work(writing.connection, writing.address)
    known = _at(there, offered.address)
    if known is None or known.withdrawn:
        _check(there, offered, seen)
        _keep(writing, offered, seen + 1)


def _check(there: Sequence[Row[Any]], offered: Offered, seen: int) -> None:
    if len(there) != seen:
        raise NotSaved(PUBLISHED_ELSEWHERE)
    if seen >= MOST:
        raise NotSaved(SNAPSHOTS_FULL)
    if len(offered.document) + len(offered.page) > MOST_BYTES:
        raise NotSaved(SNAPSHOT_TOO_LONG)
    if offered.follows is None:
        return
    # A page that anybody may find must never lead to one that only a link opens.
    before = _at(there, offered.follows)
    if before is None or before.withdrawn or before.listed != offered.listed:
        raise NotSaved(PUBLISHED_ELSEWHERE)


def _keep(writing: Writing, offered: Offered, number: int) -> None:
    writing.connection.execute(
        insert(SNAPSHOT).values(
            address=hashed(offered.address),
            work=writing.address,
            number=number,
            follows=None if offered.follows is None else hashed(offered.follows),
            listed=offered.listed,
            made_on=offered.made_on,
            title=offered.title,
            document=offered.document,
            page=offered.page,
        )
    )


def withdraw(writing: Writing, address: str) -> None:
    """Takes a snapshot's content away for good and keeps the date; twice is once.

    Raises NotSaved, NotFound.
    """
    if writing.visitor.role != "owner":
        raise NotSaved(OWNER_PUBLISHES)
    if _at(_of_work(writing.connection, writing.address), address) is None:
        raise NotFound(NOT_PUBLISHED)
    _withdraw(writing.connection, SNAPSHOT.c.address == hashed(address))


def withdraw_all(connection: Connection, work: bytes) -> None:
    """Withdraws every snapshot of a work, which is about to be forgotten."""
    _withdraw(connection, SNAPSHOT.c.work == work)


def _withdraw(connection: Connection, which: ColumnElement[bool]) -> None:
    standing = update(SNAPSHOT).where(which, SNAPSHOT.c.withdrawn.is_(None))
    connection.execute(standing.values(withdrawn=datetime.now(UTC).date(), **_GONE))


# --- reading


def of_work(connection: Connection, work: bytes) -> tuple[Published, ...]:
    """The snapshots of a work, newest first."""
    rows = select(*_ABOUT, SNAPSHOT.c.title, SNAPSHOT.c.made_on, SNAPSHOT.c.document)
    there = connection.execute(_in_order(rows.where(SNAPSHOT.c.work == work))).all()
    replaced = _replaced(there)
    return tuple(
        Published(
            number=row.number,
            title=row.title,
            made_on=row.made_on,
            listed=row.listed,
            withdrawn=row.withdrawn,
            replaced=row.address in replaced,
            document=row.document or b"",
        )
        for row in reversed(there)
    )


def find(connection: Connection, address: str) -> Served | None:
    """The snapshot at an address; None where there never was one."""
    return _served(connection, hashed(address))


def newest(connection: Connection, address: str) -> Served | None:
    """What took the place of a snapshot in the end, else itself; None for an unknown address."""
    here = hashed(address)
    work = connection.scalar(select(SNAPSHOT.c.work).where(SNAPSHOT.c.address == here))
    later = _later(_of_work(connection, work), here) if work else ()
    return _served(connection, [here, *later][-1])


def listed(connection: Connection) -> tuple[Served, ...]:
    """The newest snapshots that may be named to anybody, without their pages."""
    rows = select(*_ABOUT, SNAPSHOT.c.made_on).where(SNAPSHOT.c.listed)
    there = connection.execute(_in_order(rows)).all()
    replaced = _replaced(there)
    heads = [row for row in there if row.withdrawn is None and row.address not in replaced]
    heads.sort(key=lambda row: row.made_on, reverse=True)
    wanted = SNAPSHOT.c.address.in_([row.address for row in heads[:MOST_LISTED]])
    found = connection.scalars(select(SNAPSHOT.c.document).where(wanted))
    return tuple(Served(document, b"", listed=True, withdrawn=None) for document in found)


def _served(connection: Connection, address: bytes) -> Served | None:
    row = connection.execute(SERVED, {"here": address}).first()
    if row is None:
        return None
    return Served(row.document or b"", row.page or b"", row.listed, row.withdrawn)


def _of_work(connection: Connection, work: bytes) -> Sequence[Row[Any]]:
    return connection.execute(_in_order(select(*_ABOUT).where(SNAPSHOT.c.work == work))).all()


def _in_order(rows: Select[Any]) -> Select[Any]:
    """As they were published: what follows another comes after it."""
    return rows.order_by(SNAPSHOT.c.number)


def _at(there: Iterable[Row[Any]], address: str) -> Row[Any] | None:
    here = hashed(address)
    return next((row for row in there if row.address == here), None)


def _later(there: Iterable[Row[Any]], address: bytes) -> Iterator[bytes]:
    """Those that stand and took the place of one, directly or over others."""
    line = {address}
    for row in there:
        if row.follows in line:
            line.add(row.address)
            if row.withdrawn is None:
                yield row.address


def _replaced(there: Sequence[Row[Any]]) -> set[bytes]:
    """Those whose place was taken by one that stands, directly or over others."""
    found: set[bytes] = set()
    for row in reversed(there):
        if row.follows and (row.withdrawn is None or row.address in found):
            found.add(row.follows)
    return found
