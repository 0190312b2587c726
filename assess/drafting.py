"""Help with drafting: what could be recommended, and a consultation's questions as pasted.

A suggestion comes from the library's list of mitigations and less harmful alternatives. It is
tied to the answers it speaks to, and it is never a finding: an assessor takes it over or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assess.assessment import LIKELIHOODS, Assessment, Judgement
from assess.framework import LEVELS, Framework
from assess.intervention import Intervention, Interventions
from assess.submission import Advice, ConsultationQuestion, Recommendations

Listed = Literal["mitigation", "alternative"]
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Suggestion:
    """One mitigation or alternative of an intervention that brings harm on a draft.

    `answers` are the nodes, gravest harm first, that judgements with harm name the intervention
    for, `provisions` what these cite, `level` their gravest harm, 1 (minor) to 3 (major). `tried`
    is the draft that tries it, if one does.
    """

    intervention: str
    origin: Listed
    text: str
    draft: str
    answers: tuple[str, ...]
    provisions: tuple[str, ...]
    level: int
    tried: str | None = None

    def advice(self) -> Advice:
        """The suggestion taken over as it stands."""
        return Advice(
            text=self.text,
            origin=self.origin,
            suggested=self.text,
            intervention=self.intervention,
            draft=self.draft,
            answers=self.answers,
            provisions=self.provisions,
        )

    def is_taken(self, given: Recommendations) -> bool:
        """Whether a recommendation on this draft began with it, however it was edited since."""
        return any(
            (each.draft, each.intervention, each.suggested)
            == (self.draft, self.intervention, self.text)
            for each in given.items
        )


def suggestions(
    assessment: Assessment,
    framework: Framework,
    interventions: Interventions | None,
    draft: str = "d1",
    assessor: str = "a1",
) -> tuple[Suggestion, ...]:
    """What the library suggests against the harm judged on a draft.

    Interventions come in the order of the gravest harm that a judgement of this assessor names
    them for (by level, then by likelihood, then in the framework's order); of each first the
    mitigations, then the alternatives, as the library lists them. Without a library there are
    none.
    """
    if interventions is None:
        return ()
    harmful = _harmful(assessment, framework, draft, assessor)
    named = dict.fromkeys(each.mechanism for each in harmful if each.mechanism)
    return tuple(
        suggestion
        for name in named
        if (kind := interventions.get(name))
        for suggestion in _of(assessment, kind, [e for e in harmful if e.mechanism == name])
    )


def _harmful(
    assessment: Assessment, framework: Framework, draft: str, assessor: str
) -> list[Judgement]:
    """The judgements with harm, the gravest first."""
    found = [
        judgement
        for node in framework.judged
        for judgement in assessment.judgements_on(node.id, draft, assessor)
        if judgement.harm
    ]
    return sorted(found, key=lambda each: (-_level(each), _unlikelihood(each)))


def _level(judgement: Judgement) -> int:
    return LEVELS.index(judgement.harm) + 1 if judgement.harm else 0


def _unlikelihood(judgement: Judgement) -> int:
    if judgement.likelihood is None:
        return len(LIKELIHOODS)
    return LIKELIHOODS.index(judgement.likelihood)


def _of(
    assessment: Assessment, kind: Intervention, harmful: list[Judgement]
) -> Iterator[Suggestion]:
    """What the library lists for one intervention."""
    first = harmful[0]
    offers: tuple[tuple[Listed, tuple[str, ...]], ...] = (
        ("mitigation", kind.mitigations),
        ("alternative", kind.alternatives),
    )
    for origin, texts in offers:
        for text in texts:
            yield Suggestion(
                intervention=kind.id,
                origin=origin,
                text=text,
                draft=first.draft,
                answers=tuple(dict.fromkeys(each.node for each in harmful)),
                provisions=tuple(dict.fromkeys(p for each in harmful for p in each.provisions)),
                level=_level(first),
                tried=_tried(assessment, first.draft, kind, text),
            )


def _tried(assessment: Assessment, draft: str, kind: Intervention, text: str) -> str | None:
    """The draft that tries this on the draft judged."""
    wanted = (draft, kind.id, text)
    found = (each.id for each in assessment.drafts if _tries(each.id, assessment) == wanted)
    return next(found, None)


def _tries(draft_id: str, assessment: Assessment) -> tuple[str | None, str | None, str]:
    draft = assessment.draft(draft_id)
    return draft.based_on, draft.mitigates, draft.label


# --- a consultation's questions -------------------------------------------------------------------


def asked(
    before: tuple[ConsultationQuestion, ...], pasted: str
) -> tuple[ConsultationQuestion, ...]:
    """The questions in a pasted text, an empty line between two, with the answers given before.

    An answer stays with its question. Where the wording changed it goes to the question that now
    stands in its place; an answered question that was taken out stays, at the end. A question
    keeps its id, unless it has other words and no answer.
    """
    texts = [text.strip() for text in _BLANK_LINES.split(pasted.strip()) if text.strip()]
    left, found = list(before), dict[int, ConsultationQuestion]()
    for place, text in enumerate(texts):
        if same := next((each for each in left if each.text == text), None):
            left.remove(same)
            found[place] = same
    for old, place in _in_place([each.text for each in before], texts):
        if place not in found and before[old] in left and before[old].answer.strip():
            left.remove(before[old])
            found[place] = ConsultationQuestion(**{**dict(before[old]), "text": texts[place]})
    given = (found.get(place) or ConsultationQuestion(text=t) for place, t in enumerate(texts))
    return (*given, *(each for each in left if each.answer.strip()))


def _in_place(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """The places of texts that stand where another stood, between the same neighbours."""
    matched = SequenceMatcher(None, before, after, autojunk=False)
    for change, first, last, start, end in matched.get_opcodes():
        if change == "replace":
            yield from zip(range(first, last), range(start, end), strict=False)
