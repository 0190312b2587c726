"""What a case of the library is, whose claims it makes, and what became of the proposal."""

from __future__ import annotations

from typing import Literal

from assess.case import CaseKind, OutcomeStatus, Seen
from assess.text import Words


def case_kind(words: Words, key: CaseKind) -> str:
    """What kind of case this is."""
    _ = words.gettext
    return {
        "published-brief": _("A published impact brief, restated"),
        "published-text": _("Another published text, restated"),
        "own-reading": _("This toolkit's own reading"),
    }[key]


def seen(words: Words, key: Seen) -> str:
    """How much of a source was seen."""
    _ = words.gettext
    return {
        "read": _("Read in full"),
        "excerpt": _("Only an excerpt was seen"),
        "own-knowledge": _("From our own knowledge, not seen"),
    }[key]


def stated_by(words: Words, key: Literal["source", "us"]) -> str:
    """Whose claim something is."""
    _ = words.gettext
    return {"source": _("Stated by a source"), "us": _("Our reading")}[key]


def outcome(words: Words, key: OutcomeStatus) -> str:
    """What became of a proposal."""
    _ = words.gettext
    return {
        "adopted": _("Adopted"),
        "adopted-amended": _("Adopted with changes"),
        "implemented": _("Carried out"),
        "in-force": _("In force"),
        "lapsed": _("Lapsed"),
        "ongoing": _("Still under way"),
        "postponed": _("Postponed"),
        "proposed-stalled": _("Proposed, then stalled"),
        "refused": _("Refused"),
        "reversed": _("Reversed"),
        "struck-down": _("Struck down"),
        "superseded": _("Replaced by another measure"),
        "voluntary-launched": _("Launched as a voluntary scheme"),
        "withdrawn": _("Withdrawn"),
    }[key]


def region(words: Words, key: str) -> str:
    """A part of the world; one that is not known here by its own key."""
    _ = words.gettext
    return {
        "africa": _("Africa"),
        "asia-pacific": _("Asia and the Pacific"),
        "europe": _("Europe"),
        "global": _("The whole world"),
        "latin-america-caribbean": _("Latin America and the Caribbean"),
        "middle-east-central-asia": _("Middle East and Central Asia"),
        "north-america": _("North America"),
    }.get(key, key)
