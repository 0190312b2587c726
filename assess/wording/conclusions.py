"""Verdicts, flags, firmness."""

from __future__ import annotations

from assess.findings import Channel, Firmness, Flag
from assess.method import DEFAULT, Method
from assess.text import Words


def verdict(words: Words, number: int, side: Channel) -> str:
    """The verdict class (0 to 3) as a clause that begins a sentence."""
    _ = words.gettext
    return {
        (3, "harm"): _("Breaks a critical property"),
        (2, "harm"): _("Weakens materially what the Internet needs"),
        (1, "harm"): _("Minor harm only"),
        (0, "harm"): _("No harm found in the answers given"),
        (3, "benefit"): _("Strengthens a critical property to a major degree"),
        (2, "benefit"): _("Strengthens materially what the Internet needs"),
        (1, "benefit"): _("Minor benefit only"),
        (0, "benefit"): _("No benefit found in the answers given"),
    }[number, side]


def flag(words: Words, key: Flag) -> str:
    """What is flagged on a critical property."""
    _ = words.gettext
    return {
        "broken": _("Broken"),
        "at-risk": _("At risk"),
        "open": _("Open"),
        "not-shown": _("Not shown to be at risk"),
    }[key]


def flag_meaning(words: Words, key: Flag, method: Method = DEFAULT) -> str:
    """What a flag says, as a sentence with the cut-offs of the method in use."""
    _ = words.gettext
    sentence = {
        "broken": _("Major harm has a chance of {broken} or more."),
        "at-risk": _(
            "Major harm has a chance of {at_risk} or more, or an assessor states major harm, "
            "however unlikely."
        ),
        "open": _("It turns on what is not known or not answered."),
        "not-shown": _(
            "The answers given do not show a chance of major harm of {at_risk} or more."
        ),
    }[key]
    return sentence.format(broken=words.exact(method.broken), at_risk=words.exact(method.at_risk))


def firmness(words: Words, key: Firmness) -> str:
    """How far the conclusion follows from the answers given."""
    _ = words.gettext
    return {"firm": _("firm"), "fairly firm": _("fairly firm"), "open": _("open")}[key]
