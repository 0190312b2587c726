"""Drafts laid side by side, told as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assess.assessment import Assessment, Judgement
from assess.compare import compare, options
from assess.proposal import Draft, DraftKind
from tests.spec.answers import IWN, Judged, assessed, judgement, when

KINDS: Mapping[str, DraftKind] = {"the present situation": "no-measure"}


@dataclass(frozen=True)
class Drafts:
    """Two drafts or more; the present situation is one of them where it is named.

    `first` is the draft that comes first in at least half of the draws; None where they are alike
    in every draw. `stays_open` says that the ranking is left open.
    """

    title: str
    drafts: Mapping[str, Judged]
    first: str | None = None
    stays_open: bool = False

    def told(self) -> str:
        """The sentence for the manual."""
        given = (
            f"for {name} {when(judged) if judged else 'nothing is judged'}"
            for name, judged in self.drafts.items()
        )
        return f"When {'; '.join(given)}: {self._follows()}."

    def _follows(self) -> str:
        if self.stays_open:
            return "it stays open which of them comes first"
        if self.first is None:
            return "no draft is worse than the other in any draw"
        return f"{self.first} comes first in most draws"

    def assessment(self) -> Assessment:
        """All drafts in one assessment."""
        ids = {name: f"d{place}" for place, name in enumerate(self.drafts, start=1)}
        judgements: list[Judgement] = [
            Judgement(**{**judgement(node, word).model_dump(), "draft": ids[name]})
            for name, judged in self.drafts.items()
            for node, word in judged.items()
        ]
        drafts = tuple(Draft(id=ids[name], kind=KINDS.get(name, "text")) for name in self.drafts)
        return assessed({}).replace(drafts=drafts, judgements=tuple(judgements))

    def check(self) -> None:
        """Says whether the sentence is wrong."""
        found = compare(IWN, options(self.assessment()))
        assert bool(found.open) == self.stays_open
        if self.stays_open:
            assert all(each.first.low < 0.5 < each.first.high for each in found.options)
            return
        shares = dict(zip(self.drafts, (each.first.low for each in found.options), strict=True))
        if self.first is None:
            assert {extent.low for row in found.dominance for extent in row} == {1}
        else:
            assert shares[self.first] >= 0.5
            assert shares[self.first] == max(shares.values())
            assert len(set(shares.values())) > 1
