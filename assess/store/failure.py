"""What can go wrong with saved work, in sentences that hold neither text, token nor address."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from assess import errors
from assess.assessment import Assessment
from assess.errors import AssessError, NotSaved
from assess.store.entry import Entry

_ = str  # marks a sentence for the catalogue; the page translates it when it shows it

Trouble = Literal["busy", "full", "read-only", "away", "damaged", "newer", "other"]

NOT_SAVED: dict[Trouble, str] = {
    "busy": _(
        "Not saved: the place where answers are kept is busy. "
        "What you wrote is still on this page; try again in a moment."
    ),
    "full": _(
        "Not saved: there is no room left where answers are kept. "
        "What you wrote is still on this page; tell whoever runs this service."
    ),
    "read-only": _(
        "Not saved: the place where answers are kept cannot be written to. "
        "What you wrote is still on this page; tell whoever runs this service."
    ),
    "away": _(
        "Not saved: the place where answers are kept does not answer. "
        "What you wrote is still on this page; try again in a moment."
    ),
    "damaged": _(
        "Not saved: the place where answers are kept is damaged. "
        "What you wrote is still on this page; tell whoever runs this service."
    ),
    "newer": _(
        "Not saved: saved work here was made by a newer version of this program. "
        "What you wrote is still on this page; update the program."
    ),
    "other": _(
        "Not saved: the place where answers are kept refused it. "
        "What you wrote is still on this page; tell whoever runs this service."
    ),
}
UNREADABLE: dict[Trouble, str] = {
    "busy": _("Saved work cannot be read just now: it is busy. Try again in a moment."),
    "full": _("Saved work cannot be read: there is no room left where it is kept."),
    "read-only": _("Saved work cannot be read: the place where it is kept cannot be opened."),
    "away": _("Saved work cannot be read: the place where it is kept does not answer."),
    "damaged": _("Saved work cannot be read: it is damaged. Nothing was changed."),
    "newer": _(
        "Saved work cannot be read: it was made by a newer version of this program. "
        "Update the program; nothing was changed."
    ),
    "other": _("Saved work cannot be read: the place where it is kept reports a fault."),
}
TOO_MUCH = _(
    "Not saved: this is more than one assessment can hold. "
    "What you wrote is still on this page; shorten it, or begin a second assessment."
)
DRAFT_GONE = _(
    "Not saved: the draft this answer is about was removed meanwhile. "
    "What you wrote is still on this page."
)
NOT_YOURS = _(
    "Not saved: this is somebody else’s answer. In a round everybody answers for themselves."
)
OWNERS_PART = _("Not saved: only the person who opened the round can change this.")
PICK_A_NAME = _("Not saved: this is the link to join a round. Pick your name first.")
FIRST_ENDED = _(
    "Not saved: the first round has ended, and its answers stand. You can change yours in the "
    "second round. What you wrote is still on this page."
)
BOTH_ENDED = _(
    "Not saved: both rounds are over, and the answers stand. What you wrote is still on this page."
)
NOTES_ENDED = _(
    "Not saved: notes are written in the discussion, which is over. "
    "What you wrote is still on this page."
)
JUDGED = _("Not saved: people in this round have judged a draft that would be removed. Keep it.")
PEOPLE_STAY = _(
    "Not saved: during a round people are added when it is opened, and nobody is removed. "
    "Their names can be changed."
)
NEEDS_TWO = _("A round needs at least two people. Give the name of one more.")
SAME_NAME = _("Two people have the same name. Tell them apart, for instance by a second name.")
TOO_LATE_TO_ADD = _("People can be added only while the first round is open.")
NO_ROUND = _("No round has been opened here.")
BY_LINK_ONLY = _("Names are picked from the round link only.")
NOT_LISTED = _("This name is not in the round. Ask the person who opened it to add you.")
NAME_TAKEN = _(
    "This name is taken already. If you took it, open the address you were given then; "
    "if you lost it, ask the person who opened the round to free the name."
)
OWNER_FORGETS = _("Not deleted: only the person who opened the round can delete it.")
OWNER_PUBLISHES = _("Not published: only the person who opened the round can publish it.")
ROUND_IS_PRIVATE = _(
    "Not published: a private round is open. A published page would show answers to people who "
    "still judge. Publish when the round has ended."
)
NOTHING_JUDGED = _("Not published: nothing is judged yet. Answer at least one question first.")
PUBLISHED_ELSEWHERE = _(
    "Not published: a page of this assessment was published or withdrawn elsewhere meanwhile. "
    "Look at the list, then publish again if you still want to."
)
SNAPSHOTS_FULL = _(
    "Not published: at most 50 pages of one assessment are kept, and there are as many already."
)
SNAPSHOT_TOO_LONG = _(
    "Not published: page and data may have 1 MB together at most. Leave out the provisions' texts, "
    "or shorten what you wrote."
)
CHANGED_MEANWHILE = _(
    "Not done: something was changed elsewhere meanwhile. Nothing was lost; look at this page again"
    " and decide anew."
)
PRIVATE_NOW = _(
    "Not done: people are answering in private. Wait until this round has ended; nobody’s answers"
    " are touched before."
)
ROUND_SINCE = _(
    "Not done: a round with other people was opened since, and there was none before. Its answers"
    " would be left without their round; download the earlier state as a file instead."
)
NOT_PUBLISHED = _("There is no published page of this assessment under this address.")
NOTHING_THERE = _("There is no saved work under this address.")
CHANGED = _("This answer was changed elsewhere meanwhile. Nothing was overwritten.")
TAKEN = _("There is other work under this address already. Nothing was overwritten.")
NOT_AN_ADDRESS = _(
    "ASSESS_DATABASE_URL is not usable; write it as postgresql://user@host/name "
    "or sqlite:////folder/file.sqlite3."
)


class Unreachable(AssessError):
    """Saved work cannot be read at all: away, locked, damaged, or made by a newer program."""

    def __init__(self, trouble: Trouble, sentence: str = "") -> None:
        super().__init__(sentence or UNREADABLE[trouble])
        self.trouble: Trouble = trouble


Kept = Entry | Assessment | None


class Conflict(errors.Conflict):
    """Someone else changed the same entry meanwhile; nothing was overwritten.

    `theirs` is what is kept now and `revision` its revision, to be given as `seen` by who wants
    `mine` in its place all the same. None stands for a judgement withdrawn, or never given.
    """

    def __init__(self, theirs: Kept, revision: int, mine: Kept, sentence: str = CHANGED) -> None:
        super().__init__(sentence)
        self.theirs = theirs
        self.revision = revision
        self.mine = mine


_SQLITE: dict[int, Trouble] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
# PostgreSQL's own codes, by their beginning: appendix A of its manual.
_SQLSTATE: dict[str, Trouble] = {
    "08": "away",
    "25006": "read-only",
    "28": "away",
    "3D": "away",
    "40": "busy",
    "42501": "read-only",
    "53100": "full",
    "53": "busy",
    "55P03": "busy",
    "57014": "busy",
    "57P": "away",
    "XX": "damaged",
}
_ERRNO: dict[int, Trouble] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOTDIR: "read-only",
}


def trouble_of(error: SQLAlchemyError | OSError) -> Trouble:
    """Which kind of trouble a database or file error is."""
    if isinstance(error, NoFreeConnection | TimeoutError):
        return "busy"
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, "other")
    cause = getattr(error, "orig", None)
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, "other")
    if getattr(error, "connection_invalidated", False):
        return "away"
    return _of_sqlstate(getattr(cause, "sqlstate", None))


def _of_sqlstate(code: str | None) -> Trouble:
    if code is None:  # psycopg gives none where no server answered
        return "away"
    return next((kind for start, kind in _SQLSTATE.items() if code.startswith(start)), "other")


@contextmanager
def saving() -> Iterator[None]:
    """Turns any failure of the database into NotSaved, its cause chained."""
    try:
        yield
    except Unreachable as error:
        raise NotSaved(NOT_SAVED[error.trouble]) from error
    except (SQLAlchemyError, OSError) as error:
        raise NotSaved(NOT_SAVED[trouble_of(error)]) from error


@contextmanager
def reading() -> Iterator[None]:
    """Turns any failure of the database into Unreachable, its cause chained."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise Unreachable(trouble_of(error)) from error
