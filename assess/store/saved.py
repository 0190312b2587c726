"""Saved work as a page holds it: the assessment, and which revision of each part it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from assess.assessment import Assessment, Assessor, Judgement, Key, Topics, Triage
from assess.choices import Choices
from assess.contribution import Contribution
from assess.mark import Mark
from assess.panel import Note, noted
from assess.proposal import Draft, Proposal
from assess.store.entry import Entry, name_of
from assess.store.visitor import Role
from assess.submission import Recommendations, SecondLanguage, Submission
from assess.variant import Variant


@dataclass(frozen=True)
class Saved:
    """What one reader may see of an assessment, and the revision of each entry, by name.

    Judgements, notes and marks that were taken back have a revision too: a page that shows
    nothing there has seen that. Times are UTC. `assessor` is whom this reader answers as, "" behind
    the round link; `seated` are those of a round who have taken their seat, its owner from the
    start.
    """

    assessment: Assessment
    revisions: Mapping[str, int]
    created: datetime
    updated: datetime
    role: Role = "owner"
    assessor: str = "a1"
    seated: frozenset[str] = frozenset()

    def seen(self, entry: Entry | Key) -> int:
        """The revision this work shows of an entry; 0 where it has none."""
        return self.revisions.get(name_of(entry), 0)

    def after(self, entry: Entry | Key, revision: int) -> Saved:
        """This work once the entry was saved (a key: the judgement withdrawn) at a revision."""
        revisions = {**self.revisions, name_of(entry): revision}
        if isinstance(entry, tuple) and name_of(entry) == "drafts":
            gone = self._removed_with({draft.id for draft in entry if isinstance(draft, Draft)})
            revisions |= {name_of(each): self.seen(each) + 1 for each in gone}
        return replace(self, assessment=self._with(entry), revisions=revisions)

    def _removed_with(self, kept: Iterable[str]) -> list[Judgement | Note | Mark]:
        now = self.assessment
        mine: tuple[Judgement | Note | Mark, ...] = (*now.judgements, *now.notes, *now.marks)
        return [each for each in mine if each.draft not in kept]

    def _with(self, entry: Entry | Key) -> Assessment:
        now = self.assessment
        if isinstance(entry, Key):
            return now.withdraw(entry)
        if isinstance(entry, Judgement):
            return now.record(entry)
        if isinstance(entry, Note):
            return now.replace(notes=noted(now.notes, entry))
        if isinstance(entry, Mark):
            return now.replace(marks=noted(now.marks, entry))
        if isinstance(
            entry,
            Proposal
            | Triage
            | Choices
            | Variant
            | Recommendations
            | Submission
            | SecondLanguage
            | Contribution
            | Topics,
        ):
            return now.replace(**{name_of(entry): entry})
        if isinstance(entry[0], Assessor):
            return now.replace(assessors=entry)
        kept = {draft.id for draft in entry}
        judgements = tuple(each for each in now.judgements if each.draft in kept)
        notes = tuple(each for each in now.notes if each.draft in kept)
        marks = tuple(each for each in now.marks if each.draft in kept)
        return now.replace(drafts=entry, judgements=judgements, notes=notes, marks=marks)
