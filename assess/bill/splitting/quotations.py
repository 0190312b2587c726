"""Where a bill quotes new text of another act: between its quotation marks, or without any."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assess.bill.splitting.markers import QUOTES, small

REACH = 2_000
"""Lines a quotation may have; a mark that is not closed by then is an error of the text."""

_OPENS = re.compile(
    r"(?:replac|substitut|amend|insert|add(?:ed|ing)|read)\w*\b.{0,100}"
    r"\b(?:follow\w+\b.{0,60}|to read|reads?)\W*$"
    r"|following\b.{0,80}\b(?:added|inserted|substituted|replaced)\W*$"
    r"|(?:substitut|insert|replac)(?:ed?|ing)?\W*$|to read\W*$"
    r"|rempla[cç]|rédigé|inséré|ajouté|complété|gefasst|lautet|ersetzt|eingefügt|angefügt|fassung"
    r"|sustitu|modific|reform|adicion|añad|redac|substitu|acrescid|alterad|aditad|sostitu|inserit"
    r"|aggiunt|редакц|излож|дополн|замен|викла|доповн|vervang|ingevoeg|komt te luiden|toegevoeg"
    r"|lydelse|indsættes|affattes|muutet|lisät|brzmienie|dodaje|zastępuje|înlocui|introduc"
    r"|modifică|يستبدل|تستبدل|تضاف|يضاف|يعدل|تعدل|修改为|修改為|改为|修正為|增加|개정|신설"
    r"|değiştir|eklen|diubah|sửa đổi|bổ sung|αντικαθίστα|προστίθε"
)
"""Matched against small letters, which is far faster than letters of either size."""
_CLOSING = {
    **{"“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", '"': '"', "»": "«", "”": "”"},
    **{"「": "」", "『": "』", "‚": "‘’", "’": "’", "`": "'"},
}
_ANNOUNCING = ":：﹕—–-"
_AFTER_CLOSING = " ;.,:)]；。，、"
_AND = re.compile(r"\s(?:and|or|et|ou|und|oder|y|o|e|и)$")


class Quotation(NamedTuple):
    """Lines of a quotation, the last included; `closed` by a mark, or else open at its end."""

    first: int
    last: int
    closed: bool


def opens(line: str) -> bool:
    """Whether a line announces the text that follows: "is replaced by the following:"."""
    if line[-1:] not in _ANNOUNCING:  # nearly all
        return False
    tail = line[-160:].rstrip(" —–-")
    return tail.endswith((":", "：", "﹕")) and bool(_OPENS.search(small(tail)))


def quotations(lines: Sequence[str]) -> tuple[Quotation, ...]:
    """The quotations in a law, in order, none within another."""
    found: list[Quotation] = []
    free, searched = 0, 0
    for at in [at for at, line in enumerate(lines[:-1]) if opens(line)]:
        if at < free:
            continue
        last = _closed_at(lines, at + 1) if at >= searched else None
        if last is not None:
            found.append(Quotation(at + 1, last, True))
            free = last + 1
            continue
        if not opens(lines[at + 1]):
            found.append(Quotation(at + 1, at + 1, False))
        if at >= searched and lines[at + 1].startswith(tuple(QUOTES)):
            searched = at + REACH
    closed = [each for each in found if each.closed]
    # A bill that sets its quotations between marks leaves none open.
    return tuple(closed if len(closed) >= len(found) - len(closed) else found)


def _closed_at(lines: Sequence[str], first: int) -> int | None:
    """The line that closes the quotation mark a line begins with; None without one."""
    mark = lines[first][:1]
    closing = _CLOSING.get(mark)
    if not closing:
        return None
    for at in range(first, min(first + REACH, len(lines))):
        tail = _AND.sub("", lines[at][-40:].rstrip(_AFTER_CLOSING)).rstrip(_AFTER_CLOSING)
        alone = tail[-1:] in closing and (len(lines[at]) > 1 or at > first)
        if alone and not _goes_on(lines, at + 1, mark):
            return at
    return None


def _goes_on(lines: Sequence[str], at: int, mark: str) -> bool:
    """Whether the next line is quoted too: French bills open and close each line of a quotation."""
    return mark == "«" and at < len(lines) and lines[at].startswith("«")
