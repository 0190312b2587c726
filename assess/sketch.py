"""A framework that somebody is writing: one file, shown as far as it stands, with its problems."""

from __future__ import annotations

from collections.abc import Iterable

from assess.check import Fault, in_a_framework
from assess.errors import FileProblems, Problem
from assess.framework import Framework
from assess.library import Library
from assess.loading import on_a_topic
from assess.neighbours import misfits
from assess.references import Dangling, in_framework
from assess.value import Value
from assess.yamlfile import Document, parsed


class Sketch(Value):
    """`framework` is None where the file cannot be shown; `problems` has a line for each."""

    framework: Framework | None
    problems: tuple[str, ...]


def sketch(data: bytes, library: Library, name: str = "framework.yaml") -> Sketch:
    """What is in a file, and everything `assess check` would say of it, in the order of its lines.

    What its folder would be called is not asked about.
    """
    try:
        document = parsed(data, name)
        made = document.into(Framework)
    except FileProblems as error:
        return Sketch(framework=None, problems=tuple(map(str, error.problems)))
    loose = (*in_framework(made), *on_a_topic(made, library.root))
    if loose:
        return Sketch(framework=None, problems=_told(document, loose))
    return Sketch(
        framework=made,
        problems=_told(document, (*in_a_framework(made), *misfits(made, library))),
    )


def _told(document: Document, faults: Iterable[Fault | Dangling]) -> tuple[str, ...]:
    found = [Problem(document.place(*spot), message) for spot, message in faults]
    return tuple(map(str, sorted(found, key=lambda each: each.place.line or 0)))
