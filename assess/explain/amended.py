"""What a draft changes in the text it amends, and what became of the answers, in sentences."""

from __future__ import annotations

from assess import wording
from assess.amendment import Amendment, Carried, Carry
from assess.explain.statement import Statement
from assess.framework import Framework
from assess.text import Words


def text_change(amendment: Amendment, words: Words) -> Statement:
    """How many provisions stay, change, come and go."""
    _, many = words.gettext, words.ngettext
    counts = {
        "stays": len(amendment.only("unchanged", "renumbered")),
        "changed": len(amendment.only("changed")),
        "added": len(amendment.only("added")),
        "removed": len(amendment.only("removed")),
    }
    if not amendment.matches:
        return Statement("amended.no-text", _("Neither draft has provisions to compare."), counts)
    told = (
        many("{n} provision says the same", "{n} provisions say the same", counts["stays"]),
        many("{n} is changed", "{n} are changed", counts["changed"]),
        many("{n} is new", "{n} are new", counts["added"]),
        many("{n} is removed", "{n} are removed", counts["removed"]),
    )
    parts = tuple(
        sentence.format(n=number)
        for sentence, number in zip(told, counts.values(), strict=True)
        if number
    )
    text = _("{parts}.").format(parts=wording.listed(words, parts))
    return Statement("amended.text", text, counts)


def answers(carried: Carried, words: Words) -> tuple[Statement, ...]:
    """How many answers were carried over, how many reopened, how many to look at again."""
    _, many = words.gettext, words.ngettext
    over, again = len(carried.carried), len(carried.to_answer)
    unsure, own = len(carried.look_again), len(carried.own)
    told = [
        (
            "taken-over",
            over,
            many(
                "{n} answer was carried over as it stands.",
                "{n} answers were carried over as they stand.",
                over,
            ),
        ),
        (
            "reopened",
            again,
            many(
                "{n} answer is reopened, because of what this draft changes.",
                "{n} answers are reopened, because of what this draft changes.",
                again,
            ),
        ),
        (
            "own",
            own,
            many(
                "{n} answer was given anew on this draft.",
                "{n} answers were given anew on this draft.",
                own,
            ),
        ),
        (
            "look-again",
            unsure,
            many(
                "{n} answer carried over rests on no provision that could be compared. Look at "
                "it again.",
                "{n} answers carried over rest on no provision that could be compared. Look at "
                "them again.",
                unsure,
            ),
        ),
    ]
    if not carried.answers:
        nothing = _("There was no answer to carry over.")
        return (Statement("amended.nothing", nothing),)
    return tuple(
        Statement(f"amended.{key}", text.format(n=number), {"n": number})
        for key, number, text in told
        if number
    )


def why(framework: Framework, carry: Carry, words: Words) -> Statement:
    """Why one answer was carried over, or has to be given anew."""
    _ = words.gettext
    differ = tuple(match.number for match in carry.matches if not match.stays)
    text = wording.why_carried(words, carry.why)
    if differ and carry.fate == "reopened":
        text = _("{why} It is provision {numbers}.").format(
            why=text, numbers=wording.listed(words, differ)
        )
    name = framework.node(carry.base.node).name
    part = ((carry.base.node, carry.base.part),)
    return Statement(
        f"carry.{carry.why}",
        _("{node}: {why}").format(node=name, why=text),
        {"fate": carry.fate, "state": carry.state},
        (carry.base.node,),
        part,
    )
