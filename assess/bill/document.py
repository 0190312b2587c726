"""A law as JSON, for the pipe between two processes."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from assess.bill.clause import Split
from assess.bill.extract import Extract
from assess.bill.splitting import parts

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from assess.bill.law import Law

_READ = ("length", "language", "pages", "pages_with_text", "scanned", "ocr", "warnings")


def to_document(extract: Extract, split: Split) -> dict[str, object]:
    """What a `Law` holds of a law that was read and split, as plain values.

    Its lines stay behind: a million of them would keep who asked for seconds, and no page shows
    them.
    """
    return {name: getattr(extract, name) for name in _READ} | {
        "chain": asdict(split.chain),
        "scheme": split.scheme,
        "provisions": [part._asdict() for part in parts(split)],
    }


def from_document(document: object) -> Law:
    """The law. Raises ValueError where it is none, or one that no draft can hold."""
    from pydantic import ValidationError

    from assess.proposal import Draft

    try:
        law = _adapter().validate_python(document)
        Draft(id="law", provisions=law.provisions)
    except ValidationError as error:
        raise ValueError(f"not a law: {error.error_count()} faults") from None
    return law


@cache
def _adapter() -> TypeAdapter[Law]:
    """Only the parent checks, so the child need not load pydantic."""
    from pydantic import TypeAdapter

    from assess.bill.law import Law

    return TypeAdapter(Law)
