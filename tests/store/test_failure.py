"""What goes wrong is said, and what was saved before stays as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from assess.assessment import Assessment, Assessor
from assess.errors import NotSaved
from assess.proposal import Draft, Proposal
from assess.store import Store, Unreachable, database, name_of, new_token, writing
from tests.store.samples import SECRET, Opener, assessment, judgement


def in_trouble(store: Store, token: str) -> str:
    """What a save says, which must not have happened."""
    before = store.load(token)
    with pytest.raises(NotSaved, match=r"^Not saved: ") as caught:
        store.save(token, judgement(rationale=SECRET), 1)
    assert store.load(token) == before
    assert caught.value.__cause__ is not None
    told = "".join(traceback.format_exception(caught.value))
    assert SECRET not in told
    assert token not in told
    return str(caught.value)


@pytest.mark.usefixtures("impatient")
def test_an_answer_a_locked_database_does_not_take_is_said_to_be_unsaved(
    url: str, opened: Opener
) -> None:
    store, token = opened(url), new_token()
    store.create(token, assessment(judgement()))
    other = opened(url)._engine  # somebody else, in the middle of something
    with other.begin() as connection:
        connection.execute(text("UPDATE work SET version = version"))
        assert "is busy" in in_trouble(store, token)
        connection.rollback()
    assert store.save(token, judgement(rationale="now"), 1) == 2


@pytest.mark.usefixtures("impatient")
def test_a_file_locked_for_good_cannot_be_read_and_says_so(sqlite_file, opened) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment())
    store.close()
    with sqlite3.connect(sqlite_file, isolation_level=None) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unreachable, match="it is busy"):
            opened(sqlite_file).load(token)
        other.execute("ROLLBACK")
    other.close()


def test_a_full_database_keeps_what_it_has(sqlite_file: Path, opened: Opener) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement()))
    with store._engine.execution_options(**database.BARE).connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # holds for this connection
    big = judgement(rationale=SECRET * 400)
    with pytest.raises(NotSaved, match="no room left"):
        store.save(token, big, 1)
    assert store.load(token).assessment.judgements == (judgement(),)
    store.close()  # a new connection has no such limit
    assert store.save(token, big, 1) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_keeps_what_it_has(small_disk: Path, opened: Opener) -> None:
    store, token = opened(small_disk / "work.sqlite3"), new_token()
    store.create(token, assessment(judgement()))
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        ballast.write_bytes(bytes(512 * 1024))
    refusal = fill(store, token)
    assert "no room left" in refusal
    saved = store.load(token).assessment.judgements[0]
    assert opened(small_disk / "work.sqlite3").load(token).assessment.judgements == (saved,)
    ballast.unlink()
    now = store.load(token)
    assert store.save(token, judgement(rationale="room again"), now.seen(saved)) > 1


def fill(store: Store, token: str) -> str:
    """Saves until the disk is full; what was said then. What was said to be saved is there."""
    saved, revision = judgement(), 1
    for number in range(1000):
        answer = judgement(rationale=f"{number} " + SECRET * 100)
        try:
            revision = store.save(token, answer, revision)
            saved = answer
        except NotSaved as error:
            assert store.load(token).assessment.judgements == (saved,)
            return str(error)
    raise AssertionError("the disk never filled")


def test_a_read_only_database_can_be_read_and_says_it_is_not_saved(sqlite_file, opened) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement()))
    with store._engine.execution_options(**database.BARE).connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert "cannot be written to" in in_trouble(store, token)


def test_a_server_that_is_away_is_said_to_be_away(tmp_path: Path, opened: Opener) -> None:
    store = opened(f"postgresql://postgres:hunter2@/work?host={tmp_path}")
    with pytest.raises(NotSaved, match="does not answer") as caught:
        store.create(new_token(), assessment())
    assert "hunter2" not in "".join(traceback.format_exception(caught.value)) + repr(store)
    with pytest.raises(Unreachable, match="does not answer"):
        store.load(new_token())
    with pytest.raises(Unreachable, match="does not answer"):
        store.ping()


def test_a_store_that_could_not_be_opened_is_tried_again(tmp_path: Path, opened: Opener) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file where the folder should be")
    store = opened(blocked / "work.sqlite3")
    with pytest.raises(Unreachable):
        store.open()
    blocked.unlink()
    store.open()
    store.ping()


def test_what_is_no_database_is_left_alone(sqlite_file: Path, opened: Opener) -> None:
    sqlite_file.parent.mkdir()
    sqlite_file.write_text("Dear diary, " * 1000)
    with pytest.raises(Unreachable, match="damaged"):
        opened(sqlite_file).open()
    assert sqlite_file.read_text() == "Dear diary, " * 1000


def test_work_made_by_a_newer_program_is_refused_and_untouched(url: str, opened) -> None:
    store, token = opened(url), new_token()
    store.create(token, assessment(judgement()))
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    late = opened(url)
    with pytest.raises(Unreachable, match="newer version of this program"):
        late.load(token)
    with pytest.raises(NotSaved, match="newer version of this program"):
        late.save(token, judgement(rationale="mine"), 1)
    with late._readers.begin() as connection:
        kept = connection.execute(text("SELECT revision, content FROM entry")).all()
        assert connection.execute(text("SELECT version_num FROM alembic_version")).all() == [
            ("9999",)
        ]
    assert {row.revision for row in kept} == {1}


@pytest.mark.parametrize("harm", ['{"node": 3}', "{", None])
def test_work_damaged_from_outside_is_said_to_be_damaged(
    url: str, opened, harm: str | None
) -> None:
    store, token = opened(url), new_token()
    store.create(token, assessment())
    with store._engine.begin() as connection:
        statement = "UPDATE entry SET content = :harm WHERE name = 'proposal'"
        connection.execute(text(statement), {"harm": harm})
    with pytest.raises(Unreachable, match="damaged") as caught:
        store.load(token)
    assert "node" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "address",
    ["mysql://root:hunter2@h/x", "sqlite://", "sqlite:///:memory:", "no address:hunter2", "x://"],
)
def test_an_address_that_is_none_of_ours_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(Unreachable, match="ASSESS_DATABASE_URL is not usable") as caught:
        Store(address)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


# --- limits --------------------------------------------------------------------------------------


def test_the_most_answers_are_as_many_as_a_file_may_have() -> None:
    for field in ("judgements", "notes"):
        (limit,) = Assessment.model_fields[field].metadata
        assert limit.max_length == writing.MOST


def test_one_answer_too_many_is_refused(store: Store, monkeypatch) -> None:
    monkeypatch.setattr(writing, "MOST", 2)
    token = new_token()
    store.create(token, assessment(judgement("a"), judgement("b")))
    with pytest.raises(NotSaved, match="more than one assessment can hold"):
        store.save(token, judgement("c"), 0)
    assert store.save(token, judgement("b", "changed"), 1) == 2
    store.withdraw(token, judgement("a").key, 1)
    assert store.save(token, judgement("c"), 0) == 1


TOO_MUCH = [
    tuple(Draft(id=f"d{n}") for n in range(1, 22)),
    (Draft(id="d1"), Draft(id="d1")),
    tuple(Assessor(id=f"a{n}") for n in range(51)),
    Proposal().model_copy(update={"summary": SECRET * 2000}),
    judgement().model_copy(update={"rationale": "\x07" + SECRET}),
]


@pytest.mark.parametrize("entry", TOO_MUCH, ids=lambda e: name_of(e))
def test_what_could_not_be_loaded_again_is_not_saved(store: Store, entry) -> None:
    token = new_token()
    before = store.create(token, assessment(judgement()))
    with pytest.raises(NotSaved, match="more than one assessment can hold") as caught:
        store.save(token, entry, 1)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert store.load(token) == before
    with pytest.raises(ValueError, match="at least one draft"):
        store.save(token, (), 1)
