"""The command line. Exit 0: done, nothing wrong; 1: done, something is wrong; 2: could not do it.

What could not be done is told in one line on stderr: where, what, how to mend it.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from assess.cli import (
    analyse,
    cases,
    compare,
    evidence,
    evidence_refresh,
    move,
    report,
    screen,
    site,
    verify,
)
from assess.errors import AssessError, FileProblems, NotFound

REFRESH = ("evidence", "refresh")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        unknown = re.search(r"COMMAND: invalid choice: '(.*)' \(choose from (.*)\)", message)
        if unknown:
            there = unknown[2].replace("'", "")
            raise AssessError(f"there is no command {unknown[1]}; the commands are {there}")
        raise AssessError(f"{message}; see {self.prog} --help")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    _speak_utf_8()
    try:
        chosen = _parser().parse_args(_joined(arguments))
        command: Callable[[argparse.Namespace], int] = chosen.run
        code = command(chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _close_stdout()
        return 2
    except KeyboardInterrupt:
        return _could_not("stopped")
    except FileProblems as error:
        more = len(error.problems) - 1
        rest = f" (and {more} more; assess check names them all)" if more else ""
        return _could_not(f"{error.problems[0]}{rest}")
    except AssessError as error:
        return _could_not(str(error))
    except OSError as error:
        return _could_not(f"{error.filename or 'a file'}: {(error.strerror or str(error)).lower()}")


def _joined(arguments: list[str] | None) -> list[str]:
    """The arguments, with the one command of two words as one."""
    given = sys.argv[1:] if arguments is None else arguments
    two = tuple(given[:2]) == REFRESH
    return [" ".join(REFRESH), *given[2:]] if two else given


def _could_not(message: str) -> int:
    print(f"assess: {' '.join(message.splitlines())}", file=sys.stderr)
    return 2


def _speak_utf_8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_stdout() -> None:
    """Whoever read our output has gone; nothing more may be written, also not at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> _Parser:
    parser = _Parser(prog="assess", description="What a law would do to what the Internet needs.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)

    add = commands.add_parser("check", help="every problem in frameworks and cases, worst first")
    add.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these files")
    add.set_defaults(run=_check)

    add = commands.add_parser("screen", help="draft laws: which provision may touch what")
    screen.add_arguments(add)

    add = commands.add_parser("analyse", help="the findings of one assessment")
    _takes_assessment(add)
    add.add_argument("--json", action="store_true", help="the findings as one JSON document")
    add.set_defaults(run=analyse.run)

    add = commands.add_parser("compare", help="drafts, options or assessors side by side")
    add.add_argument(
        "assessments",
        nargs="+",
        metavar="ASSESSMENT",
        help="one file with several drafts or people, or several files",
    )
    add.add_argument("--json", action="store_true", help="the comparison as one JSON document")
    add.set_defaults(run=compare.run)

    add = commands.add_parser("move", help="to a newer version of its framework, and back")
    move.add_arguments(add)

    add = commands.add_parser("report", help="a paper on one assessment")
    _takes_assessment(add, needed=False)
    add.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help=".html, .docx, .pdf, .md, .json; as linked data .ttl, .jsonld",
    )
    add.add_argument(
        "--template", type=Path, metavar="FILE", help="a Word file with fields, to be filled"
    )
    add.add_argument(
        "--starter", type=Path, metavar="FILE", help="write a template to begin with, no report"
    )
    add.add_argument("--lang", default="en", metavar="xx", help="language of the paper")
    add.add_argument("--second", metavar="xx", help="a second language, beside the first")
    add.add_argument(
        "--audience",
        default="brief",
        metavar="PAPER",
        help="brief, one-page, submission (within its word limit) or annex",
    )
    add.set_defaults(run=report.run)

    add = commands.add_parser("verify", help="whether a report follows from the answers inside it")
    add.add_argument("report", metavar="FILE", help="a report of any kind, or -")
    add.add_argument("--json", action="store_true", help="the outcome as one JSON document")
    add.set_defaults(run=verify.run)

    add = commands.add_parser("cases", help="the cases that come with this toolkit")
    add.add_argument("slug", nargs="?", metavar="SLUG", help="one case in full")
    add.add_argument("--near", metavar="ASSESSMENT", help="the cases nearest to this one")
    add.add_argument("--json", action="store_true", help="as one JSON document")
    add.set_defaults(run=cases.run)

    add = commands.add_parser("evidence", help="what is measured in a country, beside a law")
    evidence.add_arguments(add)

    add = commands.add_parser(" ".join(REFRESH), help="ask the sources anew, after saying so")
    evidence_refresh.add_arguments(add)

    add = commands.add_parser("site", help="the cases as plain pages for any web host, or a stick")
    site.add_arguments(add)

    add = commands.add_parser("serve", help="the app, in your browser")
    add.add_argument("--port", type=_port, default=8501, metavar="N", help="8501 unless given")
    add.set_defaults(run=_serve)
    return parser


def _takes_assessment(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    told = "an assessment file, a report with one inside, a case.yaml, the name of a case, or -"
    count = None if needed else "?"
    parser.add_argument("assessment", nargs=count, metavar="ASSESSMENT", help=told)
    parser.add_argument("--draft", metavar="ID", help="the first draft unless given")
    parser.add_argument("--assessor", metavar="ID", help="the first who answered unless given")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is no port; give a number from 1 to 65535")
    return int(text)


def _check(chosen: argparse.Namespace) -> int:
    from assess.check import check
    from assess.library import Library

    for path in chosen.paths:
        path.stat()  # a path that is not there could not be checked, which is not a problem in it
    library = Library()
    found = check(library, chosen.paths)
    if not chosen.paths:
        from assess.publication.keeping import problems

        found = (*found, *problems(library))
    for problem in found:
        print(problem)
    if not found:
        count = len(chosen.paths or library.files())
        print(f"nothing wrong in {count} {'path' if chosen.paths else 'file'}{'s'[: count != 1]}")
    return 1 if found else 0


def _serve(chosen: argparse.Namespace) -> int:
    from assess.library import CHECKOUT

    script = CHECKOUT / "streamlit_app.py"
    if not script.is_file():
        raise NotFound(f"{script.name}: the app runs from a checkout; clone the repository first")
    os.chdir(CHECKOUT)  # its settings are read from the folder it is started in
    port = str(chosen.port)
    run = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", port]
    os.execv(sys.executable, run)
