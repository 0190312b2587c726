"""The parts in which an assessment is kept, so that one answer is saved without the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, cast

from pydantic import TypeAdapter

from assess.assessment import (
    Assessment,
    Assessor,
    FrameworkRef,
    Judgement,
    Key,
    Move,
    Topics,
    Triage,
)
from assess.choices import Choices
from assess.contribution import Contribution
from assess.mark import Mark
from assess.overlay import Overlay
from assess.panel import Note, Panel
from assess.proposal import Draft, Proposal
from assess.submission import Recommendations, SecondLanguage, Submission
from assess.variant import Variant

Kind = Literal[
    "proposal",
    "drafts",
    "assessors",
    "triage",
    "choices",
    "variant",
    "panel",
    "judgement",
    "note",
    "mark",
    "recommendations",
    "submission",
    "second",
    "contribution",
    "topics",
    "moved",
    "overlay",
]
Entry = (
    Proposal
    | Triage
    | Choices
    | Variant
    | Judgement
    | Note
    | Mark
    | Recommendations
    | Submission
    | SecondLanguage
    | Contribution
    | Topics
    | tuple[Draft, ...]
    | tuple[Assessor, ...]
)
"""What can be saved by itself. A note or mark that says nothing is taken back."""
Part = Entry | Panel | Move | Overlay
"""What is kept by itself: entries, and what is changed with the whole only."""

_ANY_FRAMEWORK = FrameworkRef(id="any", version="0.0.0").model_dump_json()

_TYPES: dict[Kind, Any] = {
    "proposal": Proposal,
    "drafts": tuple[Draft, ...],
    "assessors": tuple[Assessor, ...],
    "triage": Triage,
    "choices": Choices,
    "variant": Variant,
    "panel": Panel,
    "judgement": Judgement,
    "note": Note,
    "mark": Mark,
    "recommendations": Recommendations,
    "submission": Submission,
    "second": SecondLanguage,
    "contribution": Contribution,
    "topics": Topics,
    "moved": Move,
    "overlay": Overlay,
}
_KINDS: dict[object, Kind] = {each: kind for kind, each in _TYPES.items()}
_SHAPES: dict[Kind, TypeAdapter[Part]] = {kind: TypeAdapter(each) for kind, each in _TYPES.items()}


_OPTIONAL: dict[Kind, Part] = {
    "choices": Choices(),
    "variant": Variant(),
    "recommendations": Recommendations(),
    "submission": Submission(),
    "second": SecondLanguage(),
    "contribution": Contribution(),
    "topics": Topics(),
}


@dataclass(frozen=True)
class Kept:
    """One entry as it is kept; `content` None is a judgement, note or mark that was taken back.

    `draft` and `assessor` say whose it is, on what: of judgements, notes and marks only.
    """

    name: str
    kind: Kind
    content: str | None
    draft: str | None = None
    assessor: str | None = None


def name_of(entry: Part | Key) -> str:
    """The name under which an entry is kept, for looking up its revision."""
    if isinstance(entry, Judgement):
        return name_of(entry.key)
    if isinstance(entry, Key):
        return "/".join(["judgement", *map(str, entry)])
    if isinstance(entry, Note):
        return "/".join(["note", *entry.key])
    if isinstance(entry, Mark):
        # a provision's number may be longer than a name
        number = sha256(entry.provision.encode("utf-8")).hexdigest()[:32]
        return "/".join(["mark", entry.draft, entry.assessor, number])
    return kind_of(entry)


def kind_of(entry: Part) -> Kind:
    """Which part of an assessment this is. ValueError for an empty list, which could be either."""
    if not isinstance(entry, tuple):
        return _KINDS[type(entry)]
    if not entry:
        raise ValueError("at least one draft or assessor is needed")
    return "drafts" if isinstance(entry[0], Draft) else "assessors"


def kept(part: Part) -> Kept:
    """A part as it is kept. ValidationError where it could not be read back as it is."""
    row = _row(kind_of(part), part)
    if row.kind in {"drafts", "assessors"}:  # their number has a limit, which only the whole knows
        Assessment.model_validate_json(
            f'{{"framework": {_ANY_FRAMEWORK}, "{row.kind}": {row.content}}}'
        )
    elif row.content is not None:
        read(row.kind, row.content)
    return row


def withdrawn(key: Key) -> Kept:
    """What is kept of a judgement that was withdrawn."""
    return Kept(name_of(key), "judgement", None, key.draft, key.assessor)


def rows_of(assessment: Assessment) -> Iterator[Kept]:
    """A whole assessment as it is kept; what need not be there only where it is."""
    yield _row("proposal", assessment.proposal)
    yield _row("drafts", assessment.drafts)
    yield _row("assessors", assessment.assessors)
    yield _row("triage", assessment.triage)
    for kind, nothing in _OPTIONAL.items():
        part = getattr(assessment, kind)
        if part != nothing:
            yield _row(kind, part)
    if assessment.panel is not None:
        yield _row("panel", assessment.panel)
    if assessment.moved is not None:
        yield _row("moved", assessment.moved)
    if assessment.overlay is not None:
        yield _row("overlay", assessment.overlay)
    yield from (_row("judgement", judgement) for judgement in assessment.judgements)
    yield from (_row("note", note) for note in assessment.notes)
    yield from (_row("mark", mark) for mark in assessment.marks)


def read(kind: Kind, content: str) -> Part:
    """The part that was kept. ValidationError where this program cannot read it."""
    return _SHAPES[kind].validate_json(content)


def entry(kind: Kind, content: str | None) -> Entry | None:
    """The entry that was kept, None where it was taken back. Raises as `read`."""
    return None if content is None else cast(Entry, read(kind, content))


def _row(kind: Kind, part: Part) -> Kept:
    content = _SHAPES[kind].dump_json(part).decode("utf-8")
    if isinstance(part, Judgement):
        return Kept(name_of(part), kind, content, part.draft, part.assessor)
    if isinstance(part, Note | Mark):
        said = None if part.is_blank else content
        return Kept(name_of(part), kind, said, part.draft, part.assessor)
    return Kept(kind, kind, content)
