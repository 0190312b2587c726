"""What happens to the answers on a draft when another draft amends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assess.amendment.provisions import Amendment, Match, matched
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.judgement import Judgement
from assess.proposal import Draft

Fate = Literal["carried", "reopened"]
Why = Literal[
    "unchanged", "no-provision", "not-in-text", "changed", "removed", "mechanism", "no-measure"
]
State = Literal["carried", "open", "own"]


@dataclass(frozen=True)
class Carry:
    """One answer on the base and what becomes of it on the draft.

    `why` is "unchanged" (all it cites stays), "no-provision" (it cites nothing), "not-in-text"
    (it cites what is no provision of the base), "changed" or "removed" (something it cites is),
    "mechanism" (the draft mitigates that kind of intervention), "no-measure" (nothing of the base
    is left). `matches` are the provisions it cites. `carried` is the answer as it goes over, None
    where it is reopened; `standing` is what stands on the draft now, in the `state` "carried" as
    it went over, "open" where nothing stands, "own" where the assessor answered otherwise since.
    """

    base: Judgement
    fate: Fate
    why: Why
    matches: tuple[Match, ...]
    carried: Judgement | None
    standing: Judgement | None

    @property
    def state(self) -> State:
        """How the draft's own answer stands to the one that goes over."""
        if self.standing is None:
            return "open"
        return "carried" if self.standing == self.carried else "own"

    @property
    def look_again(self) -> bool:
        """Whether it went over without a text that could be compared."""
        return self.why in ("no-provision", "not-in-text")


@dataclass(frozen=True)
class Carried:
    """All answers on the base of a draft, in the order of the file, and the change of the text."""

    draft: str
    base: str
    amendment: Amendment
    answers: tuple[Carry, ...]

    def by(self, assessor: str) -> Carried:
        """The answers of one assessor only."""
        own = tuple(each for each in self.answers if each.base.assessor == assessor)
        return Carried(self.draft, self.base, self.amendment, own)

    @property
    def carried(self) -> tuple[Carry, ...]:
        """Those that stand on the draft as they went over."""
        return tuple(each for each in self.answers if each.state == "carried")

    @property
    def look_again(self) -> tuple[Carry, ...]:
        """Those among them that rest on no provision that could be compared."""
        return tuple(each for each in self.carried if each.look_again)

    @property
    def reopened(self) -> tuple[Carry, ...]:
        """Those that do not go over, answered since or not."""
        return tuple(each for each in self.answers if each.fate == "reopened")

    @property
    def to_answer(self) -> tuple[Carry, ...]:
        """Those that do not go over and have not been answered anew."""
        return tuple(each for each in self.reopened if each.state == "open")

    @property
    def own(self) -> tuple[Carry, ...]:
        """Those the assessor answered otherwise on the draft."""
        return tuple(each for each in self.answers if each.state == "own")

    @property
    def left_behind(self) -> tuple[Carry, ...]:
        """Those that would go over but do not stand there: new on the base, or withdrawn."""
        return tuple(e for e in self.answers if e.fate == "carried" and e.state == "open")


def carry(assessment: Assessment, draft_id: str) -> Carried:
    """What becomes of every answer on the draft's base.

    Raises AssessError for an unknown draft and for one that is based on no other.
    """
    draft = known(assessment, draft_id)
    if draft.based_on is None:
        raise AssessError(
            f"draft {draft_id} is based on no other draft, so nothing can be carried over; "
            "name the draft it amends"
        )
    base = known(assessment, draft.based_on)
    amendment = matched(base, draft)
    there = {each.key: each for each in assessment.judgements if each.draft == draft_id}
    return Carried(
        draft_id,
        base.id,
        amendment,
        tuple(
            _carry(each, draft, amendment, there.get(each.key._replace(draft=draft_id)))
            for each in assessment.judgements
            if each.draft == base.id
        ),
    )


def known(assessment: Assessment, draft_id: str) -> Draft:
    """The draft with this id; AssessError, saying which there are, where there is none."""
    found = next((draft for draft in assessment.drafts if draft.id == draft_id), None)
    if found is None:
        there = ", ".join(draft.id for draft in assessment.drafts)
        raise AssessError(f"there is no draft {draft_id!r}; there is {there}")
    return found


def _carry(
    judgement: Judgement, draft: Draft, amendment: Amendment, standing: Judgement | None
) -> Carry:
    cited = tuple(amendment.of(number) for number in judgement.provisions)
    matches = tuple(match for match in cited if match)
    why = _why(judgement, draft, matches)
    stays = why in ("unchanged", "no-provision", "not-in-text")
    carried = _renamed(judgement, draft, amendment) if stays else None
    fate: Fate = "carried" if stays else "reopened"
    return Carry(judgement, fate, why, matches, carried, standing)


def _why(judgement: Judgement, draft: Draft, matches: tuple[Match, ...]) -> Why:
    if draft.kind == "no-measure":
        return "no-measure"
    if draft.mitigates and judgement.mechanism == draft.mitigates:
        return "mechanism"
    changes = {match.change for match in matches}
    if "removed" in changes:
        return "removed"
    if "changed" in changes:
        return "changed"
    if not judgement.provisions:
        return "no-provision"
    return "unchanged" if len(matches) == len(judgement.provisions) else "not-in-text"


def _renamed(judgement: Judgement, draft: Draft, amendment: Amendment) -> Judgement:
    """The answer on the new draft, citing provisions by their new numbers."""
    there = [(number, amendment.of(number)) for number in judgement.provisions]
    numbers = [match.number if match else number for number, match in there]
    fields = {name: getattr(judgement, name) for name in type(judgement).model_fields}
    renamed = {"draft": draft.id, "provisions": tuple(dict.fromkeys(numbers))}
    return Judgement(**{**fields, **renamed})
