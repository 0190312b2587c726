"""How sure a conclusion is, what would change it, several drafts, several people, topics."""

from __future__ import annotations

from assess.explain.method.chapter import Chapter, Point
from assess.method import Method
from assess.text import Words


def sure(words: Words, method: Method) -> Chapter:
    """Readings, words, gaps, dependence."""
    _ = words.gettext
    return Chapter(
        "sure",
        _("How sure"),
        (
            _(
                "Answers are uncertain, words are elastic, and some things are not known. The"
                " findings keep these apart."
            ),
        ),
        (
            Point(
                _(
                    "Each draw is one reading of the answers. The conclusion is called firm if it"
                    " holds in {firm} of them or more, fairly firm from {fairly} on, and open"
                    " below. This says how far the conclusion follows from the answers given, not"
                    " how likely the law is to break the Internet."
                ).format(firm=words.exact(method.firm), fairly=words.exact(method.fairly_firm)),
                _("Readings of the answers."),
            ),
            Point(
                _(
                    "“Strong” and “likely” mean different things to different people. All is"
                    " computed again with every word at the low end of its range, and with every"
                    " word at the high end. The two stand beside each number as its bounds."
                ),
                _("Words."),
            ),
            Point(
                _(
                    "Where an answer is missing, all is computed as if nothing happened there, and"
                    " as if the worst were certain. Whatever the answer turns out to be lies in"
                    " between. The findings say which of the two, words or gaps, could move the"
                    " conclusion."
                ),
                _("What is not known."),
            ),
            Point(
                _(
                    "Stated effects are drawn independently of one another. As a test they are"
                    " also drawn together: when one occurs, so do all that are at least as likely."
                    " Where that gives another conclusion, the findings say so."
                ),
                _("Dependence."),
            ),
        ),
    )


def change(words: Words, method: Method) -> Chapter:
    """Which answers and links the conclusion turns on."""
    _ = words.gettext
    return Chapter(
        "change",
        _("What would change the conclusion"),
        (_("For each conclusion the findings say what it hangs on."),),
        (
            Point(
                _(
                    "Each answer is tried at every level, the others left as they are. A table"
                    " shows which answers tip the conclusion, and at which level."
                ),
                _("The tipping table."),
            ),
            Point(
                _(
                    "The fewest steps of one level, on one answer or on several, after which the"
                    " conclusion is another."
                ),
                _("The smallest change."),
            ),
            Point(
                _(
                    "How much oftener the right conclusion would be named if one question were"
                    " settled. It tells where to look first."
                ),
                _("What it is worth to know more."),
            ),
            Point(
                _(
                    "The findings name the links whose strength decides. You may disagree with any"
                    " of them: switch it off or rate it otherwise, with your reason, in a variant."
                    " The findings then show both: with the framework as published, and with your"
                    " variant."
                ),
                _("Links."),
            ),
        ),
    )


def drafts(words: Words, method: Method) -> Chapter:
    """Options side by side."""
    _ = words.gettext
    return Chapter(
        "drafts",
        _("Several drafts"),
        (
            _(
                "Drafts are judged side by side with the same draws, so that an answer that does"
                " not change is the same event in both. Where a provision is unchanged, the"
                " answers that rest on it carry over; only what was changed is asked again."
            ),
        ),
        (
            Point(
                _(
                    "The present situation has harms of its own; they are asked for and not"
                    " assumed to be nothing."
                ),
                _("Doing nothing is judged like a draft."),
            ),
            Point(
                _(
                    "In how many draws one draft is nowhere worse than another on any critical"
                    " property."
                ),
                _("Dominance."),
            ),
            Point(
                _(
                    "Drafts are ranked by their worst property, then by the next worst, and so on."
                    " No property makes up for another."
                ),
                _("Ranks."),
            ),
            Point(
                _(
                    "How often a draft ends one, two or three levels worse than the best one on"
                    " its worst property."
                ),
                _("Regret."),
            ),
            Point(
                _(
                    "Whether a draft meets the proposal's own purpose has a column of its own. It"
                    " is never traded off against harm."
                ),
                _("Purpose."),
            ),
        ),
    )


def people(words: Words, method: Method) -> Chapter:
    """Rounds, pooling, dissent, agreement."""
    _ = words.gettext
    return Chapter(
        "people",
        _("Several people"),
        (
            _(
                "In the first round everybody answers without seeing the others. Then all answers"
                " are shown and discussed, and a second round follows, again in private. Both"
                " rounds are kept."
            ),
        ),
        (
            Point(
                _("How many people's own answers lead to which conclusion."),
                _("First the people."),
            ),
            Point(
                _(
                    "Each person has the same number of readings, and each reading is one person's"
                    " answers as a whole. A mean level is never formed."
                ),
                _("Then the pooled reading."),
            ),
            Point(
                _(
                    "Questions on which answers lie two levels apart or point in opposite"
                    " directions are listed, with the reasons of both sides."
                ),
                _("Then the dissent."),
            ),
            Point(
                _(
                    "Krippendorff's alpha is 1 where all agree and 0 where they agree no more than"
                    " by chance. It stands with its interval, and with the plain share of equal"
                    " answers, because nearly equal answers can have a low alpha."
                ),
                _("Agreement."),
            ),
        ),
    )


def topics(words: Words, method: Method) -> Chapter:
    """Criteria beside the framework, and what is only measured."""
    _ = words.gettext
    return Chapter(
        "topics",
        _("Topics and measurements"),
        (
            _(
                "A topic, such as encryption, asks about criteria made for such laws. They stand"
                " in one graph with the framework and follow the same rules."
            ),
        ),
        (
            Point(
                _(
                    "Most links from a criterion support a property or enabler: harm arrives there"
                    " one level weaker, and only where that node has no answer of its own. Where"
                    " more of a criterion can cost a node, this is asked about and never carried."
                ),
                _("What a criterion bears on."),
            ),
            Point(
                _(
                    "Harm stated on a criterion counts in the conclusion like harm on an enabler."
                    " That a critical property is broken follows only from answers on the"
                    " framework itself."
                ),
                _("The conclusion."),
            ),
            Point(
                _(
                    "Where a topic asks the same as the framework or another topic, one answer"
                    " serves both. Close questions are named; an answer that is taken over says"
                    " from where."
                ),
                _("No question twice."),
            ),
            Point(
                _(
                    "Each framework has draws of its own: adding a topic moves no number on which"
                    " its criteria do not bear."
                ),
                _("Nothing else moves."),
            ),
            Point(
                _(
                    "What is measured in a country stands beside the questions, with what it cannot"
                    " say. It enters no computation."
                ),
                _("Measurements."),
            ),
        ),
    )
