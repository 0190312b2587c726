"""The method told to a lawyer: what is asked, what is made of it, what the figures mean.

One text for the page of the app and for the manual. Numbers come from the method in use, those of
the worked example from the engine.
"""

from __future__ import annotations

from assess.explain.method import basis, beyond
from assess.explain.method.chapter import Chapter, Point
from assess.explain.method.values import Number, Numbers, chosen_otherwise, numbers
from assess.explain.method.worked import Step, setting, steps
from assess.method import Method
from assess.text import Words

__all__ = [
    "Chapter",
    "Number",
    "Numbers",
    "Point",
    "Step",
    "chapters",
    "chosen_otherwise",
    "limits",
    "numbers",
    "setting",
    "steps",
]


def chapters(words: Words, method: Method) -> tuple[Chapter, ...]:
    """The method from the question asked to topics; the worked example stands apart."""
    told = (
        *(basis.in_short, basis.asked, basis.link, basis.travel, basis.percentage),
        *(basis.verdict, basis.flags),
        *(beyond.sure, beyond.change, beyond.drafts, beyond.people, beyond.topics),
    )
    return tuple(chapter(words, method) for chapter in told)


def limits(words: Words) -> tuple[str, ...]:
    """What the method does not do."""
    _ = words.gettext
    return (
        _("It does not measure the Internet, and it does not predict whether a law is adopted."),
        _("It does not weigh what the measure is for against what it costs."),
        _(
            "The strength of a link is an expert's opinion; where each comes from is said with"
            " the link."
        ),
        _("The chance of a result is about the model and the answers, not about the world."),
        _("It cannot see an effect on something that the framework does not name."),
        _("Levels do not accumulate: ten minor harms stay minor harms."),
        _("That links carry or fail independently of each other is an assumption."),
        _(
            "How a result is shared out among answers is a convention: a share of the result in"
            " this model, not a share of blame."
        ),
        _("It gives no legal advice."),
    )
