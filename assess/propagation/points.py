"""The fixed draws: 8 shifted rank-1 lattices of 2,048 points, as 32-bit integers.

The same answers always meet the same numbers, so the same counts come out on every platform. A
set of draws in which something happens is a plane: one bit a draw, 64 draws to a word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Planes = NDArray[np.uint64]
"""Bits by draw along the last axis, `WORDS` words of 64."""

POINTS: Final = 2_048
MULTIPLIERS: Final = (2013, 93, 1125, 1213, 61, 117, 1933, 357)
"""One Korobov generator for each lattice: component d of its vector is multiplier ** d mod 2,048.

All are 5 mod 8, so the first 512 components differ, also in sign, and no two dimensions below
512 run in step. Chosen by the search in `benchmarks/points.py`.
"""
DRAWS: Final = POINTS * len(MULTIPLIERS)
WORDS: Final = DRAWS // 64
_PERIOD: Final = POINTS // 4
_WHOLE: Final = 1 << 32
_FEW: Final = (1 << 16) // 64 - 1
_GAP: Final = _WHOLE // POINTS
_PLACES: Final = np.arange(POINTS, dtype=np.uint32)[None]


def numbers(dimension: int) -> NDArray[np.uint32]:
    """The 16,384 numbers of one dimension, evenly spread over 0 to 2**32 - 1."""
    turn, power = divmod(dimension, _PERIOD)
    blocks = range(len(MULTIPLIERS))
    steps = _column([pow(multiplier, power, POINTS) * _GAP for multiplier in MULTIPLIERS])
    shifts = _column([_shift(dimension, block) for block in blocks])
    # past the period a square term keeps a dimension out of step with the one it repeats
    bends = _column([2 * turn * _GAP] * len(MULTIPLIERS))
    return (_PLACES * (steps + bends * _PLACES) + shifts).ravel()


def threshold(share: float) -> int:
    """The bound below which a number falls in this share (0 to 1) of all numbers."""
    return round(share * _WHOLE)


@lru_cache(maxsize=4_096)
def planes(dimension: int, thresholds: tuple[int, ...]) -> Planes:
    """The draws in which this dimension's number lies below each threshold; not to be written."""
    drawn = numbers(dimension)
    below = np.stack([_below(drawn, each) for each in thresholds])
    packed = np.packbits(below, axis=-1, bitorder="little").view(np.uint64)
    packed.flags.writeable = False
    return packed


def count(bits: Planes) -> NDArray[np.int64]:
    """In how many draws: the bits set along the last axis."""
    # short numbers add up faster; 64 a word fit as long as the words are not too many
    kind = np.uint16 if bits.shape[-1] <= _FEW else np.int64
    counted: NDArray[np.int64] = np.bitwise_count(bits).sum(-1, dtype=kind).astype(np.int64)
    return counted


def _column(values: list[int]) -> NDArray[np.uint32]:
    """One value for each lattice, modulo 2**32, as all arithmetic on the numbers is."""
    return np.array([value % _WHOLE for value in values], np.uint32)[:, None]


def _below(drawn: NDArray[np.uint32], bound: int) -> NDArray[np.bool_]:
    if bound >= _WHOLE:
        return np.ones(len(drawn), np.bool_)
    return drawn < np.uint32(bound)


def _shift(dimension: int, block: int) -> int:
    """A 32-bit number for a dimension and a lattice (the mixing step of SplitMix64)."""
    mixed = (dimension * len(MULTIPLIERS) + block + 1) * 0x9E3779B97F4A7C15 % (1 << 64)
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % (1 << 64)
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % (1 << 64)
    return (mixed ^ (mixed >> 31)) >> 32
