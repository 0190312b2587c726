"""How long a paper takes in each kind of file, and whether all of them verify.

`python -m benchmarks.reports`; `--json` prints one document. `--every` builds, opens and verifies
all four papers on every case of the library in every kind of file, some minutes.
"""

from __future__ import annotations

import datetime
import os
import statistics
import sys
from collections.abc import Callable, Iterator

from assess import press, report
from assess.assessment import Assessment
from assess.case import Case
from assess.errors import FileProblems
from assess.library import Library
from assess.report import Report
from assess.text import words
from assess.verify.recomputing import verify
from benchmarks.figure import Figure, told

LIBRARY = Library()
ENGLISH = words("en")
DAY = datetime.date(2026, 11, 22)
JUDGED = "2022-cambodia-national-internet-gateway"  # every node answered
PLACE = ("d1", "a1")
ROUNDS = 5
MOST = {"html": 1, "md": 1, "json": 1, "docx": 2, "pdf": 2}  # seconds


def taken(work: Callable[[], object]) -> float:
    """Processor seconds, of programs that were started too; the median of some, after one."""
    spent = []
    for _ in range(ROUNDS + 1):
        start = sum(os.times()[:4])
        work()
        spent.append(sum(os.times()[:4]) - start)
    return statistics.median(spent[1:])


def paper(case: Case, audience: report.Audience) -> Report:
    """The paper on a case, its findings computed too."""
    return press.paper(
        LIBRARY, case.assessment(), PLACE, ENGLISH, DAY, case=case, audience=audience
    )


def crowded() -> Assessment:
    """Twenty judgements on every node, each with as much as people write on half a page."""
    given = LIBRARY.case(JUDGED).assessment()
    framework = LIBRARY.framework(given.framework.id, given.framework.version)
    first = next(each for each in given.judgements if each.harm)
    text = "Every path leads through one place, which can be watched, taxed or switched off. " * 20
    many = (
        first.model_copy(update={"node": node.id, "part": part, "rationale": text})
        for node in framework.judged
        for part in range(1, 21)
    )
    return given.replace(judgements=tuple(many))


def figures() -> list[Figure]:
    """From the answers to the file: findings, sureness, picture, text, writing."""
    case = LIBRARY.case(JUDGED)
    found = [
        Figure(
            f"{audience}, {kind}",
            taken(lambda kind=kind, audience=audience: report.write(paper(case, audience), kind)),
            "s",
            most=MOST[kind],
        )
        for audience in ("brief", "annex")
        for kind in report.KINDS
    ]
    brief = paper(case, "brief")
    for kind in ("html", "docx", "pdf"):
        data = report.write(brief, kind)
        spent = taken(lambda data=data: verify(data, LIBRARY, ENGLISH))
        found.append(Figure(f"verify the brief, {kind}", spent, "s"))
        found.append(Figure(f"size of the brief, {kind}", len(data) / 1024, "kB"))
    crowd = press.paper(LIBRARY, crowded(), PLACE, ENGLISH, DAY, audience="annex")
    for kind in ("html", "docx", "pdf"):
        spent = taken(lambda kind=kind: report.write(crowd, kind))
        found.append(Figure(f"300 judgements, annex, {kind}", spent, "s"))
    return found


def faults() -> Iterator[str]:
    """What does not open or verify, of every paper on every case in every kind of file."""
    for case in LIBRARY.cases():
        for audience in report.AUDIENCES:
            made = paper(case, audience)
            for kind in report.KINDS:
                try:
                    outcome = verify(report.write(made, kind), LIBRARY, ENGLISH)
                except FileProblems as error:
                    yield f"{case.id}, {audience}, {kind}: {error}"
                    continue
                if not outcome.is_equal or (kind != "json" and outcome.text != "equal"):
                    yield f"{case.id}, {audience}, {kind}: {' '.join(outcome.told)}"


def main(arguments: list[str]) -> int:
    """1 where a demand is missed or a file does not verify."""
    if "--every" not in arguments:
        return told(figures, arguments, __doc__ or "")
    found = list(faults())
    print("\n".join(found) or "every paper on every case opens and is equal, in every kind of file")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
