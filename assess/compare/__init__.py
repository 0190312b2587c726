"""Drafts and options side by side: what moved and why, and which is nowhere worse."""

from __future__ import annotations

from assess.compare.comparison import Comparison, Ranked, compare
from assess.compare.document import FORMAT, document
from assess.compare.measures import Extent
from assess.compare.options import Option, options, options_of_files
from assess.compare.relief import Relief, relief, relief_of
from assess.compare.step import UNSAID, Move, Reason, Removal, Step

__all__ = [
    "FORMAT",
    "UNSAID",
    "Comparison",
    "Extent",
    "Move",
    "Option",
    "Ranked",
    "Reason",
    "Relief",
    "Removal",
    "Step",
    "compare",
    "document",
    "options",
    "options_of_files",
    "relief",
    "relief_of",
]
