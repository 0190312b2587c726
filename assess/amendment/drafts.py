"""Drafts added, rewritten and removed; answers go with the text they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assess.amendment.answers import Carry, carry, known
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.intervention import Intervention
from assess.judgement import Judgement, Key
from assess.panel import Panel
from assess.proposal import Draft, Provision

MOST_DRAFTS = 20
MOST_JUDGEMENTS = 5_000


def new_id(assessment: Assessment) -> str:
    """An id no draft of this assessment has: the number after the highest, so none comes back."""
    numbers = (draft.id.removeprefix("d") for draft in assessment.drafts)
    return f"d{max((int(n) for n in numbers if n.isdecimal()), default=0) + 1}"


def add(assessment: Assessment, draft: Draft) -> Assessment:
    """This assessment with one more draft and no answers on it yet.

    Raises AssessError where the id is taken, or there are as many drafts as a file may hold.
    """
    if any(each.id == draft.id for each in assessment.drafts):
        raise AssessError(f"there is a draft {draft.id} already; give the new one another id")
    if len(assessment.drafts) >= MOST_DRAFTS:
        raise AssessError(
            f"there are {MOST_DRAFTS} drafts already, as many as one assessment holds; "
            "remove one first"
        )
    if draft.based_on:
        known(assessment, draft.based_on)
    return assessment.replace(drafts=(*assessment.drafts, draft))


def merged(base: Draft, given: Sequence[Provision]) -> tuple[Provision, ...]:
    """The provisions of a draft with these in the place of those of their number, or after all."""
    changed = {each.id: each for each in given}
    kept = tuple(changed.pop(each.id, each) for each in base.provisions)
    return (*kept, *changed.values())


def amend(assessment: Assessment, base: str, draft: Draft) -> Assessment:
    """This assessment with a draft that amends `base`; all assessors' answers are carried over.

    Only those go over whose provisions stay as they are, and those that rest on no provision.
    Raises AssessError as `add` does, and for an unknown base.
    """
    known(assessment, base)
    amended = Draft(**{**dict(draft), "based_on": base})
    return carry_over(add(assessment, amended), draft.id)


def carry_over(assessment: Assessment, draft_id: str) -> Assessment:
    """This assessment with every answer on the draft that its base has and the draft lacks.

    Never puts anything in the place of an answer. Raises AssessError as `carry` does.
    """
    left = carry(assessment, draft_id).left_behind
    return _with(assessment, (), (each.carried for each in left if each.carried))


def rewrite(assessment: Assessment, draft: Draft) -> Assessment:
    """This assessment with another text for a draft; the draft keeps its id.

    Answers carried to it, or from it to a draft that amends it, follow the new text: they are
    reopened where it now differs and come back where it no longer does. An answer given since,
    or withdrawn, stays as the assessor left it. Raises AssessError for an unknown draft.
    """
    known(assessment, draft.id)
    drafts = tuple(draft if each.id == draft.id else each for each in assessment.drafts)
    rewritten = assessment.replace(drafts=drafts)
    for each in drafts:
        was = assessment.draft(each.id).based_on
        if each.based_on and draft.id in (each.id, each.based_on):
            before = carry(assessment, each.id).answers if was == each.based_on else ()
            rewritten = _follow(rewritten, each.id, before)
    return rewritten


def _follow(assessment: Assessment, draft_id: str, before: tuple[Carry, ...]) -> Assessment:
    """The draft's answers as they go over now, where they stood as they went over before."""
    earlier = {each.base.key: each for each in before}
    gone, come = [], []
    for each in carry(assessment, draft_id).answers:
        was = earlier.get(each.base.key)
        waiting = was is None or was.fate == "reopened"
        if each.standing and was and was.carried == each.standing != each.carried:
            gone.append(each.standing.key)
            come += [each.carried] if each.carried else []
        elif each.carried and each.standing is None and waiting:
            come.append(each.carried)
    return _with(assessment, gone, come)


def _with(assessment: Assessment, gone: Iterable[Key], come: Iterable[Judgement]) -> Assessment:
    without = set(gone)
    kept = (each for each in assessment.judgements if each.key not in without)
    judgements = tuple(sorted((*kept, *come), key=lambda each: each.key))
    if len(judgements) > MOST_JUDGEMENTS:
        raise AssessError(
            f"with the answers carried over there would be {len(judgements):,} answers; one "
            f"assessment holds {MOST_JUDGEMENTS:,}; remove a draft first"
        )
    return assessment.replace(judgements=judgements)


def remove(assessment: Assessment, draft_id: str) -> Assessment:
    """This assessment without a draft, its answers, notes and marks, in any round.

    Raises AssessError for an unknown draft, the only one, and one that others are based on.
    """
    known(assessment, draft_id)
    resting = [each.id for each in assessment.drafts if each.based_on == draft_id]
    if resting:
        raise AssessError(
            f"draft {', '.join(resting)} is based on {draft_id}; remove that one first"
        )
    if len(assessment.drafts) == 1:
        raise AssessError("this is the only draft; add another before you remove it")
    return assessment.replace(
        drafts=tuple(each for each in assessment.drafts if each.id != draft_id),
        judgements=tuple(each for each in assessment.judgements if each.draft != draft_id),
        notes=tuple(each for each in assessment.notes if each.draft != draft_id),
        marks=tuple(each for each in assessment.marks if each.draft != draft_id),
        panel=_without(assessment.panel, draft_id),
    )


def _without(panel: Panel | None, draft_id: str) -> Panel | None:
    """The rounds without what was answered on this draft when the first one ended."""
    if panel is None:
        return None
    first = tuple(each for each in panel.first if each.draft != draft_id)
    return Panel(**{**dict(panel), "first": first})


def try_mitigation(
    assessment: Assessment, base: str, intervention: Intervention, text: str
) -> Assessment:
    """This assessment with a draft that tries one mitigation, or alternative, of an intervention.

    The new draft, the last one, has the base's provisions; answers that name the intervention as
    their mechanism are left out, to be given anew, and all others are carried over. Raises
    AssessError as `amend` does.
    """
    draft = Draft(
        id=new_id(assessment),
        label=text,
        kind="alternative" if text in intervention.alternatives else "text",
        language=known(assessment, base).language,
        provisions=known(assessment, base).provisions,
        mitigates=intervention.id,
    )
    return amend(assessment, base, draft)
