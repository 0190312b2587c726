"""One node in sentences: what was said of it, what follows, what the other answers suggest."""

from __future__ import annotations

from collections.abc import Mapping

from assess import wording
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import CHANNELS, Channel, Expectation, Said
from assess.framework import Framework
from assess.text import Words
from assess.wording import overlay


def node(telling: Telling, node_id: str) -> tuple[Statement, ...]:
    """What was said of a node, then its harm and its benefit where there is any to tell."""
    said = telling.findings.node(node_id).said
    told = () if said is None else (status(telling, node_id),)
    if said in ("none", "not-applicable"):
        return told
    return (*told, *effects(telling, node_id))


def status(telling: Telling, node_id: str) -> Statement:
    """What the assessor said of a node, or that nothing was said."""
    found = telling.findings.node(node_id)
    said: Said = found.said or "not-asked"
    parts = tuple((each.node, each.part) for each in telling.judgements(node_id))
    text = _status_text(telling, node_id, said)
    return Statement(f"said.{said}", text, {"said": said}, (node_id,), parts)


def _status_text(telling: Telling, node_id: str, said: Said) -> str:
    _ = telling.words.gettext
    if said == "effect":
        answers = [wording.direction(telling.words, each) for each in telling.judgements(node_id)]
        stated = wording.listed(telling.words, tuple(dict.fromkeys(answers)))
        return _("Stated by the assessor: {stated}.").format(stated=stated)
    ref = telling.framework.overlay_ref
    if said == "not-asked" and ref and node_id in telling.hidden():
        return overlay.left_out(telling.words, ref)
    if said == "unfinished" and any(each.review for each in telling.judgements(node_id)):
        return _("Answered to an earlier wording and not confirmed yet: it cannot be used.")
    if said == "dont-know":
        return _("Not known: {reasons}.").format(reasons=_reasons(telling, node_id))
    return {
        "none": _("No effect: judged so by the assessor."),
        "not-applicable": _("Not applicable: judged so by the assessor."),
        "unfinished": _("Unfinished: the answer cannot be used yet."),
        "not-answered": _("Not answered."),
        "not-asked": _("Not asked at this depth."),
    }[said]


def _reasons(telling: Telling, node_id: str) -> str:
    _ = telling.words.gettext
    reasons = [each.reason for each in telling.judgements(node_id) if each.answer == "dont-know"]
    said = tuple(
        wording.dont_know_reason(telling.words, reason) if reason else _("no reason is given")
        for reason in dict.fromkeys(reasons)
    )
    return wording.listed(telling.words, said)


def effects(telling: Telling, node_id: str) -> tuple[Statement, ...]:
    """Harm and benefit on a node, the channel left out where nothing was found or is open."""
    found = telling.findings.node(node_id)
    told = [
        effect(telling, node_id, channel)
        for channel in CHANNELS
        if found.effect(channel).p[0] > 0 or found.effect(channel).stated
    ]
    return tuple(told) or (nothing_found(telling, node_id),)


def effect(telling: Telling, node_id: str, channel: Channel) -> Statement:
    """The level and chance of harm or benefit on a node: "Major harm: likely (76%; …)"."""
    _ = telling.words.gettext
    found = telling.findings.node(node_id).effect(channel)
    level = wording.level_of(max(found.level, 1))
    assert level is not None
    step = max(found.level, 1) - 1
    text = _("{level}: {chance}.").format(
        level=wording.opening(wording.at_least(telling.words, level, channel)),
        chance=telling.ranged(found.p[step], found.lower[step], found.upper[step]),
    )
    causes = found.explanations[step].causes
    return Statement(
        f"effect.{channel}",
        text,
        {"level": found.level, "p": found.p[step]},
        (node_id,),
        tuple((cause.node, cause.part) for cause in causes),
    )


def nothing_found(telling: Telling, node_id: str) -> Statement:
    """Neither harm nor benefit follows from the answers; what is missing may still bring some."""
    _ = telling.words.gettext
    found = telling.findings.node(node_id)
    text = _("Neither harm nor benefit found in the answers given.")
    highest = max(found.harm.upper_level, found.benefit.upper_level)
    if highest:
        missing = _("What is missing could still bring {harm} or {benefit}.").format(
            harm=wording.found(telling.words, found.harm.upper_level, "harm"),
            benefit=wording.found(telling.words, found.benefit.upper_level, "benefit"),
        )
        text = f"{text} {missing}"
    return Statement("effect.none-found", text, {"upper": highest}, (node_id,))


def expected(
    framework: Framework, node_id: str, expectations: Mapping[Channel, Expectation], words: Words
) -> tuple[Statement, ...]:
    """What the answers on other nodes lead one to expect here; empty where they say nothing."""
    return tuple(
        _expectation(framework, node_id, channel, expectations[channel], words)
        for channel in CHANNELS
        if expectations[channel].p[0] > 0
    )


def _expectation(
    framework: Framework, node_id: str, channel: Channel, expectation: Expectation, words: Words
) -> Statement:
    _ = words.gettext
    step = max(expectation.level, 1) - 1
    level = wording.level_of(step + 1)
    assert level is not None
    causes = expectation.causes[step]
    names = dict.fromkeys(framework.node(cause.node).name for cause in causes)
    text = _("The answers on {causes} make {level} {chance} here.").format(
        causes=wording.listed(words, tuple(names)[:3]),
        level=wording.at_least(words, level, channel),
        chance=wording.chance(words, expectation.p[step]),
    )
    return Statement(
        f"expected.{channel}",
        text,
        {"level": expectation.level, "p": expectation.p[step]},
        (node_id,),
        tuple((cause.node, cause.part) for cause in causes),
    )
