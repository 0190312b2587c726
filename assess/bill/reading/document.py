"""An extract as JSON, for the pipe between two processes."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from assess.bill.extract import Extract

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_document(extract: Extract) -> dict[str, object]:
    """The extract as plain values; lines and pieces as lists."""
    return {field.name: getattr(extract, field.name) for field in fields(extract)}


def from_document(document: object) -> Extract:
    """The extract again. Raises ValueError where it is not one, or its places are not its own."""
    from pydantic import ValidationError

    try:
        extract = _adapter().validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        raise ValueError(f"not an extract: {error.error_count()} faults") from None
    start = 0
    for line in extract.lines:
        if line.start != start:
            raise ValueError("a line does not stand where it says")
        start += len(line.text) + 1
    if any(not 0 <= piece.start <= piece.end < start for piece in extract.pieces):
        raise ValueError("a piece lies outside the text")
    return extract


@cache
def _adapter() -> TypeAdapter[Extract]:
    """Only the parent checks, so the child need not load pydantic."""
    from pydantic import TypeAdapter

    return TypeAdapter(Extract)
