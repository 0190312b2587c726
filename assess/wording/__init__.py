"""Levels, likelihoods, verdicts and flags in words: one place, so that page and report agree.

Every function takes the reader's `Words` and a stored key, and gives whole words that stand alone.
A likelihood is never said without its numbers, nor a computed chance without its word: readers
misread either alone.
"""

from __future__ import annotations

from assess.wording.amendment import change, change_mark, why_carried
from assess.wording.answers import (
    answer,
    confidence,
    confidence_meaning,
    depth,
    depth_meaning,
    direction,
    dont_know_reason,
    evidence,
    lack,
    said,
    stage,
    state,
    triage_answer,
)
from assess.wording.case import case_kind, outcome, region, seen, stated_by
from assess.wording.chances import (
    chance,
    chance_word,
    likelihood,
    likelihood_of,
    likelihood_word,
    span,
)
from assess.wording.conclusions import firmness, flag, flag_meaning, verdict
from assess.wording.contribution import case_field, field, source_field
from assess.wording.framework import (
    against,
    duty,
    kind,
    link,
    match,
    provenance,
    rating,
    relation,
    strength,
    strength_word,
    verified,
)
from assess.wording.indicators import (
    access,
    indicator_role,
    measured,
    period,
    reading_state,
    standing,
    why_absent,
)
from assess.wording.law import numbering
from assess.wording.levels import (
    at_least,
    channel,
    found,
    level,
    level_of,
    none_of,
    nothing,
    possible,
    symbol,
)
from assess.wording.people import assessor, draft, draft_kind, purpose
from assess.wording.sentence import listed, opening, series

__all__ = [
    "access",
    "against",
    "answer",
    "assessor",
    "at_least",
    "case_field",
    "case_kind",
    "chance",
    "chance_word",
    "change",
    "change_mark",
    "channel",
    "confidence",
    "confidence_meaning",
    "depth",
    "depth_meaning",
    "direction",
    "dont_know_reason",
    "draft",
    "draft_kind",
    "duty",
    "evidence",
    "field",
    "firmness",
    "flag",
    "flag_meaning",
    "found",
    "indicator_role",
    "kind",
    "lack",
    "level",
    "level_of",
    "likelihood",
    "likelihood_of",
    "likelihood_word",
    "link",
    "listed",
    "match",
    "measured",
    "none_of",
    "nothing",
    "numbering",
    "opening",
    "outcome",
    "period",
    "possible",
    "provenance",
    "purpose",
    "rating",
    "reading_state",
    "region",
    "relation",
    "said",
    "seen",
    "series",
    "source_field",
    "span",
    "stage",
    "standing",
    "state",
    "stated_by",
    "strength",
    "strength_word",
    "symbol",
    "triage_answer",
    "verdict",
    "verified",
    "why_absent",
    "why_carried",
]
