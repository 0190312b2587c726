"""Where a law is cut: its provisions by the chain, and recitals, divisions and annexes by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assess.bill.clause import Chain
from assess.bill.extract import Line
from assess.bill.splitting.candidates import Scan, bare_candidates
from assess.bill.splitting.chain import Candidate, best_chain
from assess.bill.splitting.clauses import LABEL, Cut
from assess.bill.splitting.headings import like_a_heading
from assess.bill.splitting.markers import TRANSITIONAL, division
from assess.bill.splitting.scheme import Numbering

ABOVE = 8
"""Lines of headings, at most, that stand above a provision."""
RUN = 10
"""More numbers than this that are lacking in a row are told as a range."""

_TRIM = " \t.:–—-‑*_#|"
_WHEREAS = re.compile(
    r"[\s\W]*(?:whereas|having regard|considérant|in erwägung|considerando|considerato|visto|"
    r"overwegende|mając na uwadze|având în vedere|preamble|recitals|учитывая|принимая во внимание)",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"[\s\W]*(?:whereas|considérant qu|considerando que|considerato che|overwegende dat)\W",
    re.IGNORECASE,
)


def cuts(seen: Scan, numbered: Numbering) -> list[Cut]:
    """All cuts of a law whose provisions are numbered, in order; the first is at line 0."""
    provisions = list(_provisions(seen.lines, numbered))
    last = numbered.chain[-1].line
    found = {cut.line: cut for cut in provisions}
    for cut in (*_divisions(seen, numbered, found), *_annexes(seen, last)):
        found.setdefault(cut.line, cut)
    for cut in _recitals(seen, min(found)):
        found.setdefault(cut.line, cut)
    found.setdefault(0, Cut(0, "preamble", "preamble", "", 0))
    return [found[line] for line in sorted(found)]


def _provisions(lines: Sequence[Line], numbered: Numbering) -> Iterator[Cut]:
    anew = _counted_anew(numbered.chain)
    above = _headed_from_above(lines, numbered.chain)
    earlier = -1
    for candidate in numbered.chain:
        marker = candidate.marker
        label = marker.label.strip(_TRIM)
        number = _number(candidate, anew)
        line = candidate.line
        if above and line - 1 > earlier and _title_above(lines, line):
            line -= 1
        earlier = candidate.line
        yield Cut(line, "provision", number[:LABEL], label[:LABEL], candidate.line, marker.end)


def _counted_anew(chain: Sequence[Candidate]) -> str | None:
    """The kind of division that counts anew, or None where the numbers run through."""
    for i in range(1, len(chain)):
        if chain[i].place <= chain[i - 1].last and chain[i].opened:
            kinds = [kind for kind, _ in chain[i].opened]
            return next((kind for kind in kinds if kind != TRANSITIONAL), kinds[-1])
    return None


def _title_above(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a marker is a heading, and no division."""
    line = lines[at - 1] if at else None
    return bool(line and len(line.text) <= LABEL and like_a_heading(line)) and not division(
        lines[at - 1].text
    )


def _headed_from_above(lines: Sequence[Line], chain: Sequence[Candidate]) -> bool:
    """Whether this law sets the heading of a provision above its number."""
    if len(chain) < 3:
        return False
    runs_on = [c for c in chain if lines[c.line].text[c.marker.end :].strip(_TRIM)]
    headed = [c for c in runs_on if _title_above(lines, c.line)]
    return len(headed) >= 0.6 * len(chain)


def _divisions(seen: Scan, numbered: Numbering, taken: dict[int, Cut]) -> Iterator[Cut]:
    """The headings of chapters right above a provision: they belong to none."""
    lines = seen.lines
    known = {at: heading for at, heading in seen.divisions if heading.kind != numbered.family}
    for cut in list(taken.values()):
        top = None
        for at in range(cut.line - 1, max(-1, cut.line - 1 - ABOVE), -1):
            if at in taken or not (at in known or like_a_heading(lines[at])):
                break
            if at in known or (lines[at].level and at > 0):
                top = at
        if top is not None:
            label = known[top].label if top in known else lines[top].text
            label = label.strip(_TRIM)[:LABEL]
            end = len(known[top].label) if top in known else len(lines[top].text)
            yield Cut(top, "division", label or "division", label, top, end)


def _annexes(seen: Scan, last: int) -> Iterator[Cut]:
    """Annexes and schedules behind the last provision; a label that comes again is the same one."""
    known: set[str] = set()
    for at, label in seen.annexes:
        name = " ".join(label.split()).strip(_TRIM)
        if at > last and name.casefold() not in known:
            known.add(name.casefold())
            yield Cut(at, "annex", name[:LABEL], name[:LABEL], at, len(label))


def _recitals(seen: Scan, end: int) -> Iterator[Cut]:
    """The numbered reasons before the first provision, or those that begin with "Whereas"."""
    lines = seen.lines
    cues = [at for at in range(end) if _WHEREAS.match(lines[at].text, 0, 60)]
    first = cues[0] if cues else -1
    chains = [
        best_chain(bare_candidates(seen, family, first, end))[0]
        for family in ("paren", "dot")
        if family == "paren" or cues
    ]
    best = max(chains, key=len)
    if len(best) >= (2 if cues else 5) and best[0].place[0] == 1:
        for candidate in best:
            number = f"({candidate.marker.number})"
            yield Cut(candidate.line, "recital", number, number, candidate.line, 0)
        return
    own = [at for at in cues if _ITSELF.match(lines[at].text, 0, 60) and len(lines[at].text) > 40]
    for count, at in enumerate(own, start=1):
        yield Cut(at, "recital", f"({count})", f"({count})", at, 0)


def counted(chain: Sequence[Candidate]) -> Chain:
    """What can be said of a chain: its first and last number, how many, and which it lacks."""
    gaps: list[str] = []
    for i in range(1, len(chain)):
        low, high = int(chain[i - 1].last[0]), int(chain[i].place[0])
        if high > low + 1:
            gaps.extend(_lacking(low + 1, high - 1))
    first, last = chain[0], chain[-1]
    if anew := _counted_anew(chain):
        # Behind transitional articles the last number is small; the highest tells more.
        last = max(chain, key=lambda each: each.place) if anew == TRANSITIONAL else last
    return Chain(_number(first, anew), _number(last, anew), len(chain), tuple(gaps))


def _number(candidate: Candidate, anew: str | None) -> str:
    """The number of a provision, behind that of its chapter where each chapter counts anew."""
    chapter = dict(candidate.within).get(anew) if anew and anew != TRANSITIONAL else None
    number = candidate.marker.number
    return number if chapter is None else f"{chapter}:{number}"


def _lacking(low: int, high: int) -> list[str]:
    if high - low >= RUN:
        return [f"{low}–{high}"]
    return [str(number) for number in range(low, high + 1)]
