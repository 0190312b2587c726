"""What moved from one draft to another, and by which answer and which provision."""

from __future__ import annotations

from assess import wording
from assess.amendment import Match
from assess.compare import Move, Reason, Relief, Removal, Step
from assess.explain.comparison import ComparisonTelling
from assess.explain.statement import Part, Statement
from assess.explain.telling import Telling
from assess.findings import CHANNELS, Channel
from assess.framework import LEVELS, Level
from assess.text import Words


def summary(telling: ComparisonTelling, step: Step) -> tuple[Statement, ...]:
    """On how many nodes harm and benefit fall and rise, harm and benefit apart."""
    return tuple(_side(telling, step, channel) for channel in CHANNELS)


def _side(telling: ComparisonTelling, step: Step, channel: Channel) -> Statement:
    _ = telling.words.gettext
    falls, rises = (len(step.of(channel, falls=falls)) for falls in (True, False))
    names = {"before": telling.option(step.before), "after": telling.option(step.after)}
    if not falls and not rises:
        text = {
            "harm": _("From “{before}” to “{after}” harm stays as it is everywhere."),
            "benefit": _("Benefit stays as it is everywhere."),
        }[channel].format(**names)
    else:
        text = {
            "harm": _(
                "From “{before}” to “{after}” harm falls on {falls} and rises on {rises} of {all} "
                "properties, enablers and goals."
            ),
            "benefit": _("Benefit falls on {falls} and rises on {rises}."),
        }[channel].format(falls=falls, rises=rises, all=len(telling.framework.nodes), **names)
    return Statement(f"step.{channel}", text, {"falls": falls, "rises": rises})


def move(telling: ComparisonTelling, step: Step, moved: Move) -> Statement:
    """One node's harm or benefit before and after, with the chance at the level that moved."""
    _ = telling.words.gettext
    was, now = (wording.chance(telling.words, share) for share in moved.chances)
    if moved.before.level == moved.after.level:
        text = _("{node}. {level}: {was} before, {now} now.").format(
            node=telling.name(moved.node),
            level=wording.opening(_at_least(telling, moved)),
            was=was,
            now=now,
        )
    else:
        text = _("{node}: {before} before, {after} now. {level}: {was} before, {now} now.").format(
            node=telling.name(moved.node),
            before=_found(telling, step.before, moved),
            after=_found(telling, step.after, moved),
            level=wording.opening(_at_least(telling, moved)),
            was=was,
            now=now,
        )
    if not moved.settled:
        caution = _("What is not known could make this otherwise.")
        text = f"{text} {caution}"
    values = {"node": moved.node, "level": moved.level, "p": moved.chances}
    parts = tuple((reason.node, reason.part) for reason in moved.reasons)
    return Statement(f"move.{moved.channel}", text, values, (moved.node,), parts)


def _at_least(telling: ComparisonTelling, moved: Move) -> str:
    return wording.at_least(telling.words, LEVELS[moved.level - 1], moved.channel)


def _found(telling: ComparisonTelling, option_id: str, moved: Move) -> str:
    """A node's level in one draft, or why there is none."""
    node = telling.comparison.option(option_id).findings.node(moved.node)
    effect = node.effect(moved.channel)
    level = wording.level_of(effect.level)
    if level:
        return wording.level(telling.words, level, moved.channel)
    if effect.p[0]:
        return wording.possible(telling.words, moved.channel)
    return wording.none_of(telling.words, node.said, moved.channel)


def reasons(telling: ComparisonTelling, step: Step, moved: Move) -> tuple[Statement, ...]:
    """Why a node's harm or benefit moved, one sentence or two for each answer that differs."""
    if moved.reasons:
        return tuple(_reason(telling, step, moved, each) for each in moved.reasons)
    _ = telling.words.gettext
    return (Statement("reason.none", _("No single answer accounts for it.")),)


def _reason(telling: ComparisonTelling, step: Step, moved: Move, reason: Reason) -> Statement:
    said = " ".join(
        (
            _shift(telling, step, moved, reason),
            *_share(telling, moved, reason),
            *_text(telling.words, reason),
        )
    )
    part: Part = (reason.node, reason.part)
    values = {"shift": reason.shift, "share": reason.share, "but_for": reason.but_for}
    return Statement(f"reason.{reason.shift}", said, values, (reason.node,), (part,))


def _shift(telling: ComparisonTelling, step: Step, moved: Move, reason: Reason) -> str:
    _ = telling.words.gettext
    spoken = telling.findings(step.before if moved.falls else step.after)
    return {
        "gone": _("The answer on {answer} stated an effect and no longer does."),
        "lower": _("The answer on {answer} states less than before."),
        "unanswered": _(
            "The answer on {answer} stated an effect; now it is reopened. That is a "
            "gap and no removal."
        ),
        "new": _("The answer on {answer} states an effect, which it did not before."),
        "higher": _("The answer on {answer} states more than before."),
        "answered": _(
            "{node} is now answered directly, so that what other answers would bring there no "
            "longer counts."
        ),
        "left-open": _(
            "{node} is no longer answered directly, so that what other answers bring there counts."
        ),
    }[reason.shift].format(
        answer=spoken.cause(reason.node, reason.part), node=telling.name(reason.node)
    )


def _share(telling: ComparisonTelling, moved: Move, reason: Reason) -> tuple[str, ...]:
    """What the answer had a share of, where it did; as everywhere, a share in this model."""
    _ = telling.words.gettext
    if not reason.share:
        return ()
    total = moved.chances[0] if moved.falls else moved.chances[1]
    sentence = {
        True: _("Its share was {share} out of {total}."),
        False: _("Its share is {share} out of {total}."),
    }[moved.falls]
    words = telling.words
    return (sentence.format(share=words.percent(reason.share), total=words.percent(total)),)


def _text(words: Words, reason: Reason) -> tuple[str, ...]:
    """Which of the provisions it cites differ, or that none does."""
    _ = words.gettext
    differ = tuple(provision(words, match) for match in reason.by_the_text)
    if not differ and reason.provisions:
        return (_("What it cites says the same in both drafts: it was judged otherwise."),)
    return differ


def provision(words: Words, match: Match) -> str:
    """What became of a provision, as a sentence."""
    _ = words.gettext
    return {
        "unchanged": _("Provision {number} is unchanged."),
        "renumbered": _("Provision {old} is now provision {number}, with the same text."),
        "changed": _("Provision {old} was changed: {share} of its words are the same."),
        "added": _("Provision {number} is new."),
        "removed": _("Provision {number} was removed."),
    }[match.change].format(
        number=match.number,
        old=match.before.id if match.before else match.number,
        share=words.percent(match.similarity),
    )


def removal(telling: ComparisonTelling, removed: Removal) -> tuple[Statement, ...]:
    """What harm went, or became less, with one provision: a sentence for each node."""
    return tuple(_removed(telling, *each) for each in shares(removed))


def shares(removed: Removal) -> tuple[tuple[Move, float], ...]:
    """Each harm once, with how much of its chance came by answers that cite the provision."""
    found: dict[str, tuple[Move, float]] = {}
    for moved, reason in removed.moves:
        before = found.get(moved.node, (moved, 0.0))[1]
        found[moved.node] = (moved, before + reason.share)
    return tuple(found.values())


def _removed(telling: ComparisonTelling, moved: Move, share: float) -> Statement:
    _ = telling.words.gettext
    was, now = moved.chances
    text = _(
        "{node}: {share} out of {total} of the chance of {level} came by answers that cite it. "
        "That chance is now {now}."
    ).format(
        node=telling.name(moved.node),
        share=telling.words.percent(share),
        total=telling.words.percent(was),
        level=_at_least(telling, moved),
        now=wording.chance(telling.words, now),
    )
    if not moved.settled:
        caution = _("What is not known could make this otherwise.")
        text = f"{text} {caution}"
    return Statement("removal", text, {"share": share, "p": moved.chances}, (moved.node,))


def relief(telling: Telling, found: Relief) -> tuple[Statement, ...]:
    """What a mitigation would remove if it works fully, and what would stay.

    `telling` tells the findings on the draft that is mitigated.
    """
    _, many = telling.words.gettext, telling.words.ngettext
    if not found.answers:
        text = _(
            "No answer names this kind of intervention as the way to its effect. Name it in the "
            "answers it belongs to; then this can say what a mitigation would remove."
        )
        return (Statement("relief.nothing", text),)
    count = len(found.answers)
    text = many(
        "If it works fully, the one answer that names this kind of intervention states no effect. "
        "Whether it does is for you to judge; until then that answer is open.",
        "If it works fully, the {count} answers that name this kind of intervention state no "
        "effect. Whether it does is for you to judge; until then those answers are open.",
        count,
    ).format(count=count)
    return (
        Statement("relief.if", text, {"count": count}, judgements=found.answers),
        *(_relieved(telling, found, each) for each in found.removed),
        *(_remaining(telling, found, each) for each in found.remaining),
        *_lost(telling, found),
    )


def _relieved(telling: Telling, found: Relief, moved: Move) -> Statement:
    _ = telling.words.gettext
    text = _("It would remove: {node}, {level}, now {chance}.").format(
        node=telling.name(moved.node),
        level=wording.at_least(telling.words, _level(moved.before.level), "harm"),
        chance=wording.chance(telling.words, moved.before.p[moved.before.level - 1]),
    )
    return Statement("relief.removed", text, {"level": moved.before.level}, (moved.node,))


def _remaining(telling: Telling, found: Relief, moved: Move) -> Statement:
    """A harm that stays: which level, how likely, and which other answers bring it."""
    _ = telling.words.gettext
    left = moved.after.explanations[moved.after.level - 1]
    others = Telling(telling.framework, telling.assessment, found.after, telling.words)
    text = _("It would not remove: {node}, {level}, still {chance}, by the answers on {causes}.")
    if moved.after.level < moved.before.level:
        text = _(
            "It would lessen {before} on {node}, but not remove it: {level}, still {chance}, by "
            "the answers on {causes}."
        )
    return Statement(
        "relief.remaining",
        text.format(
            node=telling.name(moved.node),
            before=wording.level(telling.words, _level(moved.before.level), "harm"),
            level=wording.at_least(telling.words, _level(moved.after.level), "harm"),
            chance=wording.chance(telling.words, left.p),
            causes=others.causes(left.causes),
        ),
        {"level": moved.after.level, "p": left.p},
        (moved.node,),
        tuple((cause.node, cause.part) for cause in left.causes),
    )


def _lost(telling: Telling, found: Relief) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    if not found.lost:
        return ()
    nodes = tuple(moved.node for moved in found.lost)
    text = _("Benefits that would go with it: {nodes}.").format(nodes=telling.names(nodes))
    return (Statement("relief.lost", text, {"nodes": nodes}, nodes),)


def _level(number: int) -> Level:
    level = wording.level_of(number)
    assert level is not None
    return level
