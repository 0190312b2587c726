"""Keeping work: saved answer by answer, addressed by its token, never overwriting unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from pydantic import ValidationError
from sqlalchemy import Connection, delete, literal, select

from assess.assessment import Assessment, Key
from assess.errors import NotSaved
from assess.framework import Framework
from assess.panel import Panel, Phase, in_order
from assess.store import database, rounds, rows, snapshots
from assess.store.database import BARE, READS, engine_for, prepare
from assess.store.entry import Entry, kept, withdrawn
from assess.store.failure import (
    CHANGED_MEANWHILE,
    OWNER_FORGETS,
    PRIVATE_NOW,
    ROUND_SINCE,
    TAKEN,
    TOO_MUCH,
    Conflict,
    Unreachable,
    reading,
    saving,
)
from assess.store.rounds import Standing
from assess.store.saved import Saved
from assess.store.snapshots import Offered, Published, Served
from assess.store.tables import ENTRY, SEAT, WORK
from assess.store.token import address, is_token
from assess.store.visitor import Visitor
from assess.store.writing import Writing, hold, seat
from assess.turns import Turns


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
        with self._reading() as connection:
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
            if theirs.assessment != mine.seen_by(theirs.assessor):
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
        """What the reader with this token may see. NotFound where there is nothing, Unreachable."""
        found, visitor, seated = self._read(token)
        return rows.saved(found, _whole(found), visitor, seated)

    def _read(self, token: str) -> tuple[rows.Rows, Visitor, frozenset[str]]:
        """The rows of the work a token opens, whom it makes of its reader, and who is seated."""
        with self._reading() as connection:
            found = _rows(connection, address(token))
            if found:
                visitor = Visitor("owner", found[0].owner)
            else:
                work, visitor = seat(connection, address(token))
                found = _rows(connection, work)
            return found, visitor, _seated(connection, found)

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

    def turn(
        self, token: str, verb: Callable[[Assessment], Assessment], seen: Mapping[str, int]
    ) -> Saved:
        """The owner puts what a verb makes of the whole work in its place, all at once.

        seen: the revisions the page showed; where others changed something since, nothing is done.
        Raises NotSaved, also while people answer in private; NotFound; what the verb raises.
        """
        with self._writing(token) as writing:
            writing.visitor.check_owner()
            if writing.phase and Panel(phase=writing.phase).private:
                raise NotSaved(PRIVATE_NOW)
            found = _rows(writing.connection, writing.address)
            if {row.name: row.revision for row in found} != dict(seen):
                raise NotSaved(CHANGED_MEANWHILE)
            wanted = _in_order(verb(_whole(found)))
            if writing.phase and wanted.panel is None:
                raise NotSaved(ROUND_SINCE)
            writing.keep_whole(wanted)
        return self.load(token)

    def forget(self, token: str) -> None:
        """Removes the work under a token for good, and all seats in it; nothing there is fine.

        What was published of it is withdrawn. Raises NotSaved, also for who has only a seat in it.
        """
        with self._transaction() as connection:
            here = address(token)
            if connection.execute(rows.SEAT_AT, {"here": here}).first():
                raise NotSaved(OWNER_FORGETS)
            snapshots.withdraw_all(connection, here)
            connection.execute(delete(SEAT).where(SEAT.c.work == here))
            connection.execute(delete(ENTRY).where(ENTRY.c.address == here))
            connection.execute(delete(WORK).where(WORK.c.address == here))
        self._empty_log()

    def _empty_log(self) -> None:
        """What was taken away is not to stay in the log that SQLite keeps beside its file."""
        if self._engine.dialect.name == "sqlite":
            bare = self._engine.execution_options(**BARE)
            with saving(), bare.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- what is published

    def publish(self, token: str, offered: Offered, seen: int) -> None:
        """The owner publishes a snapshot; it is on the disk when this returns.

        seen: how many snapshots of this work the page showed, so that two who publish at once
        do not do it unseen. Publishing the same snapshot again does nothing. Raises NotSaved where
        it may not be published (by this person, in this phase, too many, too long), NotFound.
        """
        with self._writing(token) as writing:
            snapshots.publish(writing, offered, seen)

    def withdraw_snapshot(self, token: str, address: str) -> None:
        """The owner takes a snapshot's content away; that it was there, and the day, stay.

        Raises NotSaved, NotFound.
        """
        with self._writing(token) as writing:
            snapshots.withdraw(writing, address)
        self._empty_log()

    def published(self, token: str) -> tuple[Published, ...]:
        """What was published of a work, newest first, for its owner only. Raises Unreachable."""
        with self._reading() as connection:
            return snapshots.of_work(connection, address(token))

    def snapshot(self, at: str) -> Served | None:
        """The snapshot at a public address, None where there never was one. Raises Unreachable."""
        with self._reading() as connection:
            return snapshots.find(connection, at)

    def newest_snapshot(self, at: str) -> Served | None:
        """What took its place in the end, itself where nothing did. Raises as `snapshot`."""
        with self._reading() as connection:
            return snapshots.newest(connection, at)

    def listed_snapshots(self) -> tuple[Served, ...]:
        """The newest that may be named to anybody, without pages. Raises Unreachable."""
        with self._reading() as connection:
            return snapshots.listed(connection)

    # --- rounds of several people; what changes something raises NotSaved, NotFound

    def open_round(self, token: str, names: Sequence[str]) -> str:
        """The owner begins the first round, or adds people to it; the token of the round link."""
        with self._writing(token) as writing, _within_limits():
            return rounds.open_round(writing, token, names)

    def round_link(self, token: str) -> str:
        """The token of the round link, for the owner to see again; empty for all others.

        Raises Unreachable only.
        """
        with self._reading() as connection:
            return rounds.round_link(connection, token)

    def new_round_link(self, token: str) -> str:
        """Another round link; the one before opens nothing any more. Seats stay."""
        with self._writing(token) as writing:
            return rounds.new_round_link(writing, token)

    def take_seat(self, link: str, assessor: str) -> str:
        """The token of a seat for somebody listed, taken behind the round link."""
        with self._writing(link) as writing:
            return rounds.take_seat(writing, assessor)

    def free_seat(self, token: str, assessor: str) -> None:
        """The owner frees a name; its old address opens nothing any more, its answers stay."""
        with self._writing(token) as writing:
            rounds.free_seat(writing, assessor)

    def ready(self, token: str, phase: Phase, done: bool) -> Phase:
        """Says that one is done in a phase, or not after all; the phase there is afterwards.

        A private round ends by itself with the last of those listed. In another phase by now,
        nothing happens.
        """
        with self._writing(token) as writing:
            return rounds.ready(writing, phase, done)

    def next_phase(self, token: str, leaving: Phase) -> Phase:
        """The owner ends a phase; the phase there is afterwards. Twice is once."""
        with self._writing(token) as writing:
            return rounds.next_phase(writing, leaving)

    def standing(self, token: str, framework: Framework, draft: str) -> tuple[Standing, ...]:
        """How far everybody listed is, in numbers only. Raises NotSaved, NotFound, Unreachable."""
        found, visitor, seated = self._read(token)
        visitor.check_person()
        everything = _whole(found)
        return tuple(rounds.standing(everything, seated, framework, draft))

    # --- transactions

    @contextmanager
    def _writing(self, token: str) -> Iterator[Writing]:
        """One transaction on the work a token opens, one writer of it at a time."""
        with self._transaction() as connection:
            yield hold(connection, address(token))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One transaction that changes nothing. Raises Unreachable."""
        self.open()
        with reading(), self._readers.begin() as connection:
            yield connection

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
        return again.replace(
            judgements=tuple(sorted(again.judgements, key=lambda each: each.key)),
            notes=in_order(again.notes),
            marks=in_order(again.marks),
        )


@contextmanager
def _within_limits() -> Iterator[None]:
    try:
        yield
    except ValidationError:
        raise NotSaved(TOO_MUCH) from None  # its cause would repeat what was written


def _whole(found: rows.Rows) -> Assessment:
    """The assessment in these rows, hidden from nobody. Raises Unreachable."""
    try:
        return rows.whole(found)
    except (ValidationError, KeyError):
        pass  # what was refused may be what someone wrote: it goes into no message
    raise Unreachable("damaged")


def _rows(connection: Connection, work: bytes) -> rows.Rows:
    return connection.execute(rows.LOAD, {"here": work}).all()


def _seated(connection: Connection, found: rows.Rows) -> frozenset[str]:
    if not found or found[0].phase is None:
        return frozenset()
    return frozenset({found[0].owner, *connection.scalars(rows.SEATED, {"here": found[0].address})})
