"""gzip for what Streamlit sends uncompressed: its own scripts and styles, and our pages.

Files whose names change with their content are packed once, at full strength, and kept.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT = "/static/"
PACKED_TYPES = (
    "application/javascript",
    "application/json",
    "image/svg+xml",
    "text/css",
    "text/html",
    "text/javascript",
)
WORTH = 500  # bytes; shorter answers only grow
LEVEL_KEPT, LEVEL_ONCE = 9, 6


class Compressed:
    """Packs answers for browsers that take gzip; ranges and packed answers pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, str], bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and takes_gzip(scope):
            send = _Packer(scope["path"], send, self.kept)
        await self.app(scope, receive, send)


def takes_gzip(scope: Scope) -> bool:
    """Whether whoever asks takes a packed answer, and takes it whole."""
    headers = Headers(scope=scope)
    offers = [offer.split(";") for offer in headers.get("accept-encoding", "").split(",")]
    return "range" not in headers and any(
        offer[0].strip() in {"gzip", "*"} and not _refused(offer[1:]) for offer in offers
    )


def _refused(parameters: list[str]) -> bool:
    return any(one.replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"} for one in parameters)


@dataclass
class _Packer:
    """Holds an answer back until it is whole, then sends it packed."""

    path: str
    send: Send
    kept: dict[tuple[str, str], bytes]
    start: Message | None = None
    body: bytearray = field(default_factory=bytearray)

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _packable(message):
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_whole(self.start)
        else:
            await self.send(message)

    async def _send_whole(self, start: Message) -> None:
        body = bytes(self.body)
        headers = MutableHeaders(scope=start)
        headers.add_vary_header("Accept-Encoding")
        if len(body) >= WORTH:
            body = await self._packed(headers.get("etag", ""), body)
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
            if headers.get("etag", "").startswith('"'):
                headers["ETag"] = "W/" + headers["etag"]  # same content, other bytes
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})

    async def _packed(self, tag: str, body: bytes) -> bytes:
        if not (tag and self.path.startswith(KEPT)):
            return gzip.compress(body, LEVEL_ONCE, mtime=0)
        if (self.path, tag) not in self.kept:
            packed = await run_in_threadpool(gzip.compress, body, LEVEL_KEPT, mtime=0)
            self.kept[self.path, tag] = packed
        return self.kept[self.path, tag]


def _packable(start: Message) -> bool:
    headers = MutableHeaders(scope=start)
    return (
        start["status"] == 200
        and "content-encoding" not in headers
        and headers.get("content-type", "").split(";")[0] in PACKED_TYPES
    )
