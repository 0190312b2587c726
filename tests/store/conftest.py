"""Databases to keep work in: SQLite files, and a PostgreSQL of our own where there is one."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assess.assessment import Assessor
from assess.store import Store, database, new_token
from tests.store.samples import PEOPLE, Opener, Round, assessment


def postgres_program(name: str) -> str | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ["PATH"]]))


def as_postgres(*command: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as the user postgres: PostgreSQL refuses to run as root."""
    runuser = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*runuser, *command], check=True, cwd="/", timeout=60, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL of our own, on a socket in a folder of its own; the address of its folder."""
    initdb, pg_ctl = postgres_program("initdb"), postgres_program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("no PostgreSQL on this machine; install Debian's package postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = str(folder / "data")
        as_postgres(initdb, "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        log = str(folder / "log")
        as_postgres(pg_ctl, "-w", "-t", "50", "-D", data, "-l", log, "-o", options, "start")
    except (LookupError, OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL could not be started: {error} {getattr(error, 'stderr', '')}")
    yield str(folder)
    as_postgres(pg_ctl, "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'work.sqlite3'}"
    folder = request.getfixturevalue("postgres")
    name = f"t{random.getrandbits(60)}"
    server = create_engine(
        f"postgresql+psycopg://postgres@/postgres?host={folder}", isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    return f"postgresql://postgres@/{name}?host={folder}"


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "work.sqlite3"


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Makes stores that are closed at the end."""
    stores: list[Store] = []

    def make(address: str | Path) -> Store:
        stores.append(Store(address if isinstance(address, str) else f"sqlite:///{address}"))
        return stores[-1]

    yield make
    for each in stores:
        each.close()


@pytest.fixture
def store(url: str, opened: Opener) -> Store:
    return opened(url)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 1)


@pytest.fixture
def people(store: Store) -> Round:
    token = new_token()
    store.create(token, assessment(assessors=(Assessor(id="a1", name="Ada"),)))
    link = store.open_round(token, ["Bo", " Cy\t", ""])
    tokens = {"a1": token, **{who: store.take_seat(link, who) for who in PEOPLE[1:]}}
    found = Round(store, tokens, link)
    for who in PEOPLE:
        found.say(who)
    return found
