"""Several people's answers, told as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assess.agreement import agreement
from assess.assessment import Assessment, Assessor, Judgement
from tests.spec.answers import IWN, LEVEL_OF, Judged, assessed, judgement, names, when


@dataclass(frozen=True)
class People:
    """Several people by name; what each one's own answers lead to, and where they dissent.

    `votes` counts people by conclusion, worst first. `major` is the node and the chance (per cent,
    rounded) of major harm to it when the readings of all are pooled.
    """

    title: str
    people: Mapping[str, Judged]
    votes: Mapping[str, int]
    dissent: tuple[str, ...] = ()
    major: tuple[str, int] | None = None

    def told(self) -> str:
        """The sentence for the manual."""
        given = (
            f"by {name} {when(judged) if judged else 'nothing is judged'}"
            for name, judged in self.people.items()
        )
        return f"When {'; '.join(given)}: {'; '.join(self._clauses())}."

    def _clauses(self) -> tuple[str, ...]:
        whole = sum(self.votes.values())
        clauses = [
            f"the own answers of {count} of {whole} lead to “{verdict}”"
            for verdict, count in self.votes.items()
        ]
        if self.dissent:
            clauses.append(f"their dissent on {names(self.dissent)} is listed")
        else:
            clauses.append("no dissent is listed")
        if self.major:
            node, share = self.major
            clauses.append(
                f"major harm to {names((node,))} has a chance of {share}% in the pooled reading"
            )
        return tuple(clauses)

    def assessment(self) -> Assessment:
        """Everybody's answers in one assessment."""
        ids = {name: f"a{place}" for place, name in enumerate(self.people, start=1)}
        judgements: list[Judgement] = [
            Judgement(**{**judgement(node, word).model_dump(), "assessor": ids[name]})
            for name, judged in self.people.items()
            for node, word in judged.items()
        ]
        assessors = tuple(Assessor(id=ids[name], name=name) for name in self.people)
        return assessed({}).replace(assessors=assessors, judgements=tuple(judgements))

    def check(self) -> None:
        """Says which clause of the sentence is wrong."""
        found = agreement(IWN, self.assessment())
        votes = {each.level: len(each.assessors) for each in found.votes("harm")}
        assert votes == {LEVEL_OF[verdict]: count for verdict, count in self.votes.items()}
        assert {each.node for each in found.dissents} == set(self.dissent)
        if self.major:
            node, share = self.major
            assert found.pooled is not None
            (pooled,) = (each for each in found.pooled.nodes if each.id == node)
            assert round(100 * pooled.harm.p[2]) == share
