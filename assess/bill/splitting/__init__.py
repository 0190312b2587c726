"""A law split into provisions by their numbers, and corrections to that."""

from __future__ import annotations

from assess.bill.splitting.corrections import divide, merge, rename
from assess.bill.splitting.draft import provisions
from assess.bill.splitting.law import split

__all__ = ["divide", "merge", "provisions", "rename", "split"]
