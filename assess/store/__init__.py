"""Saved work: every answer kept before the page says so, under a token only its reader has."""

from __future__ import annotations

from assess.store.entry import Entry, name_of
from assess.store.failure import Conflict, Unreachable
from assess.store.rounds import Standing
from assess.store.saved import Saved
from assess.store.snapshots import Offered, Published, Served
from assess.store.token import is_token, new_token
from assess.store.visitor import Role
from assess.store.work import Store

__all__ = [
    "Conflict",
    "Entry",
    "Offered",
    "Published",
    "Role",
    "Saved",
    "Served",
    "Standing",
    "Store",
    "Unreachable",
    "is_token",
    "name_of",
    "new_token",
]
