"""Measured evidence: what has been measured in a country, to be read beside a law.

It describes the Internet at a date; it proves nothing about a law, and no verdict depends on it.
"""

from __future__ import annotations

from assess.evidence.bundled import ZIP_LIMIT
from assess.evidence.indicator import (
    NO_CATALOGUE,
    Access,
    Catalogue,
    Compare,
    Direction,
    EvidenceSource,
    Indicator,
    MethodBreak,
    Redistribute,
    Role,
    Silence,
    Threshold,
    gaps,
)
from assess.evidence.keeping import own_pack, pack_folder, write_pack
from assess.evidence.pack import (
    Attempt,
    Country,
    Entry,
    Failure,
    IncomeGroup,
    Pack,
    Point,
    ShutdownYear,
)
from assess.evidence.reader import read_pack, unpack
from assess.evidence.reading import STATES, Reading, Standing, State, absent
from assess.evidence.readings import BESIDE, ROLES, beside, readings
from assess.evidence.standings import FEWEST, standing

__all__ = [
    "BESIDE",
    "FEWEST",
    "NO_CATALOGUE",
    "ROLES",
    "STATES",
    "ZIP_LIMIT",
    "Access",
    "Attempt",
    "Catalogue",
    "Compare",
    "Country",
    "Direction",
    "Entry",
    "EvidenceSource",
    "Failure",
    "IncomeGroup",
    "Indicator",
    "MethodBreak",
    "Pack",
    "Point",
    "Reading",
    "Redistribute",
    "Role",
    "ShutdownYear",
    "Silence",
    "Standing",
    "State",
    "Threshold",
    "absent",
    "beside",
    "gaps",
    "own_pack",
    "pack_folder",
    "read_pack",
    "readings",
    "standing",
    "unpack",
    "write_pack",
]
