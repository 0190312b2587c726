"""A snapshot: a document and the page it was shown as, both kept as they are for ever."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assess.publication.document import address as address_of
from assess.publication.document import document as document_of
from assess.publication.page import kept
from assess.publication.subject import Subject


@dataclass(frozen=True)
class Snapshot:
    """The bytes, and what may be done with them.

    listed: whether search engines, the feed and the list may name it. lasting: whether it stays
    for good, so that a copy of it is as good as the original; else its owner may withdraw it.
    """

    document: bytes
    page: bytes
    listed: bool = True
    lasting: bool = True

    @cached_property
    def address(self) -> str:
        """Where it is found."""
        return address_of(self.document)

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The document as data."""
        facts: Mapping[str, Any] = json.loads(self.document)
        return facts

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.facts["title"])

    @property
    def made_on(self) -> datetime.date:
        """The day it was made."""
        return datetime.date.fromisoformat(self.facts["made_on"])

    @property
    def follows(self) -> str | None:
        """The address of the snapshot it takes the place of."""
        follows: str | None = self.facts["follows"]
        return follows

    @property
    def slug(self) -> str | None:
        """The case it is of; None for an assessment."""
        return str(self.facts["content"]["id"]) if self.facts["kind"] == "case" else None


def take(
    subject: Subject,
    made_on: datetime.date,
    *,
    follows: str | None = None,
    nonce: str | None = None,
    listed: bool = True,
    lasting: bool = True,
) -> Snapshot:
    """A snapshot of a subject as it is now. For the arguments see `Snapshot` and `document`."""
    document = document_of(subject, made_on, follows=follows, nonce=nonce)
    page = kept(subject, address_of(document), made_on, follows)
    return Snapshot(document, page, listed, lasting)
