"""Opens a file as the assessment it is or carries, or says why it cannot be opened."""

from __future__ import annotations

from typing import NamedTuple

from assess import bundle
from assess.assessment import Assessment
from assess.errors import FileProblems, Place, Problem
from assess.report.carrier import Lost, carried
from assess.report.seal import Seal
from assess.text import Words


class Opened(NamedTuple):
    """An assessment, and the seal of the report it came in, if it came in one that has a seal."""

    assessment: Assessment
    seal: Seal | None


def open_report(data: bytes, library: bundle.Frameworks, words: Words, file: str = "") -> Opened:
    """The assessment in a file of its own or in a report of any kind.

    Raises FileProblems with everything that is wrong, in the reader's words; `file` is the name
    said in them.
    """
    try:
        found = carried(data)
    except Lost as lost:
        raise FileProblems((Problem(Place(file), _told(lost, words)),)) from None
    assessment = bundle.loads(found.assessment if found else data, library, file, words)
    return Opened(assessment, found.seal if found else None)


def _told(lost: Lost, words: Words) -> str:
    _ = words.gettext
    return {
        "nothing": _(
            "no assessment is inside this file: it was not made by this toolkit, or was cut off, or"
            " saved by a program that leaves out what it does not show; ask for the file as it was"
            " made"
        ),
        "damaged": _("the file is damaged or cut off; fetch it again, or ask for it anew"),
        "locked": _("the file is locked with a password; save a copy without one"),
        "newer": _(
            "the file was made by a newer version of this toolkit; open it there, or bring this"
            " toolkit up to date"
        ),
    }[lost.why]
