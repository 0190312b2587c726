"""What a chapter changed in what is asked, always with its name."""

from __future__ import annotations

from collections.abc import Sequence

from assess.framework import OverlayRef
from assess.text import Words
from assess.wording.sentence import listed


def changed(words: Words, ref: OverlayRef) -> str:
    """What is to be known wherever the version of a framework is named."""
    return words.gettext(
        "What is asked was changed by {by} (“{title}”). Findings with these changes are not to be"
        " compared with findings without them."
    ).format(by=ref.by, title=ref.title)


def named(words: Words, ref: OverlayRef) -> str:
    """The same in a few words, to follow the name and version of the framework."""
    return words.gettext("changed by {by} (“{title}”)").format(by=ref.by, title=ref.title)


def worded(words: Words, ref: OverlayRef) -> str:
    """Whose words stand on a node, where they are not those of its framework."""
    return words.gettext("Worded by {by}, not by the authors of the framework.").format(by=ref.by)


def added(words: Words, ref: OverlayRef) -> str:
    """Whose question it is, where it is none of its framework."""
    return words.gettext("Added by {by}; it is no part of the framework.").format(by=ref.by)


def left_out(words: Words, ref: OverlayRef, names: Sequence[str] = ()) -> str:
    """Who left out what; of one thing that was named before, without names."""
    if not names:
        return words.gettext("Left out by {by}, so not asked.").format(by=ref.by)
    return words.gettext("Left out by {by}, so not asked: {names}.").format(
        by=ref.by, names=listed(words, tuple(names))
    )
