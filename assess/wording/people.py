"""Names of drafts and of people, and words that stand where none is given."""

from __future__ import annotations

from assess.assessment import Assessment
from assess.proposal import Draft, DraftKind, Purpose
from assess.text import Words


def draft(words: Words, place: int, draft: Draft) -> str:
    """A draft's own label, else what it is; `place` counts from 0."""
    _ = words.gettext
    if draft.label.strip():
        return draft.label
    if draft.kind == "text":
        return _("Draft {number}").format(number=place + 1)
    return draft_kind(words, draft.kind)


def draft_kind(words: Words, key: DraftKind) -> str:
    """What kind of option a draft is."""
    _ = words.gettext
    return {
        "text": _("A text of the proposal"),
        "no-measure": _("No measure: the present situation"),
        "alternative": _("Another instrument"),
    }[key]


def purpose(words: Words, key: Purpose | None) -> str:
    """Whether a draft meets the proposal's own aim."""
    _ = words.gettext
    if key is None:
        return _("Not said")
    return {"met": _("Met"), "partly": _("Partly met"), "not": _("Not met")}[key]


def assessor(words: Words, assessment: Assessment, assessor_id: str) -> str:
    """A person's name, else a number in the order of the list."""
    names = {each.id: each.name.strip() for each in assessment.assessors}
    place = assessment.assessor_ids.index(assessor_id) + 1
    return names.get(assessor_id) or words.gettext("Person {number}").format(number=place)
