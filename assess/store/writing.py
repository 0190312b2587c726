"""What one transaction does to the rows of one piece of work."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Connection, Select, and_, bindparam, func, insert, or_, select, update

from assess.assessment import Assessment, Assessor, Judgement
from assess.errors import NotFound, NotSaved
from assess.panel import Panel, Phase
from assess.proposal import Draft
from assess.store.entry import Entry, Kept, Part, entry, kept, read, rows_of
from assess.store.failure import (
    DRAFT_GONE,
    JUDGED,
    NOTHING_THERE,
    PEOPLE_STAY,
    TOO_MUCH,
    Conflict,
)
from assess.store.rows import SEAT_AT, columns
from assess.store.tables import ENTRY, SEAT, WORK
from assess.store.visitor import PERSONAL, Visitor, check_open

MOST = 5_000  # judgements, as many notes, as many marks: as in assess.assessment.Assessment

# Built once: building them for every answer took as long as running them.
HERE = WORK.c.address == bindparam("here")
THIS = and_(ENTRY.c.address == bindparam("here"), ENTRY.c.name == bindparam("this"))
OF_SEAT = select(SEAT.c.work).where(SEAT.c.address == bindparam("here")).scalar_subquery()
WRITABLE = select(WORK).where(or_(HERE, WORK.c.address == OF_SEAT)).with_for_update()
BEFORE = select(ENTRY.c.revision, ENTRY.c.content).where(THIS)
CHANGE = update(ENTRY).where(THIS).values(revision=bindparam("now"), content=bindparam("says"))
ALL_OF = select(ENTRY.c.name, ENTRY.c.kind, ENTRY.c.draft, ENTRY.c.assessor).where(
    ENTRY.c.address == bindparam("here")
)
TOUCH = update(WORK).where(HERE).values(updated=bindparam("now"))


@dataclass(frozen=True)
class Writing:
    """A transaction that holds one piece of work; nobody else writes to it meanwhile."""

    connection: Connection
    address: bytes
    drafts: list[str]
    phase: Phase | None
    owner: str
    visitor: Visitor

    # --- one entry, over what was seen of it

    def put(self, row: Kept, seen: int, mine: Entry | None) -> int:
        """Keeps a row over the revision that was seen and returns its own.

        Raises Conflict; NotSaved where this visitor may not change it, or nobody may now.
        """
        self.visitor.check(row, self.phase)
        revision, content = self._before(row.name)
        if _same(row, content):
            return revision
        check_open(row, self.phase)
        if revision != seen:
            raise Conflict(entry(row.kind, content), revision, mine)
        self._check(row, content)
        self._write(row, revision + 1)
        self._note(row, mine)
        return revision + 1

    def _before(self, name: str) -> tuple[int, str | None]:
        which = {"here": self.address, "this": name}
        before = self.connection.execute(BEFORE, which).first()
        return (before.revision, before.content) if before else (0, None)

    def _check(self, row: Kept, before: str | None) -> None:
        if row.content is None:
            return
        if row.kind in PERSONAL:
            self._check_room(row, adds=before is None)
        elif row.kind == "drafts" and self.phase:
            self._check_none_is_judged({each.id for each in _drafts(row.content)})
        elif row.kind == "assessors" and self.phase and _ids(row.content) != _ids(before):
            raise NotSaved(PEOPLE_STAY)

    def _check_room(self, row: Kept, adds: bool) -> None:
        if row.draft not in self.drafts:
            raise NotSaved(DRAFT_GONE)
        if adds and self._count(row) >= MOST:
            raise NotSaved(TOO_MUCH)

    def _count(self, row: Kept) -> int:
        counted = select(func.count()).where(
            ENTRY.c.address == self.address,
            ENTRY.c.kind == row.kind,
            ENTRY.c.content.is_not(None),
        )
        return self.connection.execute(counted).scalar_one()

    def _check_none_is_judged(self, kept: set[str]) -> None:
        """Answers of others would go unseen, those of the first round would hang in the air."""
        gone = set(self.drafts) - kept
        panel = self.panel()
        first = {each.draft for each in panel.first} if panel else set()
        if gone & first or self.connection.execute(self._on(gone)).first():
            raise NotSaved(JUDGED)

    def _on(self, drafts: Collection[str]) -> Select[tuple[str]]:
        return select(ENTRY.c.name).where(
            ENTRY.c.address == self.address,
            ENTRY.c.draft.in_(drafts),
            ENTRY.c.content.is_not(None),
        )

    # --- parts, whatever was seen of them

    def panel(self) -> Panel | None:
        """How far the rounds are."""
        content = self._before("panel")[1]
        return None if content is None else cast(Panel, read("panel", content))

    def people(self) -> tuple[Assessor, ...]:
        """Those listed, in order."""
        return _people(self._before("assessors")[1])

    def judgements(self) -> tuple[Judgement, ...]:
        """Everybody's, as they stand now."""
        standing = select(ENTRY.c.content).where(
            ENTRY.c.address == self.address,
            ENTRY.c.kind == "judgement",
            ENTRY.c.content.is_not(None),
        )
        found = [read("judgement", each) for each in self.connection.scalars(standing)]
        return tuple(sorted(cast("list[Judgement]", found), key=lambda each: each.key))

    def keep(self, part: Part) -> None:
        """Keeps a part that this transaction has read."""
        row = kept(part)
        revision, content = self._before(row.name)
        if not _same(row, content):
            self._write(row, revision + 1)
            self._note(row, part)

    def keep_whole(self, wanted: Assessment) -> None:
        """Keeps another assessment in the place of this one; what it has not is taken back."""
        rows = {row.name: row for row in rows_of(wanted)}
        there = self.connection.execute(ALL_OF, {"here": self.address}).all()
        gone = (
            Kept(each.name, each.kind, None, each.draft, each.assessor)
            for each in there
            if each.name not in rows
        )
        for row in (*gone, *rows.values()):
            revision, content = self._before(row.name)
            if content != row.content:
                self._write(row, revision + 1)
        about = {
            "framework": wanted.framework.id,
            "version": wanted.framework.version,
            "drafts": [draft.id for draft in wanted.drafts],
            "phase": wanted.panel.phase if wanted.panel else None,
            "updated": datetime.now(UTC),
        }
        self.connection.execute(update(WORK).where(HERE).values(about), {"here": self.address})

    # --- rows

    def _write(self, row: Kept, revision: int) -> None:
        if revision == 1:
            self.connection.execute(insert(ENTRY).values(columns(row, self.address, 1)))
            return
        which = {"here": self.address, "this": row.name}
        self.connection.execute(CHANGE, {**which, "now": revision, "says": row.content})

    def _note(self, row: Kept, mine: Part | None) -> None:
        """When the work changed and, of its drafts and rounds, what every save asks."""
        here = {"here": self.address}
        self.connection.execute(TOUCH, {**here, "now": datetime.now(UTC)})
        if row.kind == "drafts":
            drafts = [draft.id for draft in cast("tuple[Draft, ...]", mine)]
            self._withdraw_all_but(drafts)
            self.connection.execute(update(WORK).where(HERE).values(drafts=drafts), here)
        if isinstance(mine, Panel):
            self.connection.execute(update(WORK).where(HERE).values(phase=mine.phase), here)

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


def hold(connection: Connection, address: bytes) -> Writing:
    """The work this address opens, held until the transaction ends. Raises NotFound.

    Whose seat it is is asked once the work is held: a seat may be freed while we wait for it.
    """
    work = connection.execute(WRITABLE, {"here": address}).first()
    if work is None:
        raise NotFound(NOTHING_THERE)
    if work.address == address:
        visitor = Visitor("owner", work.owner)
    else:
        visitor = seat(connection, address)[1]
    return Writing(connection, work.address, work.drafts, work.phase, work.owner, visitor)


def seat(connection: Connection, address: bytes) -> tuple[bytes, Visitor]:
    """The work a seat or round link belongs to, and whom it makes of its reader. NotFound."""
    found = connection.execute(SEAT_AT, {"here": address}).first()
    if found is None:
        raise NotFound(NOTHING_THERE)
    if found.assessor is None:
        return found.work, Visitor("join", "")
    return found.work, Visitor("seat", found.assessor)


def _same(row: Kept, content: str | None) -> bool:
    if row.content is None or content is None:
        return row.content is content
    return row.content == content or read(row.kind, row.content) == read(row.kind, content)


def _drafts(content: str) -> tuple[Draft, ...]:
    return cast("tuple[Draft, ...]", read("drafts", content))


def _people(content: str | None) -> tuple[Assessor, ...]:
    return () if content is None else cast("tuple[Assessor, ...]", read("assessors", content))


def _ids(people: str | None) -> set[str]:
    return {each.id for each in _people(people)}
