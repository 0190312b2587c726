"""Several people's answers told: whose lead to which verdict, how far they agree, all together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assess import wording
from assess.agreement import LEAST, Agreement, Conclusion, Measure, View, Vote
from assess.explain.conclusion import beyond, counted
from assess.explain.statement import Statement
from assess.findings import CHANNELS, Channel
from assess.framework import Framework
from assess.text import Words

_TENTATIVE = 0.667
_RELIABLE = 0.8


@dataclass(frozen=True)
class AgreementTelling:
    """An agreement, and the words to tell it in."""

    framework: Framework
    agreement: Agreement
    words: Words

    def name(self, node: str) -> str:
        """A node's name."""
        return self.framework.node(node).name

    def person(self, assessor: str) -> str:
        """What someone is called: by name, by number where there is none or two have the same."""
        _ = self.words.gettext
        people = self.agreement.assessors
        number = [each.id for each in people].index(assessor) + 1
        name = people[number - 1].name.strip()
        if not name:
            return _("Person {number}").format(number=number)
        if [each.name.strip() for each in people].count(name) > 1:
            return _("{name} (person {number})").format(name=name, number=number)
        return name

    def people(self, assessors: Iterable[str]) -> str:
        """Several of them as a list."""
        return wording.listed(self.words, tuple(self.person(each) for each in assessors))


def concluded(words: Words, found: Conclusion | Vote, channel: Channel) -> str:
    """The name of a verdict that somebody's answers lead to."""
    if found.possible:
        return wording.opening(wording.possible(words, channel))
    return wording.verdict(words, found.level, channel)


def which_round(telling: AgreementTelling) -> tuple[Statement, ...]:
    """Said where the answers are not those of today."""
    _ = telling.words.gettext
    if telling.agreement.round == "now":
        return ()
    return (Statement("round", _("These are the answers as they stood after the first round.")),)


def votes(telling: AgreementTelling, channel: Channel) -> tuple[Statement, ...]:
    """How many people's own answers lead to which verdict, worst first."""
    many = telling.words.ngettext
    total = len(telling.agreement.views)
    return tuple(
        Statement(
            f"votes.{channel}",
            many(
                "The one person's own answers lead to “{verdict}”.",
                "{count} of {total} people's own answers lead to “{verdict}”.",
                total,
            ).format(
                count=len(vote.assessors),
                total=total,
                verdict=concluded(telling.words, vote, channel),
            ),
            {"level": vote.level, "count": len(vote.assessors), "total": total},
        )
        for vote in telling.agreement.votes(channel)
    )


def silent(telling: AgreementTelling) -> tuple[Statement, ...]:
    """Who is left out, having answered nothing, or nothing beyond "don't know"."""
    _ = telling.words.gettext
    left_out = telling.agreement.silent
    if not left_out:
        return ()
    text = _("Left out, with no answer that says anything yet: {names}.")
    return (Statement("silent", text.format(names=telling.people(left_out))),)


def unequal(telling: AgreementTelling) -> tuple[Statement, ...]:
    """A caution where some left questions open: their own verdict does not know of these."""
    views = telling.agreement.views
    short = sum(each.answered - each.unknown < each.asked for each in views)
    if not short:
        return ()
    text = telling.words.ngettext(
        "{count} of {total} people left questions open. What one does not answer counts in their "
        "own verdict only as far as it follows from their other answers.",
        "{count} of {total} people left questions open. What one does not answer counts in their "
        "own verdict only as far as it follows from their other answers.",
        short,
    ).format(count=short, total=len(views))
    return (Statement("unequal", text, {"count": short, "total": len(views)}),)


def view(telling: AgreementTelling, of: View) -> Statement:
    """One person's own verdicts, on harm and on benefit, and how much they answered."""
    _ = telling.words.gettext
    harm, benefit = (verdict(telling.words, of.conclusion(c), c) for c in CHANNELS)
    text = _("{name}: {harm}. {benefit}. {answered}.").format(
        name=telling.person(of.assessor),
        harm=harm,
        benefit=benefit,
        answered=wording.opening(answered(telling.words, of)),
    )
    return Statement("view", text, {"assessor": of.assessor})


def verdict(words: Words, found: Conclusion, channel: Channel) -> str:
    """A verdict with its chance: "Breaks a critical property: likely (76%)"."""
    _ = words.gettext
    name = concluded(words, found, channel)
    if not found.p[0]:
        return name
    chance = wording.chance(words, found.p[max(found.level, 1) - 1])
    return _("{verdict}: {chance}").format(verdict=name, chance=chance)


def answered(words: Words, of: View) -> str:
    """How much one person answered."""
    return counted(words, of.answered, of.asked, of.unknown)


def pooled(telling: AgreementTelling, channel: Channel) -> Statement:
    """The conclusion with everybody's answers taken together, each person counting the same."""
    _ = telling.words.gettext
    everyone = telling.agreement.pooled
    if everyone is None:
        return Statement(
            f"pooled.{channel}", _("Fewer than two people's answers: nothing is pooled.")
        )
    found = everyone.conclusion(channel)
    text = _("{verdict}.").format(verdict=verdict(telling.words, found, channel))
    further = beyond(telling.words, found.level, found.p, channel)
    step = max(found.level, 1) - 1
    return Statement(
        f"pooled.{channel}",
        " ".join(each for each in (text, further) if each),
        {"level": found.level, "p": found.p[step]},
    )


def pooled_firmness(telling: AgreementTelling, channel: Channel) -> tuple[Statement, ...]:
    """In how many draws the pooled conclusion is the same; nothing where no draw has any."""
    _ = telling.words.gettext
    everyone = telling.agreement.pooled
    if everyone is None or not everyone.conclusion(channel).p[0]:
        return ()
    found = everyone.conclusion(channel)
    text = {
        "harm": _(
            "With all answers pooled, the conclusion on harm is {firmness}: it is the same in "
            "{share} of draws."
        ),
        "benefit": _(
            "With all answers pooled, the conclusion on benefit is {firmness}: it is the same in "
            "{share} of draws."
        ),
    }[channel].format(
        firmness=wording.firmness(telling.words, found.firmness),
        share=telling.words.percent(found.share),
    )
    return (Statement(f"pooled.firmness.{channel}", text, {"share": found.share}),)


def mixture(telling: AgreementTelling) -> Statement:
    """How answers are pooled."""
    _ = telling.words.gettext
    text = _(
        "Each draw takes one person and all of that person's answers; everybody has the same "
        "number of draws. Levels are never averaged. Where people disagree, a pooled conclusion "
        "is less firm; how firm it is does not say how likely the law is to break the Internet."
    )
    return Statement("pooled.how", text)


def pooled_flags(telling: AgreementTelling) -> tuple[Statement, ...]:
    """One sentence for each critical property broken, at risk or open with all answers pooled."""
    _ = telling.words.gettext
    everyone = telling.agreement.pooled
    told = []
    for node in everyone.nodes if everyone else ():
        if node.flag in ("broken", "at-risk", "open"):
            text = _("{name}: {flag}. Major harm: {chance}.").format(
                name=telling.name(node.id),
                flag=wording.flag(telling.words, node.flag),
                chance=wording.chance(telling.words, node.harm.p[2]),
            )
            stated = _("It is flagged because someone states major harm, however unlikely.")
            text = f"{text} {stated}" if node.veto else text
            told.append(Statement("pooled.flag", text, {"flag": node.flag}, (node.id,)))
    return tuple(told)


def measure(telling: AgreementTelling) -> tuple[Statement, ...]:
    """How far the levels agree: alpha or why there is none, equal answers, what alpha means."""
    found = telling.agreement.measure
    if found.alpha is None:
        return (_no_alpha(telling, found), *_equal(telling, found))
    return (
        _alpha(telling, found, found.alpha),
        *_equal(telling, found),
        _custom(telling),
        *_alike(telling, found.alpha),
    )


def _alpha(telling: AgreementTelling, found: Measure, alpha: float) -> Statement:
    _, words = telling.words.gettext, telling.words
    if found.low is None or found.high is None:
        text = _(
            "Agreement (Krippendorff's alpha for ordered levels): {alpha}. Too few answers differ "
            "for a range."
        ).format(alpha=figure(words, alpha))
    else:
        text = _(
            "Agreement (Krippendorff's alpha for ordered levels): {alpha}, between {low} and "
            "{high}. The range holds 95% of the values that come out when the properties and "
            "enablers are drawn anew, again and again, from those judged by two people or more."
        ).format(
            alpha=figure(words, alpha),
            low=figure(words, found.low),
            high=figure(words, found.high),
        )
    return Statement(
        "agreement.alpha", text, {"alpha": alpha, "low": found.low, "high": found.high}
    )


def figure(words: Words, alpha: float) -> str:
    """An alpha to two decimals; never 1.00 where some answers differ."""
    if 0.995 <= alpha < 1:
        return "> " + words.decimal(0.99)
    return words.decimal(alpha)


def _no_alpha(telling: AgreementTelling, found: Measure) -> Statement:
    _, many = telling.words.gettext, telling.words.ngettext
    few = many(
        "Only {count} harm or benefit has a level from two people or more; a measure of agreement "
        "needs {least}.",
        "Only {count} harms or benefits have a level from two people or more; a measure of "
        "agreement needs {least}.",
        found.items,
    ).format(count=found.items, least=LEAST)
    text = {
        "no-answers": _("Nobody has given an answer yet that could be compared."),
        "one-assessor": _("Only one person's answers are here: there is nothing to compare."),
        "no-overlap": _(
            "No property or enabler has a level from two people: there is nothing to compare."
        ),
        "few-items": few,
        "no-variation": _(
            "All the levels that could be compared are the same. A measure of agreement beyond "
            "chance needs levels that differ, so there is none."
        ),
    }[found.reason or "no-answers"]
    return Statement("agreement.none", text, {"reason": found.reason, "items": found.items})


def _equal(telling: AgreementTelling, found: Measure) -> tuple[Statement, ...]:
    """Counts where there are few, so that a per cent does not make much of little."""
    _, many = telling.words.gettext, telling.words.ngettext
    if not found.pairs:
        return ()
    values = {"pairs": found.pairs, "equal": found.equal, "near": found.near}
    if found.items < LEAST:
        text = many(
            "Of {pairs} pair of levels that two people state for the same property or enabler, "
            "{equal} are equal, and {near} are equal or one level apart.",
            "Of {pairs} pairs of levels that two people state for the same property or enabler, "
            "{equal} are equal, and {near} are equal or one level apart.",
            found.pairs,
        ).format(**values)
        return (Statement("agreement.equal", text, values),)
    text = _(
        "Of all pairs of levels that two people state for the same property or enabler, {equal} "
        "are equal, and {near} are equal or one level apart."
    ).format(
        equal=telling.words.percent(found.equal / found.pairs),
        near=telling.words.percent(found.near / found.pairs),
    )
    return (Statement("agreement.equal", text, values),)


def _custom(telling: AgreementTelling) -> Statement:
    _, decimal = telling.words.gettext, telling.words.decimal
    text = _(
        "Alpha is 1 where all agree and about 0 where they agree no more than by chance. By custom "
        "{reliable} or more counts as reliable, and {tentative} as enough for a tentative "
        "conclusion; that is a habit of research, not a test that these answers passed or failed."
    ).format(reliable=decimal(_RELIABLE), tentative=decimal(_TENTATIVE))
    return Statement("agreement.custom", text)


def _alike(telling: AgreementTelling, alpha: float) -> tuple[Statement, ...]:
    _ = telling.words.gettext
    if alpha >= _TENTATIVE:
        return ()
    text = _(
        "Where nearly all levels are the same, alpha is low although people agree. Read it beside "
        "the share of equal pairs."
    )
    return (Statement("agreement.alike", text),)
