"""How a text was cut into provisions, put right by its reader. The law says what it said before.

Answers of everybody that cite a provision follow it, those of a first round too. So do marks under
a new number; a joined or divided provision reads otherwise, and marks on it wait to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError

from assess.amendment.answers import known
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.judgement import Judgement
from assess.mark import Mark
from assess.panel import Panel, in_order
from assess.proposal import Draft, Provision
from assess.submission import Advice, Recommendations
from assess.value import PROVISION_LIMIT

MOST_PROVISIONS = 2_000  # as in assess.proposal.Draft

# Behind a line break, or behind the end of a sentence; "Art. 5" and "e.g. this" end none.
_BEGINS = re.compile(r"\n\s*(?=\S)|[.!?;؟۔][\"”»’)]?\s+(?=[^\W\d_a-z]|[(\"“«])|[。！？；](?=\S)")


def cuts(text: str) -> tuple[int, ...]:
    """The places before which a provision may be divided: where a paragraph or sentence begins."""
    found = (each.end() for each in _BEGINS.finditer(text))
    return tuple(place for place in found if text[:place].strip() and place < len(text))


def join(assessment: Assessment, draft_id: str, number: str) -> Assessment:
    """The provision joined to the one before it, whose number stays.

    Raises AssessError where there is no such draft or provision, none before it, or no room for
    the text of both.
    """
    draft = known(assessment, draft_id)
    at = _place(draft, number)
    if at == 0:
        raise AssessError(f"{number} is the first; there is nothing before it to join it to")
    earlier, later = draft.provisions[at - 1 : at + 1]
    text = "\n".join(filter(None, (earlier.text, later.heading, later.text)))
    if len(text) > PROVISION_LIMIT:
        raise AssessError(
            f"{earlier.id} and {number} have {len(text):,} characters together; one provision "
            f"holds {PROVISION_LIMIT:,}; leave them apart"
        )
    joined = {"id": earlier.id, "heading": earlier.heading, "text": text}
    changed = _draft(draft, [*draft.provisions[: at - 1], joined, *draft.provisions[at + 1 :]])
    return _following(assessment, changed, {number: earlier.id})


def divide(assessment: Assessment, draft_id: str, number: str, at: int) -> Assessment:
    """The provision cut before a character of its text; the second part is named "6 [2]".

    What cites it goes on to cite the first part. Raises AssessError where there is no such draft
    or provision, nothing would stand on one side of the cut, or there are as many provisions as a
    draft holds.
    """
    draft = known(assessment, draft_id)
    if len(draft.provisions) >= MOST_PROVISIONS:
        raise AssessError(
            f"there are {MOST_PROVISIONS:,} provisions already, as many as a draft holds; "
            "join two others first"
        )
    place = _place(draft, number)
    whole = draft.provisions[place]
    first, second = whole.text[: max(at, 0)].rstrip(), whole.text[max(at, 0) :].strip()
    if not (first and second):
        raise AssessError(f"provision {number} cannot be divided there; choose a place inside it")
    parts = [
        {"id": number, "heading": whole.heading, "text": first},
        {"id": _next(draft, number), "text": second},
    ]
    return _following(
        assessment,
        _draft(draft, [*draft.provisions[:place], *parts, *draft.provisions[place + 1 :]]),
        {},
    )


def rename(assessment: Assessment, draft_id: str, number: str, new: str) -> Assessment:
    """The provision under another number.

    Raises AssessError where there is no such draft or provision, or the number is none or taken.
    """
    draft = known(assessment, draft_id)
    place = _place(draft, number)
    numbers = [each.id for each in draft.provisions]
    numbers[place] = new
    return renumbered(assessment, draft_id, numbers)


def renumbered(assessment: Assessment, draft_id: str, numbers: Sequence[str]) -> Assessment:
    """The provisions under these numbers, one for each, in order. Raises AssessError as `rename`.

    Where two change places, so do the answers that cite them.
    """
    draft = known(assessment, draft_id)
    named = tuple(zip(draft.provisions, numbers, strict=True))
    moved = {each.id: number for each, number in named if each.id != number}
    if not moved:
        return assessment
    changed = _draft(draft, [{**dict(each), "id": number} for each, number in named])
    followed = _following(assessment, changed, moved)
    return followed.replace(marks=_renamed(assessment.marks, draft_id, moved))


def _place(draft: Draft, number: str) -> int:
    for place, provision in enumerate(draft.provisions):
        if provision.id == number:
            return place
    raise AssessError(f"draft {draft.id} has no provision {number}; reload the page")


def _next(draft: Draft, number: str) -> str:
    """The first of "6 [2]", "6 [3]" ... that is free."""
    taken = {each.id for each in draft.provisions}
    return next(name for n in range(2, len(taken) + 3) if (name := f"{number} [{n}]") not in taken)


def _draft(draft: Draft, provisions: Iterable[Provision | Mapping[str, object]]) -> Draft:
    """The draft with these provisions. AssessError, in the words of the first fault, else."""
    try:
        made = (
            each if isinstance(each, Provision) else Provision.model_validate(each)
            for each in provisions
        )
        return Draft(**{**dict(draft), "provisions": tuple(made)})
    except ValidationError as error:
        raise AssessError(error.errors()[0]["msg"].removeprefix("Value error, ")) from None


def _following(assessment: Assessment, draft: Draft, moved: Mapping[str, str]) -> Assessment:
    """The assessment with this draft, in which what was cited is cited by its new number."""
    drafts = tuple(draft if each.id == draft.id else each for each in assessment.drafts)
    return assessment.replace(
        drafts=drafts,
        judgements=_citing(assessment.judgements, draft.id, moved),
        panel=_panel(assessment.panel, draft.id, moved),
        recommendations=_advising(assessment.recommendations, draft.id, moved),
    )


def _advising(given: Recommendations, draft_id: str, moved: Mapping[str, str]) -> Recommendations:
    return Recommendations(
        items=tuple(
            Advice(**{**dict(each), "provisions": _moved(each.provisions, moved)})
            if each.draft == draft_id
            else each
            for each in given.items
        )
    )


def _moved(numbers: Iterable[str], moved: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(moved.get(each, each) for each in numbers))


def _panel(panel: Panel | None, draft_id: str, moved: Mapping[str, str]) -> Panel | None:
    if panel is None:
        return None
    return Panel(**{**dict(panel), "first": _citing(panel.first, draft_id, moved)})


def _citing(
    judgements: Iterable[Judgement], draft_id: str, moved: Mapping[str, str]
) -> tuple[Judgement, ...]:
    return tuple(_cited(each, moved) if each.draft == draft_id else each for each in judgements)


def _cited(judgement: Judgement, moved: Mapping[str, str]) -> Judgement:
    numbers = _moved(judgement.provisions, moved)
    if numbers == judgement.provisions:
        return judgement
    return Judgement(**{**dict(judgement), "provisions": numbers})


def _renamed(marks: Iterable[Mark], draft_id: str, moved: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks under the new numbers; what was marked there before, on no provision, gives way."""
    kept, renamed = {}, {}
    for mark in marks:
        new = moved.get(mark.provision) if mark.draft == draft_id else None
        if new is None:
            kept[mark.key] = mark
        else:
            there = mark.replace(provision=new)
            renamed[there.key] = there
    return in_order({**kept, **renamed}.values())
