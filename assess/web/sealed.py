"""Bytes that are sent again and again: packed once, with a tag, and sent as either."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from assess.web.compress import takes_gzip

KEPT = 1024  # contents; a page is some 60 KB, packed 14
# Nothing but what stands in the page itself: no script, no request, no frame of another site.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Sealed:
    """A content with its tag, packed."""

    content: bytes
    packed: bytes
    tag: str


def seal(content: bytes, effort: int = 6) -> Sealed:
    """A content, packed."""
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:24]}"'
    return Sealed(content, gzip.compress(content, effort, mtime=0), tag)


@lru_cache(maxsize=KEPT)
def sealed(content: bytes) -> Sealed:
    """A content, packed at full strength, once for all who ask; stays in memory."""
    return seal(content, 9)


def send(
    request: Request, content: bytes, kind: str, headers: dict[str, str], *, keep: bool = True
) -> Response:
    """The content, packed for whoever takes that, or word that a reader's copy is still good.

    keep: whether it may stay in memory. What its owner may withdraw must not.
    """
    found = sealed(content) if keep else seal(content)
    told = {
        **headers,
        "ETag": found.tag,
        "Vary": "Accept-Encoding",
        "Content-Security-Policy": POLICY,
    }
    if found.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=told)
    if takes_gzip(request.scope):
        return Response(found.packed, 200, {**told, "Content-Encoding": "gzip"}, kind)
    return Response(content, 200, told, kind)
