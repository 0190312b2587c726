"""Whole assessments as rows, and rows as what their reader may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, bindparam, insert, select

from assess.assessment import Assessment, Assessor, FrameworkRef, Judgement, Move, Topics, Triage
from assess.choices import Choices
from assess.contribution import Contribution
from assess.mark import Mark
from assess.overlay import Overlay
from assess.panel import Note, Panel
from assess.proposal import Draft, Proposal
from assess.store.entry import Kept, Kind, read, rows_of
from assess.store.saved import Saved
from assess.store.tables import ENTRY, SEAT, WORK
from assess.store.visitor import PERSONAL, Visitor
from assess.submission import Recommendations, SecondLanguage, Submission
from assess.variant import Variant

LOAD = (
    select(WORK, ENTRY.c.name, ENTRY.c.kind, ENTRY.c.revision, ENTRY.c.content, ENTRY.c.assessor)
    .join_from(WORK, ENTRY, WORK.c.address == ENTRY.c.address)
    .where(WORK.c.address == bindparam("here"))
    .order_by(ENTRY.c.name)
)
SEAT_AT = select(SEAT.c.work, SEAT.c.assessor).where(SEAT.c.address == bindparam("here"))
SEATED = select(SEAT.c.assessor).where(
    SEAT.c.work == bindparam("here"), SEAT.c.assessor.is_not(None)
)

Rows = Sequence[Row[Any]]


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
            owner=owner_of(assessment),
            phase=assessment.panel.phase if assessment.panel else None,
        )
    )
    kept = [columns(row, address, 1) for row in rows_of(assessment)]
    connection.execute(insert(ENTRY), kept)


def owner_of(assessment: Assessment) -> str:
    """Whom the person answers as who brings this: the first with an answer in it, else the first.

    What someone took home from a private round holds no answers but their own.
    """
    people = assessment.assessor_ids or ("a1",)
    answering = {each.assessor for each in assessment.judgements}
    return next((each for each in people if each in answering), people[0])


def saved(rows: Rows, everything: Assessment, visitor: Visitor, seated: Iterable[str]) -> Saved:
    """What this visitor may see of the assessment in these rows."""
    joins = visitor.role == "join"
    seen = _invitation(everything) if joins else everything.seen_by(visitor.assessor)
    if visitor.role != "owner":  # it says which answers the owner gave
        seen = seen.replace(contribution=Contribution(), moved=_without_before(seen.moved))
    return Saved(
        assessment=seen,
        revisions={row.name: row.revision for row in rows if _is_shown(row, visitor, seen.panel)},
        created=_utc(rows[0].created),
        updated=_utc(rows[0].updated),
        role=visitor.role,
        assessor=visitor.assessor,
        seated=frozenset(seated),
    )


def _invitation(assessment: Assessment) -> Assessment:
    """What the round link shows: what it is about, who judges, and how far they are."""
    proposal = assessment.proposal
    return Assessment(
        framework=assessment.framework,
        proposal=Proposal(title=proposal.title, language=proposal.language),
        assessors=assessment.assessors,
        panel=Panel(phase=assessment.panel.phase) if assessment.panel else None,
    )


def _without_before(moved: Move | None) -> Move | None:
    """Only the owner can go back, and holds what everybody said before."""
    return Move(archived=moved.archived) if moved else None


def _is_shown(row: Row[Any], visitor: Visitor, panel: Panel | None) -> bool:
    """Whether the visitor may know that there is such an entry, and how often it changed."""
    if visitor.role == "join" or (visitor.role == "seat" and row.kind == "contribution"):
        return False
    if panel is None or row.kind not in PERSONAL or row.assessor == visitor.assessor:
        return True
    return not panel.private or (row.kind == "note" and panel.phase == "second")


def whole(rows: Rows) -> Assessment:
    """The assessment in these rows, hidden from nobody.

    ValidationError or KeyError where they make none.
    """
    single: dict[Kind, Any] = {}
    judgements: list[Judgement] = []
    notes: list[Note] = []
    marks: list[Mark] = []
    for row in rows:
        part = None if row.content is None else read(row.kind, row.content)
        if isinstance(part, Judgement):
            judgements.append(part)
        elif isinstance(part, Note):
            notes.append(part)
        elif isinstance(part, Mark):
            marks.append(part)
        elif part is not None:
            single[row.kind] = part
    return Assessment(
        framework=FrameworkRef(id=rows[0].framework, version=rows[0].version),
        moved=cast("Move | None", single.get("moved")),
        overlay=cast("Overlay | None", single.get("overlay")),
        proposal=cast(Proposal, single["proposal"]),
        drafts=cast("tuple[Draft, ...]", single["drafts"]),
        assessors=cast("tuple[Assessor, ...]", single["assessors"]),
        triage=cast(Triage, single["triage"]),
        choices=cast(Choices, single.get("choices", Choices())),
        variant=cast(Variant, single.get("variant", Variant())),
        panel=cast("Panel | None", single.get("panel")),
        recommendations=cast(Recommendations, single.get("recommendations", Recommendations())),
        submission=cast(Submission, single.get("submission", Submission())),
        second=cast(SecondLanguage, single.get("second", SecondLanguage())),
        contribution=cast(Contribution, single.get("contribution", Contribution())),
        topics=cast(Topics, single.get("topics", Topics())),
        judgements=tuple(sorted(judgements, key=lambda each: each.key)),
        notes=tuple(sorted(notes, key=lambda each: each.key)),
        marks=tuple(sorted(marks, key=lambda each: each.key)),
    )


def columns(row: Kept, address: bytes, revision: int) -> dict[str, object]:
    """The values of an entry's row."""
    return {
        "address": address,
        "name": row.name,
        "kind": row.kind,
        "draft": row.draft,
        "assessor": row.assessor,
        "revision": revision,
        "content": row.content,
    }


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone; all our times are UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
