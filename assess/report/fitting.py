"""How a paper keeps its limit of words: what is left out first, and how that is said.

What the assessor wrote for the paper, and the questions she pasted in, is never left out, and no
sentence is ever cut. Ours goes in the order of `plans`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assess.report.document import Length
from assess.text import Words

GRAVEST = 3
"""So many effects are kept longer than the others."""


@dataclass(frozen=True)
class Plan:
    """What a paper tells: so many effects, the gravest first, so many of them with the reason.

    `method`: how the findings are made; `names`: what is not known or not affected by name, not
    only by number; `ties`: what each recommendation answers; `firmness`: how far the conclusions
    follow from the answers.
    """

    effects: int
    reasons: int
    method: bool = True
    names: bool = True
    ties: bool = True
    firmness: bool = True


def plans(effects: int, reasons: int) -> Iterator[Plan]:
    """From everything to the least, each leaving out a little more than the one before.

    First the reasons given for single effects, those of the mildest first, down to three; then
    how the findings are made, and what each recommendation answers; then effects, the mildest
    first, down to three; then names and firmness; at last the reasons and effects kept so long.
    """
    plan = Plan(effects, reasons)
    yield plan
    for left in range(reasons - 1, GRAVEST - 1, -1):
        yield (plan := replace(plan, reasons=left))
    yield (plan := replace(plan, method=False))
    yield (plan := replace(plan, ties=False))
    for left in range(effects - 1, GRAVEST - 1, -1):
        yield (plan := replace(plan, effects=left))
    yield (plan := replace(plan, names=False))
    yield (plan := replace(plan, firmness=False))
    for left in range(min(reasons, GRAVEST) - 1, -1, -1):
        yield (plan := replace(plan, reasons=left))
    for left in range(min(effects, GRAVEST) - 1, -1, -1):
        yield (plan := replace(plan, effects=left))


def left_out(words: Words, whole: Plan, plan: Plan) -> tuple[str, ...]:
    """What a plan leaves out of the whole, each as words for a list."""
    _, many = words.gettext, words.ngettext
    reasons, effects = whole.reasons - plan.reasons, whole.effects - plan.effects
    told = (
        (
            reasons,
            many(
                "the reasons given for {n} effect", "the reasons given for {n} effects", reasons
            ).format(n=words.number(reasons)),
        ),
        (not plan.method, _("how the findings are made")),
        (not plan.ties, _("what each recommendation answers")),
        (
            effects,
            many("{n} effect", "{n} effects", effects).format(n=words.number(effects)),
        ),
        (not plan.names, _("the names of what is not known or not affected")),
        (not plan.firmness, _("how far the conclusions follow from the answers")),
    )
    return tuple(text for is_left_out, text in told if is_left_out)


def how_long(words: Words, length: Length) -> str:
    """How long a paper is: "742 of 800 words"."""
    _, many = words.gettext, words.ngettext
    count, over = words.number(length.words), words.number(length.over)
    if length.limit is None:
        return many("{count} word", "{count} words", length.words).format(count=count)
    text = _("{count} of {limit} words")
    if length.over:
        text = _("{count} words, {over} more than the limit of {limit}")
    return text.format(count=count, limit=words.number(length.limit), over=over)
