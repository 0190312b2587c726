"""Which effects come first, and what each rests on, in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from assess import wording
from assess.findings import Cause, Channel
from assess.framework import Enabler
from assess.report.matter import Matter

NAMED, CITED = 3, 5
"""So many answers are named that an effect follows from, and so many provisions it rests on."""
_LETTERS = 20


class Where(NamedTuple):
    """Harm or benefit on one node."""

    node: str
    channel: Channel


def gravest(matter: Matter, *channels: Channel) -> tuple[Where, ...]:
    """Where there is some harm, or benefit, on critical properties and enablers, strongest first.

    By level, then critical properties before enablers, then by chance, then in the framework's
    order. An effect less likely than not comes last. Goals are left out: they follow from these.
    """
    found = [
        Where(node.id, channel)
        for channel in channels
        for node in matter.framework.judged
        if matter.telling.findings.node(node.id).effect(channel).p[0]
    ]
    return tuple(sorted(found, key=lambda where: _rank(matter, where)))


def _rank(matter: Matter, where: Where) -> tuple[int, bool, float]:
    effect = matter.telling.findings.node(where.node).effect(where.channel)
    enables = isinstance(matter.framework.node(where.node), Enabler)
    return -effect.level, enables, -effect.p[max(effect.level, 1) - 1]


def told(matter: Matter, where: Where) -> str:
    """An effect with its chance: "Privacy: major harm, likely (76%; range 66–90%)."."""
    _, words = matter.words.gettext, matter.words
    node, channel = where
    effect = matter.telling.findings.node(node).effect(channel)
    step = max(effect.level, 1) - 1
    level = wording.level_of(step + 1)
    assert level is not None
    return _("{name}: {level}, {chance}.").format(
        name=matter.telling.name(node),
        level=wording.at_least(words, level, channel),
        chance=matter.telling.ranged(effect.p[step], effect.lower[step], effect.upper[step]),
    )


def grounds(matter: Matter, where: Where, names: int = NAMED, numbers: int = CITED) -> str:
    """What an effect rests on: the provisions cited for it, or the answers it follows from.

    At most so many of each are told by name and by number.
    """
    _, words = matter.words.gettext, matter.words
    node, channel = where
    effect = matter.telling.findings.node(node).effect(channel)
    causes = effect.explanations[max(effect.level, 1) - 1].causes
    if any(cause.node != node for cause in causes):
        named = matter.telling.names([cause.node for cause in causes][:names])
        answers = words.ngettext(
            "It follows from the answer on {names}.",
            "It follows mainly from the answers on {names}.",
            len({cause.node for cause in causes}),
        ).format(names=named)
        provisions = _provisions(matter, causes[:names], numbers)
        return " ".join(part for part in (answers, provisions) if part)
    return _provisions(matter, causes, numbers) or _("No provision is cited for it.")


def _provisions(matter: Matter, causes: tuple[Cause, ...], most: int) -> str:
    """The provisions as a sentence, so many by number; empty where none is cited."""
    words = matter.words
    answers = (matter.telling.judgement(cause.node, cause.part) for cause in causes)
    numbers = tuple(dict.fromkeys(p for each in answers if each for p in each.provisions))
    if not numbers:
        return ""
    more = len(numbers) - most
    if more > 0:
        return words.ngettext(
            "It rests on provisions {numbers} and {n} more.",
            "It rests on provisions {numbers} and {n} more.",
            more,
        ).format(numbers=", ".join(short(numbers, most)), n=words.number(more))
    return words.ngettext(
        "It rests on provision {numbers}.", "It rests on provisions {numbers}.", len(numbers)
    ).format(numbers=wording.listed(words, short(numbers, most)))


def short(numbers: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first of them, each with its first letters only where somebody numbered at length."""
    return tuple(
        each if len(each) <= _LETTERS else f"{each[:_LETTERS]}…" for each in numbers[:most]
    )
