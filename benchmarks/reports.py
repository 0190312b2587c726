"""How long a paper takes in each kind of file, and whether all of them verify.

`python -m benchmarks.reports`; `--json` prints one document. `--every` builds, reopens and verifies
all four papers on every case of the library in every kind of file. `--open` opens all of them as
their readers do: LibreOffice shows each DOCX, the structure tree of each PDF is read, axe looks at
each web page. Each takes some minutes, prints a line for each fault and what it looked at.
"""

from __future__ import annotations

import datetime
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from assess import press, report
from assess.assessment import Assessment
from assess.case import Case
from assess.errors import FileProblems
from assess.library import Library
from assess.report import Report
from assess.text import words
from assess.verify.recomputing import verify
from benchmarks.figure import Figure, told
from tests.chromium import browsing
from tests.e2e.accessibility import WAYS, page_faults
from tests.report.opened import converted, docx_faults, pdf_faults

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
    framework = LIBRARY.framework_of(given)
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


def every() -> Iterator[tuple[str, Report]]:
    """All four papers on every case, each under a name."""
    for case in LIBRARY.cases():
        for audience in report.AUDIENCES:
            yield f"{case.id}, {audience}", paper(case, audience)


def unequal() -> Iterator[str]:
    """What does not reopen or verify, of every paper on every case in every kind of file."""
    for name, made in every():
        for kind in report.KINDS:
            try:
                outcome = verify(report.write(made, kind), LIBRARY, ENGLISH)
            except FileProblems as error:
                yield f"{name}, {kind}: {error}"
                continue
            if not outcome.is_equal or (kind != "json" and outcome.text != "equal"):
                yield f"{name}, {kind}: {' '.join(outcome.told)}"


def unopened() -> Iterator[str]:
    """What is wrong for whoever opens a DOCX, a PDF or a web page, of every paper on every case.

    Web pages are looked at in light colours on a desk; those on one case in dark ones and on a
    phone too, as all papers have one style.
    """
    papers = dict(every())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, made in papers.items():
            (folder / f"{name}.docx").write_bytes(report.write(made, "docx"))
            (folder / f"{name}.html").write_bytes(report.write(made, "html"))
            yield from (f"{name}, pdf: {e}" for e in pdf_faults(report.write(made, "pdf"), made))
        shown = converted(folder)
        for name, made in papers.items():
            found = docx_faults(shown / f"{name}.pdf", made)
            yield from (f"{name}, docx: {each}" for each in found)
        with browsing() as browser:
            page = browser.new_page()
            for name in papers:
                ways = WAYS if JUDGED in name else WAYS[:1]
                wrong = page_faults(page, folder / f"{name}.html", ways)
                yield from (f"{name}, html: {each}" for each in wrong)


SWEEPS = {
    "--every": (unequal, "every paper on every case reopens and is equal, in every kind of file"),
    "--open": (unopened, "every paper on every case opens well as DOCX, PDF and web page"),
}


def main(arguments: list[str]) -> int:
    """1 where a demand is missed, or a file does not open or verify."""
    asked = [sweep for name, sweep in SWEEPS.items() if name in arguments]
    if not asked:
        return told(figures, arguments, __doc__ or "")
    missed = 0
    for sweep, well in asked:
        count = 0
        for fault in sweep():
            count += 1
            print(fault, flush=True)
        print(f"{count} faults" if count else well)
        missed = max(missed, bool(count))
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
