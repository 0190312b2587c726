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
    return _("edited by the assessor") if advice.is_edited else _("taken from the toolkit's list")


def answered(telling: Telling, nodes: tuple[str, ...], provisions: tuple[str, ...]) -> str:
    """What a recommendation answers: "It answers major harm to “Privacy”; provision 6."

    Empty where it is tied to nothing. A node that is no longer judged harmful is named alone.
    """
    _, words = telling.words.gettext, telling.words
    known = [node for node in nodes if telling.framework.has(node)]
    harms = wording.listed(words, tuple(_harm(telling, node) for node in known))
    cited = wording.listed(words, provisions)
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
            "It would change provision {provisions}.",
            "It would change provisions {provisions}.",
            len(provisions),
        ).format(provisions=cited)
    return ""


def _harm(telling: Telling, node: str) -> str:
    """The gravest harm stated on a node, with its name."""
    _, words = telling.words.gettext, telling.words
    stated = [each.harm for each in telling.judgements(node) if each.harm]
    if not stated:
        return _("“{name}”").format(name=telling.name(node))
    level = wording.level(words, max(stated, key=LEVELS.index), "harm")
    return _("{level} to “{name}”").format(level=level, name=telling.name(node))
