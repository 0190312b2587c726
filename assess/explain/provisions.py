"""What stands beside the provisions of a law, in words: lists, reasons, and what the words miss.

A match is a hint and never told as a finding; a provision that nothing points to is one nobody
has read yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from assess.bill.match import Coverage, Measured
from assess.margin import Basis, Margin, Shelf
from assess.mark import Decision, Mark
from assess.text import Words
from assess.wording import listed


def shelf(words: Words, name: Shelf) -> str:
    """The name of a list of provisions."""
    _ = words.gettext
    return {
        "matched": _("Matched"),
        "weak": _("Weakly matched"),
        "unread": _("Not matched, not read by anyone yet"),
        "read": _("Read by you, nothing found"),
    }[name]


def shelf_meaning(words: Words, name: Shelf) -> str:
    """What is in a list, and what that says."""
    _ = words.gettext
    return {
        "matched": _("Words hint at an intervention here, or you saw one. Start with these."),
        "weak": _("Words stand here that say little by themselves. Read these next."),
        "unread": _("No listed word stands here. That says nothing about what the text does."),
        "read": _("You read these and saw no intervention in them."),
    }[name]


def held(margin: Margin, name: Shelf, words: Words) -> str:
    """How much is in a list: "11 provisions, 7% of the text"."""
    count = len(margin.shelves[name])
    return words.ngettext(
        "{count} provision, {share} of the text", "{count} provisions, {share} of the text", count
    ).format(count=words.number(count), share=words.percent(margin.share(name)))


def basis(words: Words, name: Basis) -> str:
    """What puts a node into the margin of a provision."""
    _ = words.gettext
    return {
        "held": _("You see in it what may touch"),
        "strong": _("Its words hint at what may touch"),
        "weak": _("Its words hint weakly at what may touch"),
        "cited": _("Your answers cite it on"),
    }[name]


def decision(words: Words, name: Decision | None) -> str:
    """What a reader may decide on an intervention that was matched."""
    _ = words.gettext
    if name is None:
        return _("Undecided")
    return {"accepted": _("Accept"), "rejected": _("Reject"), "added": _("Added by you")}[name]


def refers(words: Words, numbers: tuple[str, ...]) -> str:
    """That a provision refers to others that matched; empty where it refers to none."""
    if not numbers:
        return ""
    return words.ngettext(
        "It refers to provision {numbers}, which matched.",
        "It refers to provisions {numbers}, which matched.",
        len(numbers),
    ).format(numbers=listed(words, numbers))


def earlier(words: Words, mark: Mark, names: dict[str, str]) -> str:
    """What was decided on another wording of a provision, and that it no longer counts."""
    _ = words.gettext
    held = tuple(names.get(each, each) for each in mark.held)
    rejected = tuple(names.get(each, each) for each in mark.rejected)
    said = [_("You decided on an earlier wording of this provision. That no longer counts.")]
    if held:
        said.append(_("You had accepted: {names}.").format(names=listed(words, held)))
    if rejected:
        said.append(_("You had rejected: {names}.").format(names=listed(words, rejected)))
    return " ".join(said)


def coverage(words: Words, known: Coverage) -> tuple[str, ...]:
    """What the lexicon knows of a language and how much it finds, in sentences.

    Of a language without words it says that all of the law has to be read.
    """
    return tuple(_coverage(words, known))


def _coverage(words: Words, known: Coverage) -> Iterator[str]:
    _ = words.gettext
    if known.support == "none":
        yield _none(words, known.language)
        return
    name = words.named(known.language or "")
    yield _(
        "In {language} it looks for {terms} words and phrases, which tell {ideas} of {of} kinds of"
        " wording."
    ).format(
        language=name,
        terms=words.number(known.terms),
        ideas=words.number(known.ideas),
        of=words.number(known.of),
    )
    if known.support == "supported":
        yield _("{language} is supported.").format(language=name)
    else:
        yield _("{language} is experimental: expect that much is missed.").format(language=name)
    yield _unmeasured(words, name) if known.measured is None else _measured(words, known.measured)


def _none(words: Words, language: str | None) -> str:
    _ = words.gettext
    if not language:
        return _(
            "It could not be told which language this draft is in, so no words were looked for:"
            " choose its language, or read every provision."
        )
    return _(
        "There are no words to look for in {language} yet: every provision has to be read."
    ).format(language=words.named(language))


def _unmeasured(words: Words, name: str) -> str:
    return words.gettext("Nobody has measured yet how much is found in {language}.").format(
        language=name
    )


def _measured(words: Words, found: Measured) -> str:
    return words.ngettext(
        "Measured on {laws} law labelled by a reader: words that were not written for a law find"
        " {recall} of what the reader found in it, and of what they find the reader found"
        " {precision}.",
        "Measured on {laws} laws labelled by a reader: words that were not written for a law find"
        " {recall} of what the reader found in it, and of what they find the reader found"
        " {precision}.",
        found.laws,
    ).format(
        laws=words.number(found.laws),
        recall=words.percent(found.recall),
        precision=words.percent(found.precision),
    )


def grounds(words: Words, known: Coverage) -> tuple[str, ...]:
    """What the sentences of `coverage` rest on; none where there are no words."""
    _ = words.gettext
    said = [known.tested] if known.tested else []
    if known.measured:
        said.append(
            _(
                "With all words, some of them written with these laws in view, {recall} is found:"
                " that is the most to hope for. Measured on {date}."
            ).format(
                recall=words.percent(known.measured.recall_known),
                date=words.date(known.measured.date),
            )
        )
    for language, share in known.parity.items():
        said.append(
            _(
                "On laws that exist in both languages, {share} of what either finds is found in"
                " {language} too."
            ).format(share=words.percent(share), language=words.named(language))
        )
    if known.version:
        said.append(_("Version of the words: {version}.").format(version=known.version))
    return tuple(said)
