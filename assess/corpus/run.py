"""One run over a corpus: what is done already is passed over, the rest is read and screened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from assess.corpus import documents
from assess.corpus.engine import Engine
from assess.corpus.files import Found, Law, reason
from assess.corpus.record import Done

Outcome = Literal["screened", "unread", "copy", "done"]


@dataclass(frozen=True)
class Step:
    """What became of one file, with its line; none where it was done and needs no other.

    `new` says whether the line is still to be written down.
    """

    outcome: Outcome
    line: bytes = b""
    new: bool = True

    @property
    def document(self) -> dict[str, Any]:
        """What the line says. Raises ValueError where there is none."""
        return documents.from_line(self.line)


Tell = Callable[[Step], None]


def run(found: Found, engine: Engine, language: str | None, done: Done, tell: Tell) -> None:
    """Tells one step for each file, as it is done.

    A file with the content of another is a copy and not screened again. What could not be read is
    tried again in every run, and written down where it was not before.
    """
    for missed in found.missed:
        _unread(documents.unread(missed.file, None, missed.reason), done, tell)
    for line in engine.lines(_left(found.laws, language, done, tell), language):
        if documents.is_screened(line):
            tell(Step("screened", line))
        else:
            _unread(documents.from_line(line), done, tell)


def _left(laws: Iterable[Law], language: str | None, done: Done, tell: Tell) -> Iterator[Law]:
    """The laws that must be screened; the others are told."""
    begun: dict[str, str] = {}
    for law in laws:
        try:
            sha256 = law.sha256()
        except OSError as error:
            _unread(documents.unread(law.file, None, reason(error)), done, tell)
            continue
        same_as = begun.get(sha256) or done.screened(sha256, language)
        if same_as is None:
            begun[sha256] = law.file
            yield law
        elif same_as == law.file:
            tell(Step("done"))
        else:
            copy = documents.copy(law.file, sha256, same_as)
            tell(Step("copy", documents.to_line(copy), not done.said(copy)))


def _unread(document: dict[str, Any], done: Done, tell: Tell) -> None:
    tell(Step("unread", documents.to_line(document), not done.said(document)))
