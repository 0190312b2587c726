"""One paper in two languages: the same report made twice and laid side by side, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from assess import bundle
from assess.assessment import Assessment
from assess.report.document import (
    Beside,
    Block,
    Cell,
    Fact,
    Facts,
    Note,
    Report,
    Section,
    Table,
    UserText,
)
from assess.report.freetext import evened, said_again
from assess.text import Words

Make = Callable[[Assessment, Words, int], Report]
"""Makes a report of an assessment in these words, with so many steps of shortening at least."""


def in_two_languages(make: Make, assessment: Assessment, first: Words, second: Words) -> Report:
    """The paper in two languages, of one assessment, which is inside as it is.

    Both versions are shortened alike, so that each keeps to the limit of words on its own.
    """
    again = said_again(assessment) if assessment.second.language == second.language else assessment
    one, other = make(assessment, first, 0), make(again, second, 0)
    if one.audience == "submission":
        even, even_again = evened(assessment, again)
        steps = 0
        while True:
            one, other = make(even, first, steps), make(even_again, second, steps)
            if one.steps == other.steps:
                break
            steps = max(one.steps, other.steps)
    return beside(replace(one, assessment=bundle.dumps(assessment).encode()), other)


def beside(first: Report, second: Report) -> Report:
    """The first report with the second beside it; the assessment and the findings are one.

    Words of the assessor that are the same in both were not said again: in the second they keep
    the language of the first.
    """
    pairing = _Pairing(first, second)
    facts = pairing.facts(first.facts, second.facts)
    return replace(
        first,
        sections=tuple(pairing.sections(first.sections, second.sections)),
        seal=first.seal.model_validate(
            {**first.seal.model_dump(), "second": second.words.language}
        ),
        second=replace(second, facts=facts, sections=()),
    )


class _Pairing:
    """Pairs what says the same, knowing both reports."""

    def __init__(self, first: Report, second: Report) -> None:
        self.first, self.second = first, second

    def sections(
        self, first: tuple[Section, ...], second: tuple[Section, ...]
    ) -> Iterator[Section]:
        """Those of the same id as one; one that stands in one language only says so."""
        others = {each.id: each for each in second}
        ids = {each.id for each in first}
        for each in first:
            yield self.section(each, others.get(each.id, Section(each.id, each.title)))
        for each in second:
            if each.id not in ids:
                yield self.section(Section(each.id, each.title), each)

    def section(self, first: Section, second: Section) -> Section:
        return Section(
            first.id,
            first.title,
            tuple(self.blocks(first.blocks, second.blocks)),
            tuple(self.sections(first.sections, second.sections)),
            second.title if second.title != first.title else "",
        )

    def blocks(self, first: tuple[Block, ...], second: tuple[Block, ...]) -> Iterator[Block]:
        """Every block of both, paired with its like; one without says that it stands alone."""
        steps = SequenceMatcher(None, _shapes(first), _shapes(second), autojunk=False)
        for kind, start, end, other_start, other_end in steps.get_opcodes():
            ones, others = first[start:end], second[other_start:other_end]
            if kind == "equal":
                yield from map(self.pair, ones, others)
            else:
                yield from (Beside(each, _alone(self.second, self.first)) for each in ones)
                yield from (Beside(_alone(self.first, self.second), each) for each in others)

    def pair(self, first: Block, second: Block) -> Beside:
        """Two blocks; in the second, words of the assessor that stayed keep their language."""
        if isinstance(first, UserText) and isinstance(second, UserText):
            if first.text == second.text:
                second = replace(second, language=self.first.text_language)
        elif isinstance(first, Facts) and isinstance(second, Facts):
            second = Facts(self.facts(first.facts, second.facts))
        elif isinstance(first, Table) and isinstance(second, Table):
            pairs = zip_longest(first.rows, second.rows, fillvalue=tuple[Cell, ...]())
            second = replace(second, rows=tuple(self.cells(*each) for each in pairs if each[1]))
        return Beside(first, second)

    def facts(self, first: tuple[Fact, ...], second: tuple[Fact, ...]) -> tuple[Fact, ...]:
        said = {each.text for each in first if each.user}
        return tuple(
            replace(each, language=self.first.text_language) if each.text in said else each
            for each in second
        )

    def cells(self, first: tuple[Cell, ...], second: tuple[Cell, ...]) -> tuple[Cell, ...]:
        said = {each.text for each in first if each.user}
        return tuple(
            replace(each, language=self.first.text_language) if each.text in said else each
            for each in second
        )


def _shapes(blocks: tuple[Block, ...]) -> list[str]:
    return [
        f"{type(each).__name__} {bool(each.label)}"
        if isinstance(each, UserText)
        else type(each).__name__
        for each in blocks
    ]


def _alone(missing: Report, there: Report) -> Note:
    """What stands in the place of a block that the other language has and this one has not."""
    words = missing.words
    _ = words.gettext
    text = _("This part stands in one language only: {language}.")
    named = words.named(there.words.language)
    return Note("caution", _("Not in this language"), (text.format(language=named),))
