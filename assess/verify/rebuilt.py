"""A report made again from what travels in it."""

from __future__ import annotations

from assess import press
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.library import Library
from assess.report import AUDIENCES, Report
from assess.report.seal import Seal
from assess.text import Words
from assess.text import words as words_of


def rebuilt(assessment: Assessment, seal: Seal, library: Library, words: Words) -> Report:
    """The same paper on the same day in the same words. Raises AssessError where that fails."""
    audience = next((each for each in AUDIENCES if each == seal.audience), None)
    if audience is None:
        message = words.gettext("{name}: this version makes no paper of that name")
        raise AssessError(message.format(name=seal.audience))
    place = (seal.draft, seal.assessor)
    return press.paper(
        library,
        assessment,
        place,
        words_of(seal.language),
        seal.made_on,
        audience=audience,
        case=library.case(seal.case) if seal.case else None,
        margin=press.margin(library, assessment, place) if seal.hints else None,
        second=words_of(seal.second) if seal.second else None,
    )
