"""Options laid side by side, all met by the same draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assess.compare.draws import Scene, alike
from assess.compare.measures import Extent, dominance, measures
from assess.compare.options import Option, comparable
from assess.compare.step import Step, step
from assess.errors import AssessError
from assess.findings import Findings, analyse
from assess.framework import Framework
from assess.method import Method
from assess.variant import Variant


@dataclass(frozen=True)
class Ranked:
    """One option with its findings and its standing among the others.

    In each draw options are ranked by leximin: by their worst critical property, where equal by
    the next worst, and so on; options that are equal share their ranks. `first` is the share of
    draws ranked first, `ranks` the share of each rank (empty while answers are missing that could
    move it), `regret` the share of draws in which its worst property is 1, 2, 3 or more levels
    worse than that of the option best in this draw. `missing` are the nodes on which an answer is
    missing, but for those where all options say "don't know" alike.
    """

    option: Option
    findings: Findings
    first: Extent
    ranks: tuple[Extent, ...]
    regret: tuple[Extent, Extent, Extent]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Options side by side. `dominance[a][b]` is the share of draws in which option a is on no
    critical property worse than b; `alike` are nodes on which all options say the same "don't
    know", which is supposed alike in all; `steps` lead to each option from the one it amends, or
    from the first.
    """

    framework: str
    version: str
    draws: int
    options: tuple[Ranked, ...]
    dominance: tuple[tuple[Extent, ...], ...]
    alike: tuple[str, ...]
    steps: tuple[Step, ...]

    def option(self, option_id: str) -> Ranked:
        """One option. Raises AssessError, saying which there are, where there is none."""
        return self.options[self._place(option_id)]

    def dominates(self, one: str, other: str) -> Extent:
        """In which share of draws one option is nowhere worse than the other."""
        return self.dominance[self._place(one)][self._place(other)]

    def step(self, before: str, after: str) -> Step:
        """What moved between any two options."""
        kept = (s for s in self.steps if (s.before, s.after) == (before, after))
        was, now = self.option(before), self.option(after)
        return next(kept, None) or step(was.option, now.option, was.findings, now.findings)

    @property
    def open(self) -> tuple[str, ...]:
        """The options with missing answers that leave the ranking open."""
        return tuple(each.option.id for each in self.options if each.missing)

    def _place(self, option_id: str) -> int:
        names = [each.option.id for each in self.options]
        if option_id not in names:
            raise AssessError(f"there is no option {option_id!r}; there is {', '.join(names)}")
        return names.index(option_id)


def compare(
    framework: Framework,
    options: Sequence[Option],
    *,
    method: Method | None = None,
    variant: Variant | None = None,
) -> Comparison:
    """Two options or more, judged against the same version of a framework with the same choices.

    Raises AssessError where there are fewer, and where they cannot be compared.
    """
    comparable(framework, options)
    method = method or options[0].assessment.choices.method()
    scenes = tuple(Scene(framework, each, method, variant) for each in options)
    found = tuple(
        analyse(
            framework,
            each.assessment,
            draft=each.draft.id,
            assessor=each.assessor,
            method=method,
            variant=variant,
        )
        for each in options
    )
    shared = alike(scenes)
    ranked = tuple(
        Ranked(option, findings, *standing, _named(framework, set(scene.missing) - shared))
        for option, findings, scene, standing in zip(
            options, found, scenes, measures(scenes), strict=True
        )
    )
    return Comparison(
        framework=framework.id,
        version=framework.version,
        draws=method.draws,
        options=ranked,
        dominance=tuple(tuple(dominance(one, other) for other in scenes) for one in scenes),
        alike=_named(framework, shared),
        steps=tuple(_steps(ranked)),
    )


def _named(framework: Framework, places: set[int] | frozenset[int]) -> tuple[str, ...]:
    return tuple(framework.nodes[place].id for place in sorted(places))


def _steps(ranked: tuple[Ranked, ...]) -> list[Step]:
    found = []
    for after in ranked[1:]:
        before = next((each for each in ranked if _is_base(each.option, after.option)), ranked[0])
        found.append(step(before.option, after.option, before.findings, after.findings))
    return found


def _is_base(option: Option, of: Option) -> bool:
    same = option.assessment is of.assessment and option.assessor == of.assessor
    return same and option.draft.id == of.draft.based_on
