"""The provisions of another act that a clause inserts or replaces, nested in that clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assess.bill.clause import Clause
from assess.bill.extract import Line
from assess.bill.splitting.clauses import LABEL, Cut, clauses, unique
from assess.bill.splitting.markers import BARE, Marker, marker, quoted_marker
from assess.bill.splitting.quotations import Quotation

_TRIM = " \t.:–—-‑*_#|"


def with_quoted(
    text: str,
    lines: Sequence[Line],
    made: tuple[Clause, ...],
    quotations: Sequence[Quotation],
    family: str,
) -> tuple[Clause, ...]:
    """The clauses, each with what it quotes from the act it amends."""
    if not quotations:
        return made
    first_lines = {line.start: at for at, line in enumerate(lines)}
    result: list[Clause] = []
    waiting = 0
    for clause in made:
        begin = first_lines[clause.start]
        end = begin + clause.text.count("\n") + 1
        inside: list[Quotation] = []
        while waiting < len(quotations) and quotations[waiting].first < end:
            inside.append(quotations[waiting])
            waiting += 1
        result.append(_nested(text, lines, clause, (begin, end), inside, family))
    return tuple(result)


def _nested(
    text: str,
    lines: Sequence[Line],
    clause: Clause,
    span: tuple[int, int],
    inside: list[Quotation],
    family: str,
) -> Clause:
    if clause.kind != "provision" or not inside:
        return clause
    found: list[Clause] = []
    for place, quotation in enumerate(inside):
        following = inside[place + 1].first - 1 if place + 1 < len(inside) else span[1]
        last = min(quotation.last + 1 if quotation.closed else following, span[1])
        cuts = list(_new(lines, max(quotation.first, span[0]), last, family))
        found.extend(clauses(text, lines, cuts, last) if cuts else ())
    return replace(clause, quoted=_numbered_once(found))


def _new(lines: Sequence[Line], first: int, last: int, family: str) -> Iterator[Cut]:
    """Where new provisions begin between two lines."""
    for at in range(first, last):
        line = lines[at].text
        found = marker(line) or quoted_marker(line)
        if found and _counts(found, family, at == first):
            label = found.label.strip(_TRIM)[:LABEL]
            yield Cut(at, "provision", found.number[:LABEL], label, at, found.end)


def _counts(marker: Marker, family: str, begins: bool) -> bool:
    """A number alone is a provision where this act numbers so too, or where a quotation begins."""
    return (
        marker.family not in BARE
        or marker.family == family
        or (begins and marker.family != "paren")
    )


def _numbered_once(found: list[Clause]) -> tuple[Clause, ...]:
    ids = unique(clause.id for clause in found)
    return tuple(replace(clause, id=name) for clause, name in zip(found, ids, strict=True))
