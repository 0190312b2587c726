"""Makes a report of an assessment with all that the toolkit knows of it.

The command line, the pages and whoever makes a report anew to compare it come here, so that the
same answers give the same report.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from assess import __version__, diagram, picture, report
from assess.assessment import Assessment
from assess.dossier import dossier
from assess.explain import Telling
from assess.library import Library
from assess.report import Audience, Report
from assess.text import Words

if TYPE_CHECKING:
    from assess.case import Case
    from assess.margin import Margin


def paper(
    library: Library,
    assessment: Assessment,
    place: tuple[str, str],
    words: Words,
    made_on: datetime.date,
    *,
    audience: Audience = "brief",
    case: Case | None = None,
    margin: Margin | None = None,
    second: Words | None = None,
) -> Report:
    """The paper on a draft as an assessor judged it (`place`), in `second` words too if given.

    Raises AssessError as `analyse`.
    """
    framework = library.framework_of(assessment)
    whole = dossier(framework, assessment, *place)

    def made(said: Assessment, words: Words, steps: int = 0) -> Report:
        """Of these words of the assessor; the findings are those of the assessment itself."""
        found = whole
        if said is not assessment:
            found = replace(dossier(framework, said, *place), findings=whole.findings)
        telling = Telling(framework, said, found.findings, words)
        return report.build(
            framework,
            library.interventions(assessment.framework.id, assessment.framework.version),
            said,
            found,
            words,
            audience=audience,
            case=case,
            margin=margin,
            made_on=made_on,
            version=__version__,
            picture_svg=picture.svg(diagram.draw(telling, topics=False), words),
            steps=steps,
        )

    if second is None:
        return made(assessment, words)
    return report.in_two_languages(made, assessment, words, second)


def margin(library: Library, assessment: Assessment, place: tuple[str, str]) -> Margin | None:
    """What the words of the draft hint at; None for a draft without a text."""
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin_of

    draft, ref = assessment.draft(place[0]), assessment.framework
    kinds = library.interventions(ref.id, ref.version)
    if kinds is None or not draft.provisions:
        return None
    return margin_of(assessment, *place, library.screened(ref, draft), touched(kinds))
