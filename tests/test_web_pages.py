"""Permanent pages over HTTP: what stays, what leads on, what is gone, and what was never there."""

from __future__ import annotations

import asyncio
import datetime
import gzip
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assess import web
from assess.errors import AssessError
from assess.library import Library
from assess.publication import Checkout, Collection, Gone, Place, Snapshot, keeping, of_case, take
from assess.text import words
from tests.publication.made import DAY, NEXT, SLUG, changed, small, with_a_newer_framework
from tests.publication.raw import Raw, outside, resolved
from tests.test_web import INDEX, Answer, Client

ORIGIN = "https://impact.example.org"
WITHDRAWN = "dead" * 8
TURNED = "\u202e2020-example\u200f"
NOWHERE = [
    *("2020-exampl", "2020-example.", "2020-example.yaml", "2020-EXAMPLE", "2020-example%00"),
    *(f"..{SLUG}", "..", ".", "%2e%2e", "case.yaml", "2020-example.json.json", "snapshots", "~"),
    *(TURNED, "\x00", "\n", "a" * 10_000, "0" * 32, "f" * 32 + "\n", "A" * 32, "é" * 5_000),
    *("2020-example.html.json", ".json", ".html", "list.json", "index.html", "new", "<script>"),
]


@dataclass
class Desk:
    """A shelf like one that a store would have: its snapshots can be withdrawn."""

    snapshots: Sequence[Snapshot] = ()
    gone: dict[str, Gone] = field(default_factory=dict)

    async def find(self, address: str) -> Snapshot | Gone | None:
        there = {each.address: each for each in self.snapshots}
        return self.gone.get(address) or there.get(address)

    async def newest(self, address: str) -> str | None:
        return address

    async def listed(self) -> Sequence[Snapshot]:
        return [each for each in self.snapshots if each.listed]


def client(library: Library, desk: Desk | None = None, origin: str = "") -> Client:
    """The site on a library, as the app serves it."""
    shell = web.Shell(INDEX, ("en",), words, web.Assets())
    collection = Collection(library, Place(origin=origin))
    pages = web.Pages(shell, collection, [collection.checkout, desk or Desk()])
    routes = web.routes(shell, healthy=lambda: True, more=pages.routes(), origin=origin)
    return Client(Starlette(routes=routes, middleware=web.middleware(shell)))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small library, its case kept twice."""
    made = small(tmp_path)
    keeping.write(made, DAY)
    keeping.write(changed(made), NEXT)
    return Library(made.root)


@pytest.fixture
def line(library: Library) -> tuple[Snapshot, ...]:
    return Checkout(library).of(SLUG)


@pytest.fixture
def own(library: Library) -> Snapshot:
    """A snapshot for those who were given its address."""
    subject = of_case(library, library.case(SLUG))
    return take(subject, DAY, nonce="n" * 22, listed=False, lasting=False)


# --- the case as it is --------------------------------------------------------------------------


def test_a_case_has_a_page_of_plain_html(library: Library) -> None:
    answer = client(library).get(f"/cases/{SLUG}")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "public, no-cache"
    assert "<h1>An example</h1>" in answer.text
    assert '<div id="root">' not in answer.text


def test_its_data_stand_beside_it(library: Library) -> None:
    answer = client(library).get(f"/cases/{SLUG}.json")
    assert answer.headers["content-type"] == "application/json"
    assert json.loads(answer.content)["id"] == SLUG


def test_the_lists_of_cases_are_there_for_people_and_for_programs(library: Library) -> None:
    site = client(library)
    assert f'href="/cases/{SLUG}"' in site.get("/cases/list").text
    index = json.loads(site.get("/cases/index.json").content)
    assert [each["page"] for each in index["cases"]] == [f"/cases/{SLUG}"]
    assert site.get("/cases/index.schema.json").status == 200
    assert "<entry>" in site.get("/feed.atom").text
    assert '<div id="root">' in site.get("/cases").text  # the app keeps its own page


def test_a_case_that_cannot_be_loaded_has_no_page(library: Library) -> None:
    (library.case_folder(SLUG) / "case.yaml").write_text("id: 1", "utf-8")
    assert client(Library(library.root)).get(f"/cases/{SLUG}").status == 404


# --- snapshots ------------------------------------------------------------------------------------


def test_a_snapshot_is_sent_as_it_was_kept_and_may_be_kept_for_ever(
    library: Library, line: tuple[Snapshot, ...]
) -> None:
    site = client(library)
    for each in line:
        page, data = site.get(f"/s/{each.address}"), site.get(f"/s/{each.address}.json")
        assert (page.content, data.content) == (each.page, each.document)
        assert page.headers["cache-control"] == "public, immutable, max-age=31536000"
        assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_a_superseded_one_points_forward(library: Library, line: tuple[Snapshot, ...]) -> None:
    site, (first, second) = client(library), line
    old, new = site.get(f"/s/{first.address}"), site.get(f"/s/{second.address}")
    forward = f'</s/{second.address}>; rel="successor-version latest-version"'
    assert old.headers["link"] == forward
    assert old.headers["x-robots-tag"] == "noindex"
    assert "link" not in new.headers
    assert "x-robots-tag" not in new.headers
    for each in line:
        answer = site.get(f"/s/{each.address}/newest")
        assert (answer.status, answer.headers["location"]) == (302, f"/s/{second.address}")


def test_a_snapshot_is_the_same_bytes_once_the_framework_has_a_new_version(
    tmp_path: Path,
) -> None:
    library = small(tmp_path)
    keeping.write(library, DAY)
    (today,) = Checkout(Library(library.root)).of(SLUG)
    before = client(Library(library.root)).get(f"/s/{today.address}")
    library = with_a_newer_framework(library)
    living = client(library).get(f"/cases/{SLUG}")
    assert "Access for all" in living.text
    keeping.write(library, NEXT)
    after = client(Library(library.root)).get(f"/s/{today.address}")
    assert after.content == before.content == today.page
    assert "Access for all" not in after.text
    assert "link" not in before.headers
    assert "successor-version" in after.headers["link"]


def test_what_can_be_done_with_it_depends_on_who_serves(
    library: Library, line: tuple[Snapshot, ...]
) -> None:
    address = line[0].address
    known = client(library, origin=ORIGIN).get(f"/s/{address}/use").text
    assert f"{ORIGIN}/s/{address}" in known
    asked = client(library).get(f"/s/{address}/use", host="here.example")
    assert f"http://here.example/s/{address}" in asked.text
    assert f'href="/case?id={SLUG}"' in asked.text
    assert asked.headers["cache-control"] == "private, no-cache"
    assert client(library).get(f"/s/{address}/qr.svg").content.startswith(b"<?xml")


def test_an_address_given_to_a_few_is_listed_nowhere(library: Library, own: Snapshot) -> None:
    site = client(library, Desk([own]), ORIGIN)
    answer = site.get(f"/s/{own.address}")
    assert answer.content == own.page
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["referrer-policy"] == "no-referrer"
    for path in ("/cases/list", "/cases/index.json", "/feed.atom", "/sitemap.xml", "/robots.txt"):
        assert own.address.encode() not in site.get(path).content.replace(b"-", b"")


def test_what_was_withdrawn_is_gone_with_its_date(library: Library) -> None:
    site = client(library, Desk(gone={WITHDRAWN: Gone(datetime.date(2026, 5, 3))}))
    for path in ("", ".json", "/newest", "/use", "/qr.svg", "/use.html"):
        answer = site.get(f"/s/{WITHDRAWN}{path}")
        assert answer.status == 410
        assert "Its owner withdrew it on 3 May 2026." in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


# --- what was never there -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NOWHERE, ids=lambda name: ascii(name[:24]))
def test_a_name_of_any_other_form_is_404_and_nothing_is_looked_for(
    library: Library, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = client(library)
    site.get("/cases/list")  # everything that is there has been made

    def never(*_asked: object) -> None:
        raise AssertionError("asked the file system")

    monkeypatch.setattr(Library, "case", never)
    monkeypatch.setattr(Path, "open", never)
    monkeypatch.setattr(Path, "is_file", never)
    for path in (f"/cases/{name}", f"/s/{name}", f"/s/{name}/newest", f"/s/{name}/qr.svg"):
        answer = site.get(path)
        assert answer.status == 404, path
        assert "<h1>Page not found</h1>" in answer.text
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/cases/a/b", f"/cases/{SLUG}/", "/s/", "/s/a/b/c", "/sitemap.xml"]
)
def test_no_other_address_near_by_is_there(library: Library, path: str) -> None:
    assert client(library).get(path).status == 404


# --- how it is sent -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [f"/cases/{SLUG}", "/cases/list", "/cases/index.json", "/feed.atom"]
)
def test_answers_come_packed_and_are_not_sent_again_to_whoever_has_them(
    library: Library, path: str
) -> None:
    site = client(library)
    plain = site.get(path)
    packed = site.get(path, accept_encoding="gzip")
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] == plain.headers["etag"]
    again = site.get(path, if_none_match=plain.headers["etag"])
    assert (again.status, again.content) == (304, b"")


def test_the_pages_allow_themselves_nothing_and_set_no_cookie(
    library: Library, line: tuple[Snapshot, ...]
) -> None:
    site = client(library)
    paths = (f"/cases/{SLUG}", "/cases/list", f"/s/{line[0].address}", f"/s/{line[0].address}/use")
    for path in paths:
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
        assert "script-src" not in policy
        assert "set-cookie" not in headers
        assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in site.get("/about").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/cases/{slug}.html", "/cases/{slug}"),
        ("/s/{address}.html", "/s/{address}"),
        ("/s/{address}/newest.html", "/s/{address}/newest"),
        ("/s/{address}/use.html", "/s/{address}/use"),
        ("/index.html", "/cases/list"),
    ],
)
def test_links_as_files_have_them_lead_to_the_same_pages(
    library: Library, line: tuple[Snapshot, ...], path: str, place: str
) -> None:
    names = {"slug": SLUG, "address": line[0].address}
    answer = client(library).get(path.format(**names))
    assert (answer.status, answer.headers["location"]) == (308, place.format(**names))


def test_every_link_between_the_pages_leads_somewhere(library: Library, own: Snapshot) -> None:
    site = client(library, Desk([own]), ORIGIN)
    waiting, seen, dead = [f"/cases/{SLUG}", f"/s/{own.address}", "/cases/list"], set(), []
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = site.get(path)
        if answer.status in (302, 308):
            waiting.append(answer.headers["location"])
        elif answer.status != 200:
            dead.append(path)
        elif "default-src 'none'" in answer.headers["content-security-policy"]:
            waiting += _within(answer, path)
    assert dead == []
    assert len(seen) > 20


def _within(answer: Answer, path: str) -> list[str]:
    """Where one of our plain pages leads on the same site."""
    if not answer.headers["content-type"].startswith("text/html"):
        return []
    raw = Raw(answer.text)
    assert raw.wrong == [], path
    return [resolved(link, path)[0] for link in raw.links if not outside(link)]


def test_nothing_a_visitor_sends_is_kept_for_the_next(library: Library) -> None:
    site = client(library)
    site.get(f"/cases/{SLUG}", host="evil.example")
    for path in (f"/cases/{SLUG}", "/cases/list", "/cases/index.json", "/feed.atom"):
        assert b"evil.example" not in site.get(path).content


def test_search_engines_find_a_map_where_the_address_is_known(library: Library) -> None:
    site = client(library, origin=ORIGIN)
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in site.get("/robots.txt").text.splitlines()
    assert f"<loc>{ORIGIN}/cases/{SLUG}</loc>" in site.get("/sitemap.xml").text
    assert "Sitemap" not in client(library).get("/robots.txt").text


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("", ""),
        (" https://a.example/ ", "https://a.example"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_the_public_address_is_taken_as_it_is_written(text: str, origin: str) -> None:
    assert web.public_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    [
        *("a.example", "ftp://a.example", "https://", "https://a.example/cases", "https://a b"),
        *(
            "javascript:alert(1)",
            'https://a"b',
            "https://a?b",
            "https://u@a",
            "https://a:b",
            "http://[",
        ),
    ],
)
def test_what_is_no_public_address_is_refused(text: str) -> None:
    with pytest.raises(AssessError, match="ASSESS_ORIGIN is not usable; write it as https://host"):
        web.public_origin(text)


def test_pages_are_made_before_anybody_asks(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assess.web.pages.PAUSE", 0.0)
    shell = web.Shell(INDEX, ("en",), words, web.Assets())
    collection = Collection(library)
    pages = web.Pages(shell, collection, [collection.checkout])

    async def running() -> None:
        async with pages.made_ahead(None):
            for _moment in range(500):
                await asyncio.sleep(0.01)
                if collection.made(SLUG):
                    return

    asyncio.run(running())
    assert collection.made(SLUG)


def test_no_log_line_holds_the_address_of_a_snapshot(caplog: pytest.LogCaptureFixture) -> None:
    web.keep_tokens_out_of(["assess.pages"])
    with caplog.at_level(logging.INFO, "assess.pages"):
        logging.getLogger("assess.pages").info('%s "%s"', "::1", f"GET /s/{'0a' * 16}/use HTTP/1.1")
    assert caplog.messages == ['::1 "GET /s/(token)/use HTTP/1.1"']
