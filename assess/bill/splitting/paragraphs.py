"""A text without numbers: its paragraphs, counted."""

from __future__ import annotations

from collections.abc import Sequence

from assess.bill.extract import Line
from assess.bill.splitting.clauses import Cut
from assess.bill.splitting.headings import like_a_heading

MOST = 2_000
"""A draft holds no more provisions; longer texts have several paragraphs in each."""
SHORT = 80


def counted(lines: Sequence[Line]) -> list[Cut]:
    """One cut for each paragraph; a heading stands with the paragraph that follows it."""
    starts: list[int] = []
    waiting: int | None = None
    for at, line in enumerate(lines):
        begin = at if waiting is None else waiting
        short = line.level or len(line.text) <= SHORT
        if short and like_a_heading(line) and at + 1 < len(lines):
            waiting = begin
            continue
        starts.append(begin)
        waiting = None
    step = -(-len(starts) // MOST)
    return [_cut(lines, at, str(n)) for n, at in enumerate(starts[:: max(1, step)], start=1)]


def _cut(lines: Sequence[Line], at: int, number: str) -> Cut:
    # The paragraph's own first line is its heading only where it is one.
    headed = at + 1 < len(lines) and like_a_heading(lines[at]) and len(lines[at].text) <= SHORT
    return Cut(at, "provision", number, number, at + 1 if headed else at, 0)
