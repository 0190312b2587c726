"""Several files with one person each, made one assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from assess.agreement.analysis import MOST
from assess.assessment import DEPTHS, Assessment, Assessor
from assess.errors import AssessError

_JUDGEMENTS: Final = 5_000


class _Same(NamedTuple):
    """What must be the same in all files, and how to mend it where it is not."""

    what: Callable[[Assessment], object]
    mend: str


_SAME: Final = (
    _Same(
        lambda a: (a.framework.id, a.framework.version),
        "they are made against different versions of the framework; "
        "open the older one in the app and bring it up to date",
    ),
    _Same(
        lambda a: a.overlay,
        "a chapter changed what is asked in one of them; use the same overlay in both, or none",
    ),
    _Same(
        lambda a: a.proposal.title.strip().casefold(),
        "they have different titles; if both are about one proposal, give them the same title",
    ),
    _Same(
        lambda a: [(d.id, d.label, d.date, d.kind, d.based_on, d.provisions) for d in a.drafts],
        "their drafts differ; people must judge the same texts with the same labels and dates",
    ),
    _Same(
        lambda a: a.choices.method(),
        "they choose other numbers for the method; make the choices the same",
    ),
    _Same(
        lambda a: a.variant,
        "they take the framework's links otherwise; make the changes to links the same",
    ),
)


def merge(assessments: Sequence[Assessment], names: Sequence[str] = ()) -> Assessment:
    """One assessment with everybody's answers, each person under an own id (a1, a2, ...).

    `names` are the files' names, for errors. Proposal and drafts are the first file's, the depth
    is the deepest; rounds are left behind, notes and marks kept. Raises AssessError where
    framework version, title, drafts, method or variant differ, where two files are the same,
    where a round is open in a file of several people, and for more people or answers than a file
    can hold.
    """
    if not assessments:
        raise AssessError("there is no assessment to compare; name one file or more")
    called = _called(assessments, names)
    for name, assessment in zip(called[1:], assessments[1:], strict=True):
        _refuse_different(called[0], assessments[0], name, assessment)
    _refuse_twice(assessments, called)
    _refuse_open(assessments, called)
    if len(assessments) == 1:
        return assessments[0]
    return _merged([_renamed(each, ids) for each, ids in _new_ids(assessments)])


def _called(assessments: Sequence[Assessment], names: Sequence[str]) -> list[str]:
    numbered = [f"assessment {number}" for number in range(1, len(assessments) + 1)]
    return [*names[: len(numbered)], *numbered[len(names) :]]


def _refuse_different(name: str, one: Assessment, other_name: str, other: Assessment) -> None:
    for same in _SAME:
        if same.what(one) != same.what(other):
            raise AssessError(f"{name} and {other_name} cannot be compared: {same.mend}")


def _refuse_twice(assessments: Sequence[Assessment], called: list[str]) -> None:
    in_order = sorted(range(len(called)), key=lambda k: assessments[k].model_dump_json())
    for one, other in pairwise(in_order):
        if assessments[one] == assessments[other]:
            both = f"{called[min(one, other)]} and {called[max(one, other)]}"
            raise AssessError(f"{both} are the same: nobody's answers count twice; leave one out")


def _refuse_open(assessments: Sequence[Assessment], called: list[str]) -> None:
    for name, each in zip(called, assessments, strict=True):
        several = len({judgement.assessor for judgement in each.judgements}) > 1
        if several and each.panel and each.panel.private:
            raise AssessError(f"{name}: a round is open in it; end it before comparing the answers")


def _new_ids(assessments: Sequence[Assessment]) -> list[tuple[Assessment, dict[str, str]]]:
    """Everybody with answers of their own; a name without answers is left out."""
    people = [(k, who) for k, each in enumerate(assessments) for who in _judging(each)]
    if len(people) > MOST:
        raise AssessError(f"answers by {len(people)} people; at most {MOST} can be compared")
    ids = {person: f"a{number}" for number, person in enumerate(people, start=1)}
    return [
        (each, {who: ids[k, who] for who in _judging(each)}) for k, each in enumerate(assessments)
    ]


def _judging(assessment: Assessment) -> list[str]:
    """Those who have answers; in a file without any, whoever it lists first."""
    having = {judgement.assessor for judgement in assessment.judgements}
    people = [each for each in assessment.assessor_ids if each in having]
    return people or list(assessment.assessor_ids[:1])


def _renamed(assessment: Assessment, ids: dict[str, str]) -> Assessment:
    names = {each.id: each.name for each in assessment.assessors}
    notes = (note for note in assessment.notes if note.assessor in ids)
    marks = (mark for mark in assessment.marks if mark.assessor in ids)
    return assessment.replace(
        assessors=tuple(Assessor(id=new, name=names.get(old, "")) for old, new in ids.items()),
        judgements=tuple(
            each.model_copy(update={"assessor": ids[each.assessor]})
            for each in assessment.judgements
        ),
        notes=tuple(note.model_copy(update={"assessor": ids[note.assessor]}) for note in notes),
        marks=tuple(mark.replace(assessor=ids[mark.assessor]) for mark in marks),
        panel=None,
    )


def _merged(assessments: list[Assessment]) -> Assessment:
    judgements = tuple(j for each in assessments for j in each.judgements)
    notes = tuple(note for each in assessments for note in each.notes)
    marks = tuple(mark for each in assessments for mark in each.marks)
    if max(len(judgements), len(notes), len(marks)) > _JUDGEMENTS:
        raise AssessError(
            f"together the files hold more than {_JUDGEMENTS} answers, notes or marks; "
            "compare fewer"
        )
    deepest = max(assessments, key=lambda each: DEPTHS.index(each.triage.depth))
    return assessments[0].replace(
        assessors=tuple(person for each in assessments for person in each.assessors),
        judgements=tuple(sorted(judgements, key=lambda each: each.key)),
        notes=notes,
        marks=marks,
        triage=deepest.triage,
    )
