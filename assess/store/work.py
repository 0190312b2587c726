"""Keeping work: saved answer by answer, addressed by its token, never overwriting unseen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from pydantic import ValidationError
from sqlalchemy import Connection, delete, literal, select

from assess.assessment import Assessment, Key
from assess.errors import NotFound, NotSaved
from assess.store import database, rows
from assess.store.database import BARE, READS, engine_for, prepare
from assess.store.entry import Entry, kept, withdrawn
from assess.store.failure import (
    NOTHING_THERE,
    TAKEN,
    TOO_MUCH,
    Conflict,
    Unreachable,
    reading,
    saving,
)
from assess.store.saved import Saved
from assess.store.tables import ENTRY, WORK
from assess.store.token import address, is_token
from assess.store.turns import Turns


class Store:
    """Saved work in one database. Make one a process and share it; threads may use it at once."""

    def __init__(self, url: str | None = None) -> None:
        """Opens nothing yet. Raises Unreachable for an address that cannot be one of ours."""
        self._engine = engine_for(url)
        self._readers = self._engine.execution_options(**READS)
        self._opening = Lock()
        # Waiting for SQLite is sleeping and trying again, and the unlucky sleep for seconds.
        self._turns = Turns(at_once=1 if self._engine.dialect.name == "sqlite" else 15)
        self._open = False

    def __repr__(self) -> str:
        return f"Store({self._engine.url.render_as_string(hide_password=True)!r})"

    def open(self) -> None:
        """Makes the database or brings it up to date. Raises Unreachable."""
        if self._open:
            return
        with self._opening, reading():
            if not self._open:
                prepare(self._engine)
                self._open = True

    def ping(self) -> None:
        """Raises Unreachable where saved work cannot be read."""
        self.open()
        with reading(), self._readers.begin() as connection:
            connection.execute(select(literal(1)).select_from(WORK).limit(1)).all()

    def close(self) -> None:
        """Gives the connections back; the store opens new ones when it is used again."""
        self._engine.dispose()

    def create(self, token: str, assessment: Assessment) -> Saved:
        """Keeps a new assessment under a new token.

        Raises NotSaved; Conflict where other work is kept under the token already; ValueError for
        what is no token.
        """
        if not is_token(token):
            raise ValueError("not a resume token; make one with new_token()")
        mine = _in_order(assessment)
        if not self._begin(token, mine):
            theirs = self.load(token)
            if theirs.assessment != mine:
                raise Conflict(theirs.assessment, 0, mine, TAKEN)
        return self.load(token)

    def _begin(self, token: str, assessment: Assessment) -> bool:
        """Whether the token was free."""
        with self._transaction() as connection:
            here = WORK.c.address == address(token)
            if connection.execute(select(WORK.c.address).where(here)).first():
                return False
            rows.begin(connection, address(token), assessment)
        return True

    def load(self, token: str) -> Saved:
        """The work under a token. Raises NotFound where there is none, Unreachable."""
        self.open()
        with reading(), self._readers.begin() as connection:
            found = connection.execute(rows.LOAD.where(WORK.c.address == address(token))).all()
        if not found:
            raise NotFound(NOTHING_THERE)
        try:
            return rows.saved(found)
        except (ValidationError, KeyError):
            pass  # what was refused may be what someone wrote: it goes into no message
        raise Unreachable("damaged")

    def save(self, token: str, value: Entry, seen: int) -> int:
        """Keeps one entry and returns its new revision, once it is on the disk.

        `seen` is the revision the page showed, 0 for none. Raises Conflict where another is kept
        by now (unless it is the same), NotFound, NotSaved.
        """
        with _within_limits():
            row = kept(value)
        with self._writing(token) as writing:
            return writing.put(row, seen, value)

    def withdraw(self, token: str, key: Key, seen: int) -> int:
        """Takes a judgement back and returns the revision that says so. Raises as `save`."""
        with self._writing(token) as writing:
            return writing.put(withdrawn(key), seen, None)

    def forget(self, token: str) -> None:
        """Removes the work under a token for good; nothing there is fine. Raises NotSaved."""
        with self._transaction() as connection:
            connection.execute(delete(ENTRY).where(ENTRY.c.address == address(token)))
            connection.execute(delete(WORK).where(WORK.c.address == address(token)))
        if self._engine.dialect.name == "sqlite":
            bare = self._engine.execution_options(**BARE)
            with saving(), bare.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _writing(self, token: str) -> Iterator[rows.Writing]:
        """One transaction on the work under a token, one writer of it at a time."""
        with self._transaction() as connection:
            work = connection.execute(rows.WRITABLE, {"here": address(token)}).first()
            if work is None:
                raise NotFound(NOTHING_THERE)
            yield rows.Writing(connection, work.address, work.drafts)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Kept whole when it ends, or not at all. Raises NotSaved."""
        with saving():
            self.open()
            with self._turns.turn(database.PATIENCE), self._engine.begin() as connection:
                yield connection


def _in_order(assessment: Assessment) -> Assessment:
    """The assessment as it will be loaded again. NotSaved where it could not be."""
    with _within_limits():
        again = Assessment.model_validate_json(assessment.model_dump_json())
        return again.replace(judgements=tuple(sorted(again.judgements, key=lambda j: j.key)))


@contextmanager
def _within_limits() -> Iterator[None]:
    try:
        yield
    except ValidationError:
        raise NotSaved(TOO_MUCH) from None  # its cause would repeat what was written
