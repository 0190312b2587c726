"""A whole comparison told from top to bottom, for a terminal and for a report."""

from __future__ import annotations

from collections.abc import Iterator

from assess import wording
from assess.compare import Comparison, Step
from assess.explain import comparison as side_by_side
from assess.explain import step as moved
from assess.explain.comparison import ComparisonTelling
from assess.framework import Framework
from assess.text import Words

_INDENT = "  "


def comparison_lines(framework: Framework, comparison: Comparison, words: Words) -> tuple[str, ...]:
    """All there is to tell, in lines: each draft, their order, then what moved and why."""
    telling = ComparisonTelling(framework, comparison, words)
    return (
        *_drafts(telling),
        *(told.text for told in side_by_side.openness(telling)),
        "",
        *_order(telling),
        *(line for step in comparison.steps for line in _step(telling, step)),
    )


def _drafts(telling: ComparisonTelling) -> Iterator[str]:
    for each in telling.comparison.options:
        yield telling.option(each.option.id)
        for told in side_by_side.standing(telling, each.option.id):
            yield _INDENT + told.text
        yield _INDENT + side_by_side.purpose(telling, each.option.id).text
        yield ""


def _order(telling: ComparisonTelling) -> Iterator[str]:
    names = [each.option.id for each in telling.comparison.options]
    yield from (side_by_side.ranks(telling, name).text for name in names)
    yield from (told.text for told in side_by_side.dominances(telling))
    yield from (told.text for told in side_by_side.regrets(telling))
    yield from (told.text for told in side_by_side.how(telling))


def _step(telling: ComparisonTelling, step: Step) -> Iterator[str]:
    yield ""
    yield from (told.text for told in moved.summary(telling, step))
    for each in step.moves:
        mark = wording.symbol(each.channel, max(each.before.level, each.after.level))
        yield f"{mark} {moved.move(telling, step, each).text}"
        for told in moved.reasons(telling, step, each):
            yield _INDENT + told.text
