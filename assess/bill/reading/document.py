"""An extract as JSON, for the pipe between two processes."""

from __future__ import annotations

import json
from dataclasses import fields

from pydantic import TypeAdapter, ValidationError

from assess.bill.extract import Extract

_ADAPTER = TypeAdapter(Extract)


def to_document(extract: Extract) -> dict[str, object]:
    """The extract as plain values; lines and pieces as lists."""
    return {field.name: getattr(extract, field.name) for field in fields(extract)}


def from_document(document: object) -> Extract:
    """The extract again. Raises ValueError where it is not one, or its places are not its own."""
    try:
        extract = _ADAPTER.validate_json(json.dumps(document), strict=True)
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
