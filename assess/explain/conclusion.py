"""The conclusion in sentences: harm and benefit side by side, how firm, and what could move it."""

from __future__ import annotations

from typing import get_args

from assess import wording
from assess.explain.statement import Statement
from assess.explain.sureness import changed, readings, smallest
from assess.explain.telling import Telling
from assess.findings import CHANNELS, Channel, Triple
from assess.framework import Kind
from assess.robustness import Sureness
from assess.text import Words


def verdict(telling: Telling, channel: Channel) -> Statement:
    """The conclusion on harm or on benefit, with its level, chance and range.

    A worse step that some draws reach is named with its chance; "no harm found" is said only
    where no draw holds any.
    """
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    step = max(found.level, 1) - 1
    values = {"level": found.level, "p": found.p[step]}
    name = named(telling, found.level, channel)
    if not found.p[0]:
        text = _("{verdict} ({answered}).").format(verdict=name, answered=answered(telling))
        return Statement(f"verdict.{channel}", text, values)
    text = _("{verdict}: {chance}.").format(
        verdict=name,
        chance=telling.bounded(found.p[step], found.lower[step], found.upper[step]),
    )
    further = beyond(telling.words, found.level, found.p, channel)
    text = " ".join(each for each in (text, further) if each)
    return Statement(f"verdict.{channel}", text, values, judgements=_behind(telling, channel, step))


def named(telling: Telling, level: int, channel: Channel) -> str:
    """The name of a verdict; level 0 is "none found" only where no draw holds any effect."""
    _ = telling.words.gettext
    if level or not telling.findings.verdict(channel).p[0]:
        return wording.verdict(telling.words, level, channel)
    return {"harm": _("Harm possible"), "benefit": _("Benefit possible")}[channel]


def beyond(words: Words, level: int, p: Triple, channel: Channel) -> str:
    """The furthest step that some draws reach beyond a conclusion; empty where none does."""
    _ = words.gettext
    furthest = max((step for step in (1, 2, 3) if p[step - 1]), default=0)
    if furthest <= max(level, 1):
        return ""
    sentence = {
        "harm": _("At worst: “{name}”, {chance}."),
        "benefit": _("At most: “{name}”, {chance}."),
    }
    return sentence[channel].format(
        name=wording.verdict(words, furthest, channel),
        chance=wording.chance(words, p[furthest - 1]),
    )


def _behind(telling: Telling, channel: Channel, step: int) -> tuple[tuple[str, int], ...]:
    causes = telling.findings.verdict(channel).explanations[step].causes
    return tuple((cause.node, cause.part) for cause in causes)


def answered(telling: Telling) -> str:
    """How much was answered: "9 of 15 answered", "9 of 15 answered, 2 of them "don't know"."""
    said = [node.said for node in telling.findings.nodes if node.said not in (None, "not-asked")]
    given = sum(each in ("effect", "none", "not-applicable", "dont-know") for each in said)
    return counted(telling.words, given, len(said), said.count("dont-know"))


def counted(words: Words, given: int, asked: int, unknown: int) -> str:
    """The same from the numbers: how many nodes are answered of how many asked about."""
    _ = words.gettext
    if unknown:
        return _("{given} of {all} answered, {unknown} of them “don't know”").format(
            given=given, all=asked, unknown=unknown
        )
    return _("{given} of {all} answered").format(given=given, all=asked)


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
        text = _("It harms {harmed}. {otherwise}").format(
            harmed=_count(telling, harmed), otherwise=_otherwise(telling, "benefit")
        )
    elif helped:
        text = _("It benefits {helped}. {otherwise}").format(
            helped=_count(telling, helped), otherwise=_otherwise(telling, "harm")
        )
    else:
        text = " ".join(_otherwise(telling, channel) for channel in CHANNELS)
    return Statement("verdict.sides", text, {"harmed": harmed, "helped": helped})


def _otherwise(telling: Telling, channel: Channel) -> str:
    """What is said of a side on which nothing is more likely than not."""
    _ = telling.words.gettext
    if telling.findings.verdict(channel).p[0]:
        return {
            "harm": _("Some harm is possible, though none is more likely than not."),
            "benefit": _("Some benefit is possible, though none is more likely than not."),
        }[channel]
    return {
        "harm": _("No harm was found in the answers given."),
        "benefit": _("No benefit was found in the answers given."),
    }[channel]


def _touched(telling: Telling, channel: Channel) -> tuple[str, ...]:
    nodes = telling.findings.nodes
    return tuple(node.id for node in nodes if node.effect(channel).level > 0)


def _count(telling: Telling, nodes: tuple[str, ...]) -> str:
    many = telling.words.ngettext
    kinds: list[Kind] = [telling.framework.kind(node) for node in nodes]
    counts = {kind: kinds.count(kind) for kind in get_args(Kind)}
    properties, enablers, goals, criteria, rights = counts.values()
    said = (
        many("{n} critical property", "{n} critical properties", properties).format(n=properties),
        many("{n} enabler", "{n} enablers", enablers).format(n=enablers),
        many("{n} goal", "{n} goals", goals).format(n=goals),
        many("{n} criterion of a topic", "{n} criteria of topics", criteria).format(n=criteria),
        many("{n} right", "{n} rights", rights).format(n=rights),
    )
    found = zip(said, counts.values(), strict=True)
    return wording.listed(telling.words, tuple(text for text, count in found if count))


def firmness(telling: Telling, channel: Channel, sure: Sureness | None = None) -> Statement:
    """How far the conclusion follows from the answers, with the gloss that it says no more.

    With `sure` it also says the smallest change of stated levels that alters the conclusion.
    """
    _ = telling.words.gettext
    found = telling.findings.verdict(channel)
    text = _(
        "{holds} It is called {firmness}. This says how far the conclusion follows from the "
        "answers given, not how likely the law is to break the Internet."
    ).format(
        holds=_holds(telling, found.share, sure),
        firmness=wording.firmness(telling.words, found.firmness),
    )
    values = {"firmness": found.firmness, "share": found.share}
    return Statement(f"firmness.{channel}", text, values)


def _holds(telling: Telling, share: float, sure: Sureness | None) -> str:
    _ = telling.words.gettext
    said = readings(telling.words, share)
    searched = min(sure.down.searched, sure.up.searched) if sure else 0
    if sure and (found := smallest(sure)):
        text = (
            _(
                "This conclusion holds in {readings} of the answers; it would change if "
                "{changes}. No smaller change of the stated levels was found that alters it."
            )
            if found.count == 1
            else _(
                "This conclusion holds in {readings} of the answers; it would change, for "
                "example, if {changes}. No smaller change of the stated levels was found that "
                "alters it."
            )
        )
        return text.format(readings=said, changes=changed(telling, sure, found.sets[0]))
    if searched:
        return telling.words.ngettext(
            "This conclusion holds in {readings} of the answers; no change of the stated levels "
            "by one alters it.",
            "This conclusion holds in {readings} of the answers; no change of the stated levels "
            "by up to {n} in all alters it.",
            searched,
        ).format(readings=said, n=searched)
    return _("This conclusion holds in {readings} of the answers.").format(readings=said)


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
        low=named(telling, found.lower_level, channel),
        high=named(telling, found.upper_level, channel),
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
