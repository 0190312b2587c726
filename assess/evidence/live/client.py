"""Asks a source over the network and hands back its JSON, or says why there is none.

The one place that sends anything. It needs a permission; it talks HTTPS to the source's own host
and to no other; it takes no longer answer than the source's limit and waits no longer than 30 s
for the whole of it. The asynchronous client is used because only it can be stopped at any point,
be it the look-up of the name or a server that sends one byte a minute.
"""

from __future__ import annotations

import asyncio
import json
import os
import ssl
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from types import TracebackType
from typing import NoReturn, Self

import httpx

from assess import __version__
from assess.evidence.live.ask import Ask
from assess.evidence.live_sources import MB, token
from assess.evidence.switch import SWITCH, NotPermitted, Permission, setting
from assess.evidence.trouble import Reason, Troubled

SECONDS = 30.0
REDIRECTS = 3
LONGEST_WAIT = 7 * 24 * 3600
CONTACT = "ASSESS_CONTACT"
NAME = "internet-impact-toolkit"


def user_agent() -> str:
    """Who asks: this program, its version, and the contact in ASSESS_CONTACT where there is one."""
    contact = os.environ.get(CONTACT, "").strip()
    usable = contact.isascii() and contact.isprintable()
    return f"{NAME}/{__version__}" + (f" ({contact})" if contact and usable else "")


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we believe, read from disk once."""
    return httpx.create_ssl_context()


class Client:
    """Asks one question at a time; use it in a `with`, and not inside a running event loop."""

    def __init__(
        self,
        permission: Permission,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        seconds: float = SECONDS,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if setting() == "never":  # also where a permission was given before
            raise NotPermitted(f"{SWITCH} is never; nothing is sent")
        self.permission = permission
        self._transport, self._seconds, self._sleep = transport, seconds, sleep
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        self._runner = asyncio.Runner()
        try:
            self._http = httpx.AsyncClient(
                transport=self._transport,
                timeout=self._seconds,
                verify=_trusted(),
                # other packings are refused: they can hold far more than they weigh
                headers={"User-Agent": user_agent(), "Accept-Encoding": "gzip"},
            )
        except (ValueError, ImportError):  # HTTPS_PROXY or the like that httpx cannot use
            self._runner.close()
            raise Troubled(Reason.OFFLINE) from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._runner.run(self._http.aclose())
        finally:
            self._runner.close()

    def ask(self, ask: Ask) -> object:
        """The JSON of the answer. Raises Troubled with the reason where there is none."""
        given = token() if ask.source.token else ""
        if ask.source.token and not given:
            raise Troubled(Reason.NO_TOKEN)
        headers = {"Accept": "application/json"}
        if given:
            headers["Authorization"] = f"Bearer {given}"
        return _parsed(self._runner.run(self._whole(ask, headers)))

    async def _whole(self, ask: Ask, headers: dict[str, str]) -> bytes:
        await self._pace(ask)
        # What httpx raises may repeat a header, so nothing of it goes into ours: `from None`.
        try:
            async with asyncio.timeout(self._seconds):
                return await self._follow(ask, headers)
        except (TimeoutError, httpx.TimeoutException):
            raise Troubled(Reason.SILENT, f"{self._seconds:.0f}") from None
        except (httpx.ConnectError, httpx.ProxyError) as error:
            reason = Reason.UNTRUSTED if _by_certificate(error) else Reason.OFFLINE
            raise Troubled(reason) from None
        except httpx.DecodingError:
            raise Troubled(Reason.GARBLED) from None
        except httpx.HTTPError:
            raise Troubled(Reason.BROKEN_OFF) from None
        finally:
            self._http.cookies.clear()  # a source shall not know us again
            self._asked[ask.source.id] = time.monotonic()

    async def _pace(self, ask: Ask) -> None:
        last = self._asked.get(ask.source.id)
        if last is not None:
            await self._sleep(max(0.0, last + ask.source.pause - time.monotonic()))

    async def _follow(self, ask: Ask, headers: dict[str, str]) -> bytes:
        host = ask.source.host
        url = httpx.URL(f"https://{host}{ask.path}", params=dict(ask.query) or None)
        for _ in range(REDIRECTS + 1):
            async with self._http.stream("GET", url, headers=headers) as response:
                if not response.has_redirect_location:
                    _accept(response)
                    return await _body(response, ask.source.size)
                url = _onward(url, response.headers["Location"], host)
        raise Troubled(Reason.ELSEWHERE, host)


def _onward(url: httpx.URL, location: str, host: str) -> httpx.URL:
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError):
        raise Troubled(Reason.ELSEWHERE, "?") from None
    if target.host != host or target.scheme != "https" or target.port not in (None, 443):
        raise Troubled(Reason.ELSEWHERE, target.host or "?")
    return target


def _accept(response: httpx.Response) -> None:
    match response.status_code:
        case 200:
            return
        case 429:
            raise Troubled(Reason.TOO_MANY, wait=_wait(response.headers.get("Retry-After", "")))
        case 401 | 403:
            raise Troubled(Reason.REFUSED)
        case status:
            raise Troubled(Reason.STATUS, str(status))


def _wait(said: str) -> int:
    """Seconds in a Retry-After, which holds a number or a date; 0 where it holds neither."""
    if said.strip().isdecimal():
        return min(int(said.strip()[:9]), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return 0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0, min(int((until - datetime.now(UTC)).total_seconds()), LONGEST_WAIT))


async def _body(response: httpx.Response, size: int) -> bytes:
    """The bytes unpacked, read only as far as they may go."""
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced[:15]) > size:
        raise Troubled(Reason.LARGE, str(size // MB))
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > size:
            raise Troubled(Reason.LARGE, str(size // MB))
    if "html" in response.headers.get("Content-Type", "").lower():
        raise Troubled(Reason.WEB_PAGE)
    return bytes(body)


def _parsed(body: bytes) -> object:
    try:
        parsed: object = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        page = body.lstrip()[:1] == b"<"
        raise Troubled(Reason.WEB_PAGE if page else Reason.GARBLED) from None
    return parsed


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and the infinities are not JSON


def _by_certificate(error: BaseException | None) -> bool:
    """Whether the certificate was the reason; chains of errors may run in a circle."""
    seen: list[BaseException] = []
    while error and error not in seen:
        seen.append(error)
        error = error.__cause__ or error.__context__
    return any(isinstance(each, ssl.SSLError) for each in seen)
