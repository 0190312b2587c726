"""Likelihood words with their numbers, and computed chances with their word."""

from __future__ import annotations

from assess.assessment import LIKELIHOODS, Likelihood
from assess.method import DEFAULT
from assess.text import Words


def likelihood_word(words: Words, key: Likelihood) -> str:
    """The bare word. Show it only where `likelihood` stands beside it."""
    _ = words.gettext
    return {
        "virtually certain": _("virtually certain"),
        "very likely": _("very likely"),
        "likely": _("likely"),
        "about as likely as not": _("about as likely as not"),
        "unlikely": _("unlikely"),
        "very unlikely": _("very unlikely"),
        "exceptionally unlikely": _("exceptionally unlikely"),
    }[key]


def likelihood(words: Words, key: Likelihood) -> str:
    """A likelihood with its numbers: "very likely (90–99%)"."""
    _ = words.gettext
    band = DEFAULT.likelihood(key)
    return _("{word} ({range})").format(
        word=likelihood_word(words, key), range=span(words, band.low, band.high)
    )


def span(words: Words, low: float, high: float) -> str:
    """Two shares (0 to 1) as whole per cent: "64–79%", or "71%" where they are the same."""
    _ = words.gettext
    least, most = round(100 * low), round(100 * high)
    if least == most:
        return words.percent(low)
    return _("{low}–{high}%").format(low=least, high=most)


def chance(words: Words, share: float) -> str:
    """A computed share (0 to 1) with its word: "likely (71%)"; 0 is "nothing found (0%)"."""
    _ = words.gettext
    return _("{word} ({share})").format(word=chance_word(words, share), share=words.percent(share))


def chance_word(words: Words, share: float) -> str:
    """The bare word for a computed share. Show it only with the number beside it."""
    _ = words.gettext
    return likelihood_word(words, likelihood_of(share)) if share > 0 else _("nothing found")


def likelihood_of(share: float) -> Likelihood:
    """The likelihood word whose bin a share (0 to 1) falls into."""
    return next(key for key in LIKELIHOODS if share >= DEFAULT.likelihood(key).low)
