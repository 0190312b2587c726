"""Recommendations in words: whose they are, and what each answers."""

from __future__ import annotations

from assess import wording
from assess.explain.telling import Telling
from assess.framework import LEVELS
from assess.submission import Advice
from assess.text import Words


def origin(words: Words, advice: Advice) -> str:
    """Whose words a recommendation is in."""
    _ = words.gettext
    if advice.origin == "own":
        return _("the assessor's own")
    if advice.is_edited:
        return _("edited by the assessor")
    return _("taken from a case") if advice.from_case else _("taken from the toolkit's list")


def from_case(words: Words, advice: Advice) -> str:
    """Of which case it was taken and who recommends it there; empty where it is of none."""
    _, case = words.gettext, advice.from_case
    if case is None:
        return ""
    if case.stated_by == "source":
        return _("From the case “{case}”, where a source recommends it.").format(case=case.title)
    return _("From the case “{case}”, where this toolkit recommends it.").format(case=case.title)


def answered(
    telling: Telling, nodes: tuple[str, ...], provisions: tuple[str, ...], most: int | None = None
) -> str:
    """What a recommendation answers: "It answers major harm to “Privacy”; provision 6."

    Empty where it is tied to nothing. The gravest harms come first; with `most` only so many are
    named, and of the others it is said how many. A node that is not judged harmful any more is
    named alone.
    """
    _, words = telling.words.gettext, telling.words
    harms, cited = _harms(telling, nodes, most), wording.listed(words, provisions)
    if harms and cited:
        return words.ngettext(
            "It answers {harms}; provision {provisions}.",
            "It answers {harms}; provisions {provisions}.",
            len(provisions),
        ).format(harms=harms, provisions=cited)
    if harms:
        return _("It answers {harms}.").format(harms=harms)
    if cited:
        return words.ngettext(
            "It bears on provision {provisions}.",
            "It bears on provisions {provisions}.",
            len(provisions),
        ).format(provisions=cited)
    return ""


def _harms(telling: Telling, nodes: tuple[str, ...], most: int | None) -> str:
    """The nodes by the gravest harm stated on each: "major harm to “A” and “B”, and “C”"."""
    _, words = telling.words.gettext, telling.words
    known = [node for node in nodes if telling.framework.has(node)]
    known.sort(key=lambda node: -_gravest(telling, node))
    named = known if most is None else known[:most]
    levels = dict.fromkeys(_gravest(telling, node) for node in named)
    told = [
        _of_level(telling, level, [node for node in named if _gravest(telling, node) == level])
        for level in levels
    ]
    if more := len(known) - len(named):
        text = words.ngettext("{n} more effect", "{n} more effects", more)
        told.append(text.format(n=words.number(more)))
    return wording.listed(words, tuple(told))


def _gravest(telling: Telling, node: str) -> int:
    """The gravest harm stated on a node, 0 (none) to 3."""
    stated = [LEVELS.index(each.harm) + 1 for each in telling.judgements(node) if each.harm]
    return max(stated, default=0)


def _of_level(telling: Telling, level: int, nodes: list[str]) -> str:
    _, words = telling.words.gettext, telling.words
    quoted = tuple(_("“{name}”").format(name=telling.name(node)) for node in nodes)
    names = wording.listed(words, quoted)
    if not level:
        return names
    return _("{level} to {names}").format(
        level=wording.level(words, LEVELS[level - 1], "harm"), names=names
    )
