"""What one transaction does to the rows of one piece of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, select, update

from assess.assessment import Assessment, Assessor, FrameworkRef, Judgement, Triage
from assess.errors import NotSaved
from assess.proposal import Draft, Proposal
from assess.store.entry import Entry, Kept, read, rows_of
from assess.store.failure import DRAFT_GONE, TOO_MUCH, Conflict
from assess.store.saved import Saved
from assess.store.tables import ENTRY, WORK

MOST_JUDGEMENTS = 5_000  # as in assess.assessment.Assessment

LOAD = (
    select(WORK, ENTRY.c.name, ENTRY.c.kind, ENTRY.c.revision, ENTRY.c.content)
    .join_from(WORK, ENTRY, WORK.c.address == ENTRY.c.address)
    .order_by(ENTRY.c.name)
)
# Built once: building them for every answer took as long as running them.
HERE = WORK.c.address == bindparam("here")
THIS = and_(ENTRY.c.address == bindparam("here"), ENTRY.c.name == bindparam("this"))
WRITABLE = select(WORK.c.address, WORK.c.drafts).where(HERE).with_for_update()
BEFORE = select(ENTRY.c.revision, ENTRY.c.content).where(THIS)
CHANGE = update(ENTRY).where(THIS).values(revision=bindparam("now"), content=bindparam("says"))
TOUCH = update(WORK).where(HERE).values(updated=bindparam("now"))


def begin(connection: Connection, address: bytes, assessment: Assessment) -> None:
    """Keeps a whole assessment that was not kept before."""
    now = datetime.now(UTC)
    connection.execute(
        insert(WORK).values(
            address=address,
            framework=assessment.framework.id,
            version=assessment.framework.version,
            drafts=[draft.id for draft in assessment.drafts],
            created=now,
            updated=now,
        )
    )
    kept = [_columns(row, address, 1) for row in rows_of(assessment)]
    connection.execute(insert(ENTRY), kept)


def saved(rows: Sequence[Row[Any]]) -> Saved:
    """The work these rows hold. ValidationError or KeyError where they do not make one."""
    entries = [(row.kind, read(row.kind, row.content)) for row in rows if row.content is not None]
    single = {kind: entry for kind, entry in entries if kind != "judgement"}
    judgements = [cast(Judgement, entry) for kind, entry in entries if kind == "judgement"]
    assessment = Assessment(
        framework=FrameworkRef(id=rows[0].framework, version=rows[0].version),
        proposal=cast(Proposal, single["proposal"]),
        drafts=cast("tuple[Draft, ...]", single["drafts"]),
        assessors=cast("tuple[Assessor, ...]", single["assessors"]),
        triage=cast(Triage, single["triage"]),
        judgements=tuple(sorted(judgements, key=lambda each: each.key)),
    )
    revisions = {row.name: row.revision for row in rows}
    return Saved(assessment, revisions, _utc(rows[0].created), _utc(rows[0].updated))


@dataclass(frozen=True)
class Writing:
    """A transaction that holds one piece of work; nobody else writes to it meanwhile."""

    connection: Connection
    address: bytes
    drafts: list[str]

    def put(self, row: Kept, seen: int, mine: Entry | None) -> int:
        """Keeps a row over the revision that was seen and returns its own. Raises Conflict."""
        revision, content = self._before(row)
        if _same(row, content):
            return revision
        if revision != seen:
            theirs = None if content is None else read(row.kind, content)
            raise Conflict(theirs, revision, mine)
        self._check(row, adds=content is None)
        self._write(row, revision + 1)
        self._note(row, mine)
        return revision + 1

    def _before(self, row: Kept) -> tuple[int, str | None]:
        which = {"here": self.address, "this": row.name}
        before = self.connection.execute(BEFORE, which).first()
        return (before.revision, before.content) if before else (0, None)

    def _check(self, row: Kept, adds: bool) -> None:
        if row.kind != "judgement" or row.content is None:
            return
        if row.draft not in self.drafts:
            raise NotSaved(DRAFT_GONE)
        if adds and self._judgements() >= MOST_JUDGEMENTS:
            raise NotSaved(TOO_MUCH)

    def _judgements(self) -> int:
        counted = select(func.count()).where(
            ENTRY.c.address == self.address,
            ENTRY.c.kind == "judgement",
            ENTRY.c.content.is_not(None),
        )
        return self.connection.execute(counted).scalar_one()

    def _write(self, row: Kept, revision: int) -> None:
        if revision == 1:
            self.connection.execute(insert(ENTRY).values(_columns(row, self.address, 1)))
            return
        which = {"here": self.address, "this": row.name}
        self.connection.execute(CHANGE, {**which, "now": revision, "says": row.content})

    def _note(self, row: Kept, mine: Entry | None) -> None:
        """When the work changed and, when its drafts did, which they are."""
        here = {"here": self.address}
        self.connection.execute(TOUCH, {**here, "now": datetime.now(UTC)})
        if row.kind == "drafts":
            drafts = [draft.id for draft in cast("tuple[Draft, ...]", mine)]
            self._withdraw_all_but(drafts)
            self.connection.execute(update(WORK).where(HERE).values(drafts=drafts), here)

    def _withdraw_all_but(self, drafts: list[str]) -> None:
        """Answers on drafts that are no more; else a new draft of the same id would have them."""
        gone = and_(
            ENTRY.c.address == self.address,
            ENTRY.c.draft.is_not(None),
            ENTRY.c.draft.not_in(drafts),
            ENTRY.c.content.is_not(None),
        )
        withdrawn = {"content": None, "revision": ENTRY.c.revision + 1}
        self.connection.execute(update(ENTRY).where(gone).values(withdrawn))


def _same(row: Kept, content: str | None) -> bool:
    if row.content is None or content is None:
        return row.content is content
    return row.content == content or read(row.kind, row.content) == read(row.kind, content)


def _columns(row: Kept, address: bytes, revision: int) -> dict[str, object]:
    return {
        "address": address,
        "name": row.name,
        "kind": row.kind,
        "draft": row.draft,
        "revision": revision,
        "content": row.content,
    }


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone; all our times are UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
