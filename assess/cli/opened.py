"""What a command is given: an assessment by file, by report, by case or on standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.case import Case
    from assess.framework import Framework
    from assess.library import Library

INPUT_LIMIT = 64_000_000
"""Bytes read of one input; a longer one is refused when it is opened."""


@dataclass(frozen=True)
class Opened:
    """An assessment, the framework it is made against, and the case it comes from, if any."""

    assessment: Assessment
    framework: Framework
    library: Library
    case: Case | None = None

    def asked(self, draft: str | None, assessor: str | None) -> tuple[str, str]:
        """The draft and the assessor asked for, else the first. Raises AssessError."""
        wanted = draft or self.assessment.drafts[0].id
        whose = assessor or next(iter(self.assessment.assessor_ids), "a1")
        self.assessment.check(wanted, whose)
        return wanted, whose


def open_(name: str) -> Opened:
    """The assessment under this name: a file, standard input (-), or a case of the library."""
    from assess.library import Library, load_case

    library = Library()
    path = Path(name)
    case = None
    if name in library.case_ids() and not path.is_file():
        case = library.case(name)
    elif path.suffix in {".yaml", ".yml"}:
        case = load_case(path, library)
    assessment = case.assessment() if case else _loads(name, library)
    return Opened(assessment, library.framework_of(assessment), library, case)


def _loads(name: str, library: Library) -> Assessment:
    from assess.report.carrier import is_pdf
    from assess.report.opening import open_report
    from assess.text import words

    data, file = read(name), "standard input" if name == "-" else name
    if is_pdf(data):
        from assess.airlock import open_file

        return open_file(data, words(), file)
    return open_report(data, library, words(), file).assessment


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for \"-\". Raises OSError."""
    if name == "-":
        return sys.stdin.buffer.read(INPUT_LIMIT)
    with Path(name).open("rb") as file:
        return file.read(INPUT_LIMIT)
