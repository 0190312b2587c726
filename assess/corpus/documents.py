"""The lines a corpus becomes: one JSON document for each law, and for what is none of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

SCREENED = "assess-screening/1"
UNREAD = "assess-unread/1"
COPY = "assess-copy/1"
FORMATS = (SCREENED, UNREAD, COPY)
OPENING = b'{"format": "assess-'
"""How every line begins."""


def unread(file: str, sha256: str | None, reason: str) -> dict[str, Any]:
    """A file that could not be read, and why; without a hash where there were no bytes."""
    return {"format": UNREAD, "file": file, "sha256": sha256, "reason": reason}


def copy(file: str, sha256: str, same_as: str) -> dict[str, Any]:
    """A file with the same bytes as another one, under which it is screened."""
    return {"format": COPY, "file": file, "sha256": sha256, "same_as": same_as}


def screened(
    document: Mapping[str, Any], sha256: str | None, language: str | None
) -> dict[str, Any]:
    """A screening with what tells a later run that it stands: the file's hash, and what was asked.

    `language` is the one asked for, None where the law's own was taken.
    """
    own = {"format": SCREENED, "file": document["file"]}
    return {**own, "sha256": sha256, "language_asked": language} | dict(document)


def to_line(document: Mapping[str, Any]) -> bytes:
    """As one line, its end included. Half a surrogate pair, which is no letter, is escaped."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """The document of a line. Raises ValueError where it is none of ours."""
    document = json.loads(line)
    if not isinstance(document, dict) or document.get("format") not in FORMATS:
        raise ValueError("no line of a screening")
    return document


def is_screened(line: bytes) -> bool:
    """Whether a line of ours is a screening, seen without reading it whole."""
    return line.startswith(_OPENED)


_OPENED = f'{{"format": "{SCREENED}"'.encode()
