"""What can be wrong, said so that the reader can mend it: where, what, how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Place:
    """Where something is wrong: a file, a line in it (from 1), a path inside the document."""

    file: str = ""
    line: int | None = None
    path: str = ""

    def __str__(self) -> str:
        spot = f"{self.file}:{self.line}" if self.file and self.line else self.file
        return ": ".join(part for part in (spot, self.path) if part)


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file; `message` says what it is and how to mend it."""

    place: Place
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if str(self.place) else self.message


class AssessError(Exception):
    """Anything this library refuses; its text is meant for the reader of the page."""


class FileProblems(AssessError):
    """A file, or several, that cannot be used; `problems` holds every one of them, worst first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class NotReadYet(FileProblems):
    """A file nobody has looked at, since many others were being read: it may be good, so ask again.

    What was made of a file is often kept; this is no answer about it and must not be.
    """


class UnknownFramework(AssessError):
    """A framework, or a version of one, that is not in the library."""


class UnknownCase(AssessError):
    """A case that is not in the library."""


class NotSaved(AssessError):
    """The store could not keep an answer (disk full, database locked or away)."""


class NotFound(AssessError):
    """No saved work under this token."""


class Conflict(AssessError):
    """Someone else changed the same answer meanwhile; nothing was overwritten."""
