"""Whom a report is written for: four papers from the same findings."""

from __future__ import annotations

from typing import Final, Literal, get_args

from assess.text import Words

Audience = Literal["brief", "one-page", "submission", "annex"]
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)


def kind(words: Words, audience: Audience) -> str:
    """What stands above the title of such a paper."""
    _ = words.gettext
    return {
        "brief": _("Internet impact assessment"),
        "one-page": _("Internet impact assessment on one page"),
        "submission": _("Submission"),
        "annex": _("Internet impact assessment: technical annex"),
    }[audience]
