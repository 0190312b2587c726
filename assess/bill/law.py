"""A law that was brought as a file: what a draft takes over of it, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from assess.bill.clause import Chain
from assess.proposal import Provision


@dataclass(frozen=True)
class Law:
    """A law that was read and split, within what a draft can hold.

    `chain` and `scheme` tell its numbering, as in `Split`; `length` are the characters of its
    text; the rest is told of how it was read, as in `Extract`.
    """

    provisions: tuple[Provision, ...]
    chain: Chain
    scheme: str
    length: int
    language: str | None = None
    pages: int | None = None
    pages_with_text: int | None = None
    scanned: bool = False
    ocr: bool = False
    warnings: tuple[str, ...] = ()
