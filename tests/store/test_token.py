"""Who has the token has the work; nobody else can find it, here or in the logs."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from assess.errors import NotFound, NotSaved
from assess.store import Conflict, Store, is_token, new_token
from assess.store.token import derived
from tests.store.samples import SECRET, assessment, contents, judgement


def test_a_token_has_128_bits_and_its_own_form() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(is_token(token) and len(token) == 22 for token in tokens)


def test_a_token_made_from_another_is_one_and_needs_the_salt() -> None:
    token, salts = new_token(), [b"0" * 16, b"1" * 16]
    made = {derived(token, salt) for salt in salts for _ in range(2)}
    assert len(made) == 2
    assert all(is_token(each) for each in made)
    assert made.isdisjoint({derived(new_token(), salt) for salt in salts})


@pytest.mark.parametrize("text", [None, "", "short", "A" * 21 + "B", "A" * 22 + "\n", "é" * 22])
def test_what_is_no_token_is_seen_to_be_none(text: str | None) -> None:
    assert not is_token(text)


def test_no_work_is_the_same_answer_for_every_token(store: Store) -> None:
    token = new_token()
    store.create(token, assessment())
    near = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    said = set()
    for wrong in (near, new_token(), "", "x' OR 1=1 --", "\ud800\x00", "a" * 100_000):
        for ask in (store.load, lambda t: store.save(t, judgement(), 0)):
            with pytest.raises(NotFound) as caught:
                ask(wrong)
            said.add(str(caught.value))
    assert said == {"There is no saved work under this address."}


def test_work_is_made_under_real_tokens_only(store: Store) -> None:
    with pytest.raises(ValueError, match="not a resume token") as caught:
        store.create("guessable", assessment())
    assert "guessable" not in str(caught.value)


def test_other_work_under_the_same_token_is_not_overwritten(store: Store) -> None:
    token = new_token()
    first = store.create(token, assessment(judgement()))
    assert store.create(token, assessment(judgement())) == first, "the same, clicked twice"
    with pytest.raises(Conflict, match="other work under this address") as caught:
        store.create(token, assessment(judgement("privacy")))
    assert caught.value.theirs == first.assessment
    assert store.load(token) == first


def test_the_file_holds_no_token_and_is_for_nobody_else(sqlite_file: Path, opened) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement()))
    for n in range(3):
        store.save(token, judgement(rationale=str(n)), n + 1)
    assert token.encode() not in contents(sqlite_file)
    assert stat.S_IMODE(sqlite_file.parent.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in sqlite_file.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "work.sqlite3-wal" in modes


@pytest.mark.usefixtures("impatient")
def test_logs_hold_neither_token_nor_text(url: str, opened, caplog, capfd) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool", "alembic", "psycopg"):
        caplog.set_level(logging.DEBUG, name)
    store, token = opened(url), new_token()
    store.create(token, assessment(judgement()))
    store.save(token, judgement(rationale=SECRET), 1)
    with pytest.raises(Conflict) as conflict:
        store.save(token, judgement(rationale=SECRET * 2), 1)
    with opened(url)._engine.begin() as connection:
        connection.execute(text("UPDATE work SET version = version"))
        with pytest.raises(NotSaved) as refused:
            store.save(token, judgement(rationale=SECRET * 3), 2)
    logging.getLogger("page").exception("x", exc_info=refused.value)
    logging.getLogger("page").exception("x", exc_info=conflict.value)
    told = caplog.text + "".join(capfd.readouterr()) + repr(store) + repr(conflict.value)
    assert "sqlalchemy" in caplog.text, "the logs were on"
    assert SECRET not in told
    assert SECRET.encode("unicode_escape").decode() not in told
    assert token not in told
