"""Makes a report of an assessment with all that the toolkit knows of it.

The command line, the pages and whoever makes a report anew to compare it come here, so that the
same answers give the same report.
"""

from __future__ import annotations

import datetime
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
) -> Report:
    """The paper on a draft as an assessor judged it (`place`). Raises AssessError as `analyse`."""
    ref = assessment.framework
    framework = library.framework(ref.id, ref.version)
    found = dossier(framework, assessment, *place)
    telling = Telling(framework, assessment, found.findings, words)
    return report.build(
        framework,
        library.interventions(ref.id, ref.version),
        assessment,
        found,
        words,
        audience=audience,
        case=case,
        margin=margin,
        made_on=made_on,
        version=__version__,
        picture_svg=picture.svg(diagram.draw(telling), words),
    )


def margin(library: Library, assessment: Assessment, place: tuple[str, str]) -> Margin | None:
    """What the words of the draft hint at; None for a draft without a text."""
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin_of

    draft, ref = assessment.draft(place[0]), assessment.framework
    kinds = library.interventions(ref.id, ref.version)
    if kinds is None or not draft.provisions:
        return None
    return margin_of(assessment, *place, library.screened(ref, draft), touched(kinds))
