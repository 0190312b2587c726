"""The files that somebody may bring: each is read by a child, and what it answers is checked."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assess.airlock.parent import ask
from assess.errors import FileProblems, Place, Problem
from assess.text import Words

# The child loads this file too, with its package: what a job gives is imported where it is given.
if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.bill.law import Law
    from assess.evidence import Pack
    from assess.overlay import Overlay
    from assess.sketch import Sketch
    from assess.verify.verified import Verified

WAIT = 40  # seconds on the clock: a busy machine is not the file's fault
LAW_WAIT = 60
VERIFY_WAIT = 120
SKETCH_LIMIT = 2 * 1024**2  # bytes; the largest framework here has a twentieth of it
REPORT_LIMIT = 20 * 1024**2  # bytes; a report holds the file (5 MB) coded, beside its own text


def open_file(data: bytes, words: Words, name: str = "") -> Assessment:
    """The assessment in a file or in a report that carries one; `name` is said in refusals.

    Raises FileProblems with everything that is wrong with it, in the reader's words.
    """
    from assess.assessment import Assessment

    answer = _answer("assessment", data, words, name)
    return Assessment.model_validate(answer["assessment"])


def verify_file(data: bytes, words: Words, name: str = "") -> Verified:
    """Whether a report is what follows from the answers inside it; `name` is said in refusals.

    Raises FileProblems where that cannot be said, NotReadYet where it cannot be said now.
    """
    from assess.verify.verified import Verified

    answer = _answer("verify", data, words, name)
    return Verified.model_validate_json(json.dumps(answer["verified"]))


def _answer(job: str, data: bytes, words: Words, name: str) -> dict[str, Any]:
    """What a child says of a file of ours. Raises FileProblems."""
    _ = words.gettext
    if len(data) > REPORT_LIMIT:
        raise _refused(
            _("the file is larger than {limit} MB; open the one you downloaded here").format(
                limit=REPORT_LIMIT // 1024**2
            ),
            name,
        )
    return _asked(
        job,
        data,
        name,
        words,
        wait=WAIT if job == "assessment" else VERIFY_WAIT,
        slow=_("the file takes too long to read; it was made in another way"),
        heavy=_("the file needs more memory or time than any of ours; it was not opened"),
    )


def read_law_safely(data: bytes, name: str, words: Words) -> Law:
    """A law in a file of any kind, read and split; `name` is said in refusals, decides nothing.

    What came back is compared with the file: what may lack is in the law's `warnings`. Raises
    FileProblems in the reader's words.
    """
    from assess.bill.document import from_document
    from assess.bill.reading import SIZE_LIMIT as LAW_LIMIT
    from assess.bill.reading import doubts

    _ = words.gettext
    if len(data) > LAW_LIMIT:
        raise _refused(
            _("the file is larger than {limit} MB; bring the law in parts").format(
                limit=LAW_LIMIT // 1024**2
            ),
            name,
        )
    slow, heavy = too_slow(words), too_heavy(words)
    answer = _asked("law", data, name, words, wait=LAW_WAIT, slow=slow, heavy=heavy)
    try:
        law = from_document(answer["law"])
    except ValueError:
        raise _refused(heavy, name) from None
    found = doubts(law, len(data), words)
    more = tuple(each for each in found if each not in law.warnings)
    return replace(law, warnings=law.warnings + more)


def read_pack_safely(data: bytes, name: str, words: Words) -> Pack:
    """The pack of evidence in a ZIP that somebody brought; `name` is said in refusals.

    Raises FileProblems, in the reader's words, with all that is wrong with it.
    """
    from assess.evidence import ZIP_LIMIT, Pack

    _ = words.gettext
    if len(data) > ZIP_LIMIT:
        told = _("larger than {limit} MB; a pack needs less")
        raise _refused(told.format(limit=ZIP_LIMIT // 1024**2), name)
    told = _("the file takes more time or memory to read than any pack; pack the folder anew")
    answer = _asked("pack", data, name, words, wait=WAIT, slow=told, heavy=told)
    return Pack.model_validate(answer["pack"])


def read_sketch(data: bytes, name: str, words: Words) -> Sketch:
    """A framework that somebody is writing, with what is wrong with it. Raises FileProblems."""
    from assess.sketch import Sketch

    _ = words.gettext
    if len(data) > SKETCH_LIMIT:
        told = _("larger than {limit} MB; a framework needs less")
        raise _refused(told.format(limit=SKETCH_LIMIT // 1024**2), name)
    told = _("the file takes more time or memory to read than any framework")
    answer = _asked("sketch", data, name, words, wait=WAIT, slow=told, heavy=told)
    return Sketch.model_validate(answer["sketch"])


def check_template(data: bytes, name: str, words: Words) -> None:
    """Raises FileProblems, in the reader's words, where a file is no good as a Word template.

    `name` is said in refusals and decides nothing.
    """
    told = words.gettext(
        "the file takes more time or memory to read than any template; save it anew in Word"
    )
    _asked("template", data, name, words, wait=WAIT, slow=told, heavy=told)


def open_overlay(data: bytes, name: str, words: Words) -> Overlay:
    """The overlay in a file; `name` is said in refusals. Raises FileProblems with their lines."""
    from assess.overlay import Overlay

    answer = _answer("overlay", data, words, name)
    return Overlay.model_validate_json(json.dumps(answer["overlay"]))


def too_slow(words: Words) -> str:
    """What is said of a law that was still being read when its time was over."""
    return words.gettext(
        "the file takes too long to read; save it anew, or bring the law as plain text"
    )


def too_heavy(words: Words) -> str:
    """What is said of a law whose reader came to its end."""
    return words.gettext(
        "the file needs more memory or time than any law; it was not read. "
        "Save it anew, or bring the law as plain text"
    )


def _asked(
    job: str, data: bytes, name: str, words: Words, *, wait: float, slow: str, heavy: str
) -> dict[str, Any]:
    """What a child says of a file. Raises FileProblems: its own, or one of the two sentences."""
    try:
        return ask(job, data, words, wait)
    except FileProblems as error:
        raise _told_of(name, error) from None
    except TimeoutError:
        raise _refused(slow, name) from None
    except (ChildProcessError, ValueError):  # it came to its end before, or within, its answer
        raise _refused(heavy, name) from None


def _told_of(name: str, error: FileProblems) -> FileProblems:
    """The same error, told of the file of this name, unless it names a file inside that one."""
    return type(error)(
        tuple(
            replace(each, place=replace(each.place, file=each.place.file or name))
            for each in error.problems
        )
    )


def _refused(message: str, name: str = "") -> FileProblems:
    return FileProblems((Problem(Place(name), message),))
