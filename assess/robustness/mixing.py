"""Numbers without order, the same on every platform."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def mixed(first: int, number: int) -> NDArray[np.uint64]:
    """As many numbers of 64 bits, from the given place on (the mixing step of SplitMix64)."""
    found = np.arange(first + 1, first + number + 1, dtype=np.uint64)
    found *= np.uint64(0x9E3779B97F4A7C15)
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return found ^ (found >> np.uint64(31))
