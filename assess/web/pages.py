"""Permanent pages over HTTP: cases as they are now, snapshots as they were, and lists of both.

Whatever is asked for is looked up among the names there are; nothing asked for ever reaches the
file system. Reading writes nothing and tells nobody.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from assess.errors import AssessError, FileProblems
from assess.publication import Collection, Gone, Leaf, Place, Shelf, Snapshot, qr
from assess.publication.page import Version
from assess.publication.page.place import origin_of
from assess.publication.page.small import gone, sharing
from assess.text import words
from assess.web.assets import FOREVER
from assess.web.sealed import POLICY, sealed, send
from assess.web.shell import Shell, not_found

ADDRESS = re.compile(r"[0-9a-f]{32}")
HTML, JSON, SVG = "text/html", "application/json", "image/svg+xml"
ATOM, XML = "application/atom+xml", "application/xml"
# A copy may be shown once it was asked whether it is still good.
ASKED = {"Cache-Control": "public, no-cache"}
OWN = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex, nofollow"}
PAUSE = 3.0  # seconds between two pages made ahead of being asked for: nobody waits for this work


def public_origin(text: str) -> str:
    """The public address of the site, empty where none is given. Raises AssessError.

    It is never guessed from what a visitor sends: what is sent to one is kept for the next.
    """
    origin = origin_of(text)
    if origin is None or origin.count("/") > 2:
        raise AssessError(
            "ASSESS_ORIGIN is not usable; write it as https://host or https://host:port"
        )
    return origin


@dataclass
class Pages:
    """The cases of the library, and the snapshots of all shelves, asked in their order."""

    shell: Shell
    collection: Collection
    shelves: Sequence[Shelf]

    def __post_init__(self) -> None:
        self.slugs = frozenset(self.collection.library.case_ids())

    def routes(self) -> list[BaseRoute]:
        """One route a kind of address."""
        return [
            Route("/cases/list", self.listing),
            Route("/cases/index.json", self.index),
            Route("/cases/index.schema.json", self.schema),
            Route("/cases/{name}", self.case),
            Route("/s/{address}/newest", self.newest),
            Route("/s/{address}/use", self.use),
            Route("/s/{address}/qr.svg", self.qr),
            Route("/s/{name}", self.snapshot),
            Route("/s/{address}/{name}", self.below),
            Route("/feed.atom", self.feed),
            Route("/sitemap.xml", self.sitemap),
            Route("/index.html", self.start),
        ]

    @asynccontextmanager
    async def made_ahead(self, _app: object) -> AsyncIterator[None]:
        """While the server runs: makes the pages one by one, so that nobody waits for one."""
        work = asyncio.create_task(self._make())
        try:
            yield
        finally:
            work.cancel()

    async def _make(self) -> None:
        for each in await self._listed():
            if each.lasting:
                await run_in_threadpool(sealed, each.page)
        for slug in sorted(self.slugs):
            await asyncio.sleep(PAUSE)
            leaf = await self._leaf(slug)
            if leaf:
                await run_in_threadpool(sealed, leaf.page)

    # --- the library -----------------------------------------------------------------------------

    async def case(self, request: Request) -> Response:
        """`/cases/<slug>` and `.json`; with `.html`, as files have it, leads there."""
        slug, ending = _split(request.path_params["name"])
        found = await self._leaf(slug)
        if found is None or ending not in ("", ".json", ".html"):
            return self._unknown(request)
        if ending == ".html":
            return RedirectResponse(f"/cases/{slug}", 308)
        if ending:
            return send(request, found.data, JSON, ASKED)
        return send(request, found.page, HTML, ASKED)

    async def _leaf(self, slug: str) -> Leaf | None:
        if slug not in self.slugs:
            return None
        try:
            return self.collection.made(slug) or await run_in_threadpool(self.collection.leaf, slug)
        except FileProblems:
            return None

    async def listing(self, request: Request) -> Response:
        """`/cases/list`: all cases, to be read without the app."""
        content = await run_in_threadpool(lambda: self.collection.listing)
        return send(request, content, HTML, ASKED)

    async def index(self, request: Request) -> Response:
        """`/cases/index.json`: the same as data."""
        content = await run_in_threadpool(lambda: self.collection.index)
        return send(request, content, JSON, ASKED)

    async def schema(self, request: Request) -> Response:
        """`/cases/index.schema.json`: what that data may hold."""
        return send(request, self.collection.schema, JSON, ASKED)

    async def feed(self, request: Request) -> Response:
        """`/feed.atom`: what was published last."""
        return send(request, self.collection.feed(await self._listed()), ATOM, ASKED, keep=False)

    async def sitemap(self, request: Request) -> Response:
        """`/sitemap.xml`, where the public address is known."""
        listed = await self._listed()
        content = await run_in_threadpool(self.collection.sitemap, listed)
        return send(request, content, XML, ASKED, keep=False) if content else self._unknown(request)

    async def _listed(self) -> list[Snapshot]:
        return [each for shelf in self.shelves for each in await shelf.listed()]

    async def start(self, _request: Request) -> Response:
        """`/index.html`, to which snapshots lead where they are files."""
        return RedirectResponse("/cases/list", 308)

    # --- snapshots -------------------------------------------------------------------------------

    async def snapshot(self, request: Request) -> Response:
        """`/s/<address>`, the page as it was kept, and `.json`, what its address is made of."""
        address, ending = _split(request.path_params["name"])
        found, newest = await self._found(address)
        if not isinstance(found, Snapshot) or ending not in ("", ".json", ".html"):
            return self._none(request, found)
        if ending == ".html":
            return RedirectResponse(f"/s/{address}", 308)
        headers = _headers(found, newest)
        if ending:
            return send(request, found.document, JSON, headers, keep=found.lasting)
        return send(request, found.page, HTML, headers, keep=found.lasting)

    async def newest(self, request: Request) -> Response:
        """`/s/<address>/newest`: leads to what took its place in the end, or back to itself."""
        found, newest = await self._found(request.path_params["address"])
        if not isinstance(found, Snapshot):
            return self._none(request, found)
        return RedirectResponse(f"/s/{newest}", 302, {"Cache-Control": "no-cache"})

    async def use(self, request: Request) -> Response:
        """`/s/<address>/use`: what can be done with it here."""
        found, _newest = await self._found(request.path_params["address"])
        if not isinstance(found, Snapshot):
            return self._none(request, found)
        version = Version(found.address, found.made_on)
        spoken = words(str(found.facts["language"]))
        page = sharing(spoken, version, found.facts, self._here(request))
        return send(request, page, HTML, OWN, keep=found.lasting)

    async def qr(self, request: Request) -> Response:
        """`/s/<address>/qr.svg`: its address as a QR code."""
        found, _newest = await self._found(request.path_params["address"])
        if not isinstance(found, Snapshot):
            return self._none(request, found)
        full = self._here(request).full(f"s/{found.address}")
        return send(request, qr.file(full), SVG, OWN, keep=found.lasting)

    async def below(self, request: Request) -> Response:
        """`newest.html` and `use.html`, as files have them."""
        address, (name, ending) = (
            request.path_params["address"],
            _split(request.path_params["name"]),
        )
        found, _newest = await self._found(address)
        if isinstance(found, Snapshot) and name in ("newest", "use") and ending == ".html":
            return RedirectResponse(f"/s/{address}/{name}", 308)
        return self._none(request, found)

    async def _found(self, address: str) -> tuple[Snapshot | Gone | None, str | None]:
        """What is at an address, and the address of the newest of its line."""
        if ADDRESS.fullmatch(address):
            for shelf in self.shelves:
                found = await shelf.find(address)
                if found:
                    return found, await shelf.newest(address)
        return None, None

    def _none(self, request: Request, found: Snapshot | Gone | None) -> Response:
        if not isinstance(found, Gone):
            return self._unknown(request)
        spoken = self.shell.words(self.shell.language(request))
        page = gone(spoken, found.on, self.collection.place)
        told = {**OWN, "Content-Security-Policy": POLICY, "Content-Language": spoken.language}
        return HTMLResponse(page, 410, told)

    def _unknown(self, request: Request) -> Response:
        return not_found(self.shell, request)

    def _here(self, request: Request) -> Place:
        """The place as this visitor reaches it; only for answers that nobody else is given."""
        place = self.collection.place
        if place.origin:
            return place
        return replace(place, origin=f"{request.url.scheme}://{request.url.netloc}")


def _split(name: str) -> tuple[str, str]:
    """A name and its ending: "2022-example", ".json"."""
    stem, dot, ending = name.partition(".")
    return stem, f"{dot}{ending}"


def _headers(snapshot: Snapshot, newest: str | None) -> dict[str, str]:
    """How long a copy is good, who may list it, and what took its place."""
    superseded = newest not in (None, snapshot.address)
    told = {"Cache-Control": FOREVER if snapshot.lasting else OWN["Cache-Control"]}
    if superseded:
        told["Link"] = f'</s/{newest}>; rel="successor-version latest-version"'
    if superseded or not snapshot.listed:
        told["X-Robots-Tag"] = "noindex" if snapshot.listed else OWN["X-Robots-Tag"]
    return told
