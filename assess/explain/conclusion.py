"""The conclusion in sentences: harm and benefit side by side, how firm, and what could move it."""

from __future__ import annotations

from assess import wording
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import CHANNELS, Channel
from assess.framework import Kind

_COUNTED: tuple[Kind, ...] = ("critical-property", "enabler", "goal")


def verdict(telling: Telling, channel: Channel) -> Statement:
    """The conclusion on harm or on benefit, with its level, chance and range."""
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    name = wording.verdict(telling.words, found.level, channel)
    values = {"level": found.level, "p": found.p[max(found.level, 1) - 1]}
    if not found.level:
        text = _("{verdict} ({answered}).").format(verdict=name, answered=answered(telling))
        return Statement(f"verdict.{channel}", text, values)
    step = found.level - 1
    text = _("{verdict}: {chance}.").format(
        verdict=name,
        chance=telling.bounded(found.p[step], found.lower[step], found.upper[step]),
    )
    return Statement(f"verdict.{channel}", text, values, judgements=_behind(telling, channel, step))


def _behind(telling: Telling, channel: Channel, step: int) -> tuple[tuple[str, int], ...]:
    causes = telling.findings.verdict(channel).explanations[step].causes
    return tuple((cause.node, cause.part) for cause in causes)


def answered(telling: Telling) -> str:
    """How much was answered: "9 of 15 answered", "9 of 15 answered, 2 of them "don't know"."""
    _ = telling.words.gettext
    said = [node.said for node in telling.findings.nodes if node.said not in (None, "not-asked")]
    given = sum(each in ("effect", "none", "not-applicable", "dont-know") for each in said)
    unknown = said.count("dont-know")
    if unknown:
        return _("{given} of {all} answered, {unknown} of them “don't know”").format(
            given=given, all=len(said), unknown=unknown
        )
    return _("{given} of {all} answered").format(given=given, all=len(said))


def sides(telling: Telling) -> Statement:
    """What the other channel holds; the two are named together and never netted."""
    _ = telling.words.gettext
    harmed, helped = (_touched(telling, channel) for channel in CHANNELS)
    never = _("The toolkit does not set one against the other.")
    if harmed and helped:
        text = _("It harms {harmed} and benefits {helped}. {never}").format(
            harmed=_count(telling, harmed), helped=_count(telling, helped), never=never
        )
    elif harmed:
        text = _("It harms {harmed}. No benefit was found in the answers given.").format(
            harmed=_count(telling, harmed)
        )
    elif helped:
        text = _("It benefits {helped}. No harm was found in the answers given.").format(
            helped=_count(telling, helped)
        )
    else:
        text = _("Neither harm nor benefit was found in the answers given.")
    return Statement("verdict.sides", text, {"harmed": harmed, "helped": helped})


def _touched(telling: Telling, channel: Channel) -> tuple[str, ...]:
    nodes = telling.findings.nodes
    return tuple(node.id for node in nodes if node.effect(channel).level > 0)


def _count(telling: Telling, nodes: tuple[str, ...]) -> str:
    _, many = telling.words.gettext, telling.words.ngettext
    kinds = [telling.framework.kind(node) for node in nodes]
    counts = {kind: kinds.count(kind) for kind in _COUNTED}
    properties, enablers, goals = (counts[kind] for kind in _COUNTED)
    said = (
        many("{n} critical property", "{n} critical properties", properties).format(n=properties),
        many("{n} enabler", "{n} enablers", enablers).format(n=enablers),
        many("{n} goal", "{n} goals", goals).format(n=goals),
    )
    return wording.listed(
        telling.words,
        tuple(text for text, kind in zip(said, _COUNTED, strict=True) if counts[kind]),
    )


def firmness(telling: Telling, channel: Channel) -> Statement:
    """How far the conclusion follows from the answers, with the gloss that it says no more."""
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    text = _(
        "The conclusion is {firmness}: it is the same in {share} of draws. This says how far the "
        "conclusion follows from the answers given, not how likely the law is to break the "
        "Internet."
    ).format(
        firmness=wording.firmness(telling.words, found.firmness),
        share=telling.words.percent(found.share),
    )
    values = {"firmness": found.firmness, "share": found.share}
    return Statement(f"firmness.{channel}", text, values)


def bounds(telling: Telling, channel: Channel) -> Statement:
    """Whether another reading of the words, or what is missing, could change the conclusion."""
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    values = {"lower": found.lower_level, "upper": found.upper_level, "doubts": found.doubts}
    key = f"bounds.{channel}"
    if found.lower_level == found.upper_level:
        return Statement(key, _steady(telling), values)
    doubts = tuple(telling.doubt(doubt) for doubt in found.doubts)
    text = _(
        "The conclusion could lie anywhere from “{low}” to “{high}”. It depends on {doubts}."
    ).format(
        low=wording.verdict(telling.words, found.lower_level, channel),
        high=wording.verdict(telling.words, found.upper_level, channel),
        doubts=wording.listed(telling.words, doubts),
    )
    return Statement(key, text, values, tuple(gap.node for gap in telling.findings.gaps))


def _steady(telling: Telling) -> str:
    _ = telling.words.gettext
    if telling.findings.gaps or telling.findings.not_asked:
        return _(
            "The conclusion does not depend on the unanswered questions, nor on how the words for "
            "likelihood and strength are read."
        )
    return _(
        "The conclusion does not depend on how the words for likelihood and strength are read."
    )


def flags(telling: Telling) -> tuple[Statement, ...]:
    """One sentence for each critical property that is broken, at risk or open."""
    return tuple(
        flag(telling, node.id)
        for node in telling.findings.nodes
        if node.flag in ("broken", "at-risk", "open")
    )


def flag(telling: Telling, node_id: str) -> Statement:
    """What is flagged on a critical property and why. Raises ValueError where there is no flag."""
    _ = telling.words.gettext
    node = telling.findings.node(node_id)
    if node.flag is None:
        raise ValueError(f"{node_id} carries no flag; only critical properties do")
    harm = node.harm
    text = _("{name}: {flag}. Major harm: {chance}.").format(
        name=telling.name(node_id),
        flag=wording.flag(telling.words, node.flag),
        chance=telling.ranged(harm.p[2], harm.lower[2], harm.upper[2]),
    )
    if node.veto:
        stated = _("It is flagged because the assessor states major harm, however unlikely.")
        text = f"{text} {stated}"
    return Statement("flag", text, {"flag": node.flag, "p": harm.p[2]}, (node_id,))
