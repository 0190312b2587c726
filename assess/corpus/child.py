"""The child that reads and screens laws, one after the other, in limits: `-m assess.corpus.child`.

On standard input each law is one line of JSON (size in bytes, file, sha256, language) and its
bytes; on standard output each becomes one line of JSON (`assess.corpus.documents`). What a law
needs too much of ends the child; who asked starts another.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from assess.airlock import LAW_SECONDS, allow, confine
from assess.corpus import documents
from assess.corpus.lexicons import Lexicons
from assess.errors import AssessError, FileProblems

LAWS = 2_000
"""After so many a child is replaced, so that what a reader forgot to give back does not add up."""


def document(data: bytes, file: str, language: str | None, lexicons: Lexicons) -> dict[str, Any]:
    """What is in one law: `assess-screening/1`. Raises AssessError where it cannot be read."""
    from assess import wording
    from assess.bill.reading import read
    from assess.bill.screening import screen
    from assess.bill.splitting import split
    from assess.text import words

    extract = read(data)
    if not extract.lines:
        raise AssessError(" ".join(extract.warnings))
    parts = split(extract)
    lexicon = lexicons.lexicon(language or extract.language)
    told = wording.numbering(words(), parts.chain, parts.scheme)
    found = screen(parts, lexicon, lexicons.finder(lexicon))
    return found.document(extract, file=file, chain=told)


def answer(data: bytes, asked: dict[str, Any], lexicons: Lexicons) -> dict[str, Any]:
    """The document for one law, or for why there is none."""
    file, sha256, language = asked["file"], asked["sha256"], asked["language"]
    try:
        made = document(data, file, language, lexicons)
    except FileProblems as error:
        return documents.unread(file, sha256, str(error.problems[0]))
    except AssessError as error:
        return documents.unread(file, sha256, str(error))
    return documents.screened(made, sha256, language)


def serve(questions: BinaryIO, answers: BinaryIO, lexicons: Lexicons) -> None:
    """Answers until there is nothing more to read."""
    for header in iter(questions.readline, b""):
        asked = json.loads(header)
        data = questions.read(asked["size"])
        allow(LAW_SECONDS)
        answers.write(documents.to_line(answer(data, asked, lexicons)))
        answers.flush()


def main() -> None:
    """The program. What a library prints goes where nobody reads it, never among the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine(LAWS * LAW_SECONDS)
    from assess.library import Library

    serve(sys.stdin.buffer, answers, Lexicons(Library()))


if __name__ == "__main__":
    main()
