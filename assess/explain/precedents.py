"""Why a case is near: how far apart its levels are, over how much, and on which nodes.

Nodes are told by their codes: there are too many to be named in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from assess import wording
from assess.framework import Framework
from assess.precedents import CHANNELS, Near
from assess.text import Words


def nearness(words: Words, framework: Framework, near: Near) -> tuple[str, ...]:
    """Sentences on one near case: never the distance without what it is made of."""
    _ = words.gettext
    told = [
        _(
            "The levels are {share} of the scale apart on average, over the {common} of {all}"
            " points that both judge (harm and benefit, for each property and enabler)."
        ).format(
            share=words.percent(near.distance),
            common=words.number(near.common),
            all=words.number(len(CHANNELS) * len(framework.judged)),
        ),
        _("Both state an effect on {names}.").format(names=_names(words, framework, near.shared))
        if near.shared
        else _("There is nothing on which both state an effect."),
    ]
    if near.apart:
        told.append(
            _("One states an effect and the other does not on {names}.").format(
                names=_names(words, framework, near.apart)
            )
        )
    return tuple(told)


def _names(words: Words, framework: Framework, nodes: Iterable[str]) -> str:
    return wording.listed(words, tuple(framework.node(node).code for node in nodes))
