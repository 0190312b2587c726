"""How effects pass along links, on a fixed set of draws (numpy alone)."""

from assess.propagation.network import Arc, Block, Network, components, network
from assess.propagation.points import (
    DRAWS,
    WORDS,
    Planes,
    count,
    numbers,
    planes,
    threshold,
)
from assess.propagation.reach import carry, empty, spread, steps
from assess.propagation.sampling import Sampled, Source, sample
from assess.propagation.shares import Share, shares, shares_of_each
from assess.propagation.strongest import strongest
from assess.propagation.ways import Way, ways

__all__ = [
    "DRAWS",
    "WORDS",
    "Arc",
    "Block",
    "Network",
    "Planes",
    "Sampled",
    "Share",
    "Source",
    "Way",
    "carry",
    "components",
    "count",
    "empty",
    "network",
    "numbers",
    "planes",
    "sample",
    "shares",
    "shares_of_each",
    "spread",
    "steps",
    "strongest",
    "threshold",
    "ways",
]
