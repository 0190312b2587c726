"""Tables and documents as a command prints them."""

from __future__ import annotations

import json
from collections.abc import Sequence


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines, their columns one under the other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def print_json(document: object) -> None:
    """One JSON document, keys sorted."""
    print(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True))
