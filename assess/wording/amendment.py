"""What became of a provision, and of an answer that rests on it."""

from __future__ import annotations

from assess.amendment import Change, Why
from assess.text import Words


def change(words: Words, key: Change) -> str:
    """What became of a provision from one draft to the next."""
    _ = words.gettext
    return {
        "unchanged": _("Unchanged"),
        "renumbered": _("Same text, other number"),
        "changed": _("Changed"),
        "added": _("Added"),
        "removed": _("Removed"),
    }[key]


def change_mark(key: Change) -> str:
    """A sign for the same, to stand before the word; to be hidden from screen readers."""
    return {"unchanged": "=", "renumbered": "→", "changed": "≠", "added": "+", "removed": "−"}[key]


def why_carried(words: Words, key: Why) -> str:
    """Why an answer was carried over to an amended draft, or has to be given anew."""
    _ = words.gettext
    return {
        "unchanged": _("Everything it cites says the same in both drafts."),
        "no-provision": _("It cites no provision, so no text could be compared."),
        "not-in-text": _("It cites something that is no provision of the draft it was given on."),
        "changed": _("A provision it cites was changed."),
        "removed": _("A provision it cites was removed."),
        "mechanism": _("It names the kind of intervention that this draft is to mitigate."),
        "no-measure": _("Without the measure nothing it cites is left."),
    }[key]
