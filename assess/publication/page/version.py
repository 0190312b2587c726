"""A snapshot as a page speaks of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Version:
    """Its address and the day it was made."""

    address: str
    made_on: datetime.date

    @property
    def path(self) -> str:
        """Where its page is, from the top of the site."""
        return f"s/{self.address}"
