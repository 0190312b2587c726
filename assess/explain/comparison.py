"""Options side by side in sentences: how each stands, and what each figure is made of."""

from __future__ import annotations

from dataclasses import dataclass

from assess import wording
from assess.compare import Comparison, Extent, Ranked
from assess.explain.conclusion import bounds, verdict
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import CHANNELS
from assess.framework import Framework
from assess.text import Words


@dataclass(frozen=True)
class ComparisonTelling:
    """A comparison, and the words to tell it in."""

    framework: Framework
    comparison: Comparison
    words: Words

    def name(self, node: str) -> str:
        """A node's name."""
        return self.framework.node(node).name

    def names(self, nodes: tuple[str, ...]) -> str:
        """Several nodes' names as a list."""
        return wording.listed(self.words, tuple(self.name(node) for node in nodes))

    def option(self, option_id: str) -> str:
        """What a draft is called: its label, with its file or its id where two have the same."""
        _ = self.words.gettext
        names = {each.option.id: self._label(each) for each in self.comparison.options}
        name, file = names[option_id], self.comparison.option(option_id).option.file
        if list(names.values()).count(name) == 1:
            return name
        told = _("{name} ({file})") if file else _("{name} (draft {id})")
        return told.format(name=name, file=file, id=option_id)

    def findings(self, option_id: str) -> Telling:
        """One option's findings, to be told."""
        found = self.comparison.option(option_id)
        return Telling(self.framework, found.option.assessment, found.findings, self.words)

    def extent(self, extent: Extent) -> str:
        """A share of draws, or the two ends of what it may be: "94%", "12% to 94%"."""
        _ = self.words.gettext
        low, high = (self.words.percent(share) for share in extent)
        return low if low == high else _("{low} to {high}").format(low=low, high=high)

    def _label(self, ranked: Ranked) -> str:
        drafts = [each.id for each in ranked.option.assessment.drafts]
        return wording.draft(self.words, drafts.index(ranked.option.draft.id), ranked.option.draft)


def how(telling: ComparisonTelling) -> tuple[Statement, ...]:
    """What the figures are made of, and what they leave out."""
    _ = telling.words.gettext
    return (
        Statement(
            "comparison.draws",
            _(
                "All drafts are played through the same {draws} draws, so that an answer which is "
                "the same in two drafts is the same event in both."
            ).format(draws=telling.words.number(telling.comparison.draws)),
        ),
        Statement(
            "comparison.order",
            _(
                "In each draw a draft is ranked by its worst critical property; where two are "
                "equal, by the next worst, and so on. Drafts that are equal share their ranks. "
                "Nothing is added up, and benefits are not set against harms."
            ),
        ),
        Statement(
            "comparison.purpose",
            _(
                "Whether a draft meets the proposal's own aim is told beside this and is not part "
                "of it."
            ),
        ),
    )


def openness(telling: ComparisonTelling) -> tuple[Statement, ...]:
    """Where answers are missing, and what that does to the order of the drafts."""
    lacking = (each for each in telling.comparison.options if each.missing)
    return (*(_missing(telling, each) for each in lacking), *_alike(telling))


def _missing(telling: ComparisonTelling, ranked: Ranked) -> Statement:
    _ = telling.words.gettext
    count = len(ranked.missing)
    text = telling.words.ngettext(
        "“{name}”: {count} answer is missing, so the order of the drafts is open.",
        "“{name}”: {count} answers are missing, so the order of the drafts is open.",
        count,
    ).format(name=telling.option(ranked.option.id), count=count)
    never = _("What is not answered is not taken for no harm.")
    values = {"option": ranked.option.id, "missing": ranked.missing}
    return Statement("comparison.missing", f"{text} {never}", values, ranked.missing)


def _alike(telling: ComparisonTelling) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    alike = telling.comparison.alike
    if not alike:
        return ()
    text = _(
        "On {nodes} all drafts have the same “don't know”. Whatever the answer is, it is taken to "
        "be the same in all of them."
    ).format(nodes=telling.names(alike))
    return (Statement("comparison.alike", text, {"alike": alike}, alike),)


def standing(telling: ComparisonTelling, option_id: str) -> tuple[Statement, ...]:
    """One draft's conclusions, and how far they may move where answers are missing."""
    findings = telling.findings(option_id)
    told = tuple(verdict(findings, channel) for channel in CHANNELS)
    if not telling.comparison.option(option_id).missing:
        return told
    return (*told, bounds(findings, "harm"))


def purpose(telling: ComparisonTelling, option_id: str) -> Statement:
    """Whether a draft meets the proposal's own aim; the assessor's reason is not part of it."""
    _ = telling.words.gettext
    key = telling.comparison.option(option_id).option.purpose
    text = _("The proposal's own aim: {met}.").format(met=wording.purpose(telling.words, key))
    return Statement("comparison.purpose-met", text, {"purpose": key})


def ranks(telling: ComparisonTelling, option_id: str) -> Statement:
    """How often a draft comes first, and in the other ranks where nothing leaves them open."""
    _ = telling.words.gettext
    found = telling.comparison.option(option_id)
    values = {"first": found.first, "ranks": found.ranks}
    if found.first.vague:
        text = _("“{name}”: its rank cannot be told yet, because answers are missing.")
        return Statement("comparison.ranks", text.format(name=telling.option(option_id)), values)
    text = _("“{name}” comes first in {share} of draws.").format(
        name=telling.option(option_id), share=telling.extent(found.first)
    )
    if len(found.ranks) > 2:
        shares = (
            _("rank {number} in {share}").format(number=number, share=telling.extent(share))
            for number, share in enumerate(found.ranks[1:], start=2)
        )
        rest = _("Further: {ranks}.").format(ranks=wording.listed(telling.words, tuple(shares)))
        text = f"{text} {rest}"
    return Statement("comparison.ranks", text, values)


def dominances(telling: ComparisonTelling) -> tuple[Statement, ...]:
    """Every two drafts of which anything can be said."""
    names = [each.option.id for each in telling.comparison.options]
    return tuple(
        dominance(telling, one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if not telling.comparison.dominates(one, other).vague
        or not telling.comparison.dominates(other, one).vague
    )


def dominance(telling: ComparisonTelling, one: str, other: str) -> Statement:
    """How often one draft is nowhere worse than another, and the other way round."""
    _ = telling.words.gettext
    there, back = (telling.comparison.dominates(*pair) for pair in ((one, other), (other, one)))
    text = _(
        "In {share} of draws “{one}” is on no critical property worse than “{other}”; the other "
        "way round, in {back}."
    ).format(
        one=telling.option(one),
        other=telling.option(other),
        share=telling.extent(there),
        back=telling.extent(back),
    )
    return Statement("comparison.dominance", text, {"share": there, "back": back})


def regrets(telling: ComparisonTelling) -> tuple[Statement, ...]:
    """Every draft of whose worst property anything can be said."""
    return tuple(
        regret(telling, each.option.id)
        for each in telling.comparison.options
        if not all(extent.vague for extent in each.regret)
    )


def regret(telling: ComparisonTelling, option_id: str) -> Statement:
    """How far a draft's worst property lies behind that of the draft best in the same draw."""
    _ = telling.words.gettext
    found = telling.comparison.option(option_id).regret
    values = {"regret": found}
    if not found[0].high:
        text = _(
            "In no draw is the worst critical property of “{name}” worse than that of the draft "
            "which is best in this draw."
        )
        return Statement("comparison.regret", text.format(name=telling.option(option_id)), values)
    one, two, three = (telling.extent(extent) for extent in found)
    text = _(
        "The worst critical property of “{name}” is worse than that of the draft which is best in "
        "the same draw: by one level or more in {one} of draws, by two or more in {two}, by three "
        "in {three}."
    ).format(name=telling.option(option_id), one=one, two=two, three=three)
    return Statement("comparison.regret", text, values)
