"""Saved work as a page holds it: the assessment, and which revision of each part it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from assess.assessment import Assessment, Assessor, Judgement, Key, Triage
from assess.proposal import Draft, Proposal
from assess.store.entry import Entry, name_of


@dataclass(frozen=True)
class Saved:
    """An assessment and the revision of each entry, by name; times are UTC.

    Judgements that were withdrawn have a revision too: a page that shows them as unanswered has
    seen that.
    """

    assessment: Assessment
    revisions: Mapping[str, int]
    created: datetime
    updated: datetime

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

    def _removed_with(self, kept: Iterable[str]) -> list[Judgement]:
        return [each for each in self.assessment.judgements if each.draft not in kept]

    def _with(self, entry: Entry | Key) -> Assessment:
        now = self.assessment
        if isinstance(entry, Key):
            return now.withdraw(entry)
        if isinstance(entry, Judgement):
            return now.record(entry)
        if isinstance(entry, Proposal):
            return now.replace(proposal=entry)
        if isinstance(entry, Triage):
            return now.replace(triage=entry)
        if isinstance(entry[0], Assessor):
            return now.replace(assessors=entry)
        kept = {draft.id for draft in entry}
        judgements = tuple(each for each in now.judgements if each.draft in kept)
        return now.replace(drafts=entry, judgements=judgements)
