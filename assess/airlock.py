"""Opens a file that somebody brought, in a child process with limits on memory and time.

A file made to be slow or large then costs its own process, never the people who are answering.
The child gets no secret (no environment but the path) and opens no network connection.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from assess.assessment import Assessment
from assess.bundle import SIZE_LIMIT
from assess.errors import FileProblems, Place, Problem
from assess.text import Words

ROOT = Path(__file__).resolve().parent.parent
MEMORY = 1024**3  # bytes of address space
SECONDS = 20  # of processor time
WAIT = 40  # seconds on the clock: a busy machine is not the file's fault
REPORT_LIMIT = 4 * SIZE_LIMIT  # a report holds the file once more, coded, beside its own text


def open_file(data: bytes, words: Words) -> Assessment:
    """The assessment in a file or in a report that carries one.

    Raises FileProblems with everything that is wrong with it, in the reader's words.
    """
    _ = words.gettext
    if len(data) > REPORT_LIMIT:
        raise _refused(
            _("the file is larger than {limit} MB; open the one you downloaded here").format(
                limit=REPORT_LIMIT // 1024**2
            )
        )
    try:
        child = subprocess.run(
            [sys.executable, "-m", "assess.airlock", words.language],
            input=data,
            capture_output=True,
            timeout=WAIT,
            check=False,
            cwd=ROOT,
            env=_bare_environment(),
        )
    except subprocess.TimeoutExpired:
        raise _refused(_("the file takes too long to read; it was made in another way")) from None
    if child.returncode:
        raise _refused(_("the file needs more memory or time than any of ours; it was not opened"))
    return _answer(child.stdout)


def _bare_environment() -> dict[str, str]:
    """What Python needs to start, one thread for numpy, and nothing that is ours to keep."""
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }


def _answer(told: bytes) -> Assessment:
    answer = json.loads(told)
    if "problems" in answer:
        raise FileProblems(
            tuple(Problem(Place(**each["place"]), each["message"]) for each in answer["problems"])
        )
    return Assessment.model_validate(answer["assessment"])


def _refused(message: str) -> FileProblems:
    return FileProblems((Problem(Place(), message),))


# --- the child ---------------------------------------------------------------------------------


def main() -> int:
    """Reads a file from standard input and says on standard output what is in it."""
    _limit()
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read(), sys.argv[1])))
    return 0


def _limit() -> None:
    if sys.platform == "win32":
        return  # there the parent's clock is the only limit
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _read(data: bytes, language: str) -> dict[str, object]:
    from assess import bundle
    from assess.library import Library
    from assess.report.carrier import extract
    from assess.text import words

    try:
        opened = bundle.loads(extract(data) or data, Library(), words=words(language))
    except FileProblems as error:
        return {
            "problems": [
                {"place": asdict(problem.place), "message": problem.message}
                for problem in error.problems
            ]
        }
    return {"assessment": opened.model_dump(mode="json")}


if __name__ == "__main__":
    sys.exit(main())
