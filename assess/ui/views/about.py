"""What this is, what it is not, and where answers are kept."""

from __future__ import annotations

from assess import wording
from assess.assessment import CONFIDENCES, LIKELIHOODS
from assess.findings import Flag
from assess.framework import Strength
from assess.ui import site, state
from assess.ui.parts import prose

STRENGTHS: tuple[Strength, ...] = ("weak", "material", "strong")
FLAGS: tuple[Flag, ...] = ("broken", "at-risk", "open", "not-shown")


def page() -> None:
    """Says what the findings can and cannot say."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("About this tool"))
    prose.lead(
        _(
            "It leads people through the Internet Society's way of asking what the Internet needs,"
            " and works out what follows from their answers."
        )
    )
    _can_and_cannot()
    _five_answers()
    _choices()
    prose.heading(_("Where your answers are kept"))
    prose.text(*kept())
    site.link("start", _("Go to the first page"))


def _choices() -> None:
    words = state.current_words()
    _ = words.gettext
    prose.heading(_("The choices that are ours"))
    prose.text(
        _(
            "No source gives these values. They are the toolkit's, they are printed in every"
            " report, and every result is shown with its range over them."
        )
    )
    prose.heading(_("How much of an effect a link lets through"), 3)
    prose.show_items(
        (
            *(wording.strength(words, word) for word in STRENGTHS),
            _("A harm that passes a link that only supports arrives one level lower."),
            _("A benefit that passes a link that underpins arrives one level lower."),
        )
    )
    prose.heading(_("What a confidence word does"), 3)
    prose.show_items(
        _("{word}: {meaning}.").format(
            word=wording.confidence(words, key), meaning=wording.confidence_meaning(words, key)
        )
        for key in CONFIDENCES
    )
    prose.heading(_("When a critical property is flagged"), 3)
    prose.show_items(
        _("{flag}: {meaning}").format(
            flag=wording.flag(words, key), meaning=wording.flag_meaning(words, key)
        )
        for key in FLAGS
    )
    prose.heading(_("What the likelihood words mean"), 3)
    prose.text(
        _(
            "The numbers are those of the Intergovernmental Panel on Climate Change's Fourth"
            " Assessment Report, whose ranges do not overlap."
        )
    )
    prose.show_items(wording.likelihood(words, key) for key in LIKELIHOODS)


def _can_and_cannot() -> None:
    _ = state.current_words().gettext
    prose.heading(_("What it does not do"))
    prose.show_items(
        (
            _("It does not measure the Internet and does not predict whether a law is adopted."),
            _("It does not weigh what the measure is for. That is for those who decide."),
            _("It never sets a benefit against a harm: both are shown."),
            _("It never says that there is no impact, only that none was found, or judged."),
            _("It cannot see an effect that none of its properties or enablers is about."),
            _("It gives no legal advice."),
        )
    )


def _five_answers() -> None:
    words = state.current_words()
    _ = words.gettext
    prose.heading(_("Five answers that stay apart"))
    prose.show_items(
        (
            _("{answer}: harm, benefit or both, each with a level.").format(
                answer=wording.answer(words, "effect")
            ),
            _("{answer}: somebody looked and found none.").format(
                answer=wording.answer(words, "none")
            ),
            _("{answer}: the question does not arise.").format(
                answer=wording.answer(words, "not-applicable")
            ),
            _("{answer}: it stays open and widens the bounds of the findings.").format(
                answer=wording.answer(words, "dont-know")
            ),
            _("Not answered: nobody has looked yet."),
        )
    )


def kept() -> tuple[str, ...]:
    """Where answers are kept, in plain sentences."""
    _ = state.current_words().gettext
    return (
        _(
            "Your answers are kept in a database on the computer this app runs on, and nowhere"
            " else. No page asks any other site, and no statistics are collected."
        ),
        _(
            "Whoever has the address of your assessment can read and change it. The address is"
            " the key: keep it, and share it only with those who work on it with you."
        ),
        _("Every file you download carries your answers inside, so you can reopen it anywhere."),
    )
