"""A law split into provisions by their numbers, and corrections to that."""

from __future__ import annotations

from assess.bill.splitting.corrections import divide, merge, rename
from assess.bill.splitting.draft import Part, parts
from assess.bill.splitting.given import Stretch, from_provisions, stretches
from assess.bill.splitting.law import split

__all__ = [
    "Part",
    "Stretch",
    "divide",
    "from_provisions",
    "merge",
    "parts",
    "rename",
    "split",
    "stretches",
]
