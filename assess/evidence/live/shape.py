"""Looks into an answer and refuses, by the name of the field, what is not as it should be."""

from __future__ import annotations

import math
from datetime import date

from assess.evidence.trouble import Reason, Troubled


def wrong(field: str) -> Troubled:
    """The answer is not what it used to be, at this field."""
    return Troubled(Reason.SHAPE, field)


def at(data: object, *path: str) -> object:
    """What stands at a path of keys. Raises Troubled where a key is missing."""
    for key in path:
        if not isinstance(data, dict) or key not in data:
            raise wrong(".".join(path))
        data = data[key]
    return data


def rows(data: object, *path: str) -> list[object]:
    """The list at a path, empty or not."""
    found = at(data, *path)
    if not isinstance(found, list):
        raise wrong(".".join(path))
    return found


def text(data: object, *path: str) -> str:
    """The text at a path."""
    found = at(data, *path)
    if not isinstance(found, str):
        raise wrong(".".join(path))
    return found


def number(data: object, *path: str, low: float = 0, high: float = math.inf) -> float:
    """The number at a path, from `low` to `high`; never a text, a truth value or nothing."""
    found = at(data, *path)
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise wrong(".".join(path))
    if not math.isfinite(found) or not low <= found <= high:
        raise wrong(".".join(path))
    return float(found)


def count(data: object, *path: str) -> int:
    """The whole number at a path, 0 or more; a mean of counts is rounded."""
    return round(number(data, *path))


def day(data: object, *path: str) -> str:
    """The day at a path, which may have a time behind it, as 2026-11-30."""
    found = text(data, *path)[:10]
    try:
        date.fromisoformat(found)
    except ValueError:
        raise wrong(".".join(path)) from None
    return found


def share(part: float, whole: float, field: str) -> float:
    """`part` of `whole` in per cent, to two decimals. Raises Troubled where it is more than all."""
    if part > whole:
        raise wrong(field)
    return round(100 * part / whole, 2)
