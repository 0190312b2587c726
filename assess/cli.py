"""The command line. Exit 0: done, nothing wrong; 1: done, something is wrong; 2: could not do it.

What could not be done is told in one line on stderr: where, what, how to mend it.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from assess.errors import AssessError, FileProblems, NotFound

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.case import Case
    from assess.explain import Telling
    from assess.findings import Channel, Findings, NodeFindings
    from assess.framework import Framework
    from assess.library import Library
    from assess.report import Kind
    from assess.text import Words

INPUT_LIMIT = 64_000_000
"""Bytes read of one input; a longer one is refused when it is opened."""


@dataclass(frozen=True)
class Opened:
    """An assessment, the framework it is made against, and the case it comes from, if any."""

    assessment: Assessment
    framework: Framework
    library: Library
    case: Case | None = None


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        unknown = re.search(r"invalid choice: '(.*)' \(choose from (.*)\)", message)
        if unknown:
            there = unknown[2].replace("'", "")
            raise AssessError(f"there is no command {unknown[1]}; the commands are {there}")
        raise AssessError(f"{message}; see {self.prog} --help")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    _speak_utf_8()
    try:
        chosen = _parser().parse_args(arguments)
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

    add = commands.add_parser("analyse", help="the findings of one assessment")
    _takes_assessment(add)
    add.add_argument("--json", action="store_true", help="the findings as one JSON document")
    add.set_defaults(run=_analyse)

    add = commands.add_parser("report", help="a brief on one assessment")
    _takes_assessment(add)
    add.add_argument(
        "--to", required=True, type=Path, metavar="FILE", help=".html, .docx, .md, .json"
    )
    add.add_argument("--lang", default="en", metavar="xx", help="language of the brief")
    add.add_argument("--audience", help=argparse.SUPPRESS)
    add.set_defaults(run=_report)

    add = commands.add_parser("cases", help="the cases that come with this toolkit")
    add.add_argument("slug", nargs="?", metavar="SLUG", help="one case in full")
    add.add_argument("--json", action="store_true", help="as one JSON document")
    add.set_defaults(run=_cases)

    add = commands.add_parser("serve", help="the app, in your browser")
    add.add_argument("--port", type=_port, default=8501, metavar="N", help="8501 unless given")
    add.set_defaults(run=_serve)
    return parser


def _takes_assessment(parser: argparse.ArgumentParser) -> None:
    told = "an assessment file, a report with one inside, a case.yaml, the name of a case, or -"
    parser.add_argument("assessment", metavar="ASSESSMENT", help=told)


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
    for problem in found:
        print(problem)
    if not found:
        count = len(chosen.paths or library.files())
        print(f"nothing wrong in {count} {'path' if chosen.paths else 'file'}{'s'[: count != 1]}")
    return 1 if found else 0


def _analyse(chosen: argparse.Namespace) -> int:
    from assess.explain import Telling
    from assess.findings import dumps
    from assess.text import words

    opened = _open(chosen.assessment)
    findings = _findings(opened)
    if chosen.json:
        print(dumps(findings))
        return 0
    telling = Telling(opened.framework, opened.assessment, findings, words())
    for line in _told(telling):
        print(line)
    return 0


def _told(telling: Telling) -> Iterable[str]:
    """Findings as lines: the conclusion, a table of nodes, what is missing, what to think over."""
    from assess.explain import bounds, firmness, gaps, prompts, verdict
    from assess.findings import CHANNELS

    title = telling.assessment.proposal.title
    yield from (title, "") if title else ()
    for channel in CHANNELS:
        for statement in (verdict, firmness, bounds):
            yield statement(telling, channel).text
    yield ""
    yield from _aligned([_row(telling, node) for node in telling.findings.nodes])
    for heading, statements in (
        ("What is missing", gaps(telling)),
        ("To think over", prompts(telling)),
    ):
        if statements:
            yield from ("", heading, *(f"- {statement.text}" for statement in statements))


def _row(telling: Telling, node: NodeFindings) -> tuple[str, ...]:
    about = telling.framework.node(node.id)
    harm, benefit = (_level(telling.words, node, channel) for channel in ("harm", "benefit"))
    return about.code, about.name, harm, benefit


def _level(words: Words, node: NodeFindings, channel: Channel) -> str:
    from assess import wording
    from assess.framework import LEVELS

    effect = node.effect(channel)
    step = max(effect.level, 1) - 1
    if not effect.p[step]:
        return wording.none_of(words, node.said, channel)
    level = wording.at_least(words, LEVELS[step], channel)
    return f"{level}: {wording.chance(words, effect.p[step])}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _report(chosen: argparse.Namespace) -> int:
    from assess import bundle
    from assess.report import KINDS
    from assess.text import languages

    ending = chosen.to.suffix.removeprefix(".").lower()
    kind = next((each for each in KINDS if each == ending), None)
    if chosen.audience:
        raise AssessError("--audience comes in a later version; leave it out for the full brief")
    if ending == "pdf":
        raise AssessError(f"{chosen.to}: PDF comes in a later version; use .docx or .html")
    if kind is None and ending != "json":
        known = ", ".join(f".{each}" for each in (*KINDS, "json"))
        raise AssessError(f"{chosen.to}: a report ends in one of {known}; name the file so")
    if chosen.lang not in languages():
        raise AssessError(f"--lang {chosen.lang}: the languages are {', '.join(languages())}")
    opened = _open(chosen.assessment)
    chosen.to.write_bytes(
        _brief(opened, kind, chosen.lang) if kind else bundle.dumps(opened.assessment).encode()
    )
    return 0


def _brief(opened: Opened, kind: Kind, language: str) -> bytes:
    from assess import __version__, diagram, picture, report
    from assess.explain import Telling
    from assess.text import words

    spoken = words(language)
    findings = _findings(opened)
    telling = Telling(opened.framework, opened.assessment, findings, spoken)
    ref = opened.assessment.framework
    made = report.build(
        opened.framework,
        opened.library.interventions(ref.id, ref.version),
        opened.assessment,
        findings,
        spoken,
        case=opened.case,
        made_on=datetime.datetime.now(datetime.UTC).date(),
        version=__version__,
        picture_svg=picture.svg(diagram.draw(telling), spoken),
    )
    return report.write(made, kind)


def _cases(chosen: argparse.Namespace) -> int:
    from assess.library import Library

    library = Library()
    if chosen.slug:
        case = library.case(chosen.slug)
        if chosen.json:
            _print_json(case.model_dump(mode="json", by_alias=True))
        else:
            print("\n".join(_case_lines(case)))
        return 0
    cases = library.cases()
    if chosen.json:
        _print_json({"format": "assess-cases/1", "cases": [_case_brief(case) for case in cases]})
    else:
        rows = [(case.id, case.title, _status(case)) for case in cases]
        print("\n".join(_aligned(rows) if rows else ["no cases here"]))
    left_out = len(cases) < len(library.case_ids())
    if left_out:
        print("some cases could not be loaded; assess check says why", file=sys.stderr)
    return 1 if left_out else 0


def _print_json(document: object) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))


def _case_brief(case: Case) -> dict[str, object]:
    return {
        "id": case.id,
        "title": case.title,
        "jurisdiction": case.proposal.jurisdiction,
        "year": case.year,
        "kind": case.kind,
        "framework": case.framework.model_dump(),
        "outcome": case.outcome.status if case.outcome else None,
    }


def _status(case: Case) -> str:
    return f"{case.outcome.status} {case.outcome.date}" if case.outcome else ""


def _case_lines(case: Case) -> Iterable[str]:
    yield from (case.title, "", case.subject, f"What it rests on: {case.kind}")
    yield from ("", case.note) if case.note else ()
    if case.outcome:
        yield from ("", f"Outcome: {_status(case)}", case.outcome.text)
    yield from ("", "Sources")
    for source in case.sources:
        yield f"- {source.title} ({source.publisher}; seen: {source.seen}), {source.url}"
    yield from ("", f"Findings: assess analyse {case.id}")


def _serve(chosen: argparse.Namespace) -> int:
    from assess.library import CHECKOUT

    script = CHECKOUT / "streamlit_app.py"
    if not script.is_file():
        raise NotFound(f"{script.name}: the app runs from a checkout; clone the repository first")
    os.chdir(CHECKOUT)  # its settings are read from the folder it is started in
    port = str(chosen.port)
    run = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", port]
    os.execv(sys.executable, run)


def _findings(opened: Opened) -> Findings:
    """Of the first draft, as its first assessor judged it."""
    from assess.findings import analyse

    assessment = opened.assessment
    draft, assessor = assessment.drafts[0].id, assessment.assessors[0].id
    return analyse(opened.framework, assessment, draft=draft, assessor=assessor)


def _open(name: str) -> Opened:
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
    ref = assessment.framework
    return Opened(assessment, library.framework(ref.id, ref.version), library, case)


def _loads(name: str, library: Library) -> Assessment:
    from assess import bundle
    from assess.report import extract

    data = _read(name)
    file = "standard input" if name == "-" else name
    return bundle.loads(extract(data) or data, library, file)


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(INPUT_LIMIT)
    with Path(name).open("rb") as file:
        return file.read(INPUT_LIMIT)
