"""Where a number comes from: which answers, by which ways, and what a check without numbers says.

The shares are shares of a result in this model. They are never called responsibility: how to
apportion among causes is a convention.
"""

from __future__ import annotations

from assess import wording
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import Cause, Channel, Effect, Explanation, Pathway, Step

_SMALLEST = 0.005  # shares that would print as "< 1%" are told together


def causes(telling: Telling, explanation: Explanation) -> tuple[Statement, ...]:
    """One sentence for each answer behind a number, largest first, small ones told together."""
    large = [cause for cause in explanation.causes if cause.share >= _SMALLEST]
    small = [cause for cause in explanation.causes if cause.share < _SMALLEST]
    told = [_cause(telling, cause, explanation.p) for cause in large]
    return (*told, *_rest(telling, small, explanation.p))


def _cause(telling: Telling, cause: Cause, total: float) -> Statement:
    _ = telling.words.gettext
    text = _("{cause}: {share} out of {total}, its share of the result in this model. {but_for}")
    return Statement(
        "cause",
        text.format(
            cause=telling.cause(cause.node, cause.part),
            share=telling.words.percent(cause.share),
            total=telling.words.percent(total),
            but_for=_but_for(telling, cause, total),
        ),
        {"share": cause.share, "but_for": cause.but_for, "p": total},
        (cause.node,),
        ((cause.node, cause.part),),
    )


def _but_for(telling: Telling, cause: Cause, total: float) -> str:
    _ = telling.words.gettext
    if cause.but_for < _SMALLEST:
        return _("One of several sufficient causes: without it alone, next to nothing changes.")
    return _("Without it alone: {chance}.").format(
        chance=wording.chance(telling.words, max(total - cause.but_for, 0.0))
    )


def _rest(telling: Telling, small: list[Cause], total: float) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    if not small:
        return ()
    share = sum(cause.share for cause in small)
    text = _("Other answers together: {share} out of {total}.").format(
        share=telling.words.percent(share), total=telling.words.percent(total)
    )
    parts = tuple((cause.node, cause.part) for cause in small)
    return (Statement("cause.others", text, {"share": share, "p": total}, judgements=parts),)


def ways(telling: Telling, explanation: Explanation, most: int = 10) -> tuple[Statement, ...]:
    """The ways by which a result comes about, largest first; beyond `most` told as one."""
    _ = telling.words.gettext
    listed, left = explanation.ways[:most], explanation.ways[most:]
    told = [_way(telling, way, explanation.p) for way in listed]
    share = sum(way.share for way in left) + explanation.other_ways
    if share <= 0:
        return tuple(told)
    text = _("Other ways together: {share} out of {total}.").format(
        share=telling.words.percent(share), total=telling.words.percent(explanation.p)
    )
    return (*told, Statement("way.others", text, {"share": share, "p": explanation.p}))


def _way(telling: Telling, way: Pathway, total: float) -> Statement:
    _ = telling.words.gettext
    text = _("{way}: {share} out of {total}.").format(
        way=route(telling, telling.cause(way.node, way.part), way.steps),
        share=telling.words.percent(way.share),
        total=telling.words.percent(total),
    )
    nodes = (way.node, *(step.target for step in way.steps))
    values = {"share": way.share, "p": total, "links": tuple(step.index for step in way.steps)}
    return Statement("way", text, values, nodes, ((way.node, way.part),))


def route(telling: Telling, start: str, steps: tuple[Step, ...]) -> str:
    """A way as names one after the other: "A → B → C"."""
    _ = telling.words.gettext
    text = start
    if not steps:
        return _("{name}, stated directly").format(name=start)
    for step in steps:
        text = _("{before} → {after}").format(before=text, after=telling.name(step.target))
    return text


def chain(telling: Telling, node_id: str, channel: Channel) -> Statement:
    """What the check without numbers finds, and why where it differs from the level."""
    effect = telling.findings.node(node_id).effect(channel)
    text = _chain_text(telling, effect, channel)
    if effect.difference:
        text = f"{text} {_difference(telling, effect, channel)}"
    values = {"level": effect.chain.level, "difference": effect.difference}
    return Statement(f"chain.{channel}", text, values, (node_id,))


def _chain_text(telling: Telling, effect: Effect, channel: Channel) -> str:
    _ = telling.words.gettext
    found = effect.chain
    level = wording.found(telling.words, found.level, channel)
    if found.node is None:
        return _("Cross-check without numbers: no chain of material or strong links leads here.")
    if not found.steps:
        return _("Cross-check without numbers: {level}, stated directly.").format(level=level)
    sentence = {
        "strong": _("Cross-check without numbers: {level}, by a chain of strong links: {way}."),
        "material": _(
            "Cross-check without numbers: {level}, by a chain whose weakest link is material: "
            "{way}."
        ),
        "weak": _(
            "Cross-check without numbers: {level}, by a chain whose weakest link is weak: {way}."
        ),
    }[found.strength or "weak"]
    return sentence.format(level=level, way=route(telling, telling.name(found.node), found.steps))


def _difference(telling: Telling, effect: Effect, channel: Channel) -> str:
    _ = telling.words.gettext
    reason = {
        "several-ways": _("the result rests on several weak ways together"),
        "several-answers": _("the result rests on several answers together"),
        "unlikely-effect": _("a strong chain starts from an unlikely effect"),
        "leaky-chain": _("each link of the chain may carry, but all of them seldom do at once"),
    }[effect.difference or "several-ways"]
    return _("It differs from the level given ({level}): {reason}.").format(
        level=wording.found(telling.words, effect.level, channel), reason=reason
    )
