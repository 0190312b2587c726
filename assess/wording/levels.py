"""Levels of harm and benefit, and what stands where none was found."""

from __future__ import annotations

from assess.findings import Channel, Said
from assess.framework import LEVELS, Level
from assess.text import Words


def channel(words: Words, key: Channel) -> str:
    """Harm or benefit, as a heading."""
    _ = words.gettext
    return {"harm": _("Harm"), "benefit": _("Benefit")}[key]


def level(words: Words, key: Level, side: Channel) -> str:
    """A level with its side, as in "material harm"."""
    _ = words.gettext
    return {
        ("minor", "harm"): _("minor harm"),
        ("material", "harm"): _("material harm"),
        ("major", "harm"): _("major harm"),
        ("minor", "benefit"): _("minor benefit"),
        ("material", "benefit"): _("material benefit"),
        ("major", "benefit"): _("major benefit"),
    }[key, side]


def at_least(words: Words, key: Level, side: Channel) -> str:
    """A level or a stronger one, as in "material harm or worse"."""
    _ = words.gettext
    return {
        ("minor", "harm"): _("minor harm or worse"),
        ("material", "harm"): _("material harm or worse"),
        ("major", "harm"): _("major harm"),
        ("minor", "benefit"): _("minor benefit or more"),
        ("material", "benefit"): _("material benefit or more"),
        ("major", "benefit"): _("major benefit"),
    }[key, side]


def level_of(number: int) -> Level | None:
    """The level with this number (1 to 3), None for 0. Raises IndexError above 3."""
    return LEVELS[number - 1] if number else None


def found(words: Words, number: int, side: Channel) -> str:
    """A computed level (0 to 3); 0 says that nothing was found, never that there is nothing."""
    _ = words.gettext
    if key := level_of(number):
        return level(words, key, side)
    return {"harm": _("no harm found"), "benefit": _("no benefit found")}[side]


def nothing(words: Words, said: Said | None) -> str:
    """Why no level stands on a node: judged so, not known, or nothing found (None: a goal)."""
    _ = words.gettext
    if said == "none":
        return _("judged: no effect")
    if said == "not-applicable":
        return _("judged: not applicable")
    return _("nothing found") if said in (None, "effect") else _("not known")


def none_of(words: Words, said: Said | None, side: Channel) -> str:
    """The same for one side: "no harm found" where there is an answer, or for a goal."""
    return found(words, 0, side) if said in (None, "effect") else nothing(words, said)


def possible(words: Words, side: Channel) -> str:
    """An effect that some answers lead to, but that is less likely than not."""
    _ = words.gettext
    return {"harm": _("harm possible"), "benefit": _("benefit possible")}[side]


def symbol(side: Channel, number: int) -> str:
    """A mark for a level (1 to 3) to stand beside its word, never in its place; 0 gives a ring.

    Down is harm, up is benefit, one mark a level: it can be told without colour and prints in
    black. Hide it from screen readers, which would spell the triangles out.
    """
    return {"harm": "▼", "benefit": "▲"}[side] * number or "○"
