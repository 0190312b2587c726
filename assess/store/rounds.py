"""Rounds of several people: who takes part, under which link, and how far they are."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from assess.assessment import Assessment, Assessor, Judgement
from assess.errors import NotSaved
from assess.framework import Framework
from assess.panel import Panel, Phase
from assess.store.failure import (
    BY_LINK_ONLY,
    NAME_TAKEN,
    NEEDS_TWO,
    NO_ROUND,
    NOT_LISTED,
    SAME_NAME,
    TOO_LATE_TO_ADD,
)
from assess.store.tables import SEAT
from assess.store.token import address, derived, new_token
from assess.store.writing import Writing


@dataclass(frozen=True)
class Standing:
    """How far one person is: how many questions they have finished, never what they answered."""

    id: str
    name: str
    seated: bool
    ready: bool
    answered: int
    questions: int


def open_round(writing: Writing, token: str, names: Sequence[str]) -> str:
    """Begins the first round, or adds people to it; the token of the round link."""
    writing.visitor.check_owner()
    panel = writing.panel() or Panel()
    if panel.phase != "first":
        raise NotSaved(TOO_LATE_TO_ADD)
    people = tuple(_listed(writing, names))
    if len(people) < 2:
        raise NotSaved(NEEDS_TWO)
    writing.keep(people)
    writing.keep(panel)
    return round_link(writing.connection, token) or new_round_link(writing, token)


def _listed(writing: Writing, names: Sequence[str]) -> Iterator[Assessor]:
    """Those listed, the owner among them, and those new by name."""
    listed = writing.people()
    if writing.owner not in {each.id for each in listed}:
        yield Assessor(id=writing.owner)
    yield from listed
    taken = {each.id for each in listed} | {each.assessor for each in writing.judgements()}
    ids = (f"a{number}" for number in range(2, 10_000) if f"a{number}" not in taken)
    wanted = list(filter(None, (" ".join(name.split()) for name in names)))
    if len({name.casefold() for name in wanted}) < len(wanted):
        raise NotSaved(SAME_NAME)
    there = {each.name.casefold() for each in listed}
    for name in wanted:
        if name.casefold() not in there:  # the same click twice adds nobody twice
            yield Assessor(id=next(ids), name=name)


def round_link(connection: Connection, token: str) -> str:
    """The token of the round link to the owner's work; empty for everybody else."""
    links = select(SEAT.c.salt).where(SEAT.c.work == address(token), SEAT.c.assessor.is_(None))
    salt = connection.execute(links).scalar()
    return "" if salt is None else derived(token, salt)


def new_round_link(writing: Writing, token: str) -> str:
    """Another round link; the one before opens nothing any more."""
    writing.visitor.check_owner()
    if writing.phase is None and writing.panel() is None:
        raise NotSaved(NO_ROUND)
    _unseat(writing, None)
    salt = secrets.token_bytes(16)
    link = derived(token, salt)
    _seat(writing, link, None, salt)
    return link


def take_seat(writing: Writing, assessor: str) -> str:
    """A seat for somebody listed, from the round link; its token."""
    if writing.visitor.role != "join":
        raise NotSaved(BY_LINK_ONLY)
    if assessor not in {each.id for each in writing.people()}:
        raise NotSaved(NOT_LISTED)
    if assessor == writing.owner or _is_seated(writing, assessor):
        raise NotSaved(NAME_TAKEN)
    token = new_token()
    _seat(writing, token, assessor)
    return token


def free_seat(writing: Writing, assessor: str) -> None:
    """Frees a seat; the answers stay for who takes it next, who is not taken to be done."""
    writing.visitor.check_owner()
    _unseat(writing, assessor)
    panel = writing.panel()
    if panel:
        writing.keep(panel.say(assessor, done=False))


def ready(writing: Writing, phase: Phase, done: bool) -> Phase:
    """Someone is done in a phase, or is not after all; a private round ends with the last."""
    writing.visitor.check_person()
    panel = _panel(writing)
    if panel.phase != phase or phase == "closed":
        return panel.phase
    panel = panel.say(writing.visitor.assessor, done)
    if panel.private and panel.complete(each.id for each in writing.people()):
        panel = panel.next(writing.judgements())
    writing.keep(panel)
    return panel.phase


def next_phase(writing: Writing, leaving: Phase) -> Phase:
    """The owner ends a phase; nothing happens where it has ended meanwhile."""
    writing.visitor.check_owner()
    panel = _panel(writing)
    if panel.phase == leaving and leaving != "closed":
        panel = panel.next(writing.judgements())
        writing.keep(panel)
    return panel.phase


def standing(
    assessment: Assessment, seated: frozenset[str], framework: Framework, draft: str
) -> Iterator[Standing]:
    """How far everybody listed is on a draft."""
    by_person: dict[str, list[Judgement]] = {}
    for each in assessment.judgements:
        by_person.setdefault(each.assessor, []).append(each)
    for person in assessment.assessors:  # looked up among their own: 50 people would be slow else
        alone = assessment.replace(judgements=tuple(by_person.get(person.id, ())))
        nodes = alone.progress(framework, draft, person.id)
        yield Standing(
            id=person.id,
            name=person.name,
            seated=person.id in seated,
            ready=assessment.panel is not None and person.id in assessment.panel.ready,
            answered=sum(each.state == "done" for each in nodes),
            questions=len(nodes),
        )


def _panel(writing: Writing) -> Panel:
    panel = writing.panel()
    if panel is None:
        raise NotSaved(NO_ROUND)
    return panel


def _is_seated(writing: Writing, assessor: str) -> bool:
    taken = select(SEAT.c.address).where(
        SEAT.c.work == writing.address, SEAT.c.assessor == assessor
    )
    return writing.connection.execute(taken).first() is not None


def _seat(writing: Writing, token: str, assessor: str | None, salt: bytes | None = None) -> None:
    where = {"address": address(token), "work": writing.address}
    writing.connection.execute(insert(SEAT).values(**where, assessor=assessor, salt=salt))


def _unseat(writing: Writing, assessor: str | None) -> None:
    gone = delete(SEAT).where(SEAT.c.work == writing.address)
    writing.connection.execute(gone.where(SEAT.c.assessor.is_not_distinct_from(assessor)))
