"""What sources answered, kept on the user's machine; reading it sends nothing.

One table in the user's cache folder. The last good answer and the last attempt stand apart: a
failure takes no value away. What may not be passed on is kept here too, and goes nowhere else.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from assess.errors import AssessError
from assess.evidence.trouble import Reason, Trouble

SHAPE = 1  # the version of the table; another one is thrown away, as nothing in it is unique
AGAIN = timedelta(hours=1)
"""After a failure the same is not asked for again within this time."""
PATIENCE = 5  # seconds to wait for another process

_MAKE = """
create table if not exists answers (
  source text, key text, fetched text, body text,
  last_attempt text, reason text, detail text, not_before text,
  primary key (source, key)
)
"""
_GOOD = """
insert into answers values (:source, :key, :at, :body, :at, '', '', '')
on conflict do update set fetched = :at, body = :body, last_attempt = :at,
  reason = '', detail = '', not_before = ''
"""
_BAD = """
insert into answers values (:source, :key, '', '', :at, :reason, :detail, :not_before)
on conflict do update set last_attempt = :at, reason = :reason, detail = :detail,
  not_before = :not_before
"""


class NotKept(AssessError):
    """The file of answers cannot be written: disk full, or another process holds it."""


@dataclass(frozen=True)
class Answer:
    """What is kept of one question. `fetched` is None where there never was a good answer.

    `trouble` is what went wrong at the last attempt, None where nothing did; `not_before` is when
    the same may be asked again.
    """

    body: str
    fetched: datetime | None
    trouble: Trouble | None
    attempted: datetime
    not_before: datetime | None


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """`assess` in the user's cache folder, wherever the system keeps such."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "assess"
    cache = environment.get("XDG_CACHE_HOME", "")
    if not Path(cache).is_absolute():  # a relative one is to be ignored, says the specification
        cache = environment.get("LOCALAPPDATA") or str(home / ".cache")
    return Path(cache) / "assess"


class Answers:
    """The table; use it in a `with`."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or cache_folder() / "evidence-answers.db"

    @property
    def is_there(self) -> bool:
        """Whether anything was ever kept; looking leaves no file behind."""
        return self._file.is_file()

    def __enter__(self) -> Self:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch(mode=0o600)
        except OSError as error:  # a folder that may not be written to
            raise NotKept(f"{self._file}: answers of sources cannot be kept ({error})") from None
        try:
            self._table = _opened(self._file)
        except sqlite3.OperationalError as error:  # held by another process, or the disk is full
            raise NotKept(f"{self._file}: answers of sources cannot be kept ({error})") from None
        except sqlite3.DatabaseError:  # damaged; nothing in it is unique
            self._file.write_bytes(b"")
            self._table = _opened(self._file)
        return self

    def __exit__(self, *_: object) -> None:
        self._table.close()

    def get(self, source: str, key: str) -> Answer | None:
        """What is kept of a question; None where it was never asked."""
        query = (
            "select fetched, body, last_attempt, reason, detail, not_before from answers"
            " where source = ? and key = ?"
        )
        with closing(self._table.execute(query, (source, key))) as found:
            row = found.fetchone()
        return _answer(row) if row else None

    def good(self, source: str, key: str, body: str, now: datetime) -> None:
        """Keeps a good answer, in place of the one before."""
        self._write(_GOOD, {"source": source, "key": key, "body": body, "at": now.isoformat()})

    def bad(self, source: str, key: str, trouble: Trouble, now: datetime) -> None:
        """Keeps that an attempt failed; the last good answer stays."""
        again = now + max(AGAIN, timedelta(seconds=trouble.wait))
        self._write(
            _BAD,
            {
                "source": source,
                "key": key,
                "at": now.isoformat(),
                "reason": trouble.reason.value,
                "detail": trouble.detail,
                "not_before": again.isoformat(),
            },
        )

    def _write(self, statement: str, values: dict[str, str]) -> None:
        try:
            with self._table:
                self._table.execute(statement, values)
        except sqlite3.OperationalError as error:
            raise NotKept(f"{self._file}: answers of sources cannot be kept ({error})") from None


def _opened(file: Path) -> sqlite3.Connection:
    table = sqlite3.connect(file, timeout=PATIENCE)
    try:
        with closing(table.execute("pragma user_version")) as found:
            version = found.fetchone()[0]
        with table:
            if version != SHAPE:
                table.execute("drop table if exists answers")
                table.execute(f"pragma user_version = {SHAPE:d}")
            table.execute(_MAKE)
    except sqlite3.Error:
        table.close()
        raise
    return table


def _answer(row: tuple[str, str, str, str, str, str]) -> Answer:
    fetched, body, attempted, reason, detail, not_before = row
    return Answer(
        body=body,
        fetched=datetime.fromisoformat(fetched) if fetched else None,
        trouble=Trouble(Reason(reason), detail) if reason else None,
        attempted=datetime.fromisoformat(attempted),
        not_before=datetime.fromisoformat(not_before) if not_before else None,
    )
