"""Pages that people publish, from the store to HTTP: what is served, to whom, and what stays."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from starlette.applications import Starlette

from assess import web
from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.library import Library
from assess.proposal import Proposal
from assess.publication import Collection, Place, Snapshot, Subject, take
from assess.publication.shared import shared
from assess.store import Offered, Store, new_token
from assess.text import words
from assess.web.sealed import sealed
from tests.made_library import change
from tests.publication.made import DAY, small
from tests.test_web import INDEX, Client

ORIGIN = "https://impact.example.org"
SECRET = "Only some may know"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work" / "work.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{file}")
    yield store
    store.close()


def client(library: Library, store: Store) -> Client:
    """The site, as the app serves it."""
    shell = web.Shell(INDEX, ("en",), words, web.Assets())
    collection = Collection(library, Place(origin=ORIGIN))
    shelves = [collection.checkout, web.StoreShelf(lambda: store)]
    pages = web.Pages(shell, collection, shelves)
    routes = web.routes(shell, healthy=lambda: True, more=pages.routes(), origin=ORIGIN)
    return Client(Starlette(routes=routes, middleware=web.middleware(shell)))


def mine(library: Library, title: str = SECRET) -> Assessment:
    framework = library.framework("small", "1.0.0")
    answer = Judgement(node=framework.judged[0].id, answer="none", rationale="Nothing of it does.")
    return Assessment(
        framework=FrameworkRef(id="small", version="1.0.0"),
        proposal=Proposal(title=title),
        judgements=(answer,),
    )


def published(
    library: Library, store: Store, token: str, *, listed: bool = False, follows: str | None = None
) -> Snapshot:
    """Published as the page does it."""
    subject = Subject(
        library.framework("small", "1.0.0"),
        shared(store.load(token).assessment, "a1", texts=False),
        words("en"),
    )
    made = take(subject, DAY, follows=follows, nonce=new_token(), listed=listed, lasting=False)
    offered = Offered(made.address, made.title, DAY, made.document, made.page, listed, made.follows)
    store.publish(token, offered, len(store.published(token)))
    return made


@pytest.fixture
def token(store: Store, library: Library) -> str:
    token = new_token()
    store.create(token, mine(library))
    return token


def test_a_page_behind_a_link_is_served_and_named_nowhere(library, store, token) -> None:
    made = published(library, store, token)
    site = client(library, store)
    page, data = site.get(f"/s/{made.address}"), site.get(f"/s/{made.address}.json")
    assert (page.status, page.content) == (200, made.page)
    assert data.content == made.document
    for answer in (page, data):
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert answer.headers["cache-control"] == "private, no-cache"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers
    for path in ("/feed.atom", "/sitemap.xml", "/cases/list", "/cases/index.json", "/robots.txt"):
        everywhere = site.get(path).text.replace("-", "")
        assert made.address not in everywhere
        assert SECRET not in everywhere


def test_a_listed_page_is_named_until_a_newer_one_takes_its_place(library, store, token) -> None:
    first = published(library, store, token, listed=True)
    site = client(library, store)
    assert f"s/{first.address}" in site.get("/feed.atom").text
    assert "x-robots-tag" not in site.get(f"/s/{first.address}").headers
    second = published(library, store, token, listed=True, follows=first.address)
    feed = site.get("/feed.atom").text
    assert f"s/{second.address}" in feed
    assert f"s/{first.address}" not in feed
    old = site.get(f"/s/{first.address}")
    assert old.content == first.page
    assert f"</s/{second.address}>" in old.headers["link"]
    assert json.loads(second.document)["follows"] == first.address
    onward = site.get(f"/s/{first.address}/newest")
    assert onward.headers["location"] == f"/s/{second.address}"


def test_what_an_owner_may_withdraw_does_not_stay_in_the_servers_memory(
    library, store, token
) -> None:
    made = published(library, store, token, listed=True)
    site = client(library, store)
    sealed.cache_clear()
    for ending in ("", ".json", "/use", "/qr.svg"):
        assert site.get(f"/s/{made.address}{ending}").status == 200
    assert site.get("/feed.atom").status == 200
    assert sealed.cache_info().currsize == 0
    assert site.get("/cases/list").status == 200
    assert sealed.cache_info().currsize == 1


def test_a_withdrawn_page_is_gone_with_its_date_and_so_are_those_of_forgotten_work(
    library, store, token
) -> None:
    one, two = (published(library, store, token, listed=listed) for listed in (True, False))
    site = client(library, store)
    store.withdraw_snapshot(token, one.address)
    assert site.get(f"/s/{two.address}").status == 200
    store.forget(token)
    for made in (one, two):
        for ending in ("", ".json", "/newest", "/use"):
            answer = site.get(f"/s/{made.address}{ending}")
            assert answer.status == 410
            assert "Its owner withdrew it on" in answer.text
            assert SECRET not in answer.text
    assert SECRET not in site.get("/feed.atom").text


def test_a_page_is_the_same_bytes_after_the_framework_gets_a_new_version_and_a_restart(
    library, store, file, token
) -> None:
    made = published(library, store, token)
    before = client(library, store).get(f"/s/{made.address}")
    store.close()
    frameworks = library.root / "frameworks" / "small"
    shutil.copytree(frameworks / "1.0.0", frameworks / "1.1.0")
    for name in ("framework.yaml", "interventions.yaml"):
        change(frameworks / "1.1.0" / name, "version: 1.0.0", "version: 1.1.0")
    change(frameworks / "1.1.0" / "framework.yaml", "name: Easy access", "name: Access for all")
    newer = Library(library.root)
    assert newer.latest("small").version == "1.1.0"
    again = Store(f"sqlite:///{file}")
    after = client(newer, again).get(f"/s/{made.address}")
    data = client(newer, again).get(f"/s/{made.address}.json")
    again.close()
    assert after.content == before.content == made.page
    assert data.content == made.document
    assert "Easy access" in after.text


def test_reading_writes_nothing(library, store, file, token) -> None:
    one = published(library, store, token, listed=True)
    published(library, store, token, listed=True, follows=one.address)
    kept = [path for path in sorted(file.parent.iterdir()) if not path.name.endswith("-shm")]
    before = [path.read_bytes() for path in kept]
    site = client(library, store)
    for ending in ("", ".json", "/newest", "/use", "/qr.svg"):
        site.get(f"/s/{one.address}{ending}")
    for path in ("/feed.atom", "/sitemap.xml", f"/s/{'0' * 32}"):
        site.get(path)
    assert len(before) == 2, "the database and its log"
    assert [path.read_bytes() for path in kept] == before


def test_bytes_that_the_address_is_not_made_of_are_not_served(library, store, token) -> None:
    made = published(library, store, token)
    with store._engine.begin() as connection:
        connection.execute(
            text("UPDATE snapshot SET document = :it WHERE address = :at"),
            {"it": b"{}", "at": hashlib.sha256(made.address.encode()).digest()},
        )
    assert client(library, store).get(f"/s/{made.address}").status == 404


def test_while_the_store_is_away_nobody_is_told_that_nothing_is_there(library, tmp_path) -> None:
    folder = tmp_path / "in the way"
    folder.write_text("", "utf-8")
    away = Store(f"sqlite:///{folder}/work.sqlite3")
    site = client(library, away)
    for path in (f"/s/{'0' * 32}", f"/s/{'0' * 32}/newest", "/feed.atom"):
        answer = site.get(path)
        assert answer.status == 503
        assert answer.headers["retry-after"] == "10"
        assert "cannot be read" in answer.text
    assert site.get("/cases/list").status == 200
