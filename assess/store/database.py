"""The database: SQLite unless ASSESS_DATABASE_URL names a PostgreSQL, brought to our schema."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from assess.store.failure import NOT_AN_ADDRESS, Unreachable
from assess.store.tables import HEAD

DEFAULT = Path(__file__).resolve().parents[2] / "data" / "assess.sqlite3"
MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 5  # seconds to wait for another's lock, or for a server to answer
READS = {"begin": "BEGIN"}  # execution options, heeded for SQLite only
BARE = {"begin": ""}
QUIET = "assess"  # ... and out of logs, where SQLAlchemy would repeat whole rows at level DEBUG
ONE_AT_A_TIME = 0x617373657373  # PostgreSQL advisory lock held while the schema changes


def engine_for(address: str | None) -> Engine:
    """An engine for an address, ASSESS_DATABASE_URL or the file of this checkout; opens nothing.

    Raises Unreachable where the address is none of SQLite (a file) or PostgreSQL.
    """
    url = _url(address or os.environ.get("ASSESS_DATABASE_URL") or f"sqlite:///{DEFAULT}")
    engine = create_engine(
        url,
        hide_parameters=True,  # what people wrote stays out of messages ...
        logging_name=QUIET,
        pool_timeout=PATIENCE,
        pool_pre_ping=url.get_backend_name() != "sqlite",
        connect_args=_arguments(url),
    )
    logging.getLogger(f"sqlalchemy.engine.Engine.{QUIET}").setLevel(logging.WARNING)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise Unreachable("other", NOT_AN_ADDRESS) from None  # the address may hold a password
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    kept = url.drivername == "sqlite" and url.database not in {None, "", ":memory:"}
    if not kept and url.drivername != "postgresql+psycopg":
        raise Unreachable("other", NOT_AN_ADDRESS)
    return url


def _arguments(url: URL) -> dict[str, object]:
    if url.get_backend_name() == "sqlite":
        return {"timeout": PATIENCE}
    limits = f"-c lock_timeout={PATIENCE}s -c statement_timeout={PATIENCE * 2}s"
    return {"connect_timeout": PATIENCE, "options": limits, "application_name": "assess"}


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for setting in (
        "foreign_keys = ON",
        "synchronous = FULL",  # docs/decisions/0040: what is said to be saved outlives a power cut
        "secure_delete = ON",  # what people forget is overwritten, not only unlinked
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Writers queue at the start; one that reads first could find it has to give up later."""
    statement = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
    if statement:
        connection.exec_driver_sql(statement)


def prepare(engine: Engine) -> None:
    """Makes the database, or brings an older one up to date; safe from several processes at once.

    Raises Unreachable for one made by a newer program, SQLAlchemyError or OSError for what the
    database or the disk refuses.
    """
    if engine.dialect.name == "sqlite":
        _make_private(Path(str(engine.url.database)))
        _use_wal(engine)
    with engine.execution_options(**READS).begin() as connection:
        if _revision(connection) == HEAD:
            return
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        _upgrade(connection, _revision(connection))


def _make_private(path: Path) -> None:
    """The file and its folder, where they are not there yet, for nobody else to read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _use_wal(engine: Engine) -> None:
    """Readers never wait for a writer. SQLite does not queue for this change, so we do."""
    bare = engine.execution_options(**BARE)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with bare.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, revision: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    steps = ScriptDirectory.from_config(config).walk_revisions()
    if revision is not None and revision not in {step.revision for step in steps}:
        raise Unreachable("newer")
    command.upgrade(config, "head")
