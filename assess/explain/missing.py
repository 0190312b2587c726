"""What is missing, and what the answers make one ask: each said, none of it blocks anything."""

from __future__ import annotations

from assess import wording
from assess.assessment import Judgement
from assess.explain.statement import Statement
from assess.explain.telling import Telling
from assess.findings import Gap, GapKind, Prompt
from assess.wording import overlay

_ORDER: tuple[GapKind, ...] = ("not-answered", "unfinished", "dont-know")


def gaps(telling: Telling) -> tuple[Statement, ...]:
    """Every gap once: not answered, unfinished, not known, without rationale, not asked.

    Then what was answered to an earlier version and is not asked any more.
    """
    told = [
        _gap(telling, gap) for kind in _ORDER for gap in telling.findings.gaps if gap.kind == kind
    ]
    return (*told, *_without_rationale(telling), *_not_asked(telling), *_archived(telling))


def _gap(telling: Telling, gap: Gap) -> Statement:
    return Statement(
        f"gap.{gap.kind}",
        _gap_text(telling, gap),
        {"kind": gap.kind, "reason": gap.reason},
        (gap.node,),
        () if gap.kind == "not-answered" else ((gap.node, gap.part),),
    )


def _gap_text(telling: Telling, gap: Gap) -> str:
    _ = telling.words.gettext
    name = telling.name(gap.node)
    if gap.kind == "not-answered":
        return _("Not answered: {name}.").format(name=name)
    if gap.kind == "unfinished" and _waits(telling, gap):
        return _("Answered to an earlier wording and not confirmed yet: {name}.").format(name=name)
    if gap.kind == "unfinished":
        return _("Unfinished: {name} (missing: {lacks}).").format(
            name=name, lacks=_lacks(telling, gap)
        )
    if gap.reason is None:
        return _("Don't know: {name}. No reason is given.").format(name=name)
    return _("Don't know: {name}, because {reason}.").format(
        name=name, reason=wording.dont_know_reason(telling.words, gap.reason)
    )


def _waits(telling: Telling, gap: Gap) -> bool:
    """Whether it was answered before the framework changed, and nobody confirmed it since."""
    judgement = telling.judgement(gap.node, gap.part)
    return judgement is not None and judgement.review is not None


def _lacks(telling: Telling, gap: Gap) -> str:
    judgement = telling.judgement(gap.node, gap.part) or Judgement(node=gap.node)
    depth = telling.assessment.triage.depth
    lacks = judgement.missing(telling.framework.node(gap.node), depth)
    return wording.listed(telling.words, tuple(wording.lack(telling.words, key) for key in lacks))


def _without_rationale(telling: Telling) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    depth = telling.assessment.triage.depth
    lacking = [
        node.id
        for node in telling.framework.judged
        for each in telling.judgements(node.id)
        if each.counts and "rationale" in each.missing(node, depth)
    ]
    if not lacking:
        return ()
    text = _("No rationale is given, though the method asks for one: {names}.")
    return (
        Statement("gap.rationale", text.format(names=telling.names(lacking)), nodes=tuple(lacking)),
    )


def _not_asked(telling: Telling) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    hidden = telling.hidden()
    nodes = tuple(each for each in telling.findings.not_asked if each not in hidden)
    told = []
    if nodes:
        text = _("Not asked in a quick assessment: {names}.").format(names=telling.names(nodes))
        told.append(Statement("gap.not-asked", text, nodes=nodes))
    ref = telling.framework.overlay_ref
    if hidden and ref:
        text = overlay.left_out(telling.words, ref, [telling.name(each) for each in hidden])
        told.append(Statement("gap.left-out", text, nodes=hidden))
    return tuple(told)


def prompts(telling: Telling) -> tuple[Statement, ...]:
    """Questions that the answers raise about each other."""
    return tuple(prompt(telling, each) for each in telling.findings.prompts)


def prompt(telling: Telling, asked: Prompt) -> Statement:
    """One question; it never changes an answer."""
    text = _tension(telling, asked) if asked.kind == "tension" else _unexpected(telling, asked)
    nodes = (asked.node, asked.other) if asked.other else (asked.node,)
    return Statement(
        f"prompt.{asked.kind}",
        text,
        {"channel": asked.channel, "level": asked.level, "p": asked.p, "stated": asked.stated},
        nodes,
        tuple((cause.node, cause.part) for cause in asked.because),
    )


def _unexpected(telling: Telling, asked: Prompt) -> str:
    _ = telling.words.gettext
    level = wording.level_of(max(asked.level, 1))
    assert level is not None
    return _("{stated} The answers on {causes} make {level} {chance}. Keep it? Why?").format(
        stated=_stated(telling, asked),
        causes=telling.causes(asked.because),
        level=wording.at_least(telling.words, level, asked.channel),
        chance=wording.chance(telling.words, asked.p),
    )


def _stated(telling: Telling, asked: Prompt) -> str:
    _ = telling.words.gettext
    name = telling.name(asked.node)
    if asked.stated:
        return _("“{name}” is judged to see {level} at most.").format(
            name=name, level=wording.found(telling.words, asked.stated, asked.channel)
        )
    said = telling.findings.node(asked.node).said
    if said == "not-applicable":
        return _("“{name}” is marked as not applicable.").format(name=name)
    if said == "none":
        return _("“{name}” is marked as unaffected.").format(name=name)
    return {
        "harm": _("No harm is stated on “{name}”.").format(name=name),
        "benefit": _("No benefit is stated on “{name}”.").format(name=name),
    }[asked.channel]


def _tension(telling: Telling, asked: Prompt) -> str:
    _ = telling.words.gettext
    other = asked.other or asked.node
    sentence = {  # the channel is the one to think of on this node; on the other it is reversed
        "harm": _(
            "“{other}” is strengthened: {chance}. The two pull apart: could that cost “{name}”? "
            "{reason}"
        ),
        "benefit": _(
            "“{other}” is weakened: {chance}. The two pull apart: could that relieve “{name}”? "
            "{reason}"
        ),
    }[asked.channel]
    return sentence.format(
        other=telling.name(other),
        name=telling.name(asked.node),
        chance=wording.chance(telling.words, asked.p),
        reason=_tension_reason(telling, other, asked.node),
    )


def _tension_reason(telling: Telling, origin: str, target: str) -> str:
    return next(
        link.reason
        for link in telling.framework.links
        if link.relation == "tension" and {link.origin, link.target} == {origin, target}
    )


def _archived(telling: Telling) -> tuple[Statement, ...]:
    findings = telling.findings
    left = [each for each in telling.assessment.archived if each.what == "answer"]
    place = (findings.draft, findings.assessor)
    names = tuple(
        dict.fromkeys(
            each.name for each in left if each.judgement and each.judgement.key[:2] == place
        )
    )
    if not names:
        return ()
    text = telling.words.gettext(
        "Answered to an earlier version and kept in the file, but not asked any more: {names}."
    )
    return (Statement("gap.archived", text.format(names=wording.listed(telling.words, names))),)
