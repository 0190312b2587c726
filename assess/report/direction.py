"""Which way a text runs."""

from __future__ import annotations

import unicodedata


def right_to_left(text: str) -> bool | None:
    """Which way text runs, by its first letter that has a direction; None where none has."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return None
