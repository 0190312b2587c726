"""Permanent pages: snapshots that never change, pages that follow a case, a site of them all."""

from __future__ import annotations

from assess.publication.collection import Collection, Leaf
from assess.publication.document import FORMAT, address, document, same
from assess.publication.page.place import Place
from assess.publication.shelf import Checkout, Gone, Shelf
from assess.publication.snapshot import Snapshot, take
from assess.publication.subject import Subject, of_case

__all__ = [
    "FORMAT",
    "Checkout",
    "Collection",
    "Gone",
    "Leaf",
    "Place",
    "Shelf",
    "Snapshot",
    "Subject",
    "address",
    "document",
    "of_case",
    "same",
    "take",
]
