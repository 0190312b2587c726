"""A law cut at its markers: clauses that stand side by side and hold the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from assess.bill.clause import Clause, ClauseKind
from assess.bill.extract import Line
from assess.bill.splitting.headings import heading, role
from assess.bill.splitting.references import references

LABEL = 120
_BETWEEN = " \n.:–—-*#_§"


class Cut(NamedTuple):
    """Where a clause begins: a line, and where its marker ends in the line `marked`."""

    line: int
    kind: ClauseKind
    id: str
    label: str
    marked: int
    end: int = 0


def unique(ids: Iterable[str]) -> Iterator[str]:
    """The ids, each once: what comes again is "6 [2]"."""
    taken: set[str] = set()
    times: dict[str, int] = {}
    for each in ids:
        name = each
        while name in taken:
            times[each] = times.get(each, 1) + 1
            name = f"{each} [{times[each]}]"
        taken.add(name)
        yield name


def clauses(
    text: str, lines: Sequence[Line], cuts: Sequence[Cut], end: int | None = None
) -> tuple[Clause, ...]:
    """The clauses that begin at the cuts, which are in order; the last ends before line `end`.

    None: it ends with the text.
    """
    ids = list(unique(cut.id for cut in cuts))
    ends = [cut.line for cut in cuts[1:]] + [len(lines) if end is None else end]
    return tuple(
        _clause(text, lines, cut._replace(id=name), behind)
        for cut, name, behind in zip(cuts, ids, ends, strict=True)
    )


def _clause(text: str, lines: Sequence[Line], cut: Cut, end: int) -> Clause:
    start = lines[cut.line].start
    stop = lines[end - 1].start + len(lines[end - 1].text)
    title = _title(lines, cut, end)
    begins = text[start : min(stop, start + 600)]
    return Clause(
        id=cut.id,
        label=cut.label,
        heading=title,
        text=text[start:stop],
        start=start,
        end=stop,
        kind=cut.kind,
        role=role(title, body(begins, cut.label, title)) if cut.kind == "provision" else None,
    )


def _title(lines: Sequence[Line], cut: Cut, end: int) -> str:
    if cut.kind not in ("provision", "annex", "division"):
        return ""
    if cut.marked > cut.line:
        return lines[cut.line].text.strip("()（） ")
    following = lines[cut.line + 1] if cut.line + 1 < end else None
    tail = lines[cut.marked].text[cut.end : cut.end + 1_000]
    last = cut.line + 2 >= end and cut.kind == "provision"
    return heading(tail, following, last=last)


def body(text: str, label: str, title: str) -> str:
    """A clause's text without the marker and the heading it begins with."""
    for part in (title, label, f"（{title}）", f"({title})", title):
        text = text.lstrip(_BETWEEN).removeprefix(part) if title or part == label else text
    return text.lstrip(_BETWEEN)


def with_references(made: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, each with the other provisions of this law that it names.

    One that amends another act names that act's provisions, so nothing is read from it.
    """
    ids = [clause.id for clause in made if clause.kind == "provision"]
    places = {id: place for place, id in enumerate(ids)}

    def names(clause: Clause) -> tuple[str, ...]:
        own = places.get(clause.id)
        return tuple(ids[each] for each in references(clause.text, places) if each != own)

    return tuple(
        replace(clause, refers=names(clause)) if _names_some(clause) else clause for clause in made
    )


def _names_some(clause: Clause) -> bool:
    return clause.kind in ("provision", "annex") and not clause.quoted
