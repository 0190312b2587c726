"""Our own few files for the browser: script, stylesheet and icon."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "assets"
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
FOREVER = "public, immutable, max-age=31536000"


@dataclass(frozen=True)
class Assets:
    """The files of a folder, read once, at addresses that change when they do."""

    folder: Path = FOLDER

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Name to content."""
        paths = sorted(path for path in self.folder.iterdir() if path.suffix in TYPES)
        return {path.name: path.read_bytes() for path in paths}

    def address(self, name: str) -> str:
        """Where the browser finds a file; KeyError for one that is not there."""
        return f"/assets/{hashlib.sha256(self.files[name]).hexdigest()[:12]}/{name}"

    def routes(self) -> list[Route]:
        """One route a file."""
        return [Route(self.address(name), self._serve(name)) for name in self.files]

    def _serve(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        async def serve(_request: Request) -> Response:
            content = self.files[name]
            kind = TYPES[Path(name).suffix]
            return Response(content, 200, {"Cache-Control": FOREVER}, media_type=kind)

        return serve
