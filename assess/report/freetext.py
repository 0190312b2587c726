"""What people wrote, text by text, and the same assessment with each said in a second language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from assess.assessment import Assessment, Judgement, Sides
from assess.judgement import Key
from assess.report.audience import Audience
from assess.submission import Submission, place
from assess.value import LINE_LIMIT, Value

Part = Literal["proposal", "draft", "judgement", "advice", "submission", "question"]
Kept = TypeVar("Kept", bound=Value)

PROPOSAL = ("title", "jurisdiction", "summary", "purpose", "audience")
DRAFT = ("label", "purpose_reason")
JUDGEMENT = ("rationale", "people", "condition")
SIDES = tuple(Sides.model_fields)
ADVICE = ("text",)
SUBMISSION = ("addressee", "sender", "reference")
QUESTION = ("text", "answer")
LINES = frozenset({"title", "jurisdiction", "label", "reference"})
"""Fields that hold one line."""

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


class FreeText(NamedTuple):
    """One text somebody wrote: what it belongs to, the field it stands in, and what it says.

    `key` is the id of a draft, of advice or of a question, or the key of a judgement. `number` is
    the place of a draft, of advice on its draft, or of a question, counted from 1.
    """

    part: Part
    key: Key | int | str
    field: str
    text: str
    number: int = 0

    @property
    def name(self) -> str:
        """What its second version is kept under."""
        return place(self.part, self.field, self.key)

    @property
    def is_line(self) -> bool:
        """Whether it is one line."""
        return self.field in LINES


def asked(
    assessment: Assessment, draft: str, assessor: str, audience: Audience
) -> tuple[FreeText, ...]:
    """The texts that a paper on this draft as this assessor judged it prints; none is empty."""
    return tuple(
        each
        for each in _texts(assessment)
        if each.text.strip() and _is_printed(each, assessment, draft, assessor, audience)
    )


def _is_printed(
    each: FreeText, assessment: Assessment, draft: str, assessor: str, audience: Audience
) -> bool:
    if isinstance(each.key, Key):
        return each.key[:2] == (draft, assessor)
    if each.part == "advice":
        return any(e.id == each.key and e.draft == draft for e in assessment.recommendations.items)
    return audience == "submission" or each.part not in ("submission", "question")


def said_again(assessment: Assessment) -> Assessment:
    """The assessment with each text that has a second version in that version.

    A text without one stays. Levels, chances and choices are the same: only words change.
    """
    texts = {name: text for name, text in assessment.second.texts.items() if text.strip()}
    proposal = _said(assessment.proposal, "proposal", "", PROPOSAL, texts)
    language = assessment.second.language or assessment.proposal.language
    return assessment.replace(
        proposal=_with(proposal, {"language": language}),
        drafts=tuple(_said(each, "draft", each.id, DRAFT, texts) for each in assessment.drafts),
        judgements=tuple(_judgement(each, texts) for each in assessment.judgements),
        recommendations=_advice(assessment, texts),
        submission=_submission(assessment.submission, texts),
    )


def _texts(assessment: Assessment) -> Iterator[FreeText]:
    yield from _of(assessment.proposal, "proposal", "", PROPOSAL)
    for number, draft in enumerate(assessment.drafts, start=1):
        yield from _of(draft, "draft", draft.id, DRAFT, number)
    for judgement in assessment.judgements:
        yield from _of(judgement, "judgement", judgement.key, JUDGEMENT)
        yield from _of(judgement.sides, "judgement", judgement.key, SIDES)
    numbers: Counter[str] = Counter()
    for advice in assessment.recommendations.items:
        numbers[advice.draft] += 1
        yield from _of(advice, "advice", advice.id or "", ADVICE, numbers[advice.draft])
    yield from _of(assessment.submission, "submission", "", SUBMISSION)
    for number, question in enumerate(assessment.submission.questions, start=1):
        yield from _of(question, "question", question.id or "", QUESTION, number)


def _of(
    value: Value, part: Part, key: Key | int | str, fields: tuple[str, ...], number: int = 0
) -> Iterator[FreeText]:
    return (FreeText(part, key, field, getattr(value, field) or "", number) for field in fields)


def _judgement(judgement: Judgement, texts: Mapping[str, str]) -> Judgement:
    sides = _said(judgement.sides, "judgement", judgement.key, SIDES, texts)
    said = _said(judgement, "judgement", judgement.key, JUDGEMENT, texts)
    return said if sides == judgement.sides else _with(said, {"sides": sides})


def _advice(assessment: Assessment, texts: Mapping[str, str]) -> Value:
    items = []
    for advice in assessment.recommendations.items:
        said = _said(advice, "advice", advice.id or "", ADVICE, texts)
        # said in other words it is no edited suggestion
        items.append(said if advice.is_edited else _with(said, {"suggested": said.text}))
    return _with(assessment.recommendations, {"items": tuple(items)})


def _submission(submission: Submission, texts: Mapping[str, str]) -> Submission:
    questions = tuple(
        _said(each, "question", each.id or "", QUESTION, texts) for each in submission.questions
    )
    said = _said(submission, "submission", "", SUBMISSION, texts)
    return _with(said, {"questions": questions})


def _said(
    value: Kept, part: Part, key: Key | int | str, fields: tuple[str, ...], texts: Mapping[str, str]
) -> Kept:
    changes: dict[str, object] = {}
    for each in _of(value, part, key, fields):
        again = texts.get(each.name, "")
        again = " ".join(again.split()) if each.is_line else again
        if again and each.text.strip() and not (each.is_line and len(again) > LINE_LIMIT):
            changes[each.field] = again
    return _with(value, changes) if changes else value


def _with(value: Kept, changes: Mapping[str, object]) -> Kept:
    """The value with these fields changed, checked like any other."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    return type(value)(**{**fields, **changes})


def evened(first: Assessment, second: Assessment) -> tuple[Assessment, Assessment]:
    """Both with texts that a submission parts into paragraphs in as many paragraphs each.

    Where the two versions of a text have not as many, both become one: else the numbers of the
    paragraphs would part company.
    """
    texts: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for one, other in zip(_texts(first), _texts(second), strict=True):
        if (one.part, one.field) in {("proposal", "summary"), ("question", "answer")}:
            both = [each.text.strip() for each in (one, other)]
            if len({len(_BLANK_LINES.split(text)) for text in both}) > 1:
                for kept, text in zip(texts, both, strict=True):
                    kept[one.name] = _BLANK_LINES.sub("\n", text)
    return _reworded(first, texts[0]), _reworded(second, texts[1])


def _reworded(assessment: Assessment, texts: Mapping[str, str]) -> Assessment:
    if not texts:
        return assessment
    return assessment.replace(
        proposal=_said(assessment.proposal, "proposal", "", PROPOSAL, texts),
        submission=_submission(assessment.submission, texts),
    )
