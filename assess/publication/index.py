"""The library as data: one entry a case, with what was concluded and where its pages are."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any, Literal

from pydantic import Field

from assess import __version__, wording
from assess.assessment import FrameworkRef
from assess.case import CaseKind, OutcomeStatus
from assess.findings import Verdict
from assess.publication.page.place import Place
from assess.publication.snapshot import Snapshot
from assess.publication.subject import Subject
from assess.value import Line, Slug, Text, Value

Chance = Annotated[float, Field(ge=0, le=1)]


class Concluded(Value):
    """The conclusion on one side: its level, 0 to 3, and the chances of level 1, 2, 3 or more."""

    level: int = Field(ge=0, le=3)
    p: tuple[Chance, Chance, Chance]


class Conclusion(Value):
    """What follows of one draft: harm and benefit, never set against each other."""

    draft: Slug
    label: Line
    harm: Concluded
    benefit: Concluded


class Listed(Value):
    """A snapshot: its address, the day it was made, its page and its data."""

    address: str = Field(pattern=r"^[0-9a-f]{32}$")
    made_on: datetime.date
    page: str
    data: str


class Entry(Value):
    """One case. `page` and `data` are links from the list's own address."""

    id: Slug
    title: Line
    subject: Text
    jurisdiction: Line
    region: Slug
    year: int
    law_year: int | None
    kind: CaseKind
    framework: FrameworkRef
    interventions: tuple[Slug, ...]
    conclusions: tuple[Conclusion, ...]
    outcome: OutcomeStatus | None
    outcome_date: str | None
    page: str
    data: str
    snapshots: tuple[Listed, ...]

    @property
    def worst(self) -> int:
        """The highest level of harm that any draft is concluded to bring."""
        return max(each.harm.level for each in self.conclusions)


class Index(Value):
    """The whole library, newest case first; of each case its snapshots, newest first."""

    format: Literal["assess-library/1"] = "assess-library/1"
    made_with: str = __version__
    cases: tuple[Entry, ...]


def entry(subject: Subject, snapshots: tuple[Snapshot, ...], place: Place) -> Entry:
    """The entry of a case. ValueError for a subject that is none."""
    case = subject.case
    if case is None:
        raise ValueError("only cases stand in the library")
    return Entry(
        id=case.id,
        title=case.title,
        subject=case.subject,
        jurisdiction=case.proposal.jurisdiction,
        region=case.region,
        year=case.year,
        law_year=case.law_year,
        kind=case.kind,
        framework=case.framework,
        interventions=case.triage.interventions,
        conclusions=tuple(_conclusions(subject)),
        outcome=case.outcome.status if case.outcome else None,
        outcome_date=case.outcome.date if case.outcome else None,
        page=place.page(f"cases/{case.id}"),
        data=place.file(f"cases/{case.id}.json"),
        snapshots=tuple(_listed(each, place) for each in reversed(snapshots)),
    )


def _conclusions(subject: Subject) -> list[Conclusion]:
    drafts = subject.assessment.drafts
    return [
        Conclusion(
            draft=draft.id,
            label=wording.draft(subject.words, place, draft),
            harm=_concluded(subject.findings[draft.id].harm),
            benefit=_concluded(subject.findings[draft.id].benefit),
        )
        for place, draft in enumerate(drafts)
    ]


def _concluded(found: Verdict) -> Concluded:
    first, second, third = (round(each, 6) for each in found.p)
    return Concluded(level=found.level, p=(first, second, third))


def _listed(snapshot: Snapshot, place: Place) -> Listed:
    path = f"s/{snapshot.address}"
    return Listed(
        address=snapshot.address,
        made_on=snapshot.made_on,
        page=place.page(path),
        data=place.file(f"{path}.json"),
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of the index."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **Index.model_json_schema()}


def text(data: object) -> bytes:
    """Data as a JSON file."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
