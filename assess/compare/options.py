"""What is laid side by side: drafts of one assessment, or of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assess.amendment import Amendment, matched
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.framework import Framework
from assess.proposal import Draft, Purpose


@dataclass(frozen=True)
class Option:
    """One draft as one assessor judged it. `id` is unique among the options, `label` may be empty.

    `file` is where it comes from, "" where all come from one assessment.
    """

    id: str
    label: str
    assessment: Assessment
    draft: Draft
    assessor: str
    file: str = ""

    @property
    def purpose(self) -> Purpose | None:
        """Whether the measure's own aim is met; None where nobody said."""
        return self.draft.purpose


def options(
    assessment: Assessment, assessor: str = "a1", drafts: Sequence[str] = ()
) -> tuple[Option, ...]:
    """The drafts of one assessment, all of them where none are named.

    Raises AssessError for an unknown draft or assessor, and for a draft named twice.
    """
    wanted = tuple(drafts) or tuple(draft.id for draft in assessment.drafts)
    for name in wanted:
        assessment.check(name, assessor)
        if wanted.count(name) > 1:
            raise AssessError(f"draft {name} is named twice; name each once")
    chosen = (assessment.draft(name) for name in wanted)
    return tuple(Option(each.id, each.label, assessment, each, assessor) for each in chosen)


def options_of_files(
    files: Sequence[tuple[str, Assessment]], assessor: str = "a1"
) -> tuple[Option, ...]:
    """All drafts of several assessments, each with the name of its file.

    Their ids are "1/d1", "2/d1" and so on. Raises AssessError for an unknown assessor.
    """
    found = []
    for number, (name, assessment) in enumerate(files, start=1):
        for each in options(assessment, assessor):
            option_id = f"{number}/{each.id}"
            found.append(Option(option_id, each.label, assessment, each.draft, assessor, name))
    return tuple(found)


def comparable(framework: Framework, given: Sequence[Option]) -> None:
    """Raises AssessError, saying how to mend it, where these cannot be laid side by side."""
    if len(given) < 2:
        raise AssessError(
            "there is only one draft, so there is nothing to compare; add an amended draft, "
            "“no measure” or an alternative, or give a second file"
        )
    for each in given:
        judged = each.assessment.framework
        if (judged.id, judged.version) != (framework.id, framework.version):
            raise AssessError(
                f"{_named(each)} is judged against {judged.id} {judged.version}, the first one "
                f"against {framework.id} {framework.version}; levels can be compared only within "
                "one version: judge both against the same"
            )
        if each.assessment.overlay != given[0].assessment.overlay:
            raise AssessError(
                f"{_named(each)} was asked other questions than {_named(given[0])}: a chapter "
                "changed them in one of the two; judge both with the same overlay, or without"
            )
        if each.assessment.choices.method() != given[0].assessment.choices.method():
            raise AssessError(
                f"{_named(each)} makes other choices of method than {_named(given[0])}; "
                "give both the same choices first, else the choices would be compared"
            )


def _named(option: Option) -> str:
    return f"{option.file}, draft {option.draft.id}" if option.file else f"draft {option.id}"


def amendment(before: Option, after: Option) -> Amendment:
    """What became of the provisions; nothing is matched with the present situation."""
    if "no-measure" in (before.draft.kind, after.draft.kind):
        return Amendment(before.id, after.id, ())
    return Amendment(before.id, after.id, matched(before.draft, after.draft).matches)
