"""What this is, what it is not, and where answers are kept."""

from __future__ import annotations

from assess import wording
from assess.ui import site, state
from assess.ui.parts import prose


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
    prose.heading(_("How it works"))
    prose.text(
        _(
            "Another page tells the method in plain words, with a worked example, and prints every"
            " number behind the findings."
        )
    )
    site.link("method", _("Read the method"))
    prose.heading(_("Where your answers are kept"))
    prose.text(*kept())
    site.link("start", _("Go to the first page"))


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
        _(
            "Nothing is published unless you publish it. A published page is a copy of what you"
            " chose; you can withdraw it."
        ),
        _("Every file you download carries your answers inside, so you can reopen it anywhere."),
    )
