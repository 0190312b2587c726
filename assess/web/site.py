"""All routes and all middleware, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assess.web import resume
from assess.web.compress import Compressed
from assess.web.headers import SecurityHeaders, content_security_policy
from assess.web.shell import Shell, not_found

PAGES = (
    "/",
    "/about",
    "/advice",
    "/assessors",
    "/brief",
    "/case",
    "/cases",
    "/check",
    "/contribute",
    "/country",
    "/drafts",
    "/findings",
    "/framework",
    "/interventions",
    "/join",
    "/judge",
    "/method",
    "/proposal",
    "/provisions",
    "/publish",
    "/reasons",
    "/screening",
    "/sure",
    "/tasks",
    "/topics",
    "/version",
)
RESUMED, HOME = "/tasks", "/"
# Streamlit's own corner of the site.
STREAMLIT = re.compile(r"/(?:_stcore|component|media|static)/|/favicon\.png$|/manifest\.json$")
# Parts of it that say how the server is used, to anyone who asks.
CLOSED = re.compile(r"/_stcore/(?:metrics$|agent/)")
ROBOTS = """User-agent: *
Disallow: /*?a=
Disallow: /*&a=
Disallow: /_stcore/
Disallow: /download/
Disallow: /forget
Disallow: /resume
"""


def routes(
    shell: Shell, healthy: Callable[[], bool], more: Sequence[BaseRoute] = (), origin: str = ""
) -> list[BaseRoute]:
    """Every route that is ours; `more` come before the answer for unknown addresses.

    healthy: asks the store whether it answers; it is called in a thread and must not raise.
    origin: the public address, where it is known, to name the map for search engines by.
    """
    return [
        *(Route(path, shell.answer) for path in PAGES),
        *resume.routes(RESUMED, HOME),
        *shell.assets.routes(),
        Route("/healthz", _health(healthy)),
        Route("/robots.txt", _robots(origin)),
        Route("/favicon.ico", _icon(shell)),
        *more,
        Unknown(shell),
    ]


def middleware(shell: Shell) -> list[Middleware]:
    """What wraps every answer, the outermost first."""
    return [
        Middleware(SecurityHeaders, policy=content_security_policy(shell.page)),
        Middleware(Compressed),
        Middleware(resume.ResumeCookie),
        Middleware(ClosedDoors, shell=shell),
    ]


def _health(healthy: Callable[[], bool]) -> Callable[[Request], object]:
    async def health(_request: Request) -> Response:
        store = await run_in_threadpool(healthy)
        state = {"status": "ok" if store else "store does not answer"}
        return JSONResponse(state, 200 if store else 503, {"Cache-Control": "no-store"})

    return health


def _icon(shell: Shell) -> Callable[[Request], object]:
    """For browsers that ask by habit, whatever icon the page names."""

    async def icon(_request: Request) -> Response:
        return RedirectResponse(shell.assets.address("icon.svg"))

    return icon


def _robots(origin: str) -> Callable[[Request], object]:
    text = f"{ROBOTS}\nSitemap: {origin}/sitemap.xml\n" if origin else ROBOTS

    async def robots(_request: Request) -> Response:
        return PlainTextResponse(text, headers={"Cache-Control": "public, max-age=86400"})

    return robots


class Unknown(Route):
    """Answers 404 for every address that is neither ours nor Streamlit's.

    Streamlit itself answers such addresses with its page and 200.
    """

    def __init__(self, shell: Shell) -> None:
        async def answer(request: Request) -> Response:
            path = request.url.path.rstrip("/")
            if path in PAGES:
                query = f"?{request.url.query}" if request.url.query else ""
                return RedirectResponse(path + query, 308)
            return not_found(shell, request)

        super().__init__("/{path:path}", answer)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As a route does, but never for Streamlit's own corner."""
        if scope["type"] != "http" or STREAMLIT.match(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)


class ClosedDoors:
    """Hides the parts of Streamlit that tell anyone how the server is used."""

    def __init__(self, app: ASGIApp, shell: Shell) -> None:
        self.app = app
        self.shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and CLOSED.match(scope["path"]):
            await not_found(self.shell, Request(scope))(scope, receive, send)
        else:
            await self.app(scope, receive, send)
