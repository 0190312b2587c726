"""What HTTP answers beside the app: the first page, headers, cookie, packing, 404, health."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from assess import web
from assess.text import Words, words
from assess.web.headers import content_security_policy
from assess.web.logs import WithoutTokens
from assess.web.site import PAGES

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "Zk3fLUA7tElnuC5haeGxAg"  # fixed: names of tests must be the same in every process
INDEX = """<!DOCTYPE html>
<html lang="en"><head><link rel="shortcut icon" href="./favicon.png" />
<title>Streamlit</title>
<!-- for programs --> <link rel="service-desc" href="./_stcore/agent/openapi.json" />
<script>
  window.prerenderReady = false
</script></head>
<body><noscript><p>You need JavaScript.</p></noscript><div id="root"></div></body></html>
"""
SCRIPT = b"let answer = 42;\n" * 4000


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Headers
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass(frozen=True)
class Client:
    """Asks an ASGI app as a server would, and shows the bytes as they would travel."""

    app: ASGIApp

    def get(self, address: str, **headers: str) -> Answer:
        return self.ask("GET", address, headers)

    def post(self, address: str, body: bytes = b"") -> Answer:
        return self.ask("POST", address, {}, body)

    def ask(
        self,
        method: str,
        address: str,
        headers: dict[str, str],
        body: bytes = b"",
        scheme: str = "http",
    ) -> Answer:
        path, _, query = address.partition("?")
        named = {"host": "localhost", **{k.replace("_", "-"): v for k, v in headers.items()}}
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": scheme,
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in named.items()],
            "server": ("localhost", 80),
            "client": ("127.0.0.1", 5000),
        }
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        async def send(message: Message) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        content = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), content)


def arabic(language: str) -> Words:
    return Words("ar", words("en").translations) if language == "ar" else words("en")


def streamlit_scripts(calls: list[str]) -> Route:
    """Stands for Streamlit's own files: never packed, named by their content."""

    async def serve(request: Request) -> Response:
        calls.append(request.headers.get("if-none-match", ""))
        if request.headers.get("range"):
            return Response(SCRIPT[:10], 206, media_type="text/javascript")
        if "W/" in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": '"one"'})
        headers = {"ETag": '"one"', "Cache-Control": "public, immutable, max-age=9"}
        return Response(SCRIPT, 200, headers, media_type="text/javascript")

    return Route("/static/js/index.abc.js", serve)


@pytest.fixture
def healthy() -> list[bool]:
    return [True]


@pytest.fixture
def client(healthy: list[bool]) -> Client:
    shell = web.Shell(INDEX, ("en", "ar"), arabic, web.Assets())

    async def metrics(_request: Request) -> Response:
        return PlainTextResponse("sessions 12")

    app = Starlette(
        routes=[
            *web.routes(shell, healthy=lambda: healthy[0]),
            Route("/_stcore/metrics", metrics),
            Route("/_stcore/health", metrics),
            streamlit_scripts([]),
        ],
        middleware=web.middleware(shell),
    )
    return Client(app)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_an_address_of_its_own(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status == 200
    assert '<div id="root"></div>' in answer.text
    assert "<title>Internet impact assessment</title>" in answer.text


def test_the_addresses_are_those_of_the_views() -> None:
    views = {path.stem for path in (ROOT / "assess/ui/views").glob("[a-z]*.py")}
    assert views
    assert set(PAGES) == {"/" if view == "start" else f"/{view}" for view in views}


def test_a_browser_that_asks_for_an_icon_by_habit_gets_ours(client: Client) -> None:
    asked = client.get("/favicon.ico")
    answer = client.get(asked.headers["location"])
    assert (asked.status, answer.status) == (307, 200)
    assert answer.headers["content-type"].startswith("image/svg+xml")


def test_the_first_page_says_what_it_is_before_any_script_runs(client: Client) -> None:
    page = client.get("/").text
    assert '<meta name="description" content="Find out what a proposed law' in page
    assert "<noscript><p>This page needs JavaScript. It loads nothing from any other" in page
    assert "You need JavaScript." not in page
    assert "service-desc" not in page
    assert "favicon.png" not in page


@pytest.mark.parametrize(
    ("address", "accept", "start"),
    [
        ("/", "", '<html lang="en" dir="ltr">'),
        ("/", "ar-EG,ar;q=0.9,en;q=0.8", '<html lang="ar" dir="rtl">'),
        ("/", "en;q=0.2, ar;q=0.7", '<html lang="ar" dir="rtl">'),
        ("/?lang=ar", "en", '<html lang="ar" dir="rtl">'),
        ("/?lang=xx", "nonsense;q=high", '<html lang="en" dir="ltr">'),
    ],
)
def test_the_page_is_in_the_readers_language(
    client: Client, address: str, accept: str, start: str
) -> None:
    answer = client.get(address, accept_language=accept)
    assert start in answer.text
    assert "Accept-Language" in answer.headers["vary"]


def test_own_files_are_found_and_kept_for_ever(client: Client) -> None:
    addresses = re.findall(r'(?:href|src)="(/assets/[^"]+)"', client.get("/").text)
    assert {address.rsplit("/", 1)[1] for address in addresses} >= {"page.css", "page.js"}
    for address in addresses:
        answer = client.get(address)
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/nope", "/proposal/deeper", "/cases/x", "/wp-login.php"])
def test_an_unknown_address_is_a_404_without_a_hint(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status == 404
    assert "<h1>Page not found</h1>" in answer.text
    assert path not in answer.text


def test_a_slash_too_many_leads_to_the_page(client: Client) -> None:
    answer = client.get(f"/judge/?a={TOKEN}")
    assert (answer.status, answer.headers["location"]) == (308, f"/judge?a={TOKEN}")


@pytest.mark.parametrize("path", ["/", "/nope", "/healthz", "/resume", "/static/js/index.abc.js"])
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "default-src 'self'" in headers["content-security-policy"]


def test_the_policy_allows_the_pages_own_inline_script_and_no_other() -> None:
    policy = content_security_policy(INDEX)
    code = "\n  window.prerenderReady = false\n"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"script-src 'self' blob: 'sha256-{digest}';" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/", "/judge", "/findings"])
def test_a_token_in_the_address_is_kept_in_a_cookie_no_script_reads(
    client: Client, path: str
) -> None:
    cookie = client.get(f"{path}?a={TOKEN}").headers["set-cookie"]
    assert cookie.startswith(f"assess_resume={TOKEN};")
    for attribute in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=15552000"):
        assert attribute in cookie
    assert "Secure" not in cookie


def test_asking_for_the_head_alone_sets_the_cookie_too(client: Client) -> None:
    assert TOKEN in client.ask("HEAD", f"/proposal?a={TOKEN}", {}).headers["set-cookie"]


def test_over_https_the_cookie_is_secure(client: Client) -> None:
    answer = client.ask("GET", f"/?a={TOKEN}", {}, scheme="https")
    assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/", {}),
        ("/?a=", {}),
        ("/?a=short", {}),
        (f"/?a={TOKEN}x", {}),
        (f"/?a={'A' * 21}B", {}),
        (f"/nope?a={TOKEN}", {}),
        (f"/healthz?a={TOKEN}", {}),
        (f"/?a={TOKEN}", {"sec-fetch-site": "cross-site"}),
    ],
)
def test_no_cookie_is_set_for_anything_else(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    assert "set-cookie" not in client.get(address, **headers).headers


def test_search_engines_are_kept_off_addresses_with_a_token(client: Client) -> None:
    assert client.get(f"/?a={TOKEN}").headers["x-robots-tag"] == "noindex, nofollow"
    robots = client.get("/robots.txt").text.splitlines()
    for line in ("Disallow: /*?a=", "Disallow: /download/", "Disallow: /resume"):
        assert line in robots


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (TOKEN, f"/tasks?a={TOKEN}"),
        (f" {TOKEN}\n", f"/tasks?a={TOKEN}"),
        ("", "/tasks?a="),
        ("https://elsewhere.example/", "/tasks?a="),
        ("x" * 5000, "/tasks?a="),
    ],
)
def test_a_pasted_token_opens_its_tasks_and_nothing_else(
    client: Client, given: str, place: str
) -> None:
    asked = urlencode({"a": given})
    by_form = client.post("/resume", asked.encode())
    by_link = client.get(f"/resume?{asked}")
    for answer in (by_form, by_link):
        assert (answer.status, answer.headers["location"]) == (303, place)
        assert answer.headers["cache-control"] == "no-store"


def test_forgetting_drops_the_cookie_unless_another_site_asks(client: Client) -> None:
    assert 'assess_resume=""' in client.post("/forget").headers["set-cookie"]
    foreign = client.get("/forget", sec_fetch_site="cross-site")
    assert foreign.status == 303
    assert "set-cookie" not in foreign.headers


def test_health_asks_the_store(client: Client, healthy: list[bool]) -> None:
    well = client.get("/healthz")
    assert (well.status, well.text) == (200, '{"status":"ok"}')
    healthy[0] = False
    ill = client.get("/healthz")
    assert (ill.status, ill.text) == (503, '{"status":"store does not answer"}')


def test_what_tells_how_the_server_is_used_is_closed(client: Client) -> None:
    assert client.get("/_stcore/metrics").status == 404
    assert client.post("/_stcore/agent/interact").status == 404
    assert client.get("/_stcore/health").status == 200


@pytest.mark.parametrize("path", ["/", "/static/js/index.abc.js"])
def test_scripts_and_pages_are_packed_for_those_who_take_it(client: Client, path: str) -> None:
    plain = client.get(path)
    for _again in range(2):
        answer = client.get(path, accept_encoding="br, gzip")
        assert gzip.decompress(answer.content) == plain.content
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["content-length"] == str(len(answer.content))
        assert "Accept-Encoding" in answer.headers["vary"]
        assert answer.headers["cache-control"] == plain.headers["cache-control"]
    assert "content-encoding" not in plain.headers


def test_a_packed_file_has_a_tag_the_server_recognises_again(client: Client) -> None:
    path = "/static/js/index.abc.js"
    tag = client.get(path, accept_encoding="gzip").headers["etag"]
    assert tag == 'W/"one"'
    again = client.get(path, accept_encoding="gzip", if_none_match=tag)
    assert again.status == 304


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-encoding": "gzip;q=0"},
        {"accept-encoding": "br"},
        {"accept-encoding": "gzip", "range": "bytes=0-9"},
    ],
)
def test_nobody_gets_packed_bytes_unasked(client: Client, headers: dict[str, str]) -> None:
    answer = client.get("/static/js/index.abc.js", **headers)
    assert "content-encoding" not in answer.headers
    assert SCRIPT.startswith(answer.content)


@pytest.mark.parametrize(
    ("message", "arguments", "written"),
    [
        ("GET /?a=%s", (TOKEN,), "GET /?a=(token)"),
        (f"GET /download/{TOKEN}/d/brief.docx", (), "GET /download/(token)/d/brief.docx"),
        (
            '%s "%s" %d',
            ("::1", f"GET /?a={TOKEN}&lang=en", 200),
            '::1 "GET /?a=(token)&lang=en" 200',
        ),
        ("plain words", (), "plain words"),
    ],
)
def test_no_log_line_holds_a_token(
    caplog: pytest.LogCaptureFixture, message: str, arguments: tuple[object, ...], written: str
) -> None:
    web.keep_tokens_out_of(["assess.test"])
    web.keep_tokens_out_of(["assess.test"])
    logger = logging.getLogger("assess.test")
    with caplog.at_level(logging.INFO, "assess.test"):
        logger.info(message, *arguments)
    assert caplog.messages == [written]
    assert sum(isinstance(each, WithoutTokens) for each in logger.filters) == 1
