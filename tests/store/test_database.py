"""The schema, step by step, and the settings work is kept under."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from assess.assessment import Key
from assess.panel import Note
from assess.store import Store, database, name_of, new_token
from assess.store.tables import HEAD, METADATA
from tests.store.samples import ROOT, Opener, assessment, judgement


def migrations() -> tuple[Config, ScriptDirectory]:
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    return config, ScriptDirectory.from_config(config)


def test_the_steps_lead_to_the_tables(store: Store) -> None:
    assert migrations()[1].get_current_head() == HEAD
    store.open()
    with store._readers.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_every_step_can_be_undone_and_done_again(store: Store) -> None:
    store.open()
    config, _script = migrations()
    for turn in (command.downgrade, command.upgrade):
        with store._engine.begin() as connection:
            config.attributes["connection"] = connection
            turn(config, "base" if turn is command.downgrade else "head")
    token = new_token()
    assert store.create(token, assessment()) == store.load(token)


def test_work_of_before_there_were_seats_is_its_owners(store: Store) -> None:
    """An answer, one taken back, and one of a second person, in the database of that time."""
    token = new_token()
    answers = (judgement(), judgement("privacy"), judgement("privacy", assessor="a2"))
    store.create(token, assessment(*answers))
    store.withdraw(token, answers[0].key, 1)
    before = store.load(token)
    config, _script = migrations()
    with store._engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        names = connection.execute(text("SELECT * FROM entry LIMIT 1")).keys()
        assert "assessor" not in names
        command.upgrade(config, "head")
    assert store.load(token) == before
    assert before.assessor == "a1"
    store.open_round(token, ["Bo"])
    found = store.load(token)
    assert [each.key for each in found.assessment.judgements] == [answers[1].key]
    judged = {name for name in found.revisions if name.startswith("judgement")}
    assert judged == {name_of(answers[0]), name_of(answers[1])}, "the one taken back is mine, too"


def test_a_database_that_is_ready_is_opened_without_waiting_for_its_writer(
    url: str, opened: Opener
) -> None:
    token = new_token()
    opened(url).create(token, assessment(judgement()))
    with opened(url)._engine.begin() as connection:
        connection.execute(text("UPDATE work SET version = version"))
        assert opened(url).load(token).assessment.judgements


def test_sqlite_keeps_what_was_said_to_be_saved_through_a_power_cut(sqlite_file, opened) -> None:
    store = opened(sqlite_file)
    store.open()
    with store._readers.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_without_an_address_the_work_is_beside_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ASSESS_DATABASE_URL", raising=False)
    assert str(ROOT / "data" / "assess.sqlite3") in repr(Store())
    monkeypatch.setenv("ASSESS_DATABASE_URL", "postgresql://ada:hunter2@db/work")
    assert repr(Store()) == "Store('postgresql+psycopg://ada:***@db/work')"


def test_the_name_of_an_entry_tells_people_and_parts_apart() -> None:
    names = {
        name_of(Key(draft, assessor, node, part))
        for draft in ("d1", "a1")
        for assessor in ("a1", "d1")
        for node in ("x", "x-1")
        for part in (1, 11)
    }
    notes = {
        name_of(Note(node="x", draft=d, assessor=a, text="")) for d, a in (("d", "a"), ("a", "d"))
    }
    assert len(names) == 16
    assert len(notes) == 2
