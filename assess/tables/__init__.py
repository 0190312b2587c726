"""The facts of each picture as a table of words: its text alternative, and what a report prints."""

from __future__ import annotations

from assess.tables.disagreement import disagreement
from assess.tables.drafts import drafts
from assess.tables.fates import fates
from assess.tables.levels import levels
from assess.tables.table import Table
from assess.tables.tipping import tipping

__all__ = ["Table", "disagreement", "drafts", "fates", "levels", "tipping"]
