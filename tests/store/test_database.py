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
    assert len(names) == 16
