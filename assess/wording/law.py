"""What can be said of a law's numbering, so that a reader sees whether it was cut well."""

from __future__ import annotations

from assess.bill.clause import Chain, Split
from assess.bill.splitting.markers import marker
from assess.bill.splitting.numbers import key
from assess.text import Words

MOST = 12
"""Lacking numbers that are named one by one; of the rest it is said how many they are."""

_ARTICLES = ("article", "条", "조")
_SECTIONS = ("section", "sign", "behind")


def numbering(words: Words, chain: Chain, scheme: str) -> str:
    """The numbering in one line: "93 articles, 1 to 93, no gap", or which numbers it lacks.

    Says so where nothing was numbered and paragraphs were counted.
    """
    _ = words.gettext
    if not chain.count:
        return _("no provision was found")
    if not scheme:
        return words.ngettext(
            "no numbering was found; {number} paragraph",
            "no numbering was found; {number} paragraphs, counted from 1",
            chain.count,
        ).format(number=words.number(chain.count))
    return _sentence(words, _family(scheme), chain).format(
        number=words.number(chain.count),
        first=chain.first,
        last=chain.last,
        gaps=_gaps(words, chain.gaps),
    )


def provisions(words: Words, split: Split) -> str:
    """The numbering of a draft, which keeps numbers without the word before them.

    "93 provisions, 1 to 93, no gap"; only how many where there is one, or not all have numbers.
    """
    count = len(split.provisions)
    if count == 1 or (count and not all(key(each.id) for each in split.provisions)):
        return words.ngettext("{number} provision", "{number} provisions", count).format(
            number=words.number(count)
        )
    return numbering(words, split.chain, split.chain.first)


def _family(scheme: str) -> str:
    known = marker(scheme)
    return known.family if known else ""


def _sentence(words: Words, family: str, found: Chain) -> str:
    """The sentence for this many articles, sections or provisions, with or without a gap."""
    ngettext = words.ngettext
    count = found.count
    if family in _ARTICLES and found.gaps:
        return ngettext(
            "{number} article, {first} to {last}; gap: {gaps}",
            "{number} articles, {first} to {last}; gap: {gaps}",
            count,
        )
    if family in _ARTICLES:
        return ngettext(
            "{number} article, {first} to {last}, no gap",
            "{number} articles, {first} to {last}, no gap",
            count,
        )
    if family in _SECTIONS and found.gaps:
        return ngettext(
            "{number} section, {first} to {last}; gap: {gaps}",
            "{number} sections, {first} to {last}; gap: {gaps}",
            count,
        )
    if family in _SECTIONS:
        return ngettext(
            "{number} section, {first} to {last}, no gap",
            "{number} sections, {first} to {last}, no gap",
            count,
        )
    if found.gaps:
        return ngettext(
            "{number} provision, {first} to {last}; gap: {gaps}",
            "{number} provisions, {first} to {last}; gap: {gaps}",
            count,
        )
    return ngettext(
        "{number} provision, {first} to {last}, no gap",
        "{number} provisions, {first} to {last}, no gap",
        count,
    )


def _gaps(words: Words, gaps: tuple[str, ...]) -> str:
    named = ", ".join(gaps[:MOST])
    if len(gaps) <= MOST:
        return named
    _ = words.gettext
    return _("{names} and {number} more").format(names=named, number=words.number(len(gaps) - MOST))
