"""Provisions looked up by words in them."""

from __future__ import annotations

from collections.abc import Iterable

from assess.proposal import Provision


def with_words(provisions: Iterable[Provision], sought: str) -> tuple[Provision, ...]:
    """Those that have every one of these words, or parts of words, in number, heading or text.

    Large and small letters are the same. Without a word, all.
    """
    parts = sought.casefold().split()
    return tuple(each for each in provisions if _has(each, parts))


def _has(provision: Provision, parts: list[str]) -> bool:
    whole = f"{provision.id}\n{provision.heading}\n{provision.text}".casefold()
    return all(part in whole for part in parts)
