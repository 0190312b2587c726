"""Published snapshots: who may publish, what stays after withdrawal, and what readers find."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Barrier, Thread

import pytest

from assess.assessment import Judgement
from assess.errors import NotFound, NotSaved
from assess.store import Offered, Store, new_token, snapshots
from tests.store.samples import SECRET, Opener, Round, assessment, contents, judgement

DAY = datetime.date(2026, 11, 3)
NEVER = "0" * 32


def offered(text: str = "one", **more: object) -> Offered:
    document = f'{{"said": "{text}"}}'.encode()
    return Offered(
        address=sha256(document).hexdigest()[:32],
        title=f"Title {text}",
        made_on=DAY,
        document=document,
        page=f"<p>{text}".encode(),
        listed=bool(more.pop("listed", False)),
        **more,
    )


ONE, TWO, THREE = (offered(text) for text in ("one", "two", "three"))


@pytest.fixture
def token(store: Store) -> str:
    token = new_token()
    store.create(token, assessment(judgement()))
    return token


def published(store: Store, token: str, *pages: Offered) -> None:
    for seen, page in enumerate(pages, start=len(store.published(token))):
        store.publish(token, page, seen)


# --- publishing ----------------------------------------------------------------------------------


def test_what_is_published_is_found_byte_for_byte_by_its_address_alone(
    store: Store, token: str
) -> None:
    assert store.snapshot(ONE.address) is None
    store.publish(token, ONE, 0)
    found = store.snapshot(ONE.address)
    assert (found.document, found.page) == (ONE.document, ONE.page)
    assert (found.listed, found.withdrawn) == (False, None)
    for other in (NEVER, "", ONE.address.upper(), ONE.address[:31], "\x00", "é" * 10_000, "‮"):
        assert store.snapshot(other) is None
        assert store.newest_snapshot(other) is None


def test_its_owner_sees_what_was_published_newest_first(store: Store, token: str) -> None:
    published(store, token, ONE, replace(TWO, listed=True))
    two, one = store.published(token)
    assert (one.number, one.title, one.made_on, one.listed) == (1, "Title one", DAY, False)
    assert (two.number, two.listed, two.document) == (2, True, TWO.document)
    other = new_token()
    store.create(other, assessment())
    assert store.published(other) == store.published("nothing here") == ()


def test_the_same_again_is_kept_once(store: Store, token: str) -> None:
    published(store, token, ONE, TWO)
    store.publish(token, ONE, 0)
    assert [each.number for each in store.published(token)] == [2, 1]


def test_two_tabs_that_publish_at_once_do_not_do_it_unseen(store: Store, token: str) -> None:
    together, refused = Barrier(2), []

    def publish(page: Offered) -> None:
        together.wait()
        try:
            store.publish(token, page, 0)
        except NotSaved as error:
            refused.append(str(error))

    threads = [Thread(target=publish, args=(page,)) for page in (ONE, TWO)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(store.published(token)) == 1
    (said,) = refused
    assert "published or withdrawn elsewhere meanwhile" in said


def test_two_people_publish_at_once_without_hindering_each_other(store: Store) -> None:
    tokens = [new_token() for _ in range(4)]
    for each in tokens:
        store.create(each, assessment(judgement()))
    pages = [offered(each) for each in tokens]
    threads = [
        Thread(target=store.publish, args=(token, page, 0))
        for token, page in zip(tokens, pages, strict=True)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [len(store.published(each)) for each in tokens] == [1] * 4


@pytest.mark.parametrize(
    "nothing", [(), (Judgement(node="privacy"),), (Judgement(node="privacy", answer="effect"),)]
)
def test_where_nothing_is_judged_nothing_is_published(store: Store, nothing) -> None:
    token = new_token()
    store.create(token, assessment(*nothing))
    with pytest.raises(NotSaved, match="nothing is judged yet"):
        store.publish(token, ONE, 0)
    assert store.snapshot(ONE.address) is None


def test_only_the_owner_publishes_withdraws_and_sees_the_list(people: Round) -> None:
    store = people.store
    store.next_phase(people.tokens["a1"], "first")
    store.publish(people.tokens["a1"], ONE, 0)
    for token in (people.tokens["a2"], people.link):
        for verb in (
            lambda token: store.publish(token, TWO, 1),
            lambda token: store.withdraw_snapshot(token, ONE.address),
        ):
            with pytest.raises(NotSaved, match="only the person who opened the round"):
                verb(token)
        assert store.published(token) == ()
    with pytest.raises(NotFound):
        store.publish(new_token(), TWO, 0)
    assert store.snapshot(ONE.address).withdrawn is None


def test_a_private_round_is_not_published(people: Round) -> None:
    store, owner = people.store, people.tokens["a1"]
    for leaving, refused in (("first", True), ("discussion", False), ("second", True)):
        page = offered(leaving)
        if refused:
            with pytest.raises(NotSaved, match="a private round is open"):
                store.publish(owner, page, len(store.published(owner)))
        else:
            store.publish(owner, page, 0)
        store.next_phase(owner, leaving)
    store.publish(owner, TWO, 1)


def test_there_is_a_limit_to_how_much_is_published(
    store: Store, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (snapshots.MOST, snapshots.MOST_BYTES) == (50, 1_000_000), "as the sentences say"
    store.publish(token, replace(ONE, page=b"x" * (1_000_000 - len(ONE.document))), 0)
    with pytest.raises(NotSaved, match="may have 1 MB together"):
        store.publish(token, replace(TWO, page=b"x" * (1_000_001 - len(TWO.document))), 1)
    monkeypatch.setattr(snapshots, "MOST", 2)
    store.withdraw_snapshot(token, ONE.address)
    store.publish(token, TWO, 1)
    with pytest.raises(NotSaved, match="at most 50 pages"):
        store.publish(token, THREE, 2)


# --- one after another ---------------------------------------------------------------------------


def newest(store: Store, page: Offered) -> bytes:
    return store.newest_snapshot(page.address).document


def test_a_snapshot_leads_forward_to_the_newest_that_stands(store: Store, token: str) -> None:
    two = replace(TWO, follows=ONE.address)
    three = replace(THREE, follows=TWO.address)
    published(store, token, ONE, two, three)
    assert {newest(store, each) for each in (ONE, TWO, THREE)} == {THREE.document}
    assert [each.replaced for each in store.published(token)] == [False, True, True]
    store.withdraw_snapshot(token, TWO.address)
    assert newest(store, ONE) == newest(store, TWO) == THREE.document, "over the one withdrawn"
    assert [each.replaced for each in store.published(token)] == [False, True, True]
    store.withdraw_snapshot(token, THREE.address)
    assert newest(store, ONE) == ONE.document
    assert newest(store, THREE) == b"", "itself, of which nothing is left"
    assert [each.replaced for each in store.published(token)] == [False, False, False]
    four = offered("four", follows=ONE.address)
    published(store, token, four)
    assert newest(store, ONE) == four.document


@pytest.mark.parametrize(("before", "after"), [(True, False), (False, True)])
def test_a_listed_page_and_one_behind_a_link_never_lead_to_each_other(
    store: Store, token: str, before: bool, after: bool
) -> None:
    published(store, token, replace(ONE, listed=before))
    with pytest.raises(NotSaved):
        store.publish(token, replace(TWO, listed=after, follows=ONE.address), 1)
    assert newest(store, ONE) == ONE.document


def test_nobody_takes_the_place_of_somebody_else_s_page_or_of_a_withdrawn_one(
    store: Store, token: str
) -> None:
    other = new_token()
    store.create(other, assessment(judgement()))
    published(store, other, ONE)
    published(store, token, TWO)
    store.withdraw_snapshot(token, TWO.address)
    for follows in (ONE.address, TWO.address, NEVER):
        with pytest.raises(NotSaved):
            store.publish(token, replace(THREE, follows=follows), 1)
    assert newest(store, ONE) == ONE.document


def test_only_the_newest_that_may_be_named_are_listed(
    store: Store, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = replace(ONE, listed=True)
    second = replace(TWO, listed=True, follows=ONE.address)
    published(store, token, first, second, THREE)
    assert [each.document for each in store.listed_snapshots()] == [TWO.document]
    store.withdraw_snapshot(token, TWO.address)
    (found,) = store.listed_snapshots()
    assert (found.document, found.page, found.listed) == (ONE.document, b"", True)
    later = replace(offered("later", listed=True), made_on=DAY + datetime.timedelta(days=1))
    published(store, token, later)
    monkeypatch.setattr(snapshots, "MOST_LISTED", 1)
    assert [each.document for each in store.listed_snapshots()] == [later.document]


# --- withdrawing ---------------------------------------------------------------------------------


def today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


def test_of_a_withdrawn_snapshot_the_date_is_left_and_nothing_else(
    store: Store, token: str
) -> None:
    published(store, token, ONE)
    store.withdraw_snapshot(token, ONE.address)
    store.withdraw_snapshot(token, ONE.address)
    found = store.snapshot(ONE.address)
    assert (found.document, found.page, found.withdrawn) == (b"", b"", today())
    (mine,) = store.published(token)
    assert (mine.title, mine.document, mine.made_on, mine.withdrawn) == ("", b"", DAY, today())
    with pytest.raises(NotSaved, match="withdrawn elsewhere meanwhile"):
        store.publish(token, ONE, 0)
    with pytest.raises(NotFound, match="no published page of this assessment"):
        store.withdraw_snapshot(token, TWO.address)


def test_somebody_else_s_page_cannot_be_withdrawn(store: Store, token: str) -> None:
    published(store, token, ONE)
    other = new_token()
    store.create(other, assessment(judgement()))
    with pytest.raises(NotFound, match="no published page of this assessment"):
        store.withdraw_snapshot(other, ONE.address)
    assert store.snapshot(ONE.address).withdrawn is None


def test_forgetting_the_work_withdraws_what_was_published_of_it(store: Store, token: str) -> None:
    published(store, token, ONE, replace(TWO, listed=True))
    store.forget(token)
    for page in (ONE, TWO):
        found = store.snapshot(page.address)
        assert (found.document, found.page, found.withdrawn) == (b"", b"", today())
        assert store.newest_snapshot(page.address) == found
    assert store.published(token) == ()
    assert store.listed_snapshots() == ()


def test_withdrawing_while_people_read_gives_them_all_or_nothing(store: Store, token: str) -> None:
    published(store, token, ONE)
    seen: list[tuple[bytes, bytes, bool]] = []
    done = Barrier(2)

    def read() -> None:
        done.wait()
        while True:
            found = store.snapshot(ONE.address)
            seen.append((found.document, found.page, found.withdrawn is None))
            if found.withdrawn:
                return

    reader = Thread(target=read)
    reader.start()
    done.wait()
    store.withdraw_snapshot(token, ONE.address)
    reader.join(20)
    assert set(seen) <= {(ONE.document, ONE.page, True), (b"", b"", False)}
    assert seen[-1] == (b"", b"", False)


# --- what is in the file -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "gone",
    [lambda store, token, at: store.withdraw_snapshot(token, at), lambda s, t, _: s.forget(t)],
)
def test_nothing_of_what_was_withdrawn_stays_in_the_file(
    sqlite_file: Path, opened: Opener, gone: Callable[[Store, str, str], None]
) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement()))
    page = offered(SECRET, follows=None)
    store.publish(token, page, 0)
    kept = contents(sqlite_file)
    assert SECRET.encode() in kept
    assert page.address.encode() not in kept, "only its hash is kept"
    gone(store, token, page.address)
    assert SECRET.encode() not in contents(sqlite_file)


def test_reading_what_is_published_writes_nothing(sqlite_file: Path, opened: Opener) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement()))
    published(store, token, ONE, replace(TWO, follows=ONE.address), replace(THREE, listed=True))
    before = {
        path: path.read_bytes() for path in sqlite_file.parent.glob("*") if "-shm" not in path.name
    }
    assert len(before) == 2, "the file and its log"
    for page in (ONE, TWO, THREE):
        assert store.snapshot(page.address).page == page.page
        assert store.newest_snapshot(page.address)
    assert store.listed_snapshots()
    assert {path: path.read_bytes() for path in before} == before
