"""The resume token: what makes an address the key to one assessment, and the cookie that keeps it.

None of these routes touches the store, so none can tell whether a token exists.
"""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assess.store import is_token

COOKIE = "assess_resume"
COOKIE_DAYS = 180
FORM_LIMIT = 1024  # bytes


def routes(resumed: str, home: str) -> list[Route]:
    """`/resume`, which opens a pasted token, and `/forget`, which drops the cookie."""

    async def resume(request: Request) -> Response:
        token = (await _asked_token(request) or "").strip()
        return _see(f"{resumed}?a={token}" if is_token(token) else f"{resumed}?a=")

    async def forget(request: Request) -> Response:
        answer = _see(home)
        if not from_another_site(request.headers):
            answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return answer

    return [
        Route("/resume", resume, methods=["GET", "POST"]),
        Route("/forget", forget, methods=["GET", "POST"]),
    ]


def _see(place: str) -> Response:
    return RedirectResponse(place, 303, {"Cache-Control": "no-store"})


async def _asked_token(request: Request) -> str | None:
    if request.method != "POST":
        return request.query_params.get("a")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_LIMIT:
            return None
    return parse_qs(body.decode("latin-1")).get("a", [None])[0]


def from_another_site(headers: Headers) -> bool:
    """Whether the browser says a foreign page sent the reader here.

    Such an arrival may open an address but must not replace the kept one: else a link could
    have somebody write into an assessment whose key the sender holds.
    """
    return headers.get("sec-fetch-site") == "cross-site"


class ResumeCookie:
    """Keeps the token of a page's address in a cookie no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        token = _token_to_keep(scope)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if message["status"] == 200 and _is_page(headers):
                    headers.append("Set-Cookie", _cookie(token, secure=scope["scheme"] == "https"))
            await send(message)

        await self.app(scope, receive, send_with_cookie if token else send)


def _token_to_keep(scope: Scope) -> str:
    if scope["type"] != "http" or from_another_site(Headers(scope=scope)):
        return ""
    token = parse_qs(scope["query_string"].decode("latin-1")).get("a", [""])[0]
    return token if is_token(token) else ""


def _is_page(headers: MutableHeaders) -> bool:
    return headers.get("content-type", "").startswith("text/html")


def _cookie(token: str, *, secure: bool) -> str:
    cookie: SimpleCookie = SimpleCookie({COOKIE: token})
    seconds = str(COOKIE_DAYS * 86_400)
    cookie[COOKIE].update({"path": "/", "max-age": seconds, "samesite": "Lax"})
    cookie[COOKIE]["httponly"] = True
    if secure:
        cookie[COOKIE]["secure"] = True
    return cookie.output(header="").strip()
