"""The parts in which an assessment is kept, so that one answer is saved without the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from pydantic import TypeAdapter

from assess.assessment import Assessment, Assessor, FrameworkRef, Judgement, Key, Triage
from assess.proposal import Draft, Proposal

Kind = Literal["proposal", "drafts", "assessors", "triage", "judgement"]
Entry = Proposal | Triage | Judgement | tuple[Draft, ...] | tuple[Assessor, ...]
"""What can be saved by itself."""

_ANY_FRAMEWORK = FrameworkRef(id="any", version="0.0.0").model_dump_json()

_SHAPES: dict[Kind, TypeAdapter[Entry]] = {
    "proposal": cast(TypeAdapter[Entry], TypeAdapter(Proposal)),
    "drafts": cast(TypeAdapter[Entry], TypeAdapter(tuple[Draft, ...])),
    "assessors": cast(TypeAdapter[Entry], TypeAdapter(tuple[Assessor, ...])),
    "triage": cast(TypeAdapter[Entry], TypeAdapter(Triage)),
    "judgement": cast(TypeAdapter[Entry], TypeAdapter(Judgement)),
}


@dataclass(frozen=True)
class Kept:
    """One entry as it is kept; `content` None is a judgement withdrawn."""

    name: str
    kind: Kind
    draft: str | None
    content: str | None


def name_of(entry: Entry | Key) -> str:
    """The name under which an entry is kept, for looking up its revision."""
    if isinstance(entry, Judgement):
        return name_of(entry.key)
    if isinstance(entry, Key):
        return "/".join(["judgement", *map(str, entry)])
    return kind_of(entry)


def kind_of(entry: Entry) -> Kind:
    """Which part of an assessment this is. ValueError for an empty list, which could be either."""
    if isinstance(entry, Proposal):
        return "proposal"
    if isinstance(entry, Triage):
        return "triage"
    if isinstance(entry, Judgement):
        return "judgement"
    if not entry:
        raise ValueError("at least one draft or assessor is needed")
    return "drafts" if isinstance(entry[0], Draft) else "assessors"


def kept(entry: Entry) -> Kept:
    """An entry as it is kept. ValidationError where it could not be read back as it is."""
    kind = kind_of(entry)
    row = _row(kind, entry)
    if kind in {"drafts", "assessors"}:  # their number has a limit, which only the whole knows
        Assessment.model_validate_json(
            f'{{"framework": {_ANY_FRAMEWORK}, "{kind}": {row.content}}}'
        )
    else:
        read(kind, row.content or "")
    return row


def withdrawn(key: Key) -> Kept:
    """What is kept of a judgement that was withdrawn."""
    return Kept(name_of(key), "judgement", key.draft, None)


def rows_of(assessment: Assessment) -> Iterator[Kept]:
    """A whole assessment as it is kept."""
    yield _row("proposal", assessment.proposal)
    yield _row("drafts", assessment.drafts)
    yield _row("assessors", assessment.assessors)
    yield _row("triage", assessment.triage)
    yield from (_row("judgement", judgement) for judgement in assessment.judgements)


def read(kind: Kind, content: str) -> Entry:
    """The entry that was kept. ValidationError where this program cannot read it."""
    return _SHAPES[kind].validate_json(content)


def _row(kind: Kind, entry: Entry) -> Kept:
    content = _SHAPES[kind].dump_json(entry).decode("utf-8")
    if isinstance(entry, Judgement):
        return Kept(name_of(entry), kind, entry.draft, content)
    return Kept(kind, kind, None, content)
