"""The file that a corpus is screened into: what it holds already, and lines added to its end."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from assess.corpus import documents
from assess.errors import AssessError

Version = Callable[[str | None], str]
"""Which words a law in a language would be screened by now."""


class Done:
    """What stands already, by the content of files, whatever their names.

    The last screening of a file in the language asked for counts; it stands as long as the
    lexicon of its language is the one it was screened by.
    """

    def __init__(self, version: Version, lines: Iterable[Mapping[str, Any]] = ()) -> None:
        self._version = version
        self._screened: dict[tuple[str, str | None], tuple[str, str | None, str]] = {}
        self._beside: set[tuple[str | None, ...]] = set()
        for document in lines:
            self.note(document)

    def note(self, document: Mapping[str, Any]) -> None:
        """Takes one line into account."""
        if document["format"] == documents.SCREENED:
            asked = (document["sha256"], document["language_asked"])
            version = document["lexicon"]["version"]
            self._screened[asked] = (document["file"], document["language"], version)
        else:
            self._beside.add(_named(document))

    def screened(self, sha256: str, language: str | None) -> str | None:
        """The name under which this content is screened by today's words; None where it is not."""
        stands = self._screened.get((sha256, language))
        if stands is None:
            return None
        file, written_in, version = stands
        return file if version == self._version(written_in) else None

    def said(self, document: Mapping[str, Any]) -> bool:
        """Whether this line about a copy or an unread file is there already."""
        return _named(document) in self._beside


class Record:
    """A file of lines (JSON Lines), opened to be added to; made where it is not there.

    A line that was cut off when a run was ended is taken out, so that its law is screened again;
    `mended` says so. Raises OSError, or AssessError where the file holds something else, or
    another run is writing to it.
    """

    def __init__(self, path: Path, version: Version) -> None:
        self.path = path
        self.mended = False
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            if not stat.S_ISREG(os.fstat(self._fd).st_mode):
                raise AssessError(f"{path}: not a plain file; name one, or leave --out away")
            _lock(self._fd, path)
            self.done = Done(version)
            with open(self._fd, "rb", closefd=False) as file:
                self._take_in(file)
        except BaseException:
            os.close(self._fd)
            raise

    def append(self, line: bytes) -> None:
        """Adds a line, its end included, so that it stands though this process is ended next."""
        rest = memoryview(line)
        try:
            while rest:
                rest = rest[os.write(self._fd, rest) :]
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.path)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        os.close(self._fd)

    def _take_in(self, file: BinaryIO) -> None:
        start = 0
        for number, line in enumerate(file, 1):
            whole = line.endswith(b"\n")
            try:
                self.done.note(documents.from_line(line))
            except (ValueError, KeyError, TypeError, RecursionError):
                if whole or not _begun(line):
                    raise AssessError(
                        f"{self.path}:{number}: no line of a screening; name another file"
                    ) from None
                os.truncate(self._fd, start)
                self.mended = True
            else:
                if not whole:
                    self.append(b"\n")
            start += len(line)


def _begun(line: bytes) -> bool:
    """Whether a line without an end may be one of ours."""
    return line.startswith(documents.OPENING) or documents.OPENING.startswith(line)


def _named(document: Mapping[str, Any]) -> tuple[str | None, ...]:
    names = ("format", "file", "sha256", "same_as", "reason")
    return tuple(document.get(name) for name in names)


def _lock(fd: int, path: Path) -> None:
    """Keeps a second run from writing to the same file; the system lets go when we end."""
    try:
        import fcntl
    except ImportError:
        return  # Windows has other means, and refuses to cut a file that another one has open
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AssessError(f"{path}: another run is writing to it; wait for it") from None
