"""One part of the method as it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """One point of a list; `term` says in a word or two what it is about."""

    text: str
    term: str = ""


@dataclass(frozen=True)
class Chapter:
    """Plain text under a heading: paragraphs, then points, then closing paragraphs."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    points: tuple[Point, ...] = ()
    after: tuple[str, ...] = ()
