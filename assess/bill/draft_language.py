"""Which language the text of a draft is in."""

from __future__ import annotations

from assess.bill.reading.language import SHOWN, guessed
from assess.proposal import Draft


def language_of(draft: Draft) -> str:
    """The BCP 47 tag a draft gives, else what its commonest words suggest; empty where neither."""
    return draft.language or guessed(_beginning(draft)) or ""


def _beginning(draft: Draft) -> str:
    """As much of the text as is looked at."""
    found, length = [], 0
    for provision in draft.provisions:
        found += [provision.heading, provision.text[:SHOWN]]
        length += len(provision.heading) + len(provision.text)
        if length > SHOWN:
            break
    return "\n".join(found)
