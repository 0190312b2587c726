"""Choosing the fewest moves that are worth enough, without trying those that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Moves = tuple[tuple[int, int], ...]
"""Which entries move, and by how many levels each."""

Worth = Sequence[Sequence[int]]
"""For each entry, the worth of moving it by 0, 1, 2 ... levels; it starts at 0."""


def choices(worth: Worth, size: int, needed: int) -> Iterator[Moves]:
    """Every choice of moves of this size together worth `needed` or more, by order of entries."""
    best = _best(worth, size)

    def choose(first: int, left: int, reached: int, chosen: Moves) -> Iterator[Moves]:
        if not left:
            yield chosen
            return
        for entry in range(first, len(worth)):
            if reached + best[entry][left] < needed:
                return
            for moves in range(1, min(left + 1, len(worth[entry]))):
                gained = reached + worth[entry][moves]
                if gained + best[entry + 1][left - moves] >= needed:
                    yield from choose(entry + 1, left - moves, gained, (*chosen, (entry, moves)))

    return choose(0, size, 0, ())


def _best(worth: Worth, size: int) -> list[list[int]]:
    """The most that entries from each one on are worth with up to 0, 1, 2 ... `size` moves."""
    best = [[0] * (size + 1)]
    for own in reversed(worth):
        later = best[-1]
        best.append(
            [
                max(own[moves] + later[left - moves] for moves in range(min(left + 1, len(own))))
                for left in range(size + 1)
            ]
        )
    return best[::-1]
