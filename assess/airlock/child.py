"""The child: reads one file from standard input within limits, `-m assess.airlock.child JOB LANG`.

What it can be asked for stands in `JOBS`. What a job needs is imported by that job, since somebody
waits.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import NamedTuple

from assess.airlock.limits import LAW_SECONDS, SECONDS, VERIFY_SECONDS, confine
from assess.errors import FileProblems


def main() -> int:
    """Reads a file from standard input and says on standard output what is in it."""
    job, language = sys.argv[1:3]
    confine(JOBS[job].seconds)
    answer = JOBS[job].read(sys.stdin.buffer.read(), language)
    # Letters as they are: told by their numbers, a law in Arabic is three times as long.
    said = json.dumps(answer, ensure_ascii=False)
    sys.stdout.buffer.write(said.encode("utf-8", "surrogatepass"))
    return 0


def _read(data: bytes, language: str) -> dict[str, object]:
    from assess.library import Library
    from assess.report.opening import open_report
    from assess.text import words

    try:
        opened = open_report(data, Library(), words(language))
    except FileProblems as error:
        return _problems(error)
    return {"assessment": opened.assessment.model_dump(mode="json")}


def _verify(data: bytes, language: str) -> dict[str, object]:
    from assess.library import Library
    from assess.text import words
    from assess.verify.recomputing import verify

    try:
        return {"verified": verify(data, Library(), words(language)).model_dump(mode="json")}
    except FileProblems as error:
        return _problems(error)


def _read_law(data: bytes, language: str) -> dict[str, object]:
    from assess.bill.document import to_document
    from assess.bill.reading import read
    from assess.bill.splitting import split
    from assess.text import words

    try:
        extract = read(data, words=words(language))
    except FileProblems as error:
        return _problems(error)
    return {"law": to_document(extract, split(extract))}


def _read_pack(data: bytes, language: str) -> dict[str, object]:
    from assess.evidence import unpack
    from assess.library import Library
    from assess.text import words

    try:
        pack = unpack(data, Library().catalogue(), words=words(language))
    except FileProblems as error:
        return _problems(error)
    return {"pack": pack.model_dump(mode="json")}


def _read_sketch(data: bytes, language: str) -> dict[str, object]:
    from assess.library import Library
    from assess.sketch import sketch

    return {"sketch": sketch(data, Library()).model_dump(mode="json", by_alias=True)}


def _read_template(data: bytes, language: str) -> dict[str, object]:
    from assess.report.template import check
    from assess.text import words

    try:
        check(data, words(language))
    except FileProblems as error:
        return _problems(error)
    return {}


def _read_overlay(data: bytes, language: str) -> dict[str, object]:
    from assess.library import Library, overlay_in
    from assess.yamlfile.document import parsed

    try:
        overlay = overlay_in(parsed(data, ""), Library())
    except FileProblems as error:
        return _problems(error)
    return {"overlay": overlay.model_dump(mode="json", by_alias=True)}


def _problems(error: FileProblems) -> dict[str, object]:
    return {
        "problems": [
            {"place": asdict(problem.place), "message": problem.message}
            for problem in error.problems
        ]
    }


class Job(NamedTuple):
    """Something the child reads: bytes and a language to JSON, in so many processor seconds."""

    read: Callable[[bytes, str], dict[str, object]]
    seconds: int


JOBS = {
    "assessment": Job(_read, SECONDS),
    "law": Job(_read_law, LAW_SECONDS),
    "overlay": Job(_read_overlay, SECONDS),
    "pack": Job(_read_pack, SECONDS),
    "sketch": Job(_read_sketch, SECONDS),
    "template": Job(_read_template, SECONDS),
    "verify": Job(_verify, VERIFY_SECONDS),
}


if __name__ == "__main__":
    sys.exit(main())
