"""What a source may do to us, and what the reader is told of it."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import ssl
from collections.abc import AsyncIterator

import httpx
import pytest
import respx

from assess import __version__
from assess.evidence.live.ask import Ask
from assess.evidence.live.client import Client
from assess.evidence.live_sources import LIVE
from assess.evidence.switch import NotPermitted, Permission
from assess.evidence.trouble import Reason, Trouble, Troubled, told
from assess.text import words

ASK = Ask(LIVE["ripestat"], "/data/x/data.json", (("resource", "ZZ"),))
PULSE = Ask(LIVE["pulse"], "/resilience")
URL = "https://stat.ripe.net/data/x/data.json"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def trouble_of(permission: Permission, ask: Ask = ASK, seconds: float = 30) -> Trouble:
    with Client(permission, seconds=seconds) as client, pytest.raises(Troubled) as raised:
        client.ask(ask)
    return raised.value.trouble


def test_an_answer_is_its_json(permission, web: respx.MockRouter) -> None:
    route = web.get(URL, params={"resource": "ZZ"}).respond(json={"a": [1]})
    with Client(permission) as client:
        assert client.ask(ASK) == {"a": [1]}
    sent = route.calls.last.request.headers
    assert sent["User-Agent"] == f"internet-impact-toolkit/{__version__}"
    assert sent["Accept-Encoding"] == "gzip"
    assert {"cookie", "referer", "authorization"}.isdisjoint(sent)


def test_whoever_runs_it_can_be_written_to(permission, web, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_CONTACT", "chapter@example.org")
    route = web.get(URL).respond(json=[])
    with Client(permission) as client:
        client.ask(ASK)
    assert "(chapter@example.org)" in route.calls.last.request.headers["User-Agent"]


def test_a_source_cannot_know_us_again(permission, web) -> None:
    route = web.get(URL).respond(json=[], headers={"Set-Cookie": "id=1; Path=/"})
    with Client(permission, sleep=_at_once) as client:
        client.ask(ASK)
        client.ask(ASK)
    assert "cookie" not in route.calls.last.request.headers


async def _at_once(_: float) -> None: ...


def test_questions_to_one_source_are_paced(permission, web) -> None:
    web.get(URL).respond(json=[])
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    with Client(permission, sleep=sleep) as client:
        client.ask(ASK)
        client.ask(ASK)
    assert len(waits) == 1
    assert 0.3 < waits[0] <= ASK.source.pause


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 65536):
        yield body[start : start + 65536]


def _sent(body: bytes, **headers: str) -> httpx.Response:
    """An answer that arrives piece by piece, as from a network; nothing is unpacked before."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, content=_pieces(body), headers=named)


FIFTY = b" " * 50 * 2**20
BAD: list[tuple[str, httpx.Response, str, str]] = [
    ("HTML", httpx.Response(200, html="<p>Log in</p>"), "error", "a web page instead of data"),
    ("HTML as JSON", httpx.Response(200, text=" <html>"), "error", "a web page instead of data"),
    ("a bare page", httpx.Response(200, html="Please log in"), "error", "a web page instead"),
    ("an empty page", httpx.Response(200, text=""), "error", "damaged"),
    ("broken JSON", httpx.Response(200, text='{"a": '), "error", "damaged"),
    ("not a number", httpx.Response(200, text='{"a": NaN}'), "error", "damaged"),
    ("deep JSON", httpx.Response(200, text="[" * 200_000), "error", "damaged"),
    ("not text", httpx.Response(200, content=b'"\xff\xfe\xfa"'), "error", "damaged"),
    ("50 MB", _sent(FIFTY), "error", "longer than 32 MB"),
    ("50 MB announced", _sent(b"{}", Content_Length="52428800"), "error", "longer than 32 MB"),
    ("50 MB packed", _sent(gzip.compress(FIFTY), Content_Encoding="gzip"), "error", "longer than"),
    ("damaged packing", _sent(b"no gzip", Content_Encoding="gzip"), "error", "damaged"),
    ("429", httpx.Response(429, html="Slow down"), "rate-limited", "asked too often"),
    ("401", httpx.Response(401, html="Who?"), "token-required", "wants a token"),
    ("403", httpx.Response(403, html="No"), "token-required", "wants a token"),
    ("500", httpx.Response(500, html="Oops"), "error", "the error 500"),
    ("404", httpx.Response(404, html="Nothing"), "error", "the error 404"),
]


@pytest.mark.parametrize(
    ("answer", "state", "sentence"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_a_bad_answer_is_a_state_and_a_sentence(permission, web, answer, state, sentence) -> None:
    web.get(URL).mock(return_value=answer)
    trouble = trouble_of(permission)
    assert trouble.state == state
    assert sentence in told(words(), trouble, "RIPEstat")


@pytest.mark.parametrize(
    ("error", "state", "sentence"),
    [
        (httpx.ConnectError("no route"), "offline", "Check the network"),
        (httpx.ProxyError("no proxy"), "offline", "Check the network"),
        (httpx.ConnectTimeout(""), "error", "did not answer within 30 seconds"),
        (httpx.ReadTimeout(""), "error", "did not answer within 30 seconds"),
        (httpx.RemoteProtocolError("cut"), "error", "broke off"),
        (httpx.ReadError("cut"), "error", "broke off"),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Exception) else None,
)
def test_a_failing_network_is_a_state_and_a_sentence(
    permission, web, error, state, sentence
) -> None:
    web.get(URL).mock(side_effect=error)
    trouble = trouble_of(permission)
    assert trouble.state == state
    assert sentence in told(words(), trouble, "RIPEstat")


def test_one_who_cannot_prove_to_be_the_source_is_not_believed(permission) -> None:
    def impostor(_: httpx.Request) -> httpx.Response:
        try:
            raise ssl.SSLCertVerificationError("self-signed certificate")
        except ssl.SSLError as error:
            raise httpx.ConnectError("failed") from error

    transport = httpx.MockTransport(impostor)
    with Client(permission, transport=transport) as client, pytest.raises(Troubled) as raised:
        client.ask(ASK)
    assert raised.value.trouble.reason is Reason.UNTRUSTED


async def _one_byte_at_a_time() -> AsyncIterator[bytes]:
    while True:
        yield b" "
        await asyncio.sleep(0.005)


async def _nothing(_: httpx.Request) -> httpx.Response:
    await asyncio.sleep(60)
    raise AssertionError("nobody stopped waiting")


def test_nothing_for_30_seconds_is_not_waited_for_longer(permission, web) -> None:
    web.get(URL).mock(side_effect=_nothing)
    assert trouble_of(permission, seconds=0.05).reason is Reason.SILENT


def test_a_source_that_drips_is_stopped_by_the_same_clock(permission, web) -> None:
    web.get(URL).mock(return_value=httpx.Response(200, content=_one_byte_at_a_time()))
    assert trouble_of(permission, seconds=0.05).reason is Reason.SILENT


def test_the_clock_of_the_whole_is_30_seconds(permission) -> None:
    with Client(permission) as client:
        assert client._seconds == 30


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/data",
        "http://stat.ripe.net/data",
        "https://stat.ripe.net.evil.example/",
        "https://stat.ripe.net@evil.example/",
        "https://stat.ripe.net:8443/",
        "//evil.example/",
        "file:///etc/passwd",
        "https://[",
    ],
)
def test_a_redirect_to_anywhere_else_is_not_followed(permission, web, location) -> None:
    web.get(URL).respond(302, headers={"Location": location})
    trouble = trouble_of(permission)
    assert trouble.reason is Reason.ELSEWHERE
    assert len(web.calls) == 1
    assert "did not follow" in told(words(), trouble, "RIPEstat")


def test_a_redirect_on_the_same_host_is_followed_a_few_times(permission, web) -> None:
    web.get(URL).respond(301, headers={"Location": "/new"})
    web.get("https://stat.ripe.net/new").respond(json={"moved": True})
    with Client(permission) as client:
        assert client.ask(ASK) == {"moved": True}


def test_a_redirect_in_a_circle_ends(permission, web) -> None:
    web.get(URL).respond(302, headers={"Location": "/data/x/data.json"})
    assert trouble_of(permission).reason is Reason.ELSEWHERE
    assert len(web.calls) == 4


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7200", 7200),
        ("", 0),
        ("soon", 0),
        ("9" * 40, 7 * 24 * 3600),
        ("-5", 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 21 Oct 2099 07:28:00 GMT", 7 * 24 * 3600),
        ("Wed, 21 Oct 2099 07:28:00 -0000", 7 * 24 * 3600),
    ],
)
def test_how_long_to_stay_away_is_read_from_the_answer(permission, web, said, seconds) -> None:
    web.get(URL).respond(429, headers={"Retry-After": said})
    assert trouble_of(permission).wait == seconds


TOKEN = "s3cret-t0ken"


def test_a_token_goes_to_its_source_and_nowhere_else(permission, web, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", TOKEN)
    pulse = web.get("https://pulse-api.internetsociety.org/resilience").respond(json=[])
    other = web.get(URL).respond(json=[])
    with Client(permission) as client:
        client.ask(PULSE)
        client.ask(ASK)
    assert pulse.calls.last.request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert "authorization" not in other.calls.last.request.headers
    assert not any(TOKEN in str(call.request.url) for call in web.calls)


@pytest.mark.parametrize("given", ["", "  ", "two words", "líne", "a\nb", "a\x00b"])
def test_without_a_usable_token_nothing_is_sent(permission, web, monkeypatch, given) -> None:
    if "\x00" not in given:
        monkeypatch.setenv("ASSESS_PULSE_TOKEN", given)
    trouble = trouble_of(permission, PULSE)
    assert trouble.state == "token-required"
    assert "ASSESS_PULSE_TOKEN" in told(words(), trouble, "Pulse")
    assert not web.calls


@pytest.mark.parametrize(
    "broken",
    [
        httpx.Response(401, text=TOKEN),
        httpx.Response(429, text=TOKEN),
        httpx.Response(302, headers={"Location": f"https://evil.example/{TOKEN}"}),
        httpx.LocalProtocolError(f"Illegal header value b'Bearer {TOKEN}'"),
        httpx.ConnectError(TOKEN),
    ],
)
def test_a_token_is_in_no_message_and_no_log(permission, web, monkeypatch, caplog, broken) -> None:
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", TOKEN)
    route = web.get("https://pulse-api.internetsociety.org/resilience")
    route.mock(**{"side_effect" if isinstance(broken, Exception) else "return_value": broken})
    with caplog.at_level(logging.DEBUG), Client(permission) as client:
        with pytest.raises(Troubled) as raised:
            client.ask(PULSE)
        assert TOKEN not in repr(client)
    error = raised.value
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None
    seen = (repr(error), str(error.trouble), told(words(), error.trouble, "Pulse"), caplog.text)
    assert not any(TOKEN in each for each in seen)


def test_who_forbids_it_forbids_it_also_afterwards(permission, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", "never")
    with pytest.raises(NotPermitted, match="nothing is sent"):
        Client(permission)


def test_a_proxy_that_cannot_be_used_is_no_network(permission, monkeypatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "nonsense://proxy.example")
    with pytest.raises(Troubled) as raised, Client(permission):
        pass
    assert raised.value.trouble.state == "offline"


def test_the_guard_of_these_tests_has_teeth(permission) -> None:
    with Client(permission) as client, pytest.raises(AssertionError, match="use the network"):
        client.ask(ASK)


def test_all_that_can_go_wrong_has_a_sentence() -> None:
    for reason in Reason:
        sentence = told(words(), Trouble(reason, "DETAIL"), "RIPEstat")
        assert sentence.endswith(".")
        assert "RIPEstat" in sentence
        assert "{" not in sentence


def test_a_detail_from_outside_is_short() -> None:
    assert len(Troubled(Reason.ELSEWHERE, "x" * 5000).trouble.detail) == 80
    json.dumps(Troubled(Reason.SHAPE, "a").trouble.detail)
