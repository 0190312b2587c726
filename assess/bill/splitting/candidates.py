"""Every line of a law that may begin a provision, and how far it looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from assess.bill.extract import Line
from assess.bill.splitting.chain import Candidate
from assess.bill.splitting.markers import (
    BARE,
    HEADING_LENGTH,
    QUOTES,
    TRANSITIONAL,
    Division,
    Marker,
    annex,
    division,
    goes_on,
    marker,
    may_be_headed,
    may_open,
    quoted_marker,
    small,
)
from assess.bill.splitting.numbers import Key, before, key
from assess.bill.splitting.quotations import Quotation, quotations

MOST = 20_000
"""Candidates of one family that are weighed: more than any law has provisions."""
NEAR = 6
"""Lines between the heading of a chapter and the provision that begins to count anew."""

ENACTING = 400
"""Characters that a line with the enacting words may have."""
TAIL = 240
"""Characters behind a marker that tell what it is."""

REFERENCE = -1.2
QUOTED = -0.5
"""What a number weighs that is, by all looks, of the act that is amended."""
EARLY = 0.3
"""How far a marker before the enacting words is believed: it stands in a table of contents."""

_EAST_GOES_ON = re.compile(
    r"(?:第|제|规定|規定|所|至|的|、|和|或|及|から|に|の|ないし|의|에|부터|내지|또는|ㆍ|,|，)"
)
_ARABIC_GOES_ON = re.compile(r"\s*(?:من|و|أو|إلى|از|و)\s")
_AT_ONCE = re.compile(r"\(\w{1,3}\)")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…|_{4,}")
_ENDS = tuple(".;:!?。；：？！”»’\"')）」』>|—–-।۔؟")
# Both are matched against small letters, which is far faster than letters of either size.
_INSTRUCTS = re.compile(
    r"(?:is|are) (?:hereby )?(?:amended|repealed|replaced|renumbered)"
    r"|by (?:adding|striking|inserting)|of the (?:\w+ ){0,4}(?:act|code|law)\b"
    r"|(?:est|sont) (?:ainsi )?(?:modifié|remplacé|abrogé|rédigé|inséré|complété)"
    r"|de la (?:même )?loi|du (?:même )?code|(?:wird|werden) wie folgt|des \w{0,30}gesetzes"
    r"|wird (?:aufgehoben|ersetzt)|se (?:modifica|sustituye|añade|deroga|reforma"
    r"|adiciona)|passa a vigorar|é alterad|è sostituit|sono apportate|внести|изложить|تعدل|يستبدل|"
    r"修改|작성|개정"
)
_ENACTS = re.compile(
    r"\W*(?:(?:now,? therefore,? )?be it (?:therefore )?enacted|ha(?:s|ve) adopted this"
    r"|hereby enact|(?:the )?parliament of .{0,60}enacts|enacted by the|ha adoptado"
    r"|(?:a|ont) adopté l|promulgue la loi|hat das folgende gesetz beschlossen|hat folgende"
    r"|haben? folgende \w+ erlassen|ha adottato|heeft de volgende|har antagit|har vedtaget"
    r"|przyjmuj|promulga)"
)
_ENACTING = (
    *("enacts as follows", "décrète:", "folgende gesetz beschlossen", "decreta:"),
    *("sanciono a seguinte lei", "säädetään:"),
)
"""The same words where who enacts is named before them."""


@dataclass
class Scan:
    """What was seen in the lines of a law, by line number, in order."""

    lines: Sequence[Line]
    families: dict[str, list[tuple[int, Marker]]] = field(default_factory=dict)
    divisions: list[tuple[int, Division]] = field(default_factory=list)
    annexes: list[tuple[int, str]] = field(default_factory=list)
    quotations: tuple[Quotation, ...] = ()
    enacted: int | None = None
    footnotes: bool = False
    looks: dict[str, list[Look]] = field(default_factory=dict)


class Look(NamedTuple):
    """How a marker looks where it stands, before it is weighed against the others.

    `refers`: its line goes on as if it only named the provision; `tail` is what it goes on with.
    """

    candidate: Candidate
    refers: bool
    tail: str


def scan(lines: Sequence[Line], *, footnotes: bool = False) -> Scan:
    """Read the start of each line. What stands between quotation marks begins nothing.

    `enacted` is the line with the enacting words, where there is one. `footnotes`: their marks
    may stand close behind a number, as in text taken from pages.
    """
    marks = quotations([line.text for line in lines])
    seen = Scan(lines, quotations=marks, footnotes=footnotes)
    quoted = {at for q in seen.quotations if q.closed for at in range(q.first, q.last + 1)}
    for at, line in enumerate(lines):
        if at in quoted:
            continue
        text = line.text
        if seen.enacted is None and _enacts(text):
            seen.enacted = at
        if may_open(text):
            _note(seen, at, text)
    return seen


def _note(seen: Scan, at: int, text: str) -> None:
    """Keep what a line begins with."""
    if found := marker(text) or _behind_a_mark(text):
        family = seen.families.setdefault(found.family, [])
        if len(family) < MOST:
            family.append((at, found))
    if found and not (found.family == "section" or (found.family in BARE and may_be_headed(text))):
        return
    if len(text) > HEADING_LENGTH:
        return
    if heading := division(text):
        seen.divisions.append((at, heading))
    if label := annex(text):
        seen.annexes.append((at, label))


def _enacts(text: str) -> bool:
    """Whether a line begins with the words by which a law is made."""
    if len(text) >= ENACTING or text[:1].isdecimal():
        return False
    begins = small(text[:120]).replace(" :", ":")
    for words in _ENACTING:  # a loop, since it is asked of nearly every line
        if words in begins:
            return True
    return bool(_ENACTS.match(begins))


def _behind_a_mark(text: str) -> Marker | None:
    found = quoted_marker(text) if text[:1] in QUOTES else None
    return found if found and found.family not in BARE else None


def candidates(seen: Scan, family: str, *, strict: bool, decimal: bool = False) -> list[Candidate]:
    """The candidates of one family. `strict`: what looks like a cross-reference is all but out.

    `decimal`: see `numbers.key`.
    """
    if family not in seen.looks:  # once, however often they are weighed
        seen.looks[family] = list(_looks(seen, family, len(seen.lines)))
    placed = list(_weighed(seen, seen.looks[family], family, strict))
    if decimal:
        placed = [each._replace(place=_as_decimal(each.marker)) for each in placed]
    if not seen.footnotes or family in BARE:
        return placed
    return [each for candidate in placed for each in (candidate, *_without_footnote(candidate))]


def bare_candidates(seen: Scan, family: str, first: int, end: int) -> list[Candidate]:
    """The candidates of numbers alone between two lines, those excluded."""
    found = _weighed(seen, list(_looks(seen, family, end)), family, strict=False)
    return [candidate for candidate in found if first < candidate.line]


def _without_footnote(candidate: Candidate) -> Iterator[Candidate]:
    """ "Art. 6324" read as 632, 63 and 6 too, which only count where nothing else fits.

    They come in falling order, so that no chain takes two of them.
    """
    read = candidate.marker
    if read.number.isascii() and read.number.isdecimal() and len(read.number) >= 3:
        for less in range(1, min(4, len(read.number))):
            number = read.number[:-less]
            place: Key = (int(number), 0, 0, 0, 0)
            label, end = read.label[:-less], read.end - less
            less_read = read._replace(number=number, place=place, label=label, end=end)
            weight = 0.4 * candidate.weight
            yield candidate._replace(marker=less_read, place=place, weight=weight)


def _as_decimal(marker: Marker) -> Key:
    return key(marker.number, decimal=True) or marker.place


def _placed(found: list[tuple[int, Marker]]) -> list[tuple[int, Marker]]:
    """A loose letter stands before its number where that number comes right after."""
    placed: list[tuple[int, Marker]] = []
    whole: tuple[float, int] = (-1, -1)
    for at, read in reversed(found):
        if not read.loose:
            whole = (read.place[0], at)
        elif read.place[0] == whole[0]:
            read = read._replace(place=before(read.place))
        placed.append((at, read))
    return placed[::-1]


def _weighed(seen: Scan, looks: Sequence[Look], family: str, strict: bool) -> Iterator[Candidate]:
    """The markers, each with how far it looks like a provision's; 1 is plain, below 0 is not."""
    openers = {q.first - 1 for q in seen.quotations if not q.closed}
    opened, own, earlier = False, 0.0, -1
    for (at, read, place, weight, annexes, within, begun), refers, tail in looks:
        if refers:
            weight = REFERENCE if strict else 0.5 * weight
        opened = opened or (bool(openers) and any(o in openers for o in _between(earlier, at)))
        earlier = at
        if opened:
            if _INSTRUCTS.search(small(tail)):
                opened, own = False, read.place[0]
            elif _follows(read, own, family):
                opened, own, weight = False, read.place[0], 0.5 * weight
            else:
                weight = min(weight, QUOTED)
        elif weight > 0 and seen.lines[at].text[:1] not in QUOTES:
            own = read.place[0]
        if seen.enacted is not None and at < seen.enacted:
            weight *= EARLY
        yield Candidate(at, read, place, weight, annexes, within, begun)


def _follows(marker: Marker, own: float, family: str) -> bool:
    """Whether a number goes on with the bill's own; "4.1" behind "4" may be new text of an act."""
    if family in BARE:
        return marker.place == (own + 1, 0, 0, 0, 0)
    return own <= marker.place[0] <= own + 1


def _between(earlier: int, at: int) -> range:
    """The lines since the marker before, at most 2,000: no quotation is longer."""
    return range(max(earlier, at - 2_000, 0), at)


def _weight(lines: Sequence[Line], at: int, marker: Marker, end: int, family: str) -> float:
    """How much a marker looks like a provision's by itself; `end` is where the next one stands."""
    line = lines[at]
    tail = line.text[marker.end : marker.end + TAIL]
    body = end - line.start - marker.end
    weight = 0.6 + 0.4 * min(1.0, body / 120)
    if line.level:
        weight += 0.3
    elif family not in BARE and not tail.strip(" .:–—-"):
        weight += 0.2
    if _has_leaders(tail):
        weight -= 0.3
    if at and _unfinished(lines[at - 1].text):
        weight -= 0.4
    if line.text[:1] in QUOTES:
        weight -= 0.4
    return weight


def is_reference(tail: str, family: str) -> bool:
    """Whether what follows a marker goes on with a sentence that only names the provision."""
    if family in ("条", "조"):
        return bool(_EAST_GOES_ON.match(tail))
    if family not in BARE and family != "sign" and _AT_ONCE.match(tail):
        return True
    return goes_on(tail) or bool(_ARABIC_GOES_ON.match(tail))


def _has_leaders(tail: str) -> bool:
    """Whether dots lead to a page number, as in a table of contents."""
    return (tail.count(".") > 3 or "…" in tail or "____" in tail) and bool(_LEADERS.search(tail))


def _unfinished(text: str) -> bool:
    """Whether a line breaks off in the middle of a sentence."""
    return len(text) >= 50 and not text.endswith(_ENDS)


def _length(lines: Sequence[Line]) -> int:
    return lines[-1].start + len(lines[-1].text) if lines else 0


def _looks(seen: Scan, family: str, limit: int) -> Iterator[Look]:
    """The markers of a family before a line, each in its division, in order."""
    lines, found = seen.lines, _placed(seen.families.get(family, []))
    ends = [lines[at].start for at, _ in found[1:]] + [_length(lines)] * bool(found)
    divisions = [
        (at, (heading.kind, heading.number))
        for at, heading in seen.divisions
        if heading.kind != family
    ]
    within: dict[str, int] = {TRANSITIONAL: 0}
    inside = tuple(within.items())
    next_division, next_annex = 0, 0
    for (at, read), end in zip(found, ends, strict=True):
        if at >= limit:
            break
        opened: list[tuple[str, int]] = []
        while next_division < len(divisions) and divisions[next_division][0] < at:
            where, (kind, number) = divisions[next_division]
            within[kind] = number
            inside = tuple(within.items())
            if at - where <= NEAR:
                opened.append((kind, number))
            next_division += 1
        while next_annex < len(seen.annexes) and seen.annexes[next_annex][0] < at:
            next_annex += 1
        weight = _weight(lines, at, read, end, family)
        tail = lines[at].text[read.end : read.end + TAIL]
        refers = not lines[at].level and is_reference(tail, family)
        yield Look(
            Candidate(at, read, read.place, weight, next_annex, inside, tuple(opened)), refers, tail
        )
